"""What another action is called with, or what is sent in place of a name, is of another kind than is wanted there.

Why: the app would be asked for a record that cannot be there, or every call would end with an error.

Fix: name an input of the right type. Where one action is about several records, write `each`. In `lookup`, `with`
searches for the input itself, and `take` is one field where the path, the query or a header takes the value.

Bad:
    # actions/book/delete-book.yaml
    target: {read: list-books, with: {perPage: {const: many}}, match: {id: id}, show: [title]}
Good:
    # actions/book/delete-book.yaml
    target: {read: list-books, with: {perPage: {const: 50}}, match: {id: id}, show: [title]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillc.checks.support.readers import readers
from skillc.checks.support.requests import PARAMETER, named_inputs
from skillc.schemas.subschemas import properties_of, properties_with_members, types_of
from skillc.shared import problems_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skillc.checks.support.project import Project
    from skillc.checks.support.readers import Reader
    from skillc.diagnostic import Diagnostic

CODE = "ACT032"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each such argument."""
    for reader in readers(project):
        yield from _own_type(reader, project.definitions)
        if reader.action:
            theirs = properties_of(reader.action.data["input"], project.definitions)
            yield from _constants(reader, theirs, project.definitions)
            yield from _lists(reader, theirs, project.definitions)
        if reader.block == "lookup":
            yield from _lookup(reader, str(reader.place[1]))


def _own_type(reader: Reader, definitions: Mapping[str, Any]) -> Iterator[Diagnostic]:
    """Yield an input that is said to name one record, or to list several, and whose type says otherwise."""
    known = properties_with_members(reader.owner.data["input"], definitions)
    if reader.block == "lookup":
        name, pointer, wanted = str(reader.place[1]), reader.place, {"string", "integer"}
    else:
        name, pointer, wanted = reader.data.get("each", ""), (*reader.place, "each"), {"array"}
    types = types_of(known.get(name, {}), definitions) - {"null"}
    if types and not types & wanted:
        message = f"{name} is of type {' or '.join(sorted(types))}, not {' or '.join(sorted(wanted))}"
        span = reader.owner.key_span(pointer)
        yield reader.owner.error(CODE, pointer, message, "correct the type, or name another input", span=span)


def _constants(reader: Reader, theirs: Mapping[str, Any], definitions: Mapping[str, Any]) -> Iterator[Diagnostic]:
    for name, source in reader.data.get("with", {}).items():
        if isinstance(source, dict) and name in theirs:
            pointer = (*reader.place, "with", name, "const")
            for problem in problems_of(source["const"], theirs[name], definitions):
                message = f"{reader.key} refuses this {name}: {problem.message}"
                yield reader.owner.error(CODE, pointer, message, problem.hint or "correct it")


def _lists(reader: Reader, theirs: Mapping[str, Any], definitions: Mapping[str, Any]) -> Iterator[Diagnostic]:
    ours = properties_of(reader.owner.data["input"], definitions)
    for block in ("with", "match"):
        for name, source in reader.data.get(block, {}).items():
            is_list = isinstance(source, str) and types_of(ours.get(source, {}), definitions) == {"array"}
            wanted = types_of(theirs.get(name, {}), definitions)
            takes_one = block == "match" or (wanted and "array" not in wanted)
            if is_list and takes_one and reader.block in ("fill", "target") and reader.data.get("each") != source:
                hint = f"write each: {source}" if reader.block == "target" else "name an input that is one value"
                message = f"{source} is a list, and {name} is one value"
                yield reader.owner.error(CODE, (*reader.place, block, name), message, hint)


def _lookup(reader: Reader, name: str) -> Iterator[Diagnostic]:
    for theirs, source in reader.data.get("with", {}).items():
        if isinstance(source, str) and source != name:
            message = f"the lookup of {name} searches for {name}, not for {source}"
            yield reader.owner.error(CODE, (*reader.place, "with", theirs), message, f"write {theirs}: {name}")
    request = reader.owner.data["run"].get("request", {})
    places = dict.fromkeys(PARAMETER.findall(request.get("path", "")), "path")
    places.update((named.name, named.part) for named in named_inputs(request) if named.part != "body")
    if isinstance(reader.data["take"], dict) and name in places:
        message = f"{name} goes into the {places[name]}, which takes one value, and take names several"
        yield reader.owner.error(CODE, (*reader.place, "take"), message, "take one field")
