# skillc copies this file into each skill; change it in src/skill_helper, not there
"""What somebody asks for, in words: whether a text fits it, and whether it is known that nothing does it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..base.records import Limit

IDLE = frozenset(
    (
        "a", "an", "all", "and", "any", "are", "as", "at", "by", "can", "do", "does", "for", "from", "how", "i", "in",
        "is", "it", "its", "me", "my", "new", "of", "on", "one", "or", "please", "that", "the", "to", "want", "what",
        "when", "which", "with",
    )
)  # fmt: skip
VERBS = (
    frozenset(
        (
            "list",
            "show",
            "get",
            "find",
            "search",
            "look",
            "see",
            "read",
            "fetch",
            "view",
            "display",
            "query",
            "retrieve",
        )
    ),
    frozenset(("create", "add", "make", "insert", "post", "register", "write")),
    frozenset(("update", "change", "edit", "modify", "set", "rename", "patch", "correct")),
    frozenset(("delete", "remove", "drop", "destroy")),
)


def words_of(text: str) -> list[str]:
    """Return the words of a text or a name in lower case: `invoicePaid` has two."""
    return [word.casefold() for word in re.findall(r"[^\W\d_]+", re.sub(r"([a-z0-9])([A-Z])", r"\1 \2", text))]


def limits_on(limits: Iterable[Limit], text: str) -> list[str]:
    """Return what the skill says of the tasks in a text that no action does."""
    words = words_of(text)
    return [limit.says for limit in limits if any(_begins(words, words_of(stem)) for stem in limit.words)]


def _begins(words: list[str], stem: list[str]) -> bool:
    """Whether words in a row begin with those of the stem."""
    places = range(len(words) - len(stem) + 1)
    return bool(stem) and any(
        all(words[place + step].startswith(part) for step, part in enumerate(stem)) for place in places
    )


def fits(wish: str, text: str) -> bool:
    """Whether a text clearly speaks of what is asked for: it has more than half of the words that say something."""
    wanted, there = _meanings(wish), _meanings(text)
    return 2 * len(wanted & there) > len(wanted)


def rank(wish: str, name: str, about: str) -> tuple[int, int]:
    """Return what sorts the things that are asked for, best first; those that do not clearly fit are alike."""
    if not fits(wish, f"{name} {about}"):
        return (0, 0)
    return (-len(_meanings(wish) & _meanings(f"{name} {about}")), len(_meanings(name)))


def _meanings(text: str) -> set[str]:
    """Return the words that say something, one for all verbs that mean the same, without the plural's s."""
    plain = [
        word[:-1] if word.endswith("s") and not word.endswith("ss") else word
        for word in words_of(text)
        if word not in IDLE
    ]
    return {next((min(verbs) for verbs in VERBS if word in verbs), word) for word in plain}
