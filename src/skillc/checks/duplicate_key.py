"""Two actions have the same key.

Why: the key is the command that agents type; it can mean one thing only.

Bad:
    # actions/author/list-books.yaml
    key: list-books
Good:
    # actions/author/list-authors.yaml
    key: list-authors
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "ACT004"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each action whose key an earlier file has."""
    first: dict[str, str] = {}
    for action in project.actions:
        key = action.data["key"]
        if key in first:
            yield action.error(CODE, ("key",), f'"{key}" is already the key of {first[key]}', "give one of the two another key")
        first.setdefault(key, action.path)
