# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The command `actions`: the compiled actions, or with a query what the connection offers."""

from __future__ import annotations

from ..actions.live import LiveAction, covering_action
from ..base.exits import Exit
from ..base.outcome import Failure
from ..base.records import Action
from ..input.command_line import CommandLine
from ..input.texts import checked_text
from ..input.wishes import fits, limits_on, rank
from ..membrane.calls import ask_for_list
from ..membrane.connections import chosen_connection
from ..session import Json, Session

LONGEST_INTENT = 200
NO_CLEAR_FIT = (
    "None of these clearly fits: take one only if its description says so. "
    "There may be no action for this; tell the user."
)


def list_actions(session: Session, line: CommandLine) -> Json:
    """Return the compiled actions; with a query, those that Membrane does not know and what it offers, best first."""
    if not line.words:
        rows = [_action_row(action) for action in session.skill.actions.values()]
        return {"ok": True, "count": len(rows), "actions": rows}
    intent = checked_text(" ".join(line.words), "the query")
    if len(intent) > LONGEST_INTENT:
        message = f"the query has {len(intent)} characters; at most {LONGEST_INTENT} are allowed"
        raise Failure(Exit.BAD_INPUT, "intent_too_long", message)
    connection = chosen_connection(session, line.value("connection"))
    limit = line.number("limit", 10)
    words = ["action", "list", f"--connectionId={connection}", f"--intent={intent}", f"--limit={limit}"]
    found = [LiveAction(record) for record in ask_for_list(session, words, page_cap=1)][:limit]
    own = [action for action in session.skill.actions.values() if _is_only_ours(action, intent)]
    rows = _ranked_rows(session, intent, own, found)[:limit]
    limits = limits_on(session.skill.cannot, intent)
    notes = limits or ([] if own else _doubts(intent, found))
    return {"ok": True, "count": len(rows), **({"note": " ".join(notes)} if notes else {}), "actions": rows}


def _is_only_ours(action: Action, intent: str) -> bool:
    """Whether a compiled action fits, and no live action stands behind it."""
    return not action.membrane_action and fits(intent, f"{action.title} {action.summary}")


def _ranked_rows(session: Session, intent: str, own: list[Action], found: list[LiveAction]) -> list[Json]:
    """Return the lines of our actions and of the live ones, best first; of two of the same name, ours."""
    names = {name for action in own for name in (action.key, action.title)}
    others = [live for live in found if live.key not in names and live.name not in names]
    ranked = [
        *((rank(intent, action.title, action.summary), _own_row(action)) for action in own),
        *((rank(intent, live.name, live.description), live_row(session, live)) for live in others),
    ]
    return [row for _, row in sorted(ranked, key=lambda pair: pair[0])]


def _own_row(action: Action) -> Json:
    """Return the line of a compiled action among live ones."""
    return {"name": action.title, "needs": list(action.required), "about": action.summary, "use": action.key}


def _doubts(intent: str, found: list[LiveAction]) -> list[str]:
    """Return what is to be said of hits that may not do what is asked for: a search always gives its best ones."""
    if not found:
        return ["This connection offers nothing that fits; try other words, or a proxy request."]
    if any(fits(intent, f"{live.name} {live.key} {live.description}") for live in found):
        return []
    return [NO_CLEAR_FIT]


def _action_row(action: Action) -> Json:
    """Return the line of a compiled action."""
    row: Json = {"action": action.key, "effect": action.effect.value, "needs": list(action.required)}
    if action.confirm:
        row["confirm"] = True
    return {**row, "about": action.summary}


def live_row(session: Session, live: LiveAction) -> Json:
    """Return the line of a live action; `use` names the command that covers it."""
    covering = covering_action(session, live)
    use = covering.key if covering else f"run {live.id}"
    return {"id": live.id, "name": live.name, "needs": live.required, "about": live.description[:120], "use": use}
