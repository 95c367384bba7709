"""A title, a summary or a description is longer than its place on the pages can bear.

Why: each is one entry of a list, read among many; a long one hides its neighbours, and costs every reader of the page.
A title is a heading, of 60 characters at most; a summary a row of what `actions` prints, of 120; a description an item of a
reference page, of 200.

Fix: say it in one sentence; what a caller would get wrong goes into `notes`.

Bad:
    title: List all the books that stand on the shelf of the library, wherever in the house that is
Good:
    title: List the books
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.checks.support.texts import descriptions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "TXT008"

_LIMITS = {"title": 60, "summary": 120, "description": 200}  # a heading; a row of `actions`; an item on a reference page


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each text over its limit."""
    for document, pointer, text in descriptions(project):
        limit = _LIMITS[str(pointer[-1])]
        if (length := len(text.strip())) > limit:
            message = f"the {pointer[-1]} has {length} characters; there is room for {limit}"
            yield document.warning(CODE, pointer, message, "say it in one short sentence")
