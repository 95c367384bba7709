# skillc copies this file into each skill; change it in src/skill_helper, not there
"""What the app is asked for before an action runs: fields that it wants back, defaults, and records that inputs name.

Nothing is made up: what cannot be read, and a name that more than one record has, ends the call before it sends
anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from ..base.exits import Exit
from ..base.jsontext import pointer_token
from ..base.outcome import Failure
from ..base.records import KnownRead, Lookup
from ..input.values import allowed_types
from ..membrane.path import scalar_text
from ..output.rows import at_path, field_source, show_columns
from ..session import Json, Session
from .bound import BoundAction, bind_sibling, read_bound
from .named import named_in
from .reading import Reading, pages_of

MOST_CANDIDATES = 10
LOOKUP_ROWS = 10_000


class Completed(NamedTuple):
    """An input with all that is sent along.

    `values` are the caller's with what was filled in; `sent` has in place of each name what its record is sent as;
    `told` is what the plan and the answer say of it. A package adds the `terms` by which it is read back, what is the
    `same` in another call that asks for the same thing, and a `page` of it for a person.
    """

    values: Json
    sent: Json
    told: Json
    terms: Mapping[str, Any] = {}
    same: Any = None
    page: Callable[[], Mapping[str, Any]] | None = None


def completed_input(session: Session, bound: BoundAction, given: Json) -> Completed:
    """Return the input with defaults, with fields of the record that it changes, and with the records that it names."""
    defaults = _defaults(session, bound, given)
    values = _filled(session, bound, {**given, **{name: value for name, (value, _) in defaults.items()}})
    sent, shown = _looked_up(session, bound, values)
    told: Json = {"looked_up": shown} if shown else {}
    if defaults:
        told["defaultsApplied"] = {name: {"value": value, "from": source} for name, (value, source) in defaults.items()}
    return Completed(values, sent, told)


def prepared_input(session: Session, bound: BoundAction, completed: Completed, *, ask: bool = True) -> Completed:
    """Return the input with what the action's package makes of it in place of what would be sent, if it has one."""
    if not bound.action.prepare:
        return completed
    from .preparing import prepare_by  # few actions need it

    return prepare_by(bound.action.prepare, session, bound, completed, ask=ask)


def arguments_of(
    bound: BoundAction, arguments: Mapping[str, Any], values: Mapping[str, Any], reader: BoundAction
) -> Json:
    """Return the input of a sibling that reads, from this action's input and from constants."""
    sent = {}
    for name, source in arguments.items():
        sent_name = reader.renamed.get(name, name)
        sent[sent_name] = source["const"] if isinstance(source, dict) else bound.value_of(values, source, sent_name)
    return sent


def known_arguments(read: KnownRead, values: Json) -> Json:
    """Return the arguments of a read that have a value."""
    found = {theirs: _argument(source, values) for theirs, source in read.arguments.items()}
    return {theirs: value for theirs, value in found.items() if value is not None}


def _argument(source: Any, values: Json) -> Any:
    if isinstance(source, dict):
        return source["const"]
    paths = source if isinstance(source, (list, tuple)) else [source]
    found: Iterator[Any] = (at_path(values, path) for path in paths)
    return next((value for value in found if value is not None), None)


def read_record(
    session: Session, bound: BoundAction, key: str, arguments: Mapping[str, Any], values: Mapping[str, Any]
) -> Any:
    """Return the record that another (reading) action gives for this action's input."""
    reader = bind_sibling(session, bound, key)
    sent = arguments_of(bound, arguments, values, reader)
    if None in sent.values():
        message = (
            f"{bound.key} reads the record first with {key}, and it is not certain which live input names the record"
        )
        remedy = f"compare: {session.command('describe', bound.key)}; do it in the app otherwise"
        raise Failure(Exit.BAD_INPUT, "record_not_named", message, remedy)
    answer = read_bound(session, reader, sent)
    path = reader.action.output.record
    return at_path(answer, path) if path and at_path(answer, path) is not None else answer


