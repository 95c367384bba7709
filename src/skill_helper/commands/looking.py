# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The commands that only look: `actions`, `describe` and `doctor`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Any

from ..actions.live import LiveAction, by_id, covering_action, live_action, live_differences, named_action, remembered_actions
from ..base.exits import Exit
from ..base.outcome import Failure
from ..confirm.gate import ready_connection
from ..input.command_line import CommandLine, one_word, refuse_words
from ..input.flags import flags_of
from ..input.values import allowed_types, follow_reference
from ..membrane.calls import membrane_list
from ..membrane.connections import chosen_connection, reading_judge
from ..schema.validation import closest
from ..session import Json, Session

RULES = (
    "enum",
    "const",
    "format",
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minItems",
    "maxItems",
    "default",
)
LONGEST_INTENT = 200
SANDBOX_MARK = "sandbox"


def list_actions(session: Session, line: CommandLine) -> Json:
    """Return the compiled actions; with a query, what the connection offers, best first, one line each."""
    if not line.words:
        rows = [action_row(key, table) for key, table in session.skill["actions"].items()]
        return {"ok": True, "actions": rows, "count": len(rows)}
    intent = " ".join(line.words)
    if len(intent) > LONGEST_INTENT:
        raise Failure(Exit.BAD_INPUT, "intent_too_long", f"the query has {len(intent)} characters; at most {LONGEST_INTENT} are allowed")
    connection = chosen_connection(session, line.value("connection"))
    limit = line.number("limit", 10)
    words = ["action", "list", f"--connectionId={connection}", f"--intent={intent}", f"--limit={limit}"]
    found = [live_action(record) for record in membrane_list(session, words, reading_judge(session), page_cap=1)][:limit]
    document: Json = {"ok": True, "actions": [live_row(session, action) for action in found], "count": len(found)}
    if not found:
        document["note"] = "this connection offers nothing that fits; try other words, or a proxy request"
    return document


def action_row(key: str, table: Mapping[str, Any]) -> Json:
    """Return the line of a compiled action."""
    row: Json = {"action": key, "effect": table["effect"], "needs": table["input"].get("required", [])}
    if table.get("confirm"):
        row["confirm"] = True
    return {**row, "about": table["summary"]}


def live_row(session: Session, action: LiveAction) -> Json:
    """Return the line of a live action; `use` names the command that covers it."""
    covered = covering_action(session, action)
    row: Json = {"id": action.id, "name": action.name, "needs": action.required, "about": action.description[:120]}
    return {**row, "use": covered} if covered else {**row, "use": f"run {action.id}"}


def describe(session: Session, line: CommandLine) -> Json:
    """Return all that is known of one action: its inputs, what it does, and how the live one differs."""
    key = one_word(line, "action")
    table = session.skill["actions"].get(key)
    if table is None:
        return describe_live(session, line, key)
    document: Json = {"ok": True, "action": key, "about": table["summary"], "effect": table["effect"], "confirm": needs_confirmation(table)}
    document["inputs"] = input_rows(table["input"], session.skill["definitions"])
    live = named_action(remembered_actions(session), table["action"], table["title"]) if "action" in table else None
    if live:
        differences = live_differences(table["input"], live, (table.get("fill") or {}).get("fields", ()))
        told = {"id": live.id, "inputs": live.names, "required": live.required, "differs": differences}
        document["live"] = told if differences else "as described here"
    if table.get("notes"):
        document["notes"] = table["notes"]
    document["examples"] = [session.command(key, *flags_of(example["input"])) for example in table["examples"]]
    return document


def needs_confirmation(table: Mapping[str, Any]) -> bool:
    """Whether the action runs only as a confirmed plan."""
    return table["effect"] == "destructive" or bool(table.get("confirm"))


def describe_live(session: Session, line: CommandLine, key: str) -> Json:
    """Return what Membrane tells of an action that no descriptor covers."""
    near = closest(key, list(session.skill["actions"]))
    try:
        live = by_id(session, chosen_connection(session, line.value("connection")), key)
    except Failure as failure:
        if failure.exit_code is Exit.NOT_FOUND and near:
            failure.remedy = f'did you mean "{near}"? {failure.remedy}'
        raise
    row = live_row(session, live)
    return {
        "ok": True,
        **row,
        "effect": "read" if live.reads_only else "unknown",
        "type": live.type,
        "inputs": input_rows(live.schema, live.definitions),
    }


def input_rows(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> list[Json]:
    """Return one row for each input: name, type, whether it is required, its rules, what it is."""
    rows: list[Json] = []
    properties = schema.get("properties")
    for name, found in (properties if isinstance(properties, dict) else {}).items():
        shape = follow_reference(found, definitions) if isinstance(found, dict) else {}
        row: Json = {"name": name, "type": "|".join(sorted(allowed_types(shape))) or "any"}
        if name in (schema.get("required") or ()):
            row["required"] = True
        row.update({rule: shape[rule] for rule in RULES if rule in shape})
        items = shape.get("items")
        if isinstance(items, dict):
            row["items"] = {rule: items[rule] for rule in ("type", *RULES) if rule in items}
        row["about"] = str(shape.get("description") or shape.get("title") or "")[:200]
        rows.append(row)
    return rows


def doctor(session: Session, line: CommandLine) -> Json:
    """Check everything that a call needs, in order, and return what is wrong with its remedy."""
    refuse_words(line, "doctor takes no words")
    checks: list[Json] = [{"check": "python", "ok": True, "found": f"{sys.executable}, {sys.version.split()[0]}"}]
    steps: list[tuple[str, Callable[[], Any]]] = [
        ("membrane", lambda: program_facts(session)),
        ("state folder", lambda: state_facts(session)),
        # Asking for the connection shows whether the login holds.
        ("connection", lambda: ready_connection(session, chosen_connection(session, line.value("connection")))),
    ]
    worst: Failure | None = None
    for name, step in steps:
        try:
            checks.append({"check": name, "ok": True, "found": step()})
        except Failure as failure:  # noqa: PERF203 - every check is made
            worst = worst or failure
            checks.append({"check": name, "ok": False, "found": failure.message, "remedy": failure.remedy})
            if name == "membrane":
                break
    checks.append({"check": "mode", "ok": True, "found": "read only" if session.read_only else "reads and writes"})
    sandbox = {"sandbox": True} if any(SANDBOX_MARK in str(check.get("found")) for check in checks) else {}
    if worst:
        raise Failure(worst.exit_code, worst.code, worst.message, worst.remedy, checks=checks, **sandbox)
    return {"ok": True, **sandbox, "checks": checks}


def program_facts(session: Session) -> str:
    """Return path and version of the program."""
    membrane = session.membrane
    reply = membrane.call(["--version"], seconds=30)
    version = reply.stdout.strip().splitlines()[-1][:60] if reply.exit_code == 0 and reply.stdout.strip() else "version unknown"
    return f"{' '.join(membrane.command)}, {version}"


def state_facts(session: Session) -> str:
    """Return the state folder when it can be written."""
    if not session.store.write("doctor", {}):
        message = f"{session.store.folder} is not writable: reads go on, confirmations are refused"
        raise Failure(Exit.REFUSED, "state_not_writable", message, f"set {session.variable('STATE_DIR')} to a folder that is writable")
    session.store.forget("doctor")
    return str(session.store.folder)
