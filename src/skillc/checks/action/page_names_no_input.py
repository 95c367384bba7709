"""`page` names an input that does not exist or is not an integer.

Why: `--all` reads the pages of a list by setting these inputs.

Fix: name an input of type integer.

Bad:
    page: {number: side}
Good:
    page: {number: page}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.checks.support.paths import name_hint
from skillc.schemas.subschemas import properties_of, says_everything, types_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "ACT008"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each name in `page` that is not an input of type integer."""
    for action in project.actions:
        inputs = properties_of(action.data["input"], project.definitions)
        for part in ("number", "size"):
            name = action.data.get("page", {}).get(part)
            if name in inputs:
                types = types_of(inputs[name], project.definitions)
                if types and "integer" not in types:
                    message = f"{name} has the type {' or '.join(sorted(types))}, not integer"
                    yield action.error(CODE, ("page", part), message, "name an input of type integer")
            elif name is not None and says_everything(action.data["input"], project.definitions):
                yield action.error(CODE, ("page", part), f'there is no input "{name}"', name_hint(name, inputs))
