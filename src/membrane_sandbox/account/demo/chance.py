"""Chance from a fixed seed. Only `randrange` is used: its sequence is the same on every Python since 3.2."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")

SEED = 20260930


class Chance:
    """A source of fixed chance, one per part of the data, so that a change to one part leaves the others alone."""

    def __init__(self, part: str) -> None:
        """Start the sequence that belongs to `part`."""
        self._random = Random(f"{SEED}/{part}")  # noqa: S311 - nothing here is secret

    def below(self, stop: int) -> int:
        """Return a whole number from 0 to stop - 1."""
        return self._random.randrange(stop)

    def pick(self, items: Sequence[T]) -> T:
        """Return one of the items."""
        return items[self.below(len(items))]

    def digits(self, length: int) -> str:
        """Return that many digits."""
        return "".join(str(self.below(10)) for _ in range(length))

    def percent(self, share: int) -> bool:
        """Be true in `share` of 100 cases."""
        return self.below(100) < share
