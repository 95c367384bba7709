"""A title, a summary or a description is too long for its place on the pages.

Why: each is one entry in a long list, and every reader of the page pays for it. A title is a heading of at most 60
characters, a summary is a line of `actions` of at most 120, and a description is an item on a reference page of at most
200.

Fix: say it in one short sentence. Put what a caller could get wrong into `notes`.

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

_LIMITS = {
    "title": 60,
    "summary": 120,
    "description": 200,
}  # a heading; a row of `actions`; an item on a reference page


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each text over its limit."""
    for document, pointer, text in descriptions(project):
        limit = _LIMITS[str(pointer[-1])]
        if (length := len(text.strip())) > limit:
            message = f"the {pointer[-1]} has {length} characters; at most {limit} are useful there"
            yield document.warning(CODE, pointer, message, "say it in one short sentence")
