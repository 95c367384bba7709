# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The live side of an action: its id in this connection and Membrane's own input names, which nobody outside knows."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

from ..base.records import Action, Effect, JsonSchema
from ..membrane.replies import is_identifier
from ..schema.wellformed import wellformed
from ..session import Session
from .live_effect import READING_TYPES, changes_by_name, changes_by_type, grave_word, only_reads

LONGEST_NAME = 200
LONGEST_DESCRIPTION = 2000
LIVE_SECONDS = 24 * 3600
KEPT = ("id", "key", "name", "description", "type", "inputSchema")


class LiveAction:
    """An action as Membrane offers it in one connection, by a record of its list."""

    def __init__(self, record: Mapping[str, Any]) -> None:
        """Take id, key, name, description and type, and keep the schema for when it is asked for."""
        texts = {
            name: record[name]
            for name in ("id", "key", "name", "description", "type")
            if isinstance(record.get(name), str)
        }
        self.id: str = texts.get("id", "")
        self.key: str = texts.get("key", "")[:LONGEST_NAME]
        self.name: str = texts.get("name", "")[:LONGEST_NAME]
        self.description: str = texts.get("description", "")[:LONGEST_DESCRIPTION]
        self.type: str = texts.get("type", "")[:LONGEST_NAME]
        self._schema = record.get("inputSchema")

    @cached_property
    def schema(self) -> Mapping[str, Any]:
        """Its input schema, `{}` when it tells none that can be understood."""
        return wellformed(self._schema)

    @cached_property
    def names(self) -> list[str]:
        """The input names that Membrane knows; anything else it would drop without a word."""
        properties = self.schema.get("properties")
        return list(properties) if isinstance(properties, dict) else []

    @cached_property
    def required(self) -> list[str]:
        """The inputs that Membrane requires."""
        names = frozenset(self.names)
        return [name for name in self.schema.get("required", ()) if name in names]

    @property
    def definitions(self) -> Mapping[str, Any]:
        """What "#/$defs/Name" in the schema refers to."""
        defs = self.schema.get("$defs")
        return defs if isinstance(defs, dict) else {}

    @property
    def reads_only(self) -> bool:
        """Whether the action is of a type that is documented to read, and is not named as a change."""
        return only_reads(self.type, (self.name, self.key))

    @property
    def grave_reason(self) -> str:
        """Why the action is planned whatever else it claims to be: its type or its name deletes, sends or pays.

        Else empty.
        """
        if grave_word(self.type):
            return f'"{self.name}" is of the type {self.type}'
        word = grave_word(self.name) or grave_word(self.key)
        return f'"{self.name}" may delete, send or pay, as "{word}" in its name says' if word else ""

    def contradicts(self, action: Action) -> bool:
        """Whether its type, or a name other than the descriptor's, says that it does something else."""
        if not action.reads_only:
            deletes = bool(grave_word(self.type)) and action.effect is not Effect.DESTRUCTIVE
            return self.type in READING_TYPES or deletes
        names = () if self.name.casefold() == action.title.casefold() else (self.name,)
        return changes_by_type(self.type) or changes_by_name(names)


class LiveActions:
    """The actions that a connection offers.

    Read from memory once, and asked for once when what is wanted is not there.
    """

    def __init__(self, session: Session, connection: str | None) -> None:
        """Look at one connection; None stands for the memory of the one that was asked last."""
        self.session = session
        self.connection = connection

    @cached_property
    def remembered(self) -> Sequence[LiveAction]:
        """The actions that an earlier call has learnt within a day; none when there are none."""
        memory = self.session.store.read("live")
        if self.connection not in (None, memory.get("connection")):
            return ()
        at, records = memory.get("at"), memory.get("actions")
        if not isinstance(at, int) or not 0 <= int(time.time()) - at < LIVE_SECONDS or not isinstance(records, list):
            return ()
        return [
            LiveAction(record) for record in records if isinstance(record, dict) and is_identifier(record.get("id"))
        ]

    @cached_property
    def offered(self) -> Sequence[LiveAction]:
        """The actions that Membrane names now; they are remembered."""
        from ..membrane.calls import ask_for_list

        words = ["action", "list", f"--connectionId={self.connection}", "--limit=100"]
        records = [
            {name: record[name] for name in KEPT if record.get(name)} for record in ask_for_list(self.session, words)
        ]
        memory = {"connection": self.connection, "at": int(time.time()), "actions": records}
        self.session.store.write("live", memory)
        return [LiveAction(record) for record in records]

    def find(self, choose: Callable[[Sequence[LiveAction]], LiveAction | None]) -> LiveAction | None:
        """Return what `choose` finds among the remembered actions, else among those that Membrane names now."""
        return choose(self.remembered) or choose(self.offered)

    def by_id(self, identifier: str) -> LiveAction | None:
        """Return the action with this id or key."""
        return self.find(lambda actions: next((a for a in actions if identifier in (a.id, a.key)), None))


