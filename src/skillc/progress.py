"""How far a run is: steps say so, and whoever watches may show it. Usually nobody does."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

T = TypeVar("T")


class Watcher(Protocol):
    """Passes items on, and sees them pass; `doing` says what is done with them."""

    def __call__(self, doing: str, items: Sequence[T], /) -> Iterable[T]:
        """Return the items, in their order."""


_watchers: list[Watcher] = []


@contextmanager
def watched_by(watcher: Watcher) -> Iterator[None]:
    """Let `watcher` see what passes in this context."""
    _watchers.append(watcher)
    try:
        yield
    finally:
        _watchers.remove(watcher)


def passing(doing: str, items: Sequence[T]) -> Iterable[T]:
    """Return the items; while they are gone through, a watcher sees how far it is."""
    return _watchers[-1](doing, items) if _watchers else items
