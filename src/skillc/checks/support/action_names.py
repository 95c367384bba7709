"""Which action a misspelt name is meant for."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from skillc.shared import closest

if TYPE_CHECKING:
    from collections.abc import Iterable


def near_action(name: str, keys: Iterable[str]) -> str | None:
    """Return the key that `name` is meant for: each of its words has at most the typing errors that its length allows.

    `get-team` and `get-deal` are two actions, not two spellings of one.
    """
    words = name.split("-")
    for key in keys:
        others = key.split("-")
        if len(words) == len(others) and all(is_alike(word, other) for word, other in zip(words, others, strict=True)):
            return key
        if "".join(words) == "".join(others):
            return key
    return None


@lru_cache(maxsize=4096)
def is_alike(word: str, other: str) -> bool:
    """Tell whether a word is another one but for the typing errors that its length allows."""
    return word == other or closest(word, [other]) is not None
