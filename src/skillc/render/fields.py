"""The fields of an answer, as the reference pages tell them: what they mean, and which of that its author concluded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillc.schemas.subschemas import resolved
from skillc.shared import schema_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skillc.model import Action, Skill
    from skillc.shared import SchemaRow

_SPEAKING = ("one of", "always")


def answer_fields(skill: Skill, action: Action) -> Iterator[SchemaRow]:
    """Yield the fields of an action's record, or of a row of its list, of which its schema tells more than the type."""
    for row in schema_rows(_record_schema(action, skill.definitions), skill.definitions):
        rule = row.rule if row.rule.startswith(_SPEAKING) else ""
        if rule or row.about:
            yield row._replace(rule=rule)


def _record_schema(action: Action, definitions: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the schema of a row of the list, else of the record in the answer."""
    schema = resolved(action.output.schema, definitions)
    path = action.output.items or action.output.record
    for step in path.split(".") if path else ():
        schema = resolved(schema.get("properties", {}).get(step, {}), definitions)
    return resolved(schema["items"], definitions) if isinstance(schema.get("items"), dict) else schema
