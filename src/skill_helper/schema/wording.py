# skillc copies this file into each skill; change it in src/skill_helper, not there
"""How problems are put into words: values, lists of allowed values, and hints of something to type."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from .json_values import is_integer_number, kind_of, shown_value

LIST_LENGTH = 200
NUMBER_TEXT = r"-?(?:0|[1-9][0-9]{0,30})(\.[0-9]{1,30})?"
PLAIN_WORD = r"[A-Za-z_][A-Za-z0-9_.:-]*"
LITERALS = {"true", "false", "null"}
TYPE_PHRASES = {
    "string": "a string",
    "number": "a number",
    "integer": "an integer",
    "boolean": "true or false",
    "null": "null",
    "array": "an array",
    "object": "an object",
}


def quoting_hint(value: Any, type_names: Iterable[str]) -> str:
    """Return how to write `value` when only its quotes are wrong: 12 for "12", or the other way round."""
    types = set(type_names)
    if isinstance(value, str):
        number = re.fullmatch(NUMBER_TEXT, value)
        is_meant = (number and ("number" in types or ("integer" in types and not number[1]))) or (
            value in {"true", "false"} and "boolean" in types
        )
        return f"write it without quotes: {value}" if is_meant else ""
    if "string" in types and kind_of(value) in {"number", "boolean"}:
        return f'write it in quotes: "{shown_value(value)}"'
    return ""


def described_value(value: Any) -> str:
    """Return what was received with its type: `"a" is a string`."""
    kind = kind_of(value)
    if kind in {"null", "unknown"}:
        return f"{shown_value(value)} is given"
    if kind == "number" and is_integer_number(value):
        kind = "integer"
    return f"{shown_value(value)} is {'a boolean' if kind == 'boolean' else TYPE_PHRASES[kind]}"


def shown_options(options: Iterable[Any]) -> list[str]:
    """Return allowed values as a reader would write them, plain words without quotes if that is unambiguous."""
    values = list(options)
    texts_only = all(isinstance(value, str) for value in values)
    return [
        value
        if isinstance(value, str) and re.fullmatch(PLAIN_WORD, value) and (texts_only or value not in LITERALS)
        else shown_value(value)
        for value in values
    ]


def listed_phrases(phrases: Iterable[str]) -> str:
    """Return phrases with commas between them, as many as fit into a line, with the number of those left out."""
    names = list(phrases)
    kept, length = 0, 0
    while kept < len(names) and (not kept or length + len(names[kept]) <= LIST_LENGTH):
        length += len(names[kept]) + len(", ")
        kept += 1
    more = f" and {len(names) - kept} more" if kept < len(names) else ""
    return ", ".join(names[:kept]) + more


def counted_noun(count: int, noun: str) -> str:
    """Return "1 item", "2 items", "1 property", "2 properties"."""
    if count == 1:
        return f"1 {noun}"
    return f"{count} {noun[:-1]}ies" if noun.endswith("y") else f"{count} {noun}s"