def _defaults(session: Session, bound: BoundAction, given: Json) -> dict[str, tuple[Any, str]]:
    """Return the value of each input that has a default and was not given, and the action that told it."""
    found = {}
    for name, default in bound.action.defaults.items():
        if name in given or not bound.takes(name):
            continue
        record = read_record(session, bound, default.action, default.arguments, given)
        value = at_path(field_source(record, default.take), default.take)
        if value is None:
            raise _lacking(bound, [name], f"{default.action} tells none")
        found[name] = (value, default.action)
    return found


def _filled(session: Session, bound: BoundAction, values: Json) -> Json:
    """Return the input with the fields that the app wants back."""
    fill = bound.action.fill
    missing = {name: path for name, path in (fill.fields if fill else {}).items() if name not in values}
    missing = {name: path for name, path in missing.items() if bound.takes(name)}
    if not fill or not missing:
        return values
    record = read_record(session, bound, fill.action, fill.arguments, values)
    found = {name: at_path(field_source(record, path), path) for name, path in missing.items()}
    lacking = [name for name, value in found.items() if value is None]
    if lacking:
        raise _lacking(bound, lacking, f"{session.app.name} wants it, and the record has none")
    return {**values, **found}


def _lacking(bound: BoundAction, names: list[str], message: str) -> Failure:
    return Failure(
        Exit.BAD_INPUT,
        "record_incomplete",
        f"{bound.key} needs {', '.join(names)} too; nothing was sent",
        "ask the user for the values and add them; do not make them up",
        problems=[{"pointer": f"/{pointer_token(name)}", "message": message} for name in names],
    )


def _looked_up(session: Session, bound: BoundAction, values: Json) -> tuple[Json, Json]:
    """Return the input with what is sent in place of each name, and by its place what its record is known by."""
    sent, shown = values, {}
    rows: dict[tuple[str, str], Any] = {}
    for name, lookup in bound.action.lookup.items():
        for path, value in named_in(values, tuple(name.split("."))):
            text = scalar_text(value)
            if (name, text) not in rows:
                rows[name, text] = _named_row(session, bound, name, path, value)
            row = rows[name, text]
            taken = _taken(lookup, row)
            if taken is None:
                raise _untold(bound, path, lookup)
            sent = _replaced(sent, path, taken)
            shown[".".join(map(str, path))] = show_columns(row, _columns(session, lookup))
    return sent, shown


def _replaced(value: Any, path: tuple[Any, ...], taken: Any) -> Any:
    """Return a copy of a value with something else at a path."""
    if not path:
        return taken
    copy = list(value) if isinstance(value, list) else dict(value)
    copy[path[0]] = _replaced(value[path[0]], path[1:], taken)
    return copy


def _pointer(path: tuple[Any, ...]) -> str:
    return "".join(f"/{pointer_token(step)}" for step in path)


def _named_row(session: Session, bound: BoundAction, name: str, path: tuple[Any, ...], value: Any) -> Any:
    """Return the one row that an input names: never the nearest, and never one of several."""
    lookup = bound.action.lookup[name]
    wanted = scalar_text(value)
    reader = bind_sibling(session, bound, lookup.action)
    constants = {theirs: source for theirs, source in lookup.arguments.items() if isinstance(source, dict)}
    search = _search(bound, reader, lookup.arguments, {name: value})
    everything = _search(bound, reader, constants, {})
    rows, whole = _matching(session, reader, lookup, wanted, search)
    if not rows and search != everything and _suffices(reader, everything):
        rows, whole = _matching(session, reader, lookup, wanted, everything)
    if len(rows) == 1 and whole:
        return rows[0]
    failure = _not_one(session, lookup, wanted, rows, whole=whole)
    failure.more["problems"] = [{"pointer": _pointer(path), "message": failure.message}]
    failure.message = f"{bound.key}: {failure.message}; nothing was sent"
    raise failure


