# skillc copies this file into each skill; change it in src/skill_helper, not there
"""A schema that came from outside, made to what the other modules take for granted.

Each keyword has the form that JSON Schema gives it.

A keyword whose limit has another form says nothing that can be understood, and is left out. A schema of more entries
than anybody describes an input with counts as none: leaving out a part would refuse what the whole allows.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from ..base.jsontext import count_values

MOST_ENTRIES = 20_000
NAMED_SCHEMAS = ("properties", "$defs", "definitions", "patternProperties")
SCHEMA_LISTS = ("anyOf", "oneOf", "allOf", "prefixItems")
SINGLE_SCHEMAS = ("items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames")


def wellformed(schema: Any) -> dict[str, Any]:
    """Return a schema of which every part has its proper form; `{}` for what is none."""
    return _schema(schema) if isinstance(schema, dict) and count_values(schema, MOST_ENTRIES) <= MOST_ENTRIES else {}


def _schema(schema: Any) -> Any:
    if not isinstance(schema, dict):
        return schema if isinstance(schema, bool) else {}
    made: dict[str, Any] = {}
    for keyword, limit in schema.items():
        if keyword in FORMS and not FORMS[keyword](limit):
            continue
        if keyword in NAMED_SCHEMAS:
            made[keyword] = {name: _schema(part) for name, part in limit.items()}
        elif keyword in SCHEMA_LISTS:
            made[keyword] = [_schema(part) for part in limit]
        else:
            made[keyword] = _schema(limit) if keyword in SINGLE_SCHEMAS else limit
    return made


def _is_number(limit: Any) -> bool:
    return isinstance(limit, (int, Decimal)) and not isinstance(limit, bool)


def _is_text(limit: Any) -> bool:
    return isinstance(limit, str)


def _is_list_of_texts(limit: Any) -> bool:
    return isinstance(limit, list) and all(isinstance(text, str) for text in limit)


_NUMBERS = (
    *("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"),
    *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
)
FORMS: dict[str, Callable[[Any], bool]] = {
    **dict.fromkeys(NAMED_SCHEMAS, lambda limit: isinstance(limit, dict)),
    **dict.fromkeys(SCHEMA_LISTS, lambda limit: isinstance(limit, list)),
    **dict.fromkeys(SINGLE_SCHEMAS, lambda limit: isinstance(limit, (dict, bool))),
    **dict.fromkeys(("$ref", "description", "title", "format", "pattern"), _is_text),
    **dict.fromkeys(_NUMBERS, _is_number),
    "required": _is_list_of_texts,
    "enum": lambda limit: isinstance(limit, list),
    "type": lambda limit: _is_text(limit) or _is_list_of_texts(limit),
}
