# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The record that an action is about, as a plan shows it: read by its id, or found in a list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from ..base.exits import Exit
from ..base.outcome import Failure
from ..output.rows import show_columns
from ..session import Session
from .bound import BoundAction, bind_sibling
from .checked import read_record
from .paging import is_last_page, read_page

TARGET_ROWS = 1000


class TargetView(NamedTuple):
    """What a plan shows of the record that is meant, and the whole record; both None when the action names none."""

    shown: Any = None
    record: Any = None


def read_target(session: Session, bound: BoundAction, values: Mapping[str, Any]) -> TargetView:
    """Return the record that is meant, as it stands now."""
    target = bound.action.target
    if not target:
        return TargetView()
    if not target.match:
        record = read_record(session, bound, target.action, target.arguments, values)
        return TargetView(show_columns(record, target.show), record)
    wanted = {name: bound.value_of(values, source) for name, source in target.match.items()}
    record, complete = _find_row(session, bind_sibling(session, bound, target.action), wanted)
    if record is not None:
        return TargetView(show_columns(record, target.show), record)
    if complete:
        identity = ", ".join(f"{name} {value}" for name, value in wanted.items())
        message = f"there is no {bound.action.entity} with {identity}; nothing was sent"
        raise Failure(Exit.NOT_FOUND, "target_not_found", message, f"look it up: {session.command(target.action)}")
    return TargetView(f"not among the first {TARGET_ROWS} of {target.action}; look it up before you ask the user")


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