def named_action(actions: Sequence[LiveAction], action: Action) -> LiveAction | None:
    """Return the live action with exactly this key, else the keyless one with exactly this name.

    Never the best hit of a search.

    One that contradicts the descriptor's effect is not the same, whatever it is called.
    """
    by_key = [live for live in actions if live.key == action.membrane_action and not live.contradicts(action)]
    title = action.title.casefold()
    by_name = [
        live for live in actions if not live.key and live.name.casefold() == title and not live.contradicts(action)
    ]
    return by_key[0] if len(by_key) == 1 else by_name[0] if len(by_name) == 1 else None


def covering_action(session: Session, live: LiveAction) -> Action | None:
    """Return the descriptor's action that covers a live one, by its key or, where it has none, by its name."""
    for action in session.skill.actions.values():
        same = live.key == action.membrane_action if live.key else live.name.casefold() == action.title.casefold()
        if action.membrane_action and same and not live.contradicts(action):
            return action
    return None


def renamed_inputs(compiled: JsonSchema, live: LiveAction) -> dict[str, str]:
    """Return `{our name: live name}` for the one required input whose name alone differs.

    `{}` when that is not certain.
    """
    if not live.names:
        return {}
    known, names = compiled.get("properties") or {}, live.names
    ours = [name for name in compiled.get("required") or () if name not in names]
    theirs = [name for name in live.required if name not in known]
    return {ours[0]: theirs[0]} if len(ours) == 1 and len(theirs) == 1 else {}


def effective_schema(compiled: JsonSchema, live: LiveAction, renamed: Mapping[str, str]) -> JsonSchema:
    """Return the schema that decides.

    Live names and requirements, our constraints for every property that we know, under whatever name.
    """
    if not live.names:
        return compiled
    ours = compiled.get("properties") or {}
    theirs = live.schema["properties"]
    our_names = {new: old for old, new in renamed.items()}
    properties = {name: _merged_property(ours.get(our_names.get(name, name)), theirs[name]) for name in theirs}
    kept = {name: value for name, value in compiled.items() if name not in ("properties", "required")}
    required = _live_requirements(compiled, live)
    theirs_too = live.schema.get("additionalProperties", False) is not False
    others = compiled.get("additionalProperties", False) if theirs_too else False
    return {**kept, "properties": properties, "required": required, "additionalProperties": others}


def _live_requirements(compiled: JsonSchema, live: LiveAction) -> list[str]:
    """Return the inputs that must be given: what Membrane requires.

    Where it does not say, what we require of the names it knows.
    """
    if isinstance(live.schema.get("required"), list):
        return live.required
    return [name for name in compiled.get("required") or () if name in live.names]


def _merged_property(ours: Any, theirs: Any) -> JsonSchema:
    """Return our schema of an input when we have one, else Membrane's."""
    if isinstance(ours, dict):
        return ours
    return theirs if isinstance(theirs, dict) else {}


def live_differences(action: Action, live: LiveAction) -> list[str]:
    """Return, as sentences, where the live schema differs from the compiled one.

    What is filled in anyway is no difference.
    """
    if not live.names:
        return ["Membrane tells no input names for this action; the compiled ones are used"]
    ours, wanted = action.input.get("properties") or {}, {*action.required, *action.filled}
    return [
        *(f'Membrane calls "{old}" "{new}"' for old, new in renamed_inputs(action.input, live).items()),
        *(f'Membrane does not know "{name}"' for name in ours if name not in live.names),
        *(f'Membrane also takes "{name}"' for name in live.names if name not in ours),
        *(f'Membrane requires "{name}"' for name in live.required if name in ours and name not in wanted),
    ]
