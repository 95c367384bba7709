"""A codec, or a style of the query, does not fit the input that it is for.

Why: the value could not be written so, and every call would end with an error, or the app would get something else.

Fix: use a codec for the type of the input; write `style: deepObject` for an object, another style for a list.

Bad:
    input:
      type: object
      properties: {word: {type: string}, page: {type: integer, wire: yyyymmdd}, perPage: {type: integer}}
Good:
    input:
      type: object
      properties: {word: {type: string}, page: {type: integer}, perPage: {type: integer}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillc.checks.support.requests import REQUEST
from skillc.checks.support.schemas import all_schemas
from skillc.schemas.subschemas import properties_of, resolved, types_of
from skillc.shared import CODECS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic
    from skillc.load import Document

CODE = "ACT028"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each codec and each style that does not fit."""
    for document, pointer, schema in all_schemas(project):
        if "wire" in schema and (message := _misfit(schema, project.definitions)):
            yield document.error(CODE, (*pointer, "wire"), message, "remove it, or correct the type")
        elif "wire" in schema and {"anyOf", "oneOf"}.intersection(map(str, pointer)):
            message = "a codec within alternatives has no effect"
            yield document.error(CODE, (*pointer, "wire"), message, "write it beside anyOf or oneOf")
    for action in project.actions:
        inputs = properties_of(action.data["input"], project.definitions)
        for name in action.data.get("lookup", {}):
            if "wire" in resolved(inputs.get(name, {}), project.definitions):
                message = f"{name} names a record, so what is sent in its place has no codec"
                yield action.error(CODE, ("lookup", name), message, f"remove wire from {name}")
        yield from _query(action, project.definitions)
        yield from _headers(action, project.definitions)


def _misfit(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> str:
    """Return why the codec of a schema is none for it; empty when it is."""
    name = schema["wire"]
    codec, types = CODECS[name], types_of(schema, definitions) - {"null"}
    if types and not types.issubset(codec.takes):
        return f"{name} writes {' or '.join(codec.takes)}, and the type is {' or '.join(sorted(types))}"
    if codec.format and resolved(schema, definitions).get("format") != codec.format:
        return f"{name} writes a text with format: {codec.format}"
    return ""


def _query(action: Document, definitions: Mapping[str, Any]) -> Iterator[Diagnostic]:
    inputs = properties_of(action.data["input"], definitions)
    for index, part in enumerate(action.data["run"].get("request", {}).get("query", [])):
        pointer = (*REQUEST, "query", index)
        if isinstance(part, dict) and "const" in part:
            if beside := next((name for name in ("from", "style") if name in part), ""):
                message = f"{part['name']} has both {beside} and const"
                yield action.error(CODE, pointer, message, "remove one of the two")
            continue
        name = part if isinstance(part, str) else part.get("from", part["name"])
        style = "repeat" if isinstance(part, str) else part.get("style", "repeat")
        types = types_of(inputs.get(name, {}), definitions) - {"null"}
        if (style == "deepObject") != (types == {"object"}) and types and (types == {"object"} or style != "repeat"):
            hint = "write {name: …, from: …, style: deepObject}" if types == {"object"} else "write another style"
            message = f"{name} is of type {' or '.join(sorted(types))}, which {style} does not write"
            yield action.error(CODE, pointer, message, hint)


def _headers(action: Document, definitions: Mapping[str, Any]) -> Iterator[Diagnostic]:
    inputs = properties_of(action.data["input"], definitions)
    for header, value in action.data["run"].get("request", {}).get("headers", {}).items():
        name = value["from"] if isinstance(value, dict) else ""
        types = types_of(inputs.get(name, {}), definitions)
        if types & {"array", "object"}:
            message = f"{name} is of type {' or '.join(sorted(types))}, which no header carries"
            yield action.error(CODE, (*REQUEST, "headers", header), message, "name an input that is text or a number")
