"""An action's key is a command of the helper itself.

Why: `connect` would run the action or the command, and nobody could tell which.

Fix: choose a key of two words, such as `describe-book`.

Bad:
    # actions/book/describe.yaml
    key: describe
Good:
    # actions/book/describe-book.yaml
    key: describe-book
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.shared import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "ACT005"

_NAMES = frozenset({*COMMANDS, "help"})


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each action that is called like a command."""
    for action in project.actions:
        key = action.data["key"]
        if key in _NAMES:
            message = f'"{key}" is a command of the helper; no action can be called so'
            yield action.error(CODE, ("key",), message, f"write {key}-{action.data['entity']}")
