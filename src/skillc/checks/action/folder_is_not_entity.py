"""An action is in the folder of another entity.

Why: readers look for the actions of an entity in its folder.

Fix: move the file to the folder of its entity, or change `entity`.

Bad:
    # actions/author/list-authors.yaml
    entity: book
Good:
    # actions/book/list-authors.yaml
    entity: book
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "ACT002"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each action whose folder is not named after its entity."""
    for action in project.actions:
        folder, entity = action.path.split("/")[1], action.data["entity"]
        if folder != entity and _is_known(project, entity):
            message = f'entity is "{entity}", but the file is in actions/{folder}/'
            yield action.error(
                CODE, ("entity",), message, f"write entity: {folder}, or move the file to actions/{entity}/"
            )


def _is_known(project: Project, entity: str) -> bool:
    """Tell whether skill.yaml has the entity; if not, that is another check's finding."""
    return project.skill is None or entity in project.skill.data.get("entities", {})
