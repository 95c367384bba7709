"""`fill` or `target` names a field that the record does not have, or `fill` one that is not an input of this action.

Why: `fill` could never read the field, and a plan would not show it.
(The fields of `target` were ACT012 before; that code is not used again.)

Fix: name a field that the output of the reader describes; for `fill`, one that is also an input of this action.

Bad:
    # actions/book/update-book.yaml
    fill: {from: get-book, with: {id: id}, fields: [raum]}
Good:
    # actions/book/update-book.yaml
    fill: {from: get-book, with: {id: id}, fields: [room]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillc.checks.support.paths import Miss, follow_in_record, name_hint, record_of
from skillc.checks.support.readers import readers
from skillc.schemas.subschemas import properties_of, says_everything

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skillc.checks.support.project import Project
    from skillc.checks.support.readers import Reader
    from skillc.diagnostic import Diagnostic, Pointer

CODE = "ACT011"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each field that is missing on one of the two sides."""
    for reader in readers(project):
        for path, place in _fields(reader):
            yield from _not_an_input(reader, path, place, project.definitions) or _not_in_record(
                reader, path, place, project.definitions
            )


def _fields(reader: Reader) -> Iterator[tuple[str, Pointer]]:
    """Yield the dotted path of each field of the record, and its place in the descriptor."""
    for member in ("fields", "show", "by", "take"):
        value = reader.data.get(member, ())
        here = (*reader.place, member)
        if isinstance(value, str):
            yield value, here
        elif isinstance(value, dict):
            yield from ((path, (*here, name)) for name, path in value.items())
        else:
            yield from ((path, (*here, index)) for index, path in enumerate(value))
    yield from ((name, (*reader.place, "match", name)) for name in reader.data.get("match", {}))


def _not_an_input(reader: Reader, path: str, place: Pointer, definitions: Mapping[str, Any]) -> list[Diagnostic]:
    schema = reader.owner.data["input"]
    inputs = properties_of(schema, definitions)
    name = place[-1] if isinstance(place[-1], str) else path
    if reader.block != "fill" or name in inputs or not says_everything(schema, definitions):
        return []
    found = reader.owner.error(CODE, place, f'this action has no input "{name}"', name_hint(name, inputs))
    return [found.see(reader.owner.related("its input", ("input",)))]


def _not_in_record(reader: Reader, path: str, place: Pointer, definitions: Mapping[str, Any]) -> list[Diagnostic]:
    record = record_of(reader.action.data["output"], definitions) if reader.action else {}
    miss = follow_in_record(record, path, definitions) if record else {}
    if not reader.action or not isinstance(miss, Miss):
        return []
    message = f'the output of {reader.key} describes no "{miss.step}"'
    span = reader.owner.key_span(place) if place[-2] == "match" else None
    found = reader.owner.error(CODE, place, message, miss.hint, span=span)
    return [found.see(reader.action.related("that output", ("output",)))]
