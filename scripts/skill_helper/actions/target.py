# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The record that an action is about, as a plan shows it: read by its id, or found in a list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from ..base.exits import Exit
from ..base.outcome import Failure
from ..base.records import Default, Fill, Find, Lookup, Target
from ..input.as_flags import flags_of
from ..input.values import allowed_types
from ..output.rows import at_path, show_columns
from ..session import Session
from .bound import BoundAction, bind_sibling
from .completing import arguments_of, read_record
from .reading import Reading, pages_of

TARGET_ROWS = 1000
MOST_TARGETS = 20


class TargetView(NamedTuple):
    """What a plan shows of the record that is meant (else why there is none), the whole record, and its id."""

    shown: Any = None
    record: Any = None
    id: str = ""


def read_target(session: Session, bound: BoundAction, values: Mapping[str, Any]) -> TargetView:
    """Return the record that is meant, as it stands now; of several, as many as a plan can show."""
    target = bound.action.target
    if not target:
        new = "a new record" if bound.action.find else f"{bound.key} names no record that can be read first"
        return TargetView(f"none: {new}")
    if not target.each:
        return _read_one(session, bound, target, values)
    given = values.get(target.each)
    several = given if isinstance(given, list) else []
    views = [_read_one(session, bound, target, {**values, target.each: one}) for one in several[:MOST_TARGETS]]
    shown = [view.shown for view in views]
    if len(several) > MOST_TARGETS:
        shown.append(f"and {len(several) - MOST_TARGETS} more, which were not read: {', '.join(map(str, several))}")
    return TargetView(shown, [view.record for view in views], ", ".join(map(str, several)))


def _read_one(session: Session, bound: BoundAction, target: Target, values: Mapping[str, Any]) -> TargetView:
    if not target.match:
        record = read_record(session, bound, target.action, target.arguments, values)
        return TargetView(show_columns(record, target.show), record, _identity(bound, values, target))
    wanted = {name: bound.value_of(values, source) for name, source in target.match.items()}
    reader = bind_sibling(session, bound, target.action)
    given = {
        name: value
        for name, value in arguments_of(bound, target.arguments, values, reader).items()
        if value is not None
    }
    record, complete = _find_row(session, reader, given, wanted)
    if record is not None:
        return TargetView(show_columns(record, target.show), record, _identity(bound, values, target))
    if complete:
        identity = ", ".join(f"{name} {value}" for name, value in wanted.items())
        message = f"{target.action} names no {bound.action.entity} with {identity}; nothing was sent"
        raise Failure(Exit.NOT_FOUND, "target_not_found", message, f"look it up: {session.command(target.action)}")
    return TargetView(f"not among the first {TARGET_ROWS} of {target.action}; look it up before you ask the user")


def look_command(session: Session, bound: BoundAction, values: Mapping[str, Any]) -> str:
    """Return the command that shows whether a change was made.

    It is the one that finds what was made, else the one that reads its record.
    """
    action = bound.action
    look = action.find or action.target or action.fill
    if look:
        return read_command(session, bound, look, values)
    return f"nothing of this skill shows it; look in {session.app.name}"


def read_command(
    session: Session, bound: BoundAction, look: Default | Fill | Find | Lookup | Target, values: Mapping[str, Any]
) -> str:
    """Return the command of another action that reads what this one is about."""
    reader = session.skill.actions[look.action]
    given = _filled(bound, values, look.arguments)
    for name, value in given.items():
        kinds = allowed_types(reader.input["properties"].get(name, {}), session.skill.definitions)
        given[name] = _fitting(value, kinds)
    return session.command(reader.key, *flags_of(given, reader.input, session.skill.definitions))


def _filled(bound: BoundAction, values: Mapping[str, Any], arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Return the input of the action that looks, from this action's input and from constants."""
    found = {
        name: source["const"] if isinstance(source, dict) else bound.value_of(values, source)
        for name, source in arguments.items()
    }
    return {name: value for name, value in found.items() if value is not None}


def _fitting(value: Any, kinds: set[str]) -> Any:
    """Return a value as a list where one is wanted, and the first of several where one value is."""
    if isinstance(value, list) and value and kinds and "array" not in kinds:
        return value[0]
    return [value] if kinds == {"array"} and not isinstance(value, list) else value


def _identity(bound: BoundAction, values: Mapping[str, Any], target: Target) -> str:
    """Return the id by which the record was asked for."""
    names = (target.match or target.arguments).values()
    return ", ".join(str(bound.value_of(values, name)) for name in names if isinstance(name, str))


def _find_row(
    session: Session, reader: BoundAction, given: Mapping[str, Any], wanted: Mapping[str, Any]
) -> tuple[Any, bool]:
    """Return the row of a list that matches, and whether the whole list was seen, by all that the app tells."""
    reading = Reading(reader.action.output.id)
    for listing in pages_of(session, reader, given, reading):
        for row in listing.rows:
            if isinstance(row, dict) and all(at_path(row, name) == value for name, value in wanted.items()):
                return row, True
        if reading.goes_on and (reading.spent or len(reading.rows) >= TARGET_ROWS):
            return None, False
    return None, reading.claim.complete is not False
