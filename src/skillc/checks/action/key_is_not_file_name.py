"""An action's key differs from the name of its file.

Why: readers look for `get-book` in get-book.yaml.

Fix: rename the file or the key.

Bad:
    key: list-boks
Good:
    key: list-books
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "ACT001"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each action whose file has another name."""
    for action in project.actions:
        stem = action.stem
        key = action.data["key"]
        if key != stem:
            message = f'key is "{key}", but the file is {stem}.yaml'
            yield action.error(CODE, ("key",), message, f"write key: {stem}, or rename the file to {key}.yaml")
