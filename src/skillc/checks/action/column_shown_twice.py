"""`show` names a field that lies inside another field of the same list.

Why: the outer field is shown with all its fields, so the inner one appears twice and makes every row longer.

Fix: remove one of the two.

Bad:
    output:
      schema: {type: object, properties: {shelf: {type: object, properties: {room: {type: string}}}}}
      show: [shelf, shelf.room]
Good:
    output:
      schema: {type: object, properties: {shelf: {type: object, properties: {room: {type: string}}}}}
      show: [shelf.room]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "ACT022"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each field that is inside another one."""
    for action in project.actions:
        for block in ("output", "target"):
            shown = action.data.get(block, {}).get("show", [])
            for index, path in enumerate(shown):
                outer = next((other for other in shown if path.startswith(f"{other}.")), None)
                if outer:
                    found = action.warning(
                        CODE,
                        (block, "show", index),
                        f"{path} is already shown as a part of {outer}",
                        "remove one of the two",
                    )
                    yield found.see(action.related("the outer field", (block, "show", shown.index(outer))))
