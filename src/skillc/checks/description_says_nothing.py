"""The description of a property is empty, or is that of its neighbour.

Why: the agent reads it to choose what to send; a copied description sends it the wrong way.

Bad:
    input: {type: object, properties: {from: {type: string, description: A day.}, to: {type: string, description: A day.}}}
Good:
    input: {type: object, properties: {from: {type: string, description: The first day.}, to: {type: string, description: The last day.}}}
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from skillc.checks.support.schemas import all_schemas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "SCH008"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each description that tells nothing new."""
    for document, pointer, schema in all_schemas(project):
        for name, reason, hint in _silent(schema.get("properties", {})):
            yield document.error(CODE, (*pointer, "properties", name, "description"), f"the description of {name} {reason}", hint)


def _silent(properties: dict[str, dict[str, Any]]) -> Iterator[tuple[str, str, str]]:
    """Yield the name, what is wrong with its description, and what to do."""
    first: dict[str, str] = {}
    for name, schema in properties.items():
        words = _words(schema.get("description", "-"))
        if not words:
            yield name, "is empty", "say what the value means, or remove the key"
        elif words in first and "description" in schema:
            yield name, f"is that of {first[words]}", "say what is different"
        first.setdefault(words, name)


def _words(text: str) -> str:
    """Return the letters and digits of `text`, which make two texts the same to a reader."""
    return re.sub(r"[\W_]", "", text).casefold() or text.strip()