def _suffices(reader: BoundAction, values: Json) -> bool:
    """Whether a list can be asked for with no more than this: one that wants a word to search for cannot."""
    return all(name in values for name in reader.schema.get("required") or ())


def _search(bound: BoundAction, reader: BoundAction, arguments: Mapping[str, Any], values: Json) -> Json:
    """Return the input with which the list is searched; a list of words where it takes one."""
    search = arguments_of(bound, arguments, values, reader)
    return in_lists(reader, {word: text for word, text in search.items() if text is not None})


def in_lists(reader: BoundAction, arguments: Json) -> Json:
    """Return the input of a reader with each text in a list where it takes lists alone."""
    sent = {}
    for name, text in arguments.items():
        kinds = allowed_types((reader.schema.get("properties") or {}).get(name, {}), reader.definitions)
        sent[name] = [text] if kinds == {"array"} and not isinstance(text, list) else text
    return sent


def _matching(
    session: Session, reader: BoundAction, lookup: Lookup, wanted: str, search: Json
) -> tuple[list[Any], bool]:
    """Return the rows that have the text in one of the fields, and whether the list was read to its end."""
    reading = Reading(reader.action.output.id)
    for _ in pages_of(session, reader, search, reading):
        if reading.goes_on and (reading.spent or len(reading.rows) >= LOOKUP_ROWS):
            return _with_text(reading.rows, lookup, wanted), False
    return _with_text(reading.rows, lookup, wanted), reading.claim.complete is not False


def _with_text(rows: list[Any], lookup: Lookup, wanted: str) -> list[Any]:
    return [
        row
        for row in rows
        if any(at_path(row, path) is not None and scalar_text(at_path(row, path)) == wanted for path in lookup.by)
    ]


def _taken(lookup: Lookup, row: Any) -> Any:
    """Return what is sent in place of a name; None when the row has nothing of it."""
    if isinstance(lookup.take, str):
        return at_path(row, lookup.take)
    found = {member: at_path(row, path) for member, path in lookup.take.items()}
    return {member: value for member, value in found.items() if value is not None} or None


def _untold(bound: BoundAction, path: tuple[Any, ...], lookup: Lookup) -> Failure:
    """Return the outcome of a record that lacks what is sent in its place.

    Null would name no record, or empty a field.
    """
    fields = [lookup.take] if isinstance(lookup.take, str) else list(lookup.take.values())
    told = f"the record of {lookup.action} has no {' or '.join(fields)}"
    return Failure(
        Exit.BAD_INPUT,
        "record_incomplete",
        f"{bound.key}: {told}, which is sent in place of {'.'.join(map(str, path))}; nothing was sent",
        "tell the user; do not make a value up",
        problems=[{"pointer": _pointer(path), "message": told}],
    )


def _columns(session: Session, lookup: Lookup) -> tuple[str, ...]:
    """Return the fields by which a person knows a row: those that are searched, and those that its list shows."""
    return tuple(dict.fromkeys([*lookup.by, *session.skill.actions[lookup.action].output.show]))


def _not_one(session: Session, lookup: Lookup, wanted: str, rows: list[Any], *, whole: bool) -> Failure:
    """Return the outcome of a name that no record has, or more than one."""
    fields = " or ".join(lookup.by)
    if rows:
        found = (
            f"{len(rows)} records of {lookup.action} have" if len(rows) > 1 else f"one record of {lookup.action} has"
        )
        found += f' "{wanted}" as {fields}'
        remedy = f"ask the user which one is meant, and give its {lookup.by[0]}"
    else:
        found = f'no record of {lookup.action} has exactly "{wanted}" as {fields}'
        remedy = f"look it up, and give its {lookup.by[0]}: {session.command(lookup.action)}"
    if not whole:
        found += ", and not all of them could be read"
    shown = [show_columns(row, _columns(session, lookup)) for row in rows[:MOST_CANDIDATES]]
    return Failure(Exit.BAD_INPUT, "record_not_named", found, remedy, candidates=shown)
