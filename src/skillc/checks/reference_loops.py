"""A shared schema refers to itself, directly or through others.

Why: pages and help texts write references out, and an endless schema has no end to write.

Bad:
    # skill.yaml
    $defs: {BookId: {type: string}, Shelf: {type: object, properties: {above: {$ref: "#/$defs/Shelf"}}}}
Good:
    # skill.yaml
    $defs: {BookId: {type: string}, Shelf: {type: object, properties: {above: {type: object}}}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillc.subschemas import REFERENCE, walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "SCH002"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield one error per shared schema that leads back to itself."""
    reaches = {name: _referred(schema) for name, schema in project.definitions.items()}
    for name in reaches if project.skill else ():
        circle = _circle(name, reaches)
        if circle and project.skill and name == min(circle):
            message = f"{name} refers to itself: {' -> '.join([*circle, name])}"
            pointer = ("$defs", name)
            span = project.skill.key_span(pointer)
            yield project.skill.error(CODE, pointer, message, "write one of them out as far as it is needed", span=span)


def _referred(schema: dict[str, Any]) -> list[str]:
    return sorted({inner["$ref"].removeprefix(REFERENCE) for _, inner in walk(schema) if "$ref" in inner})


def _circle(start: str, reaches: Mapping[str, list[str]]) -> list[str]:
    """Return the shortest way from `start` back to itself, without its end; [] when there is none."""
    ways, seen = [[start]], {start}
    for way in ways:  # which grows on the way
        for name in reaches.get(way[-1], []):
            if name == start:
                return way
            if name not in seen:
                seen.add(name)
                ways.append([*way, name])
    return []
