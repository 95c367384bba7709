# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The command `run`: a live action that no descriptor covers."""

from __future__ import annotations

from ..actions.bound import live_words, run_live
from ..actions.checked import bad_input
from ..actions.live import LiveAction, LiveActions, covering_action
from ..base.effects import ChangeFacts, Permit, reading
from ..base.exits import Exit
from ..base.outcome import Failure
from ..base.records import Output
from ..confirm.gate import Proposal, allow
from ..input.command_line import CommandLine, one_word
from ..input.sources import option_json
from ..input.texts import unseen_characters
from ..input.values import collect_input
from ..output.envelope import NO_CRITERIA, present, refuse_question, search_words, shape_of
from ..output.files import check_output_place
from ..schema.validation import problems_of
from ..session import Json, Session
from .dry_run import dry_live_action, offered


def run_live_action(session: Session, line: CommandLine) -> Json:
    """Run a live action that no descriptor covers; one that a descriptor covers runs as that, with all its rules."""
    shape = shape_of(line, (), "")
    check_output_place(session, line.value("output"), file_expected=False)
    offer = offered(session, line)
    live = required_live_action(session, offer, one_word(line, "action id"))
    if not live.reads_only:
        refuse_question(shape, f'nobody knows whether "{live.name}" only reads')
    changing = not live.reads_only and not line.has("dry-run")
    check_output_place(session, line.value("output"), file_expected=False, changing=changing)
    _refuse_covered(session, live)
    values = collect_input(option_json(line, "input", {}), (), live.schema, live.definitions)
    found = [
        *unseen_characters(values),
        *problems_of(
            values, {"type": "object", **live.schema}, live.definitions, closed=bool(live.names), trusted=False
        ),
    ]
    if found:
        raise bad_input(live.name, found, session.command("describe", live.id))
    send = {"action": live.name, "id": live.id, "input": values}
    if line.has("dry-run"):
        return dry_live_action(session, offer, live, send)
    connection = offer.connection or ""
    facts = ChangeFacts(
        name=f"run {live.key or live.id}",
        connection=connection,
        look=f"nothing of this skill shows it; look in {session.app.name}",
        one_request=False,
    )
    reason = live.grave_reason or f'nobody knows what "{live.name}" changes'
    plan = {"do": "run", "effect": "unknown", "target": "none: nobody knows which record it changes", "send": send}
    proposal = Proposal(facts, plan, None, reason, live_words(connection, live, values))
    permit: Permit = reading(reads_only=True) if live.reads_only else allow(session, proposal)
    answer = run_live(session, connection, live, values, permit)
    searched = search_words((name, value) for name, value in values.items() if name not in NO_CRITERIA)
    return present(session, answer, shape._replace(stem=live.key or live.id, searched=searched), Output(file=True))


def required_live_action(session: Session, offer: LiveActions, identifier: str) -> LiveAction:
    """Return the action of a connection with this id or key; fail when there is none."""
    found = offer.by_id(identifier)
    if found:
        return found
    remedy = f"search what it offers: {session.command('actions', 'what you want to do')}"
    message = f'this connection offers no action with the id or key "{identifier}"'
    raise Failure(Exit.NOT_FOUND, "action_not_offered", message, remedy)


def _refuse_covered(session: Session, live: LiveAction) -> None:
    """Fail when a descriptor covers the action."""
    action = covering_action(session, live)
    if action:
        message = f'"{live.name}" is the action {action.key} of this skill'
        raise Failure(Exit.BAD_INPUT, "covered_action", message, f"run: {session.command(action.key, '--help')}")
