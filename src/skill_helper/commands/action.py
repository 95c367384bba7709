# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The command of an action: checked, filled, and where it needs that planned, before it runs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..actions.bound import BoundAction, bind_action, call_facts, run_bound
from ..actions.checked import check_input, filled_input
from ..actions.live import LiveActions
from ..actions.paging import run_list
from ..actions.target import read_target
from ..base.records import Action, Effect
from ..confirm.gate import dry_run, refuse_when_read_only, require_confirmation
from ..input.command_line import CommandLine, refuse_words
from ..input.values import collect_input
from ..membrane.connections import chosen_connection
from ..output.envelope import present, shape_of
from ..output.files import check_output_place
from ..session import Json, Session


def run_action(session: Session, line: CommandLine, action: Action) -> Json:
    """Run one compiled action."""
    refuse_words(line, f"{action.key} takes its input as --name value")
    check_output_place(session, line.value("output"), file_expected=action.output.file)
    shape = shape_of(line, action.output.show, "")
    connection = chosen_connection(session, line.value("connection"))
    bound = bind_action(session, action, LiveActions(session, connection))
    given = collect_input(line.value("input"), line.inputs, bound.schema, bound.definitions)
    check_input(session, bound, given, optional=action.filled)
    refuse_when_read_only(session, action.key, reads_only=action.reads_only)
    values = filled_input(session, bound, given)
    check_input(session, bound, values)
    if line.has("dry-run"):
        return dry_run(session, call_facts(session, bound, values), read_target(session, bound, values).shown)
    if action.needs_plan:
        _confirm(session, bound, values)
    if action.page:
        return run_list(session, bound, action.page, values, shape)
    answer = run_bound(session, bound, values)
    named = shape._replace(stem=_file_stem(action, values))
    return present(session, answer, named, action.output, changed=not action.reads_only)


def _confirm(session: Session, bound: BoundAction, values: Json) -> None:
    """Return when the plan of this action is confirmed; else raise the plan, with the record as it stands now."""
    action, target = bound.action, read_target(session, bound, values)
    send = call_facts(session, bound, values)
    facts = {"do": action.key, "effect": action.effect.value, "target": target.shown, "send": send}
    reason = "cannot be undone" if action.effect is Effect.DESTRUCTIVE else "sends account data to others"
    why = f"{action.key} {reason}; nothing was changed yet"
    require_confirmation(session, bound.connection, facts, target.record, why)


def _file_stem(action: Action, values: Mapping[str, Any]) -> str:
    """Return the name of a saved file, made from the entity and the id that was asked for."""
    return "-".join([action.entity, *(str(values[name]) for name in action.required if name in values)])
