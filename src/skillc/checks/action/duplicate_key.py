"""Two actions have the same key.

Why: the key is the command that agents type, so it must be unique.

Fix: change the key of one of them, and rename its file to match.

Bad:
    # skill.yaml
    entities: {book: {title: Books, summary: What stands there.}, author: {title: Authors, summary: Who wrote it.}}
    # actions/author/list-books.yaml
    key: list-books
Good:
    # skill.yaml
    entities: {book: {title: Books, summary: What stands there.}, author: {title: Authors, summary: Who wrote it.}}
    # actions/author/list-authors.yaml
    key: list-authors
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic
    from skillc.load import Document

CODE = "ACT004"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each action whose key an earlier file has."""
    first: dict[str, Document] = {}
    for action in project.actions:
        key = action.data["key"]
        if key in first:
            found = action.error(
                CODE, ("key",), f'"{key}" is already the key of {first[key].path}', "change one of the two keys"
            )
            yield found.see(first[key].related("the other key", ("key",)))
        first.setdefault(key, action)
