"""A `pattern`, piece by piece, as the helper reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from skillc.shared import is_quantifier, pattern_pieces

if TYPE_CHECKING:
    from collections.abc import Iterator


class Piece(NamedTuple):
    """A character, class, escape, anchor, bar or parenthesis, its form in Python, and the quantifier after it."""

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
    waiting: Piece | None = None
    for text, python in pattern_pieces(pattern):
        if waiting and is_quantifier(text):
            waiting = waiting._replace(quantifier=text)
            continue
        if waiting:
            yield waiting
        waiting = Piece(text, python, "")
    if waiting:
        yield waiting
