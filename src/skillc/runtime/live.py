"""The live side of an action: its id in this connection and Membrane's own input names, which nobody outside knows."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .calls import membrane_list
from .connections import reading_judge
from .exits import Exit
from .outcome import Failure
from .session import Json, Session

LIVE_SECONDS = 24 * 3600
KEPT = ("id", "key", "name", "description", "type", "inputSchema")
READING_TYPES = ("list-data-records", "find-data-record-by-id", "match-data-record", "search-data-record")


@dataclass(frozen=True)
class LiveAction:
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
        return list(self.schema.get("properties") or ())

    @property
    def required(self) -> list[str]:
        """The inputs that Membrane requires."""
        wanted = self.schema.get("required")
        return [name for name in wanted if isinstance(name, str)] if isinstance(wanted, list) else []

    @property
    def reads_only(self) -> bool:
        """Whether the type of the action is documented as one that only reads."""
        return self.type in READING_TYPES


def live_actions(session: Session, connection: str, *, fresh: bool = False) -> list[LiveAction]:
    """Return the connection's actions, remembered for a day."""
    remembered = session.store.read("live")
    known = remembered.get("connection") == connection and isinstance(remembered.get("at"), int) and 0 <= time.time() - remembered["at"] < LIVE_SECONDS
    if known and not fresh:
        return [live_action(record) for record in remembered.get("actions", ())]
    records = membrane_list(session, ["action", "list", f"--connectionId={connection}", "--limit=100"], reading_judge(session))
    kept = [{name: record[name] for name in KEPT if record.get(name)} for record in records]
    session.store.write("live", {"connection": connection, "at": int(time.time()), "actions": kept})
    return [live_action(record) for record in kept]


def live_action(record: Mapping[str, Any]) -> LiveAction:
    """Return the action that a record of Membrane's list describes."""
    schema = record.get("inputSchema")
    texts = [str(record.get(name) or "") for name in ("id", "key", "name", "description", "type")]
    return LiveAction(*texts, schema=schema if isinstance(schema, dict) else {})


def find_live(session: Session, connection: str, key: str, title: str) -> LiveAction:
    """Return the action by its exact key, else by its exact name; never the best hit of a search."""
    for fresh in (False, True):
        actions = live_actions(session, connection, fresh=fresh)
        for found in (
            [action for action in actions if action.key == key],
            [action for action in actions if not action.key and action.name.casefold() == title.casefold()],
        ):
            if len(found) == 1:
                return found[0]
        if not session.store.read("live"):
            break
    remedy = f"search what it offers: {session.command('actions', title)}"
    raise Failure(Exit.NOT_FOUND, "action_not_offered", f'this connection offers no action "{key}"', remedy)


def by_id(session: Session, connection: str, identifier: str) -> LiveAction:
    """Return the action with this id or key."""
    for fresh in (False, True):
        for action in live_actions(session, connection, fresh=fresh):
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
    """Return the schema that decides: live names and requirements, our constraints for every property of the same name."""
    if live is None or not live.names:
        return compiled
    ours = compiled.get("properties") or {}
    theirs = live.schema["properties"]
    properties = {name: merged_property(ours.get(name), theirs[name]) for name in theirs}
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


def live_differences(compiled: Mapping[str, Any], live: LiveAction) -> list[str]:
    """Return, as sentences, where the live schema differs from the compiled one."""
    if not live.names:
        return ["Membrane tells no input names for this action; the compiled ones are used"]
    ours, wanted = compiled.get("properties") or {}, set(compiled.get("required") or ())
    return [
        *(f'Membrane calls "{old}" "{new}"' for old, new in renamed_inputs(compiled, live).items()),
        *(f'Membrane does not know "{name}"' for name in ours if name not in live.names),
        *(f'Membrane also takes "{name}"' for name in live.names if name not in ours),
        *(f'Membrane requires "{name}"' for name in live.required if name in ours and name not in wanted),
    ]
