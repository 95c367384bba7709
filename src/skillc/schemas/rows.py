"""The fields of the rows of a list, as the schema of its answer describes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillc.schemas.subschemas import alternatives, properties_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_DEPTH = 4  # of objects in objects, which may form a circle


def row_fields(output: Mapping[str, Any], definitions: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the fields of a row as dotted paths; none where the answer is no list, or its rows are not described."""
    schema = output.get("schema", {})
    for step in output["items"].split(".") if "items" in output else ():
        schema = properties_of(schema, definitions).get(step, {})
    parts = alternatives(schema, definitions)
    row: Mapping[str, Any] = next((part["items"] for part in parts if isinstance(part.get("items"), dict)), {})
    return tuple(_paths(row, definitions, "", _DEPTH))


def _paths(schema: Mapping[str, Any], definitions: Mapping[str, Any], start: str, depth: int) -> Iterator[str]:
    for name, child in properties_of(schema, definitions).items() if depth else ():
        yield start + name
        yield from _paths(child, definitions, f"{start}{name}.", depth - 1)
