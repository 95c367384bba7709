# skillc copies this file into each skill; change it in src/skill_helper, not there
"""What a schema of any dialect says: its types, the names it describes, what it refers to, what it allows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .json_values import is_integer_number, kind_of
from .wording import TYPE_PHRASES, shown_options

REFERENCE_START = "#/$defs/"
# The keywords whose schemas speak about the same value, those of wider dialects included.
LISTS_OF_PARTS = ("anyOf", "oneOf", "allOf")
SINGLE_PARTS = ("if", "then", "else")


def listed_types(schema: Mapping[str, Any]) -> list[Any]:
    """Return the types that a schema names, as a list."""
    types = schema.get("type", [])
    return types if isinstance(types, list) else [types]


def has_type(value: Any, name: Any) -> bool:
    """Tell whether `value` is of the JSON Schema type `name`.

    A name that JSON Schema does not know may mean anything.
    """
    if name == "integer":
        return is_integer_number(value)
    return kind_of(value) == name or not (isinstance(name, str) and name in TYPE_PHRASES)


def referred_schema(reference: Any, defs: Mapping[str, Any]) -> Any:
    """Return what "#/$defs/Name" stands for.

    True, the schema that allows everything, for a reference that leads nowhere.
    """
    if not isinstance(reference, str) or not reference.startswith(REFERENCE_START):
        return True
    name = reference[len(REFERENCE_START) :]
    if "%" in name:
        from urllib.parse import unquote

        name = unquote(name)
    return defs.get(name.replace("~1", "/").replace("~0", "~"), True)


def described_properties(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return the member `properties` of a schema, empty when it has none."""
    properties = schema.get("properties")
    return properties if isinstance(properties, dict) else {}


def names_described(schema: Any, defs: Mapping[str, Any]) -> dict[str, Any]:
    """Return the properties that a schema with all its parts describes; none when a part speaks of additional ones."""
    names: dict[str, Any] = {}
    for part in schema_parts(schema, defs):
        if "additionalProperties" in part or "patternProperties" in part:
            return {}
        names.update(described_properties(part))
    return names


def schema_parts(schema: Any, defs: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return a schema and all schemas in it that speak about the same value. Each reference is followed once."""
    parts, followed = [schema], set()
    for part in parts:  # which grows on the way
        if not isinstance(part, dict):
            continue
        for keyword in LISTS_OF_PARTS:
            parts.extend(part[keyword] if isinstance(part.get(keyword), list) else [])
        parts.extend(part[keyword] for keyword in SINGLE_PARTS if keyword in part)
        reference = part.get("$ref")
        if isinstance(reference, str) and reference not in followed:
            followed.add(reference)
            parts.append(referred_schema(reference, defs))
    return [part for part in parts if isinstance(part, dict)]


def allowed_phrases(schemas: list[Any], defs: Mapping[str, Any]) -> list[str]:
    """Return in words what the alternatives allow: the values that they list, otherwise their types. None twice."""
    phrases: list[str] = []
    for schema in schemas:
        for part in schema_parts(schema, defs):
            options = [part["const"]] if "const" in part else part.get("enum")
            if isinstance(options, list):
                phrases.extend(shown_options(options))
            else:
                phrases.extend(
                    TYPE_PHRASES[name] for name in listed_types(part) if isinstance(name, str) and name in TYPE_PHRASES
                )
    return list(dict.fromkeys(phrases))
