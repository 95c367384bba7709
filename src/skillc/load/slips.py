"""What was meant where YAML stops: a text that needs quotes, most often before the place where YAML gives up."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from skillc.diagnostic import Span
from skillc.load.codes import LoadCode
from skillc.load.indentation import indentation
from skillc.load.quoting import as_written, is_typographic, meant_texts
from skillc.schemas import NAMES, schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from skillc.load.quoting import Meant

TYPOGRAPHIC = "{opening} and {closing} are typographic quotes, which YAML takes as letters"
_BRACKET = re.compile(r"[{}\[\]]")
_COMMENT = re.compile(r"(?:^|[ \t])#")
_COLON = re.compile(r":(?:\s|$)")
_LEADING = "*&!%@`"
_ENTRY_INSIDE = re.compile(r"(?P<before>.*\S)[ \t]+(?P<key>[\w$-]+):(?:\s|$)")
_NO_TEXT = re.compile(r"-?[0-9.]+|true|false|null")
_AROUND = {"{": "{ }", "[": "[ ]"}


class Slip(NamedTuple):
    """Why YAML does not read a text as it is meant, where, and what to type."""

    code: LoadCode
    message: str
    span: Span
    hint: str


def slip_between(lines: Sequence[str], first: int, last: int, around: str) -> Slip | None:
    """Return the first text in the lines `first` to `last` that YAML does not read as it is meant.

    `around` is the bracket that is open in all of these lines but the first; "" when none is.
    """
    for number in range(first, min(last + 1, len(lines))):
        if number > first and indentation(lines[number]) <= indentation(lines[first]):
            return None  # the brackets should have been closed before this line
        for meant in meant_texts(lines[number], around if number > first else ""):
            for code, message, hint in _faults(meant):
                return Slip(code, message, Span(number + 1, meant.start + 1, meant.end + 1), hint)
    return None


def _faults(meant: Meant) -> Iterator[tuple[LoadCode, str, str]]:
    """Yield what is wrong with a text, with a hint; the first is what its author should hear."""
    text, written = meant.text, f"write {as_written(meant.key, meant.text)}"
    bracket = _BRACKET.search(text) if meant.around else re.match(_BRACKET, text)
    colon, comment = _COLON.search(text), _COMMENT.search(text)
    if is_typographic(text) and (bracket or colon or comment):
        yield LoadCode.TYPOGRAPHIC, TYPOGRAPHIC.format(opening=text[0], closing=text[-1]), written
    if comment:
        message = "# begins a comment here, so the rest of the line is not read"
        yield LoadCode.CUT_OFF, message, written
    if bracket and meant.around:
        message = f"an unquoted text in {_AROUND[meant.around]} cannot contain {bracket[0]}"
        yield LoadCode.SYNTAX, message, written
    elif bracket:
        yield LoadCode.SYNTAX, f"an unquoted text cannot begin with {bracket[0]}", written
    if colon and (entry := _entry_inside(meant)):
        comma = f"add a comma before {entry['key']}"
        hint = comma if _NO_TEXT.fullmatch(entry["before"]) else f"{comma}, or {written}"
        yield LoadCode.SYNTAX, f"a comma is missing before {entry['key']}, or the text is not quoted", hint
    elif colon:
        yield LoadCode.SYNTAX, '": " is not allowed inside an unquoted value', written
    if text[:1] in _LEADING:
        yield LoadCode.SYNTAX, f"an unquoted value cannot begin with {text[:1]}", written


def _entry_inside(meant: Meant) -> re.Match[str] | None:
    """Return the next entry, if the text seems to be two entries without a comma between them."""
    inside = _ENTRY_INSIDE.match(meant.text) if meant.around else None
    is_entry = inside and (inside["key"] in _known_keys() or _NO_TEXT.fullmatch(inside["before"]))
    return inside if is_entry else None


@cache
def _known_keys() -> frozenset[str]:
    """Return every key that our schemas describe."""
    return frozenset(name for kind in NAMES for name in _described(schema(kind)))


def _described(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value.get("properties", {}) if isinstance(value.get("properties"), dict) else ()
        for child in value.values():
            yield from _described(child)
    elif isinstance(value, list):
        for child in value:
            yield from _described(child)
