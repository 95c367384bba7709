"""The skill's name contains the word `claude` or `anthropic`.

Why: claude.ai refuses to upload such a skill: both words are kept for Anthropic's own.
It is a warning, since other agents take such a name.

Fix: name the skill after what it does.

Bad:
    # skill.yaml
    name: claude-books
Good:
    # skill.yaml
    name: bookshelf
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "SKL007"

_RESERVED = ("claude", "anthropic")


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield at most one warning."""
    if project.skill is None:
        return
    name = project.skill.data["name"]
    for word in _RESERVED:
        if word in name:
            message = f'the name contains "{word}"; claude.ai refuses it'
            yield project.skill.warning(CODE, ("name",), message, "name the skill after what it does")
            return
