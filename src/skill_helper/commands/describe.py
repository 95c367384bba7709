# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The command `describe`: all that is known of one action."""

from __future__ import annotations

from ..actions.live import LiveActions, live_differences, named_action
from ..base.exits import Exit
from ..base.outcome import Failure
from ..base.records import Action
from ..input.as_flags import flags_of
from ..input.command_line import CommandLine, one_word
from ..input.described import input_rows
from ..session import Json, Session


def describe(session: Session, line: CommandLine) -> Json:
    """Return all that is known of one action: its inputs, what it does, and how the live one differs."""
    key = one_word(line, "action")
    action = session.skill.actions.get(key)
    if action is None:
        return _describe_live(session, line, key)
    document: Json = {
        "ok": True,
        "action": key,
        "about": action.summary,
        "effect": action.effect.value,
        "confirm": action.needs_plan,
        "inputs": input_rows(action.input, session.skill.definitions),
        **_live_facts(session, action),
    }
    if action.notes:
        document["notes"] = list(action.notes)
    document["examples"] = [session.command(key, *flags_of(example.input)) for example in action.examples]
    return document


def _live_facts(session: Session, action: Action) -> Json:
    """Return how the live action differs, once it is known."""
    remembered = LiveActions(session, None).remembered if action.membrane_action else ()
    live = named_action(remembered, action)
    if not live:
        return {}
    differences = live_differences(action, live)
    facts = {"id": live.id, "inputs": live.names, "required": live.required, "differs": differences}
    return {"live": facts if differences else "as described here"}


def _describe_live(session: Session, line: CommandLine, key: str) -> Json:
    """Return what Membrane tells of an action that no descriptor covers."""
    from ..membrane.connections import chosen_connection
    from ..schema.unchecked import unchecked_patterns
    from ..schema.validation import closest
    from .list_actions import live_row
    from .live_action import required_live_action

    near = closest(key, list(session.skill.actions))
    try:
        live = required_live_action(session, chosen_connection(session, line.value("connection")), key)
    except Failure as failure:
        if failure.exit_code is Exit.NOT_FOUND and near:
            failure.remedy = f'did you mean "{near}"? {failure.remedy}'
        raise
    effect = "read" if live.reads_only else "unknown"
    unchecked = unchecked_patterns(live.schema, live.definitions)
    remark = {"unchecked_patterns": unchecked} if unchecked else {}
    inputs = input_rows(live.schema, live.definitions)
    return {"ok": True, **live_row(session, live), "effect": effect, "type": live.type, "inputs": inputs, **remark}
