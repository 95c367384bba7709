"""An entity has no action.

Why: its page in references/ would be empty.

Fix: add an action in actions/<entity>/, or remove the entity.

Bad:
    # skill.yaml
    entities: {book: {title: Books, summary: What stands there.}, author: {title: Authors, summary: Who wrote it.}}
Good:
    # skill.yaml
    entities: {book: {title: Books, summary: What stands there.}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "SKL001"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each entity whose folder is missing or empty."""
    if project.skill is None:
        return
    folders = {path.split("/")[1] for path in project.files} | {action.data["entity"] for action in project.actions}
    for key in project.skill.data.get("entities", {}):
        if key not in folders:
            message = f'the entity "{key}" has no action'
            yield project.skill.error(
                CODE, ("entities", key), message, f"add one in actions/{key}/, or remove the entity"
            )
