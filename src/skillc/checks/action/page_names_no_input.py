"""`page` names an input that does not exist or has another type than an integer, or not exactly one way to page.

Why: `--all` reads the pages of a list by setting these inputs.

Fix: name one of `number`, `offset` and `cursor`. The first two are inputs of type integer; a cursor needs `next` or
`last`, which say where the answer gives it.

Bad:
    page: {number: side}
Good:
    page: {number: page}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillc.checks.support.paths import name_hint
from skillc.schemas.subschemas import properties_of, says_everything, types_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "ACT008"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each name in `page` that is not an input of type integer."""
    for action in project.actions:
        inputs = properties_of(action.data["input"], project.definitions)
        page = action.data.get("page", {})
        if page and (message := _way(page)):
            yield action.error(
                CODE, ("page",), message, "write one of them: number, offset, or cursor with next or last"
            )
        for part in ("number", "offset", "size", "cursor"):
            name = page.get(part)
            if name in inputs:
                types = types_of(inputs[name], project.definitions)
                if part != "cursor" and types and "integer" not in types:
                    message = f"{name} has the type {' or '.join(sorted(types))}, not integer"
                    yield action.error(CODE, ("page", part), message, "name an input of type integer")
            elif name is not None and says_everything(action.data["input"], project.definitions):
                yield action.error(CODE, ("page", part), f'there is no input "{name}"', name_hint(name, inputs))


def _way(page: Mapping[str, Any]) -> str:
    """Return what is wrong with the way in which a list is paged; empty when nothing is."""
    ways = [name for name in ("number", "offset", "cursor") if name in page]
    if len(ways) != 1:
        return f"page has {' and '.join(ways)}" if ways else "page does not say how the list is paged"
    if "cursor" in page and len({"next", "last"} & page.keys()) != 1:
        return (
            "page has both next and last" if "next" in page else "page does not say where the answer gives the cursor"
        )
    stray = [name for name in ("next", "last") if name in page and "cursor" not in page]
    stray += ["first"] if "first" in page and "number" not in page else []
    return f"{stray[0]} means nothing without {'number' if stray[0] == 'first' else 'cursor'}" if stray else ""
