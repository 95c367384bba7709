r"""A part of a `pattern` means one thing to the helper and something else, or nothing, to other programs.

Why: editors, Membrane and the helper all check the value, and must agree on it. JSON Schema uses ECMAScript expressions
with the flag `u`, which has fewer escapes and no single brackets.

Fix: write the part in a form that means the same everywhere.

Bad:
    output: {schema: {type: object, properties: {isbn: {type: string, pattern: '^[0-9]{,13}$'}}}}
Good:
    output: {schema: {type: object, properties: {isbn: {type: string, pattern: '^[0-9]{0,13}$'}}}}
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from skillc.checks.support.pieces import pieces
from skillc.checks.support.schemas import all_schemas
from skillc.shared import compiled_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from skillc.checks.support.pieces import Piece
    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "SCH011"

_WITH_U = "is an error in ECMAScript with the flag u, which JSON Schema uses"
_ESCAPED_IN_VAIN = re.compile(r"\\([^\w\s^$\\.*+?()[\]{}|/])")
_POSIX = re.compile(r"\[:\^?[a-z]+:\]")
_UP_TO = re.compile(r"\{,([0-9]+)\}")
_LOOKING_AROUND = frozenset({"(?=", "(?!", "(?<=", "(?<!"})
_CHOOSING = frozenset({"|", "(?!", "(?<!"})


class _Oddity(NamedTuple):
    """A part of a pattern, what is odd about it, and a hint."""

    text: str
    message: str
    hint: str


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each such part of a pattern, once."""
    for document, pointer, schema in all_schemas(project):
        for oddity in oddities(schema["pattern"]) if "pattern" in schema else ():
            place = (*pointer, "pattern")
            message = f"{oddity.text} {oddity.message}"
            yield document.warning(CODE, place, message, oddity.hint, span=document.find(place, oddity.text))


@cache
def oddities(pattern: str) -> tuple[_Oddity, ...]:
    """Return each odd part of a pattern, once; none of a pattern that the helper cannot run."""
    if compiled_pattern(pattern) is None:
        return ()  # another check reports it
    parts = tuple(pieces(pattern))
    found = (*_lone_brackets(pattern, parts), *_escapes(parts), *_repeated_looks(parts), *_references(parts))
    return tuple(dict.fromkeys(found))


def _lone_brackets(pattern: str, parts: Sequence[Piece]) -> Iterator[_Oddity]:
    texts = {piece.text for piece in parts}
    if "{" in texts and (up_to := _UP_TO.search(pattern)):
        yield _Oddity(
            up_to[0], "is plain text or an error in ECMAScript, and a quantifier in Python", f"write {{0,{up_to[1]}}}"
        )
        return
    if posix := _POSIX.search(pattern):
        yield _Oddity(
            posix[0],
            "is a class of POSIX, which neither ECMAScript nor Python knows",
            "write the characters out, as in A-Za-z",
        )
        return
    for bracket in sorted(texts & {"{", "}", "]"}):
        yield _Oddity(bracket, f"alone {_WITH_U}", f"write \\{bracket}")


def _escapes(parts: Sequence[Piece]) -> Iterator[_Oddity]:
    for piece in parts:
        in_class = piece.text.startswith("[")
        for escaped in _ESCAPED_IN_VAIN.finditer(piece.text.replace(r"\\", "")):
            if not (in_class and escaped[1] == "-"):
                yield _Oddity(escaped[0], _WITH_U, f"write {escaped[1]} alone")
        if in_class and r"\S" in piece.text and r"\s" not in piece.text:
            yield _Oddity(
                piece.text,
                r"also matches white space beyond ASCII in the helper",
                r"write \S outside the class, or [^\s…]",
            )
        if piece.text == r"\B":
            yield _Oddity(
                piece.text, "matches in an empty text in ECMAScript, but not in Python before 3.14", r"write (?!\b)"
            )


def _repeated_looks(parts: Sequence[Piece]) -> Iterator[_Oddity]:
    openers: list[str] = []
    for piece in parts:
        if piece.text.startswith("("):
            openers.append(piece.text)
        elif piece.text == ")" and openers.pop() in _LOOKING_AROUND and piece.quantifier:
            yield _Oddity(f"){piece.quantifier}", f"after a lookaround {_WITH_U}", f"remove {piece.quantifier}")


def _references(parts: Sequence[Piece]) -> Iterator[_Oddity]:
    """Yield each reference to a group, if the pattern has a group that may be skipped."""
    if any(piece.text in _CHOOSING or (piece.text == ")" and piece.may_be_none) for piece in parts):
        for piece in parts:
            if re.match(r"\\[1-9k]", piece.text):
                message = "matches the empty text in ECMAScript if its group was not used, but fails in Python"
                yield _Oddity(piece.text, message, "write the cases out, without a reference")
