"""`items`, `total`, `id`, `show`, `currency` or `minus` points to something that `output.schema` does not describe.

Why: a default column that is never there leaves the agent with rows of nothing, and rows without the id that is looked
for cannot be told apart. An `id` is a text or a number. A sum that subtracts by a field which no row has adds credit
notes to the turnover.

Fix: correct the path, or describe the property in `output.schema`.

Bad:
    output: {schema: {type: object, properties: {title: {type: string}}}, show: [titel]}
Good:
    output: {schema: {type: object, properties: {title: {type: string}}}, show: [title]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillc.checks.support.paths import Miss, follow, follow_in_record, record_of, rows_of
from skillc.schemas.subschemas import types_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic, Pointer
    from skillc.load import Document

CODE = "ACT007"

_ID_TYPES = {"string", "integer", "number"}


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each path that leads nowhere, or to something of the wrong type."""
    for action in project.actions:
        if "schema" in action.data["output"]:
            yield from _list_paths(action, action.data["output"], project.definitions)
            yield from _columns(action, action.data["output"], project.definitions)


def _list_paths(action: Document, output: dict[str, Any], definitions: Mapping[str, Any]) -> Iterator[Diagnostic]:
    for name, wanted in (("items", "array"), ("total", "integer"), ("record", "object")):
        there = follow(output["schema"], output[name], definitions) if name in output else {}
        if isinstance(there, Miss):
            yield _nowhere(action, ("output", name), there, "the answer")
        elif (types := types_of(there, definitions)) and types.isdisjoint(
            {wanted, "number" if wanted == "integer" else wanted}
        ):
            message = f"{name} points to {output[name]}, which has the type {' or '.join(sorted(types))}, not {wanted}"
            yield action.error(CODE, ("output", name), message, f"name a property of type {wanted}, or remove {name}")


def _columns(action: Document, output: dict[str, Any], definitions: Mapping[str, Any]) -> Iterator[Diagnostic]:
    record = record_of(output, definitions)
    around = "the row" if "items" in output or rows_of(output["schema"], definitions) is not None else "the answer"
    for index, path in enumerate(output.get("show", [])):
        there = follow_in_record(record, path, definitions)
        if isinstance(there, Miss) and record:
            yield _nowhere(action, ("output", "show", index), there, around)
    for pointer, path in _sum_fields(output):
        there = follow_in_record(record, path, definitions)
        if isinstance(there, Miss) and record:
            yield _nowhere(action, pointer, there, around)
    there = follow(record, output["id"], definitions) if "id" in output and record else {}
    if isinstance(there, Miss):
        yield _nowhere(action, ("output", "id"), there, around)
    elif (types := types_of(there, definitions)) and types.isdisjoint(_ID_TYPES):
        message = f"id points to {output['id']}, which is of type {' or '.join(sorted(types))}, not string or integer"
        yield action.error(CODE, ("output", "id"), message, "name the field that tells rows apart, or remove id")


def _sum_fields(output: Mapping[str, Any]) -> Iterator[tuple[Pointer, str]]:
    """Yield each field that says how rows add up, with where it is named."""
    if "currency" in output:
        yield ("output", "currency"), output["currency"]
    minus = output.get("minus", {})
    if "field" in minus:
        yield ("output", "minus", "field"), minus["field"]
    for index, path in enumerate(minus.get("of", [])):
        yield ("output", "minus", "of", index), path


def _nowhere(action: Document, pointer: Pointer, miss: Miss, around: str) -> Diagnostic:
    within = f'"{miss.within}"' if miss.within else around
    return action.error(CODE, pointer, f'output.schema describes no "{miss.step}" in {within}', miss.hint)
