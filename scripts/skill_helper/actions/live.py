# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The live side of an action: its id in this connection and Membrane's own input names, which nobody outside knows."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ..base.exits import Exit
from ..base.outcome import Failure
from ..membrane.calls import membrane_list
from ..membrane.connections import reading_judge
from ..session import Json, Session

LIVE_SECONDS = 24 * 3600
KEPT = ("id", "key", "name", "description", "type", "inputSchema")
READING_TYPES = ("list-data-records", "find-data-record-by-id", "match-data-record", "search-data-record")


class LiveAction(NamedTuple):
    """An action as Membrane offers it in one connection. `schema` is its input schema, `{}` when it tells none."""

    id: str
    key: str
    name: str
    description: str
    type: str
    schema: Mapping[str, Any]

    @property
    def names(self) -> list[str]:
        """The input names that Membrane knows; anything else it would drop without a word."""
        properties = self.schema.get("properties")
        return list(properties) if isinstance(properties, dict) else []

    @property
    def required(self) -> list[str]:
        """The inputs that Membrane requires."""
        wanted = self.schema.get("required")
        return [name for name in wanted if name in self.names] if isinstance(wanted, list) else []

    @property
    def definitions(self) -> Mapping[str, Any]:
        """What "#/$defs/Name" in the schema refers to."""
        defs = self.schema.get("$defs")
        return defs if isinstance(defs, dict) else {}

    @property
    def reads_only(self) -> bool:
        """Whether the type of the action is documented as one that only reads."""
        return self.type in READING_TYPES


def remembered_actions(session: Session, connection: str | None = None) -> list[LiveAction]:
    """Return the actions that an earlier call has learnt within a day (of this connection, if one is given); none when there are none."""
    remembered = session.store.read("live")
    if connection not in (None, remembered.get("connection")):
        return []
    at, records = remembered.get("at"), remembered.get("actions")
    if not isinstance(at, int) or not 0 <= time.time() - at < LIVE_SECONDS or not isinstance(records, list):
        return []
    return [live_action(record) for record in records if isinstance(record, dict)]


def asked_actions(session: Session, connection: str) -> list[LiveAction]:
    """Ask Membrane for the connection's actions, and remember them."""
    records = membrane_list(session, ["action", "list", f"--connectionId={connection}", "--limit=100"], reading_judge(session))
    kept = [{name: record[name] for name in KEPT if record.get(name)} for record in records]
    session.store.write("live", {"connection": connection, "at": int(time.time()), "actions": kept})
    return [live_action(record) for record in kept]


def live_action(record: Mapping[str, Any]) -> LiveAction:
    """Return the action that a record of Membrane's list describes."""
    schema = record.get("inputSchema")
    key, name, about, kind = (str(record.get(member) or "") for member in ("key", "name", "description", "type"))
    return LiveAction(str(record["id"]), key, name, about, kind, schema if isinstance(schema, dict) else {})


def find_live(session: Session, connection: str, key: str, title: str) -> LiveAction:
    """Return the action of a connection, from memory or, when it is not there, from Membrane."""
    for actions in (remembered_actions, asked_actions):
        found = named_action(actions(session, connection), key, title)
        if found:
            return found
    remedy = f"search what it offers: {session.command('actions', title)}"
    raise Failure(Exit.NOT_FOUND, "action_not_offered", f'this connection offers no action "{key}"', remedy)


def named_action(actions: list[LiveAction], key: str, title: str) -> LiveAction | None:
    """Return the action with exactly this key, else the one without a key and with exactly this name; never the best hit of a search."""
    by_key = [action for action in actions if action.key == key]
    by_name = [action for action in actions if not action.key and action.name.casefold() == title.casefold()]
    return by_key[0] if len(by_key) == 1 else by_name[0] if len(by_name) == 1 else None


def covering_action(session: Session, live: LiveAction) -> str | None:
    """Return the key of the descriptor that covers a live action, by its key or, where it has none, by its name."""
    for key, table in session.skill["actions"].items():
        same = live.key == table.get("action") if live.key else live.name.casefold() == table["title"].casefold()
        if "action" in table and same:
            return str(key)
    return None


def by_id(session: Session, connection: str, identifier: str) -> LiveAction:
    """Return the action with this id or key."""
    for actions in (remembered_actions, asked_actions):
        for action in actions(session, connection):
            if identifier in (action.id, action.key):
                return action
    remedy = f"search what it offers: {session.command('actions', 'what you want to do')}"
    raise Failure(Exit.NOT_FOUND, "action_not_offered", f'this connection offers no action with the id or key "{identifier}"', remedy)


def renamed_inputs(compiled: Mapping[str, Any], live: LiveAction) -> dict[str, str]:
    """Return `{our name: live name}` for the one required input whose name alone differs; `{}` when that is not certain."""
    if not live.names:
        return {}
    known = compiled.get("properties") or {}
    ours = [name for name in compiled.get("required") or () if name not in live.names]
    theirs = [name for name in live.required if name not in known]
    return {ours[0]: theirs[0]} if len(ours) == 1 and len(theirs) == 1 else {}


def effective_schema(compiled: Json, live: LiveAction | None) -> Json:
    """Return the schema that decides: live names and requirements, our constraints for every property that we know, under whatever name."""
    if live is None or not live.names:
        return compiled
    ours = compiled.get("properties") or {}
    theirs = live.schema["properties"]
    named = {new: old for old, new in renamed_inputs(compiled, live).items()}
    properties = {name: merged_property(ours.get(named.get(name, name)), theirs[name]) for name in theirs}
    kept = {name: value for name, value in compiled.items() if name not in ("properties", "required")}
    return {**kept, "properties": properties, "required": live_requirements(compiled, live), "additionalProperties": False}


def live_requirements(compiled: Mapping[str, Any], live: LiveAction) -> list[str]:
    """Return the inputs that must be given: what Membrane requires; where it does not say, what we require of the names it knows."""
    if isinstance(live.schema.get("required"), list):
        return live.required
    return [name for name in compiled.get("required") or () if name in live.names]


def merged_property(ours: Any, theirs: Any) -> Json:
    """Return our schema of an input when we have one, else Membrane's."""
    if isinstance(ours, dict):
        return ours
    return theirs if isinstance(theirs, dict) else {}


def live_differences(compiled: Mapping[str, Any], live: LiveAction, filled: Sequence[str]) -> list[str]:
    """Return, as sentences, where the live schema differs from the compiled one; what is filled in anyway is no difference."""
    if not live.names:
        return ["Membrane tells no input names for this action; the compiled ones are used"]
    ours, wanted = compiled.get("properties") or {}, {*(compiled.get("required") or ()), *filled}
    return [
        *(f'Membrane calls "{old}" "{new}"' for old, new in renamed_inputs(compiled, live).items()),
        *(f'Membrane does not know "{name}"' for name in ours if name not in live.names),
        *(f'Membrane also takes "{name}"' for name in live.names if name not in ours),
        *(f'Membrane requires "{name}"' for name in live.required if name in ours and name not in wanted),
    ]
