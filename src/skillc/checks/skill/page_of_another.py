"""A page in `pages` has the name of an entity, whose page would be the same file.

Why: both would be written to references/<name>.md.

Fix: give the page another name, or write its sections into the entity.

Bad:
    # skill.yaml
    pages: {book: {title: Borrowing, summary: How books are lent., sections: [{title: Time, text: Four weeks.}]}}
Good:
    # skill.yaml
    pages: {lending: {title: Borrowing, summary: How books are lent., sections: [{title: Time, text: Four weeks.}]}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "SKL010"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each page that has the name of an entity."""
    if project.skill is None:
        return
    for key in project.skill.data.get("pages", {}):
        if key in project.skill.data.get("entities", {}):
            message = f'the entity "{key}" has this page: references/{key}.md'
            yield project.skill.error(CODE, ("pages", key), message, "rename the page")
