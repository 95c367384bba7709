# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The command `describe`: all that is known of one action."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..actions.concluded import inferred_facts
from ..actions.live import LiveAction, LiveActions, live_differences, named_action, renamed_inputs
from ..base.exits import Exit
from ..base.outcome import Failure
from ..base.records import Action
from ..input.as_flags import example_words
from ..input.command_line import CommandLine, one_word
from ..input.described import reading_rules, schema_rows, schema_rules
from ..session import Json, Session


def describe(session: Session, line: CommandLine) -> Json:
    """Return all that is known of one action: its inputs, what it does, and how the live one differs."""
    key = one_word(line, "action")
    action = session.skill.actions.get(key)
    if action is None:
        return _describe_live(session, line, key)
    live = _known_live(session, action)
    document: Json = {
        "ok": True,
        "action": key,
        "about": action.summary,
        "effect": action.effect.value,
        "confirm": action.needs_plan,
        **inferred_facts(session, action, action.inferred_inputs),
        **_inputs(action.asked, session.skill.definitions, reading_rules(action)),
        **(_live_facts(action, live) if live else {}),
    }
    if action.notes:
        document["notes"] = list(action.notes)
    document["examples"] = [
        session.command(*_example_words(session, action, live, example.input)) for example in action.examples
    ]
    return document


def _inputs(schema: Mapping[str, Any], definitions: Mapping[str, Any], readings: Sequence[str] = ()) -> Json:
    """Return the inputs of a schema, one row for each value, and what holds for all of them together."""
    rules = [*schema_rules(schema, definitions), *readings]
    return {
        **({"rules": rules} if rules else {}),
        "inputs": [row.members() for row in schema_rows(schema, definitions)],
    }


def _example_words(session: Session, action: Action, live: LiveAction | None, values: Mapping[str, Any]) -> list[str]:
    """Return an example as words, under the names that are taken now."""
    renamed = renamed_inputs(action.input, live) if live else {}
    properties = {renamed.get(name, name): schema for name, schema in (action.input.get("properties") or {}).items()}
    named = {renamed.get(name, name): value for name, value in values.items()}
    now = action._replace(input={**action.input, "properties": properties})
    return example_words(now, named, session.skill.definitions)


def _known_live(session: Session, action: Action) -> LiveAction | None:
    """Return the live action, once it is known."""
    return named_action(LiveActions(session, None).remembered, action) if action.membrane_action else None


def _live_facts(action: Action, live: LiveAction) -> Json:
    """Return how the live action differs, with all that is known of the inputs that it alone has."""
    differences = live_differences(action, live)
    if not differences:
        return {"live": "as described here"}
    ours = action.input.get("properties") or {}
    facts: Json = {"id": live.id, "inputs": live.names, "required": live.required, "differs": differences}
    if live.names:
        new = {name: schema for name, schema in live.schema["properties"].items() if name not in ours}
        rows = schema_rows({**live.schema, "properties": new}, live.definitions)
        facts.update({"new_inputs": [row.members() for row in rows]} if new else {})
    return {"live": facts}


def _describe_live(session: Session, line: CommandLine, key: str) -> Json:
    """Return what Membrane tells of an action that no descriptor covers."""
    from ..membrane.connections import chosen_connection
    from ..schema.unchecked import unchecked_patterns
    from ..schema.validation import closest
    from .list_actions import live_row
    from .live_action import required_live_action

    near = closest(key, list(session.skill.actions))
    try:
        offer = LiveActions(session, chosen_connection(session, line.value("connection")))
        live = required_live_action(session, offer, key)
    except Failure as failure:
        if failure.exit_code is Exit.NOT_FOUND and near:
            failure.remedy = f'did you mean "{near}"? {failure.remedy}'
        raise
    effect = "read" if live.reads_only else "unknown"
    unchecked = unchecked_patterns(live.schema, live.definitions)
    return {
        "ok": True,
        **live_row(session, live),
        "effect": effect,
        "type": live.type,
        **_inputs(live.schema, live.definitions),
        **({"unchecked_patterns": unchecked} if unchecked else {}),
    }
