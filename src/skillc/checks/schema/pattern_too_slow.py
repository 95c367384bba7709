"""The search for a `pattern` takes far too long in some texts.

Why: where repetitions can share a text among them in many ways, the search tries every way. The helper runs every
pattern of a descriptor, so such a text would make it hang. The message shows one.

Fix: repeat a class instead of a group, join repetitions of the same characters, or put a character between them that
they do not match.

Bad:
    output: {schema: {type: object, properties: {shelf: {type: string, pattern: "^([a-z]+-?)+$"}}}}
Good:
    output: {schema: {type: object, properties: {shelf: {type: string, pattern: "^[a-z]+(-[a-z]+)*$"}}}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.checks.support.schemas import all_schemas
from skillc.checks.support.slow_texts import MOST_STEPS, slow_text
from skillc.shared import json_string

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.checks.support.slow_texts import SlowText
    from skillc.diagnostic import Diagnostic

CODE = "SCH009"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each pattern with a text in which the search for it takes too many steps."""
    for document, pointer, schema in all_schemas(project):
        if "pattern" in schema and (found := slow_text(schema["pattern"])):
            message = (
                f"the search for this pattern takes more than {MOST_STEPS:,} steps"
                f" in a text of {len(found.text):,} characters: {_described(found)}"
            )
            hint = "repeat a class instead of a group, or put a character between repetitions that they do not match"
            yield document.error(CODE, (*pointer, "pattern"), message, hint)


def _described(text: SlowText) -> str:
    parts = [json_string(text.start)] if text.start else []
    parts.append(f"{json_string(text.repeated)} {text.times:,} times")
    return ", then ".join([*parts, json_string(text.end)] if text.end else parts)
