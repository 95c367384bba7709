"""The `with` of `fill` or `target` names an input that does not exist, or omits one that the reading action requires.

Why: the helper could not read the record, so the action would always fail.

Fix: map each input that the reading action requires to an input of this action: `with: {theirs: ours}`.

Bad:
    # actions/book/delete-book.yaml
    target: {read: get-book, with: {id: number}, show: [title]}
Good:
    # actions/book/delete-book.yaml
    target: {read: get-book, with: {id: id}, show: [title]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillc.checks.support.paths import name_hint
from skillc.checks.support.readers import readers
from skillc.schemas.subschemas import properties_of, properties_with_members, says_everything

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skillc.checks.support.project import Project
    from skillc.checks.support.readers import Reader
    from skillc.diagnostic import Diagnostic, Pointer
    from skillc.load import Document

CODE = "ACT010"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each argument that does not fit."""
    for reader in readers(project):
        if reader.block != "output":  # where the arguments are fields of a row
            yield from _own_names(reader, project.definitions)
        if reader.action:
            yield from _reader_names(reader, reader.action, project.definitions)
            yield from _no_row(reader, reader.action)


def _own_names(reader: Reader, definitions: Mapping[str, Any]) -> Iterator[Diagnostic]:
    schema = reader.owner.data["input"]
    known = (properties_with_members if reader.block == "lookup" else properties_of)(schema, definitions)
    names = {reader.place: str(reader.place[-1])} if reader.block in ("lookup", "defaults") else {}
    names.update({(*reader.place, "each"): reader.data["each"]} if "each" in reader.data else {})
    for place, name in names.items():
        if name not in known:
            span = reader.owner.key_span(place) if place == reader.place else None
            message = f'this action has no input "{name}"'
            found = reader.owner.error(CODE, place, message, name_hint(name, known), span=span)
            yield found.see(reader.owner.related("its input", ("input",)))
    for pointer, ours in _sources(reader):
        if ours not in known and says_everything(schema, definitions):
            found = reader.owner.error(CODE, pointer, f'this action has no input "{ours}"', name_hint(ours, known))
            yield found.see(reader.owner.related("its input", ("input",)))


def _sources(reader: Reader) -> Iterator[tuple[Pointer, str]]:
    """Yield each input of the action that an argument takes; of what is read back, none does."""
    for block in ("with", "match") if reader.block != "read_back" else ():
        for theirs, source in reader.data.get(block, {}).items():
            for ours in source if isinstance(source, list) else [source]:
                if isinstance(ours, str):
                    name = ours.partition(".")[0] if reader.block == "prepare" else ours
                    yield (*reader.place, block, theirs), name


def _reader_names(reader: Reader, action: Document, definitions: Mapping[str, Any]) -> Iterator[Diagnostic]:
    schema = action.data["input"]
    known, given = properties_of(schema, definitions), reader.data.get("with", {})
    for theirs in given:
        if theirs not in known and says_everything(schema, definitions):
            pointer = (*reader.place, "with", theirs)
            message = f'{reader.key} has no input "{theirs}"'
            found = reader.owner.error(
                CODE, pointer, message, name_hint(theirs, known), span=reader.owner.key_span(pointer)
            )
            yield found.see(action.related("its input", ("input",)))
    missing = [name for name in schema.get("required", []) if name not in given]
    if missing:
        message = f"{reader.key} requires {' and '.join(missing)}, which `with` does not provide"
        place = (*reader.place, "with") if "with" in reader.data else reader.pointer
        ours = missing[0] if missing[0] in properties_of(reader.owner.data["input"], definitions) else "<an input>"
        found = reader.owner.error(CODE, place, message, f"add {missing[0]}: {ours} to with")
        yield found.see(action.related("what it requires", ("input", "required")))


def _no_row(reader: Reader, action: Document) -> Iterator[Diagnostic]:
    """Yield a target in a list of which nothing says which row it is: the plan would show an empty record."""
    if reader.block == "target" and "items" in action.data["output"] and "match" not in reader.data:
        message = f"{reader.key} is a list, and nothing says which of its rows the plan shows"
        found = reader.owner.error(CODE, reader.pointer, message, "add match: {a field of the row: an input}")
        yield found.see(action.related("its rows", ("output", "items")))
