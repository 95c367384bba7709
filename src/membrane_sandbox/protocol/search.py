"""Search by intent: a rank by shared words, within one connection."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from membrane_sandbox.protocol.catalog import Action

IGNORED = frozenset(
    (
        "a",
        "all",
        "an",
        "and",
        "by",
        "for",
        "from",
        "i",
        "in",
        "me",
        "my",
        "of",
        "on",
        "or",
        "please",
        "the",
        "to",
        "want",
        "with",
    )
)


def ranked(actions: Sequence[Action], intent: str) -> list[Action]:
    """Return the actions that share words with the intent, best first; the name counts more than the description."""
    wanted = _words(intent)
    scored = [
        (3 * len(wanted & _words(action.name)) + len(wanted & _words(action.description)), action) for action in actions
    ]
    # sorted() keeps the catalog's order among equals.
    return [action for score, action in sorted(scored, key=lambda pair: -pair[0]) if score]


def _words(text: str) -> frozenset[str]:
    """Return the words of a text without their plural s."""
    return frozenset(word.removesuffix("s") for word in re.findall(r"\w+", text.casefold()) if word not in IGNORED)
