"""A `pattern` is not an ECMAScript expression, or the helper cannot run it.

Why: the helper ignores a pattern that it cannot run, so any value would pass.

Fix: correct the pattern, and anchor it with ^ and $.

Bad:
    output: {schema: {type: object, properties: {isbn: {type: string, pattern: "[0-9"}}}}
Good:
    output: {schema: {type: object, properties: {isbn: {type: string, pattern: "^[0-9]+$"}}}}
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from skillc.checks.support.pattern_faults import PatternFault, pattern_fault
from skillc.checks.support.schemas import all_schemas
from skillc.shared import compiled_pattern, translated_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "SCH003"

_FOREIGN = {
    r"\\[pP]\{[^}]*\}?": r"write the letters out, such as [A-Za-zÀ-ÿ]; \p{…} is not supported",
    r"\\[AZz]": "write ^ for the beginning and $ for the end",
    r"\\a": r"write \x07",
    r"\\U[0-9A-Fa-f]{8}|\\N\{[^}]*\}": r"write the character itself, or \u{…} with its hexadecimal number",
    r"\(\?[aiLmsux-]+[:)]": "write both cases out, such as [Aa]; flags such as (?i) are not supported",
    r"\(\?P<\w*>": "write (?<name>…), without the P",
    r"\(\?P=\w*\)": r"write \k<name>",
    r"\(\?#[^)]*\)": "remove the comment",
    r"\(\?\(\w+\)": "write both cases out, as in (?:…|…)",
    r"\(\?>": "write (?:…); atomic groups are not supported",
    r"(?:[*+?]|\{[0-9,]+\})\+": "remove the second +; possessive quantifiers are not supported",
}
_PLAIN = "write it in plain ECMAScript: classes, groups, and the quantifiers * + ? {n,m}"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each pattern that does not compile."""
    for document, pointer, schema in all_schemas(project):
        pattern = schema.get("pattern")
        if pattern is not None and compiled_pattern(pattern) is None:
            place = (*pointer, "pattern")
            fault = _foreign(pattern) or pattern_fault(pattern) or _of_python(pattern)
            span = document.part(place, fault.start, fault.start + len(fault.text))
            message = f"this pattern cannot be used: {fault.message}"
            yield document.error(CODE, place, message, fault.hint, span=span)


def _foreign(pattern: str) -> PatternFault | None:
    """Return the first part that belongs to another language."""
    for construct, hint in _FOREIGN.items():
        if found := re.search(construct, pattern):
            return PatternFault(found.start(), found[0], f"the helper does not support {found[0]}", hint)
    return None


def _of_python(pattern: str) -> PatternFault:
    """Return why Python refuses the whole pattern, in its own words where the construct has no name here."""
    reason, hint = "it means something else in ECMAScript than in Python", _PLAIN
    try:
        re.compile(translated_pattern(pattern) or pattern)
    except (re.error, OverflowError, RecursionError) as error:
        reason = getattr(error, "msg", str(error))
        hint = "write all its alternatives of one length" if reason.startswith("look-behind") else _PLAIN
    return PatternFault(0, pattern, reason, hint)
