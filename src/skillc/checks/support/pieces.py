"""A `pattern`, piece by piece, as the helper reads it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from skillc.runtime.patterns import leading_class, leading_piece

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUANTIFIER = re.compile(r"(?:(?:[*+?]|\{[0-9]+(?:,[0-9]*)?\})\??)?")


class Piece(NamedTuple):
    """A character, class, escape, anchor, bar or parenthesis, the same for Python, and the quantifier behind it, if any."""

    text: str
    python: str
    quantifier: str

    @property
    def may_be_none(self) -> bool:
        """Whether the piece need not be there."""
        return self.quantifier.startswith(("*", "?", "{0"))

    @property
    def is_unbounded(self) -> bool:
        """Whether the piece may be there any number of times."""
        return self.quantifier.startswith(("*", "+")) or ",}" in self.quantifier


def pieces(pattern: str) -> Iterator[Piece]:
    """Yield the pieces of a pattern that the helper can run."""
    rest = pattern
    while rest:
        text, python = leading_class(rest) if rest[0] == "[" else leading_piece(rest)
        rest = rest[len(text) :]
        quantifier = _QUANTIFIER.match(rest)
        piece = Piece(text, python, quantifier[0] if quantifier else "")
        yield piece
        rest = rest[len(piece.quantifier) :]
