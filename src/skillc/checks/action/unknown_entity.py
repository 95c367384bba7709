"""An action names an entity that skill.yaml does not have.

Why: each entity has a page in references/, so the action would be on no page.

Fix: correct the name, or add the entity to skill.yaml.

Bad:
    # actions/author/list-authors.yaml
    entity: author
Good:
    # actions/book/list-authors.yaml
    entity: book
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.checks.support.paths import name_hint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "ACT003"

_HINT = "describe it under entities of skill.yaml"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each action with an unknown entity."""
    if project.skill is None:
        return
    entities = project.skill.data.get("entities", {})
    for action in project.actions:
        entity = action.data["entity"]
        if entity not in entities:
            yield action.error(
                CODE, ("entity",), f'skill.yaml has no entity "{entity}"', name_hint(entity, entities) or _HINT
            )
