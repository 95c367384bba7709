"""A `pattern` may take for ever to find out that a text does not match.

Why: each way to divide the text among the repetitions is tried. The helper does not run a pattern in which a repeated group
repeats or chooses inside, so the author's rule would not hold; where three repetitions in a row take the same characters, it hangs.
It is a warning, since some repeated groups are harmless.

Fix: repeat a class instead of a group, say how often a group is repeated, and join repetitions that take the same characters.

Bad:
    output: {schema: {type: object, properties: {shelf: {type: string, pattern: "^([a-z]+-?)+$"}}}}
Good:
    output: {schema: {type: object, properties: {shelf: {type: string, pattern: "^[a-z-]+$"}}}}
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from skillc.checks.support.pieces import pieces
from skillc.checks.support.schemas import all_schemas
from skillc.shared import can_run_away, compiled_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from skillc.checks.support.pieces import Piece
    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "SCH009"

_TOO_MANY = 3  # repetitions: they divide 1,000 characters, the most that the helper looks at, in 2 * 10 ** 8 ways
_ALPHABET = [chr(code) for code in (*range(0x180), 0x2028, 0x20AC, 0x4E2D, 0xFEFF, 0x1F600)]
_UNSEEN = re.compile(r"\)|\\[1-9k]")
_ANCHORS = frozenset({"^", "$", r"\b", r"\B"})


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each such pattern."""
    for document, pointer, schema in all_schemas(project):
        if "pattern" in schema and (found := trouble(schema["pattern"])):
            yield document.warning(CODE, (*pointer, "pattern"), *found)


@cache
def trouble(pattern: str) -> tuple[str, str] | None:
    """Return what is wrong with a pattern, and a hint."""
    if compiled_pattern(pattern) is None:
        return None  # which is another check's finding
    if can_run_away(pattern):
        message = "the helper does not run this pattern: a repeated group repeats or chooses inside, which may take for ever"
        return message, "repeat a class, as in ^[a-z-]+$, or say how often, as in {2}"
    if is_cubic(pattern):
        message = f"{_TOO_MANY} repetitions in a row take the same characters, so a long text that does not match takes minutes"
        return message, "begin with ^, join repetitions, and put between them a character that they do not take"
    return None


def is_cubic(pattern: str) -> bool:
    """Tell whether a text can be divided among three repetitions or more before something fails to match.

    The search for the place where a match begins is one of them, unless the pattern says that it is the beginning of the text.
    Groups are not looked into.
    """
    return any(_divides(alternative) for alternative in _alternatives(pattern))


def _divides(parts: Sequence[Piece]) -> bool:
    """Tell it of pieces none of which is `|`; a whole group is one piece."""
    shared = frozenset(_ALPHABET)  # what all repetitions so far take
    repetitions = 0 if parts and parts[0].text == "^" else 1
    for piece in parts:
        if repetitions >= _TOO_MANY and not piece.may_be_none:
            return True
        if piece.text in _ANCHORS or (piece.may_be_none and not piece.is_unbounded):
            continue
        characters = _characters(piece.python)
        shared, repetitions = (shared & characters, repetitions) if shared & characters else (characters, 0)
        repetitions += piece.is_unbounded
    return False


def _alternatives(pattern: str) -> Iterator[list[Piece]]:
    """Yield the pieces of each alternative, with each group or reference as one piece that takes no characters."""
    parts: list[Piece] = []
    depth = 0
    for piece in pieces(pattern):
        depth += piece.text.startswith("(") - (piece.text == ")")
        if depth == 0 and piece.text == "|":
            yield parts
            parts = []
        elif depth == 0:
            parts.append(piece._replace(python="(?!)") if _UNSEEN.match(piece.text) else piece)
    yield parts


@cache
def _characters(expression: str) -> frozenset[str]:
    """Return the characters that one piece takes."""
    compiled = re.compile(expression, re.ASCII)
    return frozenset(filter(compiled.fullmatch, _ALPHABET))
