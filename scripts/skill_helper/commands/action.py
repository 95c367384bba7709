# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The command of an action: checked, filled, and where it needs that planned, before it runs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..actions.bound import BoundAction, bind_action, call_facts, check_input, filled_input, run_bound
from ..actions.paging import run_list
from ..actions.target import read_target
from ..confirm.gate import dry_run, refuse_when_read_only, release
from ..input.command_line import CommandLine, refuse_words
from ..input.values import collect_input
from ..membrane.connections import chosen_connection
from ..output.envelope import present, shape_of
from ..output.files import check_output_place
from ..session import Json, Session


def run_action(session: Session, line: CommandLine, key: str) -> Json:
    """Run one compiled action."""
    table = session.skill["actions"][key]
    output = table["output"]
    refuse_words(line, f"{key} takes its input as --name value")
    check_output_place(session, line.value("output"), file_expected=bool(output.get("file")))
    shape = shape_of(line, output.get("show", ()), "")
    action = bind_action(session, key, chosen_connection(session, line.value("connection")))
    given = collect_input(line.value("input"), line.inputs, action.schema, action.definitions(session))
    check_input(session, action, given, optional=tuple((table.get("fill") or {}).get("fields", ())))
    refuse_when_read_only(session, key, reads_only=action.reads_only)
    values = filled_input(session, action, given)
    check_input(session, action, values)
    if line.has("dry-run"):
        return dry_run(session, call_facts(session, action, values), read_target(session, action, values)[0])
    if action.needs_plan:
        release_action(session, action, values)
    if table.get("page"):
        return run_list(session, line, action, values, shape)
    answer = run_bound(session, action, values)
    named = shape._replace(stem=file_stem(table, values))
    return present(session, answer, named, output, changed=not action.reads_only)


def release_action(session: Session, action: BoundAction, values: Json) -> None:
    """Return when the plan of this action is confirmed; else raise the plan, with the record as it stands now."""
    destructive = action.table["effect"] == "destructive"
    shown, target = read_target(session, action, values)
    facts = {"do": action.key, "effect": action.table["effect"], "target": shown, "send": call_facts(session, action, values)}
    why = f"{action.key} {'cannot be undone' if destructive else 'sends account data to others'}; nothing was changed yet"
    release(session, action.connection, facts, target, why)


def file_stem(table: Mapping[str, Any], values: Mapping[str, Any]) -> str:
    """Return the name of a saved file, made from the entity and the id that was asked for."""
    return "-".join([str(table["entity"]), *(str(values[name]) for name in table["input"].get("required", ()) if name in values)])
