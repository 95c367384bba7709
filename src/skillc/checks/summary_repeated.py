"""A summary repeats its own title, or is that of another action.

Why: agents choose by it. Two actions with the same summary are a coin toss.

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

CODE = "ACT006"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each summary that tells nothing new."""
    first: dict[str, str] = {}
    for action in project.actions:
        summary = _plain(action.data["summary"])
        if summary == _plain(action.data["title"]):
            yield action.error(CODE, ("summary",), "the summary repeats the title", "say what the title leaves open")
        elif summary in first:
            yield action.error(CODE, ("summary",), f"the summary is that of {first[summary]}", "say how the two differ")
        first.setdefault(summary, action.data["key"])


def _plain(text: str) -> str:
    return " ".join(text.casefold().strip(". \n").split())
