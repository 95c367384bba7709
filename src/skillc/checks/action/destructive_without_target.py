"""A destructive action does not say which record it is about.

Why: the plan then shows what the caller typed and nothing else, and the user cannot see that it is the wrong record.
It is a warning, since some actions are about no record.

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
            message = "the plan of this destructive action cannot show the record that it is about"
            yield action.warning(CODE, ("effect",), message, "add target: {read: <a get or list action>, …}")
        elif not set(target["show"]) - target.get("with", {}).keys() - target.get("match", {}).keys():
            message = "the plan of this destructive action shows only what the caller has typed"
            yield action.warning(CODE, ("target", "show"), message, "show fields by which the user knows the record, such as its name")
