"""SKILL.md is shorter than ClawHub requires of a new skill.

Why: ClawHub rejects a new skill whose SKILL.md has fewer than 45 words, or fewer than 260 characters without spaces,
below the frontmatter. It is a warning, because a skill that is not published there may be shorter.

Fix: add to `intro`, `facts` or `sections` when to use the skill, what it returns, and what to pay attention to.

Bad:
    $ rm -r actions && sed '/^app:/,$d' skill.yaml >shorter.yaml && mv shorter.yaml skill.yaml
Good:
    $ echo 'sections: [{title: How the shelf is kept, text: "' >>skill.yaml
    $ echo 'Books stand by the family name of their author, big ones at the bottom. A slip in the gap' >>skill.yaml
    $ echo 'says who has borrowed the book and since when. Ask before you move one, and write down' >>skill.yaml
    $ echo 'where it stands now. On the first of each month, compare the shelf with the list, and say' >>skill.yaml
    $ echo 'which books are missing."}]' >>skill.yaml
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.checks.support.rendering import SKILL_PAGE, file_finding
from skillc.diagnostic import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.rendering import Rendering
    from skillc.diagnostic import Diagnostic

CODE = "OUT010"

_FEWEST_WORDS, _FEWEST_CHARACTERS = 45, 260


def check(rendering: Rendering) -> Iterator[Diagnostic]:
    """Yield a warning when SKILL.md is too short."""
    words = rendering.files[SKILL_PAGE].decode("utf-8").split("\n---\n", 1)[1].split()
    characters = sum(map(len, words))
    if len(words) < _FEWEST_WORDS or characters < _FEWEST_CHARACTERS:
        required = f"ClawHub requires {_FEWEST_WORDS} words and {_FEWEST_CHARACTERS} characters"
        message = f"SKILL.md's body has {len(words)} words ({characters} characters); {required}"
        hint = "add to intro, facts or sections when to use the skill, what it returns, and what to pay attention to"
        yield file_finding(CODE, Severity.WARNING, SKILL_PAGE, message, hint)
