"""A summary repeats the title, or the summary of another action.

Why: agents choose an action by its summary, and cannot choose between two equal ones.

Fix: say more than the title, or how the two actions differ.

Bad:
    title: List books
    summary: List books.
Good:
    title: List books
    summary: Find books by a word of their title.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic
    from skillc.load import Document

CODE = "ACT006"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each summary that says nothing new."""
    first: dict[str, Document] = {}
    for action in project.actions:
        summary = _plain(action.data["summary"])
        if summary == _plain(action.data["title"]):
            found = action.error(CODE, ("summary",), "the summary repeats the title", "say more than the title")
            yield found.see(action.related("the title", ("title",)))
        elif summary in first:
            other = first[summary]
            found = action.error(
                CODE, ("summary",), f"the summary is the same as that of {other.data['key']}", "say how the two differ"
            )
            yield found.see(other.related("the other summary", ("summary",)))
        first.setdefault(summary, action)


def _plain(text: str) -> str:
    return " ".join(text.casefold().strip(". \n").split())
