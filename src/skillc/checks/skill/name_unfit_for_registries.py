"""The skill's name is too short for ClawHub, or too long for a command of OpenClaw.

Why: ClawHub requires at least 3 characters, and OpenClaw cuts the command `/name` after 32 characters.
It is a warning, because other agents accept such a name.

Fix: choose a name of 3 to 32 characters.

Bad:
    # skill.yaml
    name: bs
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

CODE = "SKL004"

_LEAST, _MOST = 3, 32


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield at most one warning."""
    if project.skill is None:
        return
    name = project.skill.data["name"]
    if not _LEAST <= len(name) <= _MOST:
        reason = (
            f"ClawHub requires at least {_LEAST}"
            if len(name) < _LEAST
            else f"OpenClaw cuts its command /{name} after {_MOST}"
        )
        yield project.skill.warning(
            CODE,
            ("name",),
            f"the name has {len(name)} characters; {reason}",
            f"choose a name of {_LEAST} to {_MOST} characters",
        )
