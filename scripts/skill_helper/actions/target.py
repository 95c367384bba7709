# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The record that an action is about, as a plan shows it: read by its id, or found in a list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..base.exits import Exit
from ..base.outcome import Failure
from ..output.rows import show_columns
from ..session import Session
from .bound import BoundAction, bind_action, input_value, read_record
from .paging import is_last_page, read_page

TARGET_ROWS = 1000


def read_target(session: Session, action: BoundAction, values: Mapping[str, Any]) -> tuple[Any, Any]:
    """Return what a plan shows of the record that is meant, and the whole record; (None, None) when the action names none."""
    target = action.table.get("target")
    if not target:
        return None, None
    if not target.get("match"):
        record = read_record(session, action, target["action"], target["with"], values)
        return show_columns(record, target["show"]), record
    wanted = {name: input_value(action, values, source) for name, source in target["match"].items()}
    record, complete = find_row(session, action, target["action"], wanted)
    if record is None and complete:
        told = ", ".join(f"{name} {value}" for name, value in wanted.items())
        message = f"there is no {action.table['entity']} with {told}; nothing was sent"
        raise Failure(Exit.NOT_FOUND, "target_not_found", message, f"look it up: {session.command(target['action'])}")
    if record is None:
        return f"not among the first {TARGET_ROWS} of {target['action']}; look it up before you ask the user", None
    return show_columns(record, target["show"]), record


def find_row(session: Session, action: BoundAction, key: str, wanted: Mapping[str, Any]) -> tuple[Any, bool]:
    """Return the row of a list that matches, and whether the whole list was seen."""
    reader = bind_action(session, key, action.connection)
    seen, number = 0, 1
    before: list[Any] | None = None
    while seen < TARGET_ROWS:
        listing = read_page(session, reader, {}, number)
        for row in listing.rows:
            if isinstance(row, dict) and all(row.get(name) == value for name, value in wanted.items()):
                return row, True
        seen += len(listing.rows)
        paged = reader.table.get("page") and reader.takes(reader.table["page"]["number"])
        if not paged or listing.rows == before or is_last_page(listing, seen, number):
            return None, listing.total is None or seen >= listing.total
        number, before = number + 1, listing.rows
    return None, False
