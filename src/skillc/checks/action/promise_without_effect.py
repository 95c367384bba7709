"""`confirm`, `reversible` or `idempotent` says something about a change that the action does not make.

Why: a read is never planned and may always be repeated; what destroys nothing needs no way back. So the line does
nothing, or the effect is wrong, and then the action runs without a confirmation.

Fix: remove the line, or correct the effect.

Bad:
    confirm: true
Good:
    # a read, which needs no confirmation
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "ACT031"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each such line."""
    for action in project.actions:
        effect = action.data["effect"]
        useless = {
            "confirm": effect == "read",
            "reversible": effect != "destructive",
            "idempotent": effect == "read" and action.data.get("idempotent") is True,
        }
        for name, is_useless in useless.items():
            if is_useless and name in action.data:
                message = f"{name} means nothing for an action whose effect is {effect}"
                found = action.error(CODE, (name,), message, "remove it, or correct the effect")
                yield found.see(action.related("the effect", ("effect",)))
