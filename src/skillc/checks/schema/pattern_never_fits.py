r"""No text, or none that anyone means, fits a `pattern`.

Why: the helper would refuse every value, and the agent would try again and again. Most often the pattern was copied
with the slashes of another language, with doubled backslashes, or with the line break behind it.

Fix: write the expression alone, and try it: give an example in `examples`, which is checked against it.

Bad:
    output: {schema: {type: object, properties: {isbn: {type: string, pattern: '/^\d+$/'}}}}
Good:
    output: {schema: {type: object, properties: {isbn: {type: string, pattern: '^\d+$'}}}}
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from skillc.checks.support.pattern_reach import can_fit, least_length
from skillc.checks.support.schemas import all_schemas
from skillc.checks.support.slow_texts import slow_text
from skillc.shared import compiled_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "SCH012"

_DELIMITED = re.compile(r"([/~#@%!])(.*)\1[a-zA-Z]*", re.DOTALL)
_DOUBLED = re.compile(r"\\\\([dDwWsS])(?=[*+?{]|$)")
_LINE_BREAK_AT_END = re.compile(r"(?:\\r|\\n|\r|\n)+\$?$")


class Fault(NamedTuple):
    """What is wrong with a pattern, and what to type."""

    message: str
    hint: str


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each pattern that refuses every value."""
    for document, pointer, schema in all_schemas(project):
        pattern = schema.get("pattern")
        if pattern is None or compiled_pattern(pattern) is None or slow_text(pattern):
            continue
        if fault := fault_of(pattern, schema):
            yield document.error(CODE, (*pointer, "pattern"), fault.message, fault.hint)


def fault_of(pattern: str, schema: dict[str, Any]) -> Fault | None:
    """Return what is wrong with a pattern; None for one that some value fits."""
    if any(map(_searched(pattern), _values(schema))):
        return None
    plain = _DELIMITED.fullmatch(pattern)
    if plain and (plain[1] == "/" or not can_fit(pattern, with_line_breaks=True)):
        return Fault(f"the {plain[1]} around this pattern are a part of it", f"write {plain[2]} alone")
    if not can_fit(pattern, with_line_breaks=True):
        return Fault("no text fits this pattern: something stands before ^ or behind $", _never_hint(pattern))
    if not can_fit(pattern, with_line_breaks=False):
        return Fault("only a text with a line break fits this pattern", _never_hint(pattern))
    if doubled := _DOUBLED.search(pattern):
        return Fault(
            f"{doubled[0]} is a backslash and the letter {doubled[1]}",
            f"write \\{doubled[1]}: only double quotes need two",
        )
    longest = schema.get("maxLength")
    if longest is not None and least_length(pattern) > longest:
        return Fault(
            f"this pattern needs {least_length(pattern)} characters; maxLength is {longest}", "correct one of the two"
        )
    return None


def _never_hint(pattern: str) -> str:
    if _LINE_BREAK_AT_END.search(pattern):
        return "remove the line break at its end; write the pattern on one line, in single quotes"
    return "write ^ first and $ last"


def _values(schema: dict[str, Any]) -> list[str]:
    """Return the texts that the schema itself names."""
    named = [*schema.get("examples", []), *schema.get("enum", []), schema.get("default"), schema.get("const")]
    return [value for value in named if isinstance(value, str)]


def _searched(pattern: str) -> Any:
    compiled = compiled_pattern(pattern)
    return compiled.search if compiled else bool
