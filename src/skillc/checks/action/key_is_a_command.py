"""An action's key is also a command of the helper.

Why: `connect` could mean the action or the command.

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
    """Yield each action whose key is a command."""
    for action in project.actions:
        key = action.data["key"]
        if key in _NAMES:
            message = f'"{key}" is a command of the helper, so no action can have this key'
            yield action.error(CODE, ("key",), message, f"write {key}-{action.data['entity']}")
