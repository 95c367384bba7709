"""The title or the summary of an action names another action.

Why: such a text was usually copied with the file, and makes the agent run the wrong action. Notes, remedies and
descriptions of inputs may name other actions.

Fix: say what this action does. Put what to run before or after it into `notes`.

Bad:
    # actions/book/get-book.yaml
    title: List books
Good:
    # actions/book/get-book.yaml
    title: Get a book
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from skillc.checks.text.todo_left import MARK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "TXT010"

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_WORD = re.compile(r"\w+")
_ARTICLES = {"a", "an", "the"}


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each title and summary that names, or is word for word, the key of another action.

    One that is still to do, none.
    """
    keys = {action.data["key"] for action in project.actions}
    for action in project.actions:
        own = action.data["key"]
        for place in ("title", "summary"):
            named = list(_named(action.data[place]))
            other = next((key for key in named if key in keys), None)
            if other and own not in named and MARK not in action.data[place]:
                message = f"the {place} of {own} names {other}"
                yield action.warning(
                    CODE, (place,), message, "say what this action does", span=action.find((place,), other)
                )


def _named(text: str) -> Iterator[str]:
    """Yield what may be keys in `text`, and what its words make, with their articles and without."""
    yield from _KEY.findall(text.lower())
    words = _WORD.findall(text.lower())
    yield "-".join(words)
    yield "-".join(word for word in words if word not in _ARTICLES)
