"""Write the closed dialect into the schemas that editors use."""

from __future__ import annotations

from typing import Any

from skillc.schemas import NAMES, schema, schema_path, schema_text
from skillc.schemas.dialect import dialect_definition
from skillc.schemas.subschemas import ANNOTATION

_CONFIDENCE = {
    "description": "Whether the source says it, or it was concluded from other facts. Pages mark what is inferred, and "
    "the helper says so when such an input of a request is given.",
    "enum": ["documented", "inferred"],
    "examples": ["inferred"],
}


def merged(name: str) -> dict[str, Any]:
    """Return the schema called `name` with the dialect as it is now."""
    dialect = dialect_definition()
    dialect["properties"] = {**dialect["properties"], ANNOTATION: _CONFIDENCE}
    whole = schema(name)
    return {**whole, "$defs": {**whole["$defs"], "schema": dialect}}


def write() -> None:
    """Bring both files up to date."""
    for name in NAMES:
        schema_path(name).write_text(schema_text(merged(name)), encoding="utf-8")
