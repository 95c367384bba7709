"""Dotted paths into the schema of an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from skillc.schemas.subschemas import alternatives, properties_of, says_everything
from skillc.shared import RECORD_NAMES, closest

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Miss:
    """A path that leads nowhere: the step that fails, what is there instead, and a hint."""

    step: str
    within: str
    hint: str


def follow(schema: Mapping[str, Any], path: str, definitions: Mapping[str, Any]) -> Mapping[str, Any] | Miss:
    """Return the schema that the dotted `path` leads to from `schema`; {} when the schema leaves it open."""
    walked: list[str] = []
    for step in path.split("."):
        known = properties_of(schema, definitions)
        if step not in known:
            if not says_everything(schema, definitions):
                return {}
            return Miss(step, ".".join(walked), name_hint(step, known) or "describe it in the schema, or remove it")
        walked.append(step)
        schema = known[step]
    return schema


def name_hint(name: str, known: Mapping[str, Any]) -> str:
    """Return what to type instead of the unknown `name`."""
    near = closest(name, known)
    if near:
        return f'did you mean "{near}"?'
    return f"known: {', '.join(known)}" if known else ""


def rows_of(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the schema of the rows if `schema` describes a list, else None."""
    return next((part["items"] for part in alternatives(schema, definitions) if "items" in part), None)


def record_of(output: Mapping[str, Any], definitions: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the schema to which `show` applies: a row of the list, the record, or the output; {} if it is unknown."""
    whole = output.get("schema", {})
    where = output.get("items") or output.get("record")
    if where:
        there = follow(whole, where, definitions)
        whole = {} if isinstance(there, Miss) else there
    return rows_of(whole, definitions) or whole


def follow_in_record(record: Mapping[str, Any], path: str, definitions: Mapping[str, Any]) -> Mapping[str, Any] | Miss:
    """Return what `path` leads to from a record, or from the one that it wraps, as the helper looks for it."""
    there = follow(record, path, definitions)
    inner = properties_of(record, definitions)
    for name in RECORD_NAMES if isinstance(there, Miss) else ():
        found = follow(inner[name], path, definitions) if properties_of(inner.get(name, {}), definitions) else there
        if not isinstance(found, Miss):
            return found
    return there
