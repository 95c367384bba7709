"""The schemas that authors write, wherever they stand."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from skillc.schemas.subschemas import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Pointer
    from skillc.load import Document

_Place = tuple["Document", "Pointer", dict[str, Any]]


def schema_roots(project: Project) -> Iterator[_Place]:
    """Yield each whole schema: the shared ones of skill.yaml, and those of every action."""
    if project.skill:
        for name, schema in project.definitions.items():
            yield project.skill, ("$defs", name), schema
    for action in project.actions:
        yield action, ("input",), action.data["input"]
        for name, schema in action.data.get("prepare", {}).get("makes", {}).items():
            yield action, ("prepare", "makes", name), schema
        if "schema" in action.data["output"]:
            yield action, ("output", "schema"), action.data["output"]["schema"]


@lru_cache(maxsize=1)  # many checks want them, of the same project
def all_schemas(project: Project) -> tuple[_Place, ...]:
    """Return every schema with all the schemas inside it."""
    return tuple((document, *found) for document, start, root in schema_roots(project) for found in walk(root, start))
