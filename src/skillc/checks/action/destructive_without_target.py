"""A destructive action has no `target` that shows which record it changes.

Why: the plan then shows only what the caller typed, so the user cannot see that it is the wrong record.
It is a warning, because some actions have no single record.

Fix: add `target`: a read of the record and the fields to show of it.

Bad:
    # actions/book/delete-book.yaml
    target: {read: get-book, with: {id: id}, show: [id]}
Good:
    # actions/book/delete-book.yaml
    target: {read: get-book, with: {id: id}, show: [title]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "ACT019"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each destructive action without `target`."""
    for action in project.actions:
        if action.data["effect"] != "destructive":
            continue
        target = action.data.get("target")
        if target is None:
            message = "the plan of this destructive action cannot show the record"
            yield action.warning(CODE, ("effect",), message, "add target: {read: <a get or list action>, …}")
        elif not set(target["show"]) - target.get("with", {}).keys() - target.get("match", {}).keys():
            message = "the plan of this destructive action shows only what the caller typed"
            yield action.warning(
                CODE,
                ("target", "show"),
                message,
                "show fields by which the user recognizes the record, such as its name",
            )
