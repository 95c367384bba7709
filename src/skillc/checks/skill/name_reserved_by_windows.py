"""A name is reserved by Windows.

Why: files and folders get this name, and Windows cannot create a file `con.md` or a folder `aux`.

Fix: choose another name, such as one of two words.

Bad:
    # actions/book/con.yaml
    key: con
Good:
    # actions/book/list-conferences.yaml
    key: list-conferences
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic, Pointer
    from skillc.load import Document

CODE = "SKL003"

_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each such name of the skill, an entity or an action."""
    for document, pointer, name in _names(project):
        if name in _DEVICES:
            yield document.error(
                CODE,
                pointer,
                f'Windows reserves the name "{name}" and cannot create such a file',
                "choose another name",
            )


def _names(project: Project) -> Iterator[tuple[Document, Pointer, str]]:
    if project.skill:
        yield project.skill, ("name",), project.skill.data["name"]
        for entity in project.skill.data.get("entities", {}):
            yield project.skill, ("entities", entity), entity
    for action in project.actions:
        yield action, ("key",), action.data["key"]
