# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The record that an action is about, as a plan shows it: read by its id, or found in a list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from ..base.exits import Exit
from ..base.outcome import Failure
from ..base.records import Target
from ..input.as_flags import flags_of
from ..output.rows import show_columns
from ..session import Session
from .bound import BoundAction, bind_sibling
from .checked import read_record
from .paging import is_last_page, read_page

TARGET_ROWS = 1000


class TargetView(NamedTuple):
    """What a plan shows of the record that is meant (else why there is none), the whole record, and its id."""

    shown: Any = None
    record: Any = None
    id: str = ""


def read_target(session: Session, bound: BoundAction, values: Mapping[str, Any]) -> TargetView:
    """Return the record that is meant, as it stands now."""
    target = bound.action.target
    if not target:
        return TargetView(f"none: {bound.key} names no record that can be read first")
    if not target.match:
        record = read_record(session, bound, target.action, target.arguments, values)
        return TargetView(show_columns(record, target.show), record, _identity(bound, values, target))
    wanted = {name: bound.value_of(values, source) for name, source in target.match.items()}
    record, complete = _find_row(session, bind_sibling(session, bound, target.action), wanted)
    if record is not None:
        return TargetView(show_columns(record, target.show), record, _identity(bound, values, target))
    if complete:
        identity = ", ".join(f"{name} {value}" for name, value in wanted.items())
        message = f"there is no {bound.action.entity} with {identity}; nothing was sent"
        raise Failure(Exit.NOT_FOUND, "target_not_found", message, f"look it up: {session.command(target.action)}")
    return TargetView(f"not among the first {TARGET_ROWS} of {target.action}; look it up before you ask the user")


def look_command(session: Session, bound: BoundAction, values: Mapping[str, Any]) -> str:
    """Return the command that shows whether a change was made: the one that finds what was made, else the one that reads its record."""
    action = bound.action
    find, target = action.find, action.target
    if find:
        return session.command(find.action, *flags_of(_filled(bound, values, find.arguments)))
    if target:
        return session.command(target.action, *flags_of(_filled(bound, values, target.arguments)))
    if action.fill:
        return session.command(action.fill.action, *flags_of(_filled(bound, values, action.fill.arguments)))
    return f"nothing of this skill shows it; look in {session.app.name}"


def _filled(bound: BoundAction, values: Mapping[str, Any], arguments: Mapping[str, str]) -> dict[str, Any]:
    """Return the input of the action that looks, from this action's input."""
    found = {name: bound.value_of(values, source) for name, source in arguments.items()}
    return {name: value for name, value in found.items() if value is not None}


def _identity(bound: BoundAction, values: Mapping[str, Any], target: Target) -> str:
    """Return the id by which the record was asked for."""
    names = (target.match or target.arguments).values()
    return ", ".join(str(bound.value_of(values, name)) for name in names)


def _find_row(session: Session, reader: BoundAction, wanted: Mapping[str, Any]) -> tuple[Any, bool]:
    """Return the row of a list that matches, and whether the whole list was seen."""
    page = reader.action.page
    seen, number = 0, 1
    before: list[Any] | None = None
    while seen < TARGET_ROWS:
        listing = read_page(session, reader, {}, number)
        for row in listing.rows:
            if isinstance(row, dict) and all(row.get(name) == value for name, value in wanted.items()):
                return row, True
        seen += len(listing.rows)
        paged = page and reader.takes(page.number)
        if not paged or listing.rows == before or is_last_page(listing, seen, number):
            return None, listing.total is None or seen >= listing.total
        number, before = number + 1, listing.rows
    return None, False
