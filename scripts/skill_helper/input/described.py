# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The inputs of a schema, one row each, as `describe` and the help pages show them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .values import allowed_types, follow_reference

RULES = (
    "enum",
    "const",
    "format",
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minItems",
    "maxItems",
    "default",
)


def input_rows(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return one row for each input: name, type, whether it is required, its rules, what it is."""
    rows: list[dict[str, Any]] = []
    properties = schema.get("properties")
    required = frozenset(schema.get("required") or ())
    for name, found in (properties if isinstance(properties, dict) else {}).items():
        shape = follow_reference(found, definitions) if isinstance(found, dict) else {}
        row: dict[str, Any] = {"name": name, "type": "|".join(sorted(allowed_types(shape))) or "any"}
        if name in required:
            row["required"] = True
        row.update({rule: shape[rule] for rule in RULES if rule in shape})
        items = shape.get("items")
        if isinstance(items, dict):
            row["items"] = {rule: items[rule] for rule in ("type", *RULES) if rule in items}
        row["about"] = str(shape.get("description") or shape.get("title") or "")[:200]
        rows.append(row)
    return rows
