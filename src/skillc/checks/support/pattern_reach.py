"""Whether any text fits a `pattern`, followed piece by piece: nothing comes before `^`, and nothing behind `$`."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from skillc.checks.support.pieces import pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.pieces import Piece

_FORWARD, _BACKWARD = ("(?=", "(?!"), ("(?<=", "(?<!")
_BORDERS = frozenset({r"\b", r"\B"})
_REFERENCE = re.compile(r"\\(?:[1-9][0-9]?|k<\w+>)")
_LINE_BREAKS = "\n\r"
_OTHERS = "\t" + "".join(map(chr, range(0x20, 0x300)))
_REPEATED = re.compile(r"\{([0-9]+)")


class _Place(NamedTuple):
    """Where in a text a pattern may have come to: `begun`, behind its first character; `ended`, at its very end."""

    begun: bool
    ended: bool


_Places = frozenset[_Place]
_START: _Places = frozenset({_Place(begun=False, ended=False)})


@cache
def can_fit(pattern: str, *, with_line_breaks: bool) -> bool:
    """Tell whether some text fits a pattern that the helper can run; without line breaks, whether one line does."""
    return bool(_followed(pieces(pattern), _START, with_line_breaks=with_line_breaks)[0])


@cache
def least_length(pattern: str) -> int:
    """Return the number of characters that a text needs at least to fit."""
    return _length(pieces(pattern))[0]


def _followed(parts: Iterator[Piece], start: _Places, *, with_line_breaks: bool) -> tuple[_Places, Piece | None]:
    """Return the places that the pieces up to the end of their group lead to, and the piece that ends it."""
    chosen: _Places = frozenset()
    places = start
    for piece in parts:
        if piece.text == ")":
            return chosen | places, piece
        if piece.text == "|":
            chosen, places = chosen | places, start
        elif piece.text.startswith("("):
            inner, closing = _followed(parts, places, with_line_breaks=with_line_breaks)
            if piece.text in (*_FORWARD, *_BACKWARD):
                is_asked = piece.text == "(?=" and closing and not closing.may_be_none
                places = places if inner or not is_asked else frozenset()
            else:
                places = inner | (places if closing and closing.may_be_none else frozenset())
        elif piece.text == "^":
            places = frozenset(place for place in places if not place.begun)
        elif piece.text == "$":
            places = frozenset(place._replace(ended=True) for place in places)
        elif piece.text not in _BORDERS and not _REFERENCE.fullmatch(piece.text):
            behind = {
                _Place(begun=True, ended=False)
                for place in places
                if not place.ended and _takes(piece, with_line_breaks)
            }
            places = frozenset(behind) | (places if piece.may_be_none else frozenset())
    return chosen | places, None


def _takes(piece: Piece, with_line_breaks: bool) -> bool:  # noqa: FBT001 - one question
    """Tell whether a piece takes any character at all, or any but a line break."""
    if piece.text == "[]":
        return False
    return with_line_breaks or not _only_line_breaks(piece.python)


@cache
def _only_line_breaks(python: str) -> bool:
    fits = re.compile(python, re.ASCII).fullmatch
    return any(map(fits, _LINE_BREAKS)) and not any(map(fits, _OTHERS))


def _length(parts: Iterator[Piece]) -> tuple[int, Piece | None]:
    """Return the least length of a text that the pieces up to the end of their group take, and what ends that."""
    shortest: int | None = None
    length = 0
    for piece in parts:
        if piece.text == ")":
            return length if shortest is None else min(shortest, length), piece
        if piece.text == "|":
            shortest, length = length if shortest is None else min(shortest, length), 0
        elif piece.text.startswith("("):
            inner, closing = _length(parts)
            length += 0 if piece.text in (*_FORWARD, *_BACKWARD) else inner * _times(closing)
        elif piece.text not in ("^", "$", *_BORDERS) and not _REFERENCE.fullmatch(piece.text):
            length += _times(piece)
    return length if shortest is None else min(shortest, length), None


def _times(piece: Piece | None) -> int:
    """Return how often a piece stands there at least."""
    if piece is None or not piece.quantifier or piece.quantifier.startswith("+"):
        return 1
    found = _REPEATED.match(piece.quantifier)
    return int(found[1]) if found else 0
