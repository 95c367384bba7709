"""A value has the wrong type.

Why: `tokens: "1500"` is text in YAML, and text is not a limit.

Fix: write a value of the type that the message names.

Bad:
    notes: Search by one word.
Good:
    notes: [Search by one word.]
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from skillc.checks.form.displaced import home_hint, takes_what_follows
from skillc.checks.form.other_dialects import wrong_type_hint
from skillc.load.quoting import quoted
from skillc.shared import shown_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.form.violation import Violation
    from skillc.diagnostic import Diagnostic

CODE = "FORM003"
KEYWORDS = frozenset({"type"})

_SHORT = 40
_WANTED = {
    "object": "a mapping",
    "array": "a list",
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "null",
}


def found(value: Any) -> str:
    """Return what `value` is, in words of YAML."""
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, Decimal)):
        return f"the number {value}"
    if isinstance(value, str):
        return f"the text {shown_value(value)}"
    return "a mapping" if isinstance(value, dict) else "a list"


def explain(violation: Violation) -> Iterator[Diagnostic]:
    """Yield one error that names both types."""
    types = [violation.allowed] if isinstance(violation.allowed, str) else violation.allowed
    if violation.value is None and "object" in types and takes_what_follows(violation.document, violation.pointer):
        return  # the finding about the keys that follow says where they belong
    wanted = " or ".join(_WANTED[name] for name in types)
    if "string" in types and (text := _text_with_colon(violation)):
        message = f"{violation.name} is a mapping, because a colon and a blank are in the text; it must be {wanted}"
        yield violation.error(CODE, message, f"write {quoted(text)}")
        return
    elsewhere = wrong_type_hint(violation.name, violation.value, violation.document, violation.pointer)
    hint = elsewhere or _hint(violation.value, types) or _under_the_one_before(violation)
    yield violation.error(CODE, f"{violation.name} is {found(violation.value)}; it must be {wanted}", hint)


def _under_the_one_before(violation: Violation) -> str:
    """Return how to indent a keyword that stands beside the property that it describes."""
    document, around, key = violation.document, violation.pointer[:-1], violation.name
    if "object" not in violation.allowed or key not in violation.schema.get("properties", {}):
        return ""
    siblings = list(document.at(around))
    before = siblings[: siblings.index(key)][-1:]
    is_free = before and isinstance(document.at((*around, before[0])), dict)
    return home_hint(document, violation.pointer, (*around, before[0])) if is_free else ""


def _text_with_colon(violation: Violation) -> str:
    """Return the unquoted text that YAML reads as a mapping, because it holds a colon; empty when it is none."""
    value = violation.value
    if not isinstance(value, dict) or len(value) != 1:
        return ""
    document, key = violation.document, (*violation.pointer, *value)
    start, end = document.key_span(key), document.span(key)
    if start.line != end.line or isinstance(value[key[-1]], (dict, list)):
        return ""
    text = document.lines[start.line - 1][start.column - 1 : end.end_column - 1]
    return text if text[0] not in "{\"'" else ""


def _hint(value: Any, types: list[str]) -> str:
    if value is None:
        return "write a value, or remove the key"
    if isinstance(value, str):
        return _hint_for_text(value.strip(), types)
    if "string" in types and isinstance(value, (bool, int, Decimal)):
        return f'write "{str(value).lower()}"'
    return ""


def _hint_for_text(text: str, types: list[str]) -> str:
    if "boolean" in types and text in {"true", "false"}:
        return f"write {text} without quotes"
    if {"integer", "number"} & set(types) and text.isdecimal():
        return f"write {int(text)} without quotes"
    if "array" in types and re.fullmatch(r"[\w.-]+(\s*[,;|]\s*[\w.-]+)+", text):
        return f"write [{', '.join(re.split(r'[,;| ]+', text))}]"
    if "array" in types:
        return f"write [{shown_value(text)}]" if len(text) <= _SHORT else 'write "- " before it, on a line of its own'
    return f"write {{type: {text}}}" if "object" in types and text in _WANTED else ""
