"""A shared schema refers to itself, directly or through others.

Why: pages and help texts replace each reference by its schema, which would never end.

Fix: replace one of the references by the part of the schema that is needed.

Bad:
    output: {schema: {$ref: "#/$defs/Shelf"}}
    # skill.yaml
    $defs: {BookId: {type: string}, Shelf: {type: object, properties: {above: {$ref: "#/$defs/Shelf"}}}}
Good:
    output: {schema: {$ref: "#/$defs/Shelf"}}
    # skill.yaml
    $defs: {BookId: {type: string}, Shelf: {type: object, properties: {above: {type: object}}}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillc.schemas.subschemas import REFERENCE, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic, Pointer

CODE = "SCH002"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield one error per shared schema that leads back to itself."""
    if project.skill is None:
        return
    reaches = {name: _referred(name, schema) for name, schema in project.definitions.items()}
    for name in reaches:
        circle = _circle(name, reaches)
        if circle and name == min(circle):
            message = f"{name} refers to itself: {' -> '.join([*circle, name])}"
            pointer = ("$defs", name)
            found = project.skill.error(
                CODE, pointer, message, "replace one of the references by the part of the schema that is needed"
            )
            steps = zip(circle, [*circle[1:], name], strict=True)
            yield found.see(
                *(project.skill.related(f"{here} refers to {there}", reaches[here][there]) for here, there in steps)
            )


def _referred(name: str, schema: dict[str, Any]) -> dict[str, Pointer]:
    """Return each shared schema that the one called `name` refers to, and where."""
    places = walk(schema, ("$defs", name))
    return {inner["$ref"].removeprefix(REFERENCE): (*pointer, "$ref") for pointer, inner in places if "$ref" in inner}


def _circle(start: str, reaches: Mapping[str, Iterable[str]]) -> list[str]:
    """Return the shortest way from `start` back to itself, without its end; [] when there is none."""
    ways, seen = [[start]], {start}
    for way in ways:  # which grows on the way
        for name in sorted(reaches.get(way[-1], ())):
            if name == start:
                return way
            if name not in seen:
                seen.add(name)
                ways.append([*way, name])
    return []
