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
_DEPTH_LIMIT = 20  # of alternatives in alternatives, which may form a circle


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


def codecs_of(schema: Mapping[str, Any], definitions: Mapping[str, Any], depth: int = 0) -> dict[str, Any]:
    """Return the part of a schema that names codecs (`wire`): `{}` when none does."""
    whole = resolved(schema, definitions)
    if "wire" in whole or depth > _DEPTH_LIMIT:
        return {"wire": whole["wire"]} if "wire" in whole else {}
    found: dict[str, Any] = {}
    for part in alternatives(whole, definitions):
        members = {name: codecs_of(child, definitions, depth + 1) for name, child in part.get("properties", {}).items()}
        named = {name: child for name, child in members.items() if child}
        found.update({"properties": {**found.get("properties", {}), **named}} if named else {})
        for keyword in ("items", "additionalProperties"):
            child = part.get(keyword)
            inner = codecs_of(child, definitions, depth + 1) if isinstance(child, dict) else {}
            found.update({keyword: inner} if inner else {})
    return found


def resolved(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return `schema` with its own `$ref` followed; what it says beside the reference wins.

    A reference that leads nowhere, or in a circle, stays in the result.
    """
    followed: set[str] = set()
    while "$ref" in schema:
        name = schema["$ref"].removeprefix(REFERENCE)
        if name in followed or name not in definitions:
            return schema
        followed.add(name)
        beside = {keyword: value for keyword, value in schema.items() if keyword != "$ref"}
        schema = {**definitions[name], **beside}
    return schema


def alternatives(
    schema: Mapping[str, Any], definitions: Mapping[str, Any], depth: int = 0
) -> Iterator[Mapping[str, Any]]:
    """Yield `schema`, resolved, and every `anyOf` and `oneOf` part of it: everything that describes the same value."""
    whole = resolved(schema, definitions)
    yield whole
    for keyword in _LISTS if depth < _DEPTH_LIMIT else ():
        for part in whole.get(keyword, []):
            yield from alternatives(part, definitions, depth + 1)


def properties_of(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> dict[str, Any]:
    """Return the properties that `schema` describes, through references and in every alternative."""
    found: dict[str, Any] = {}
    for part in alternatives(schema, definitions):
        found = {**part.get("properties", {}), **found}
    return found


def properties_with_members(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> dict[str, Any]:
    """Return the properties of `schema`, and as "name.member" those of its objects and of the objects in its lists."""
    own = properties_of(schema, definitions)
    inner = {
        f"{name}.{member}": part
        for name, child in own.items()
        for member, part in properties_of(resolved(child, definitions).get("items", child), definitions).items()
    }
    return {**own, **inner}


def says_everything(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> bool:
    """Tell whether `properties_of` lists every property that `schema` allows."""
    return not any(
        "$ref" in part or isinstance(part.get("additionalProperties"), dict)
        for part in alternatives(schema, definitions)
    )


def types_of(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> frozenset[str]:
    """Return the types that `schema` names, in every alternative; none when it names none."""
    named = [part.get("type", []) for part in alternatives(schema, definitions)]
    return frozenset(name for types in named for name in ([types] if isinstance(types, str) else types))
