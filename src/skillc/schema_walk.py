"""Where schemas stand inside a schema of the closed dialect, and what their references mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skillc.diagnostic import Pointer

ANNOTATION = "confidence"
REFERENCE = "#/$defs/"
_ONE = ("items", "additionalProperties", "not")
_LISTS = ("anyOf", "oneOf")


def children(schema: Mapping[str, Any]) -> Iterator[tuple[Pointer, dict[str, Any]]]:
    """Yield each schema directly inside `schema`, with its pointer from there."""
    for name, child in schema.get("properties", {}).items():
        yield ("properties", name), child
    for keyword in _ONE:
        if isinstance(schema.get(keyword), dict):
            yield (keyword,), schema[keyword]
    for keyword in _LISTS:
        for index, child in enumerate(schema.get(keyword, [])):
            yield (keyword, index), child


def walk(schema: dict[str, Any], pointer: Pointer = ()) -> Iterator[tuple[Pointer, dict[str, Any]]]:
    """Yield `schema` and every schema inside it, with pointers that begin with `pointer`."""
    yield pointer, schema
    for step, child in children(schema):
        yield from walk(child, (*pointer, *step))


def without_annotations(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a copy of `schema` without `confidence`, which is for authors only."""
    copy = {keyword: value for keyword, value in schema.items() if keyword != ANNOTATION}
    if "properties" in schema:
        copy["properties"] = {name: without_annotations(child) for name, child in schema["properties"].items()}
    for keyword in _ONE:
        if isinstance(schema.get(keyword), dict):
            copy[keyword] = without_annotations(schema[keyword])
    for keyword in _LISTS:
        if keyword in schema:
            copy[keyword] = [without_annotations(child) for child in schema[keyword]]
    return copy


def resolved(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return `schema` with its own `$ref` followed; what it says beside the reference wins. References must not loop."""
    while "$ref" in schema:
        beside = {keyword: value for keyword, value in schema.items() if keyword != "$ref"}
        schema = {**definitions.get(schema["$ref"].removeprefix(REFERENCE), {}), **beside}
    return schema


def properties_of(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> dict[str, Any]:
    """Return the properties that `schema` describes, through references and in every alternative."""
    whole = resolved(schema, definitions)
    found: dict[str, Any] = dict(whole.get("properties", {}))
    for keyword in _LISTS:
        for alternative in whole.get(keyword, []):
            found = {**properties_of(alternative, definitions), **found}
    return found
