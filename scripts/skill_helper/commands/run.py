# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The command `run`: a live action that no descriptor covers."""

from __future__ import annotations

from ..actions.bound import bad_input, run_live_action
from ..actions.live import LiveAction, by_id, covering_action
from ..base.exits import Exit
from ..base.outcome import Failure
from ..confirm.gate import dry_run, refuse_when_read_only, release
from ..input.command_line import CommandLine, one_word
from ..input.values import collect_input
from ..membrane.calls import repeat_once
from ..membrane.connections import chosen_connection
from ..output.envelope import present, shape_of
from ..output.files import check_output_place
from ..schema.validation import problems_of
from ..session import Json, Session


def run_live(session: Session, line: CommandLine) -> Json:
    """Run a live action that no descriptor covers; one that a descriptor covers runs as that, with all its rules."""
    shape = shape_of(line, (), "")
    check_output_place(session, line.value("output"), file_expected=False)
    connection = chosen_connection(session, line.value("connection"))
    live = by_id(session, connection, one_word(line, "action id"))
    refuse_covered(session, live)
    values = collect_input(line.value("input"), (), live.schema, live.definitions)
    found = problems_of(values, {"type": "object", **live.schema}, live.definitions, closed=bool(live.names))
    if found:
        raise bad_input(live.name, found, session.command("describe", live.id))
    call = {"action": live.name, "id": live.id, "input": values}
    if line.has("dry-run"):
        return dry_run(session, call, None)
    if not live.reads_only:
        refuse_when_read_only(session, live.name, reads_only=False)
        why = f'nobody knows what "{live.name}" changes; nothing was sent yet'
        release(session, connection, {"do": "run", "effect": "unknown", "send": call}, None, why)
    judge = session.judge(changes=not live.reads_only)
    told = (session, connection, live.id, values, judge)
    answer = repeat_once(run_live_action, *told) if live.reads_only else run_live_action(*told)
    return present(session, answer, shape._replace(stem=live.key or live.id), {"file": True}, changed=not live.reads_only)


def refuse_covered(session: Session, live: LiveAction) -> None:
    """Fail when a descriptor covers the action."""
    key = covering_action(session, live)
    if key:
        message = f'"{live.name}" is the action {key} of this skill'
        raise Failure(Exit.BAD_INPUT, "covered_action", message, f"run: {session.command(key, '--help')}")
