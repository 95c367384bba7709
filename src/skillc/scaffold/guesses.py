"""What the key of an action suggests about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.model import Effect

if TYPE_CHECKING:
    from collections.abc import Iterable

_EFFECTS = {
    **dict.fromkeys(("count", "find", "get", "list", "search", "show"), Effect.READ),
    **dict.fromkeys(("delete", "remove"), Effect.DESTRUCTIVE),
}


def guessed_title(key: str) -> str:
    """Return the words of a key as a heading."""
    return key.replace("-", " ").capitalize()


def guessed_effect(key: str) -> Effect:
    """Return what an action of this name usually does."""
    return _EFFECTS.get(key.split("-", 1)[0], Effect.WRITE)


def guessed_entity(key: str, entities: Iterable[str]) -> str | None:
    """Return the entity whose name is in the key, singular or plural; the longest of several."""
    padded = f"-{key}-"
    named = [entity for entity in entities if any(f"-{form}-" in padded for form in _forms(entity))]
    return max(named, key=len, default=None)


def _forms(noun: str) -> tuple[str, ...]:
    return noun, f"{noun}s", f"{noun}es", f"{noun.removesuffix('y')}ies"
