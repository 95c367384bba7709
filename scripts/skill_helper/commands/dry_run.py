# skillc copies this file into each skill; change it in src/skill_helper, not there
"""What `--dry-run` shows: what would be sent, by what is remembered. No program is started, no login is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from ..actions.bound import BoundAction, call_facts, live_words, words_of
from ..actions.completing import Completed, known_arguments, prepared_input
from ..actions.concluded import inferred_facts, inferred_in
from ..actions.live import LiveAction, LiveActions
from ..actions.target import read_command
from ..input.as_flags import flags_of
from ..input.command_line import CommandLine
from ..membrane.connections import checked_id, chosen_connection, remembered_connection
from ..membrane.program import Membrane
from ..membrane.proxy import ProxyRequest
from ..session import Json, Session

NAMES_OF_THE_DESCRIPTOR = "those of the descriptor; the account may name inputs otherwise"
NO_NAMES = "not known: nothing is remembered of this action, so its input was not checked"


class _KnownActions(LiveActions):
    """The actions that are remembered of a connection; of any other one, no input names are known."""

    def find(self, choose: Callable[[Sequence[LiveAction]], LiveAction | None]) -> LiveAction | None:
        """Return what `choose` finds among the remembered actions, else an action without an id."""
        return choose(self.remembered) or LiveAction({})

    def by_id(self, identifier: str) -> LiveAction | None:
        """Return the action with this id or key."""
        found = super().by_id(identifier)
        return found if found and found.id else LiveAction(dict.fromkeys(("id", "key", "name"), identifier))


def offered(session: Session, line: CommandLine) -> LiveActions:
    """Return the actions that the connection offers; for a dry run those that are remembered, for it asks nothing."""
    if line.has("dry-run"):
        return _KnownActions(session, known_connection(session, line))
    return LiveActions(session, chosen_connection(session, line.value("connection")))


def known_connection(session: Session, line: CommandLine) -> str:
    """Return the id of the connection that is named or remembered; empty when none is."""
    named = line.value("connection")
    return remembered_connection(session) if named is None else checked_id(named)


def dry_action(session: Session, bound: BoundAction, values: Json) -> Json:
    """Return what an action would send, and the commands that read what it reads first."""
    prepared = prepared_input(session, bound, Completed(values, values, {}), ask=False)
    send = call_facts(session, bound, prepared.sent)
    names = {}
    if bound.live:
        names["names"] = "remembered" if bound.live.id else NAMES_OF_THE_DESCRIPTOR
        if not bound.live.id:
            del send["id"]
    reads = list(dict.fromkeys(_reads_of_action(session, bound, values)))
    told = {**prepared.told, **inferred_facts(session, bound.action, inferred_in(bound.action, prepared.sent))}
    call = {**names, **told, "would_send": send}
    return _shown(session, bound.connection, words_of(session, bound, prepared.sent), call, reads)


def _reads_of_action(session: Session, bound: BoundAction, values: Mapping[str, Any]) -> Iterator[str]:
    action = bound.action
    for name, default in action.defaults.items():
        if name not in values and bound.takes(name):
            yield read_command(session, bound, default, values)
    if action.fill and any(name not in values and bound.takes(name) for name in action.fill.fields):
        yield read_command(session, bound, action.fill, values)
    for name, lookup in action.lookup.items():
        if name.partition(".")[0] in values:
            yield read_command(session, bound, lookup, values)
    for read in action.prepare.reads.values() if action.prepare else ():
        reader, arguments = session.skill.actions[read.action], known_arguments(read, dict(values))
        yield session.command(read.action, *flags_of(arguments, reader.input, session.skill.definitions))
    if action.target:
        yield read_command(session, bound, action.target, values)


def dry_request(session: Session, connection: str, request: ProxyRequest) -> Json:
    """Return what a request would send, and the commands that read what it changes."""
    reads = () if request.reads_only or request.method == "POST" else request.reads_of_target
    commands = [_request_command(session, read) for read in reads]
    return _shown(session, connection, request.arguments(connection), {"would_send": request.facts()}, commands)


def _request_command(session: Session, request: ProxyRequest) -> str:
    query = [word for name, value in request.query for word in ("--query", f"{name}={value}")]
    return session.command("request", str(request.path), *query)


def dry_live_action(session: Session, offer: LiveActions, live: LiveAction, send: Json) -> Json:
    """Return what a live action would send."""
    names = "remembered" if live in offer.remembered else NO_NAMES
    connection = offer.connection or ""
    words = live_words(connection, live, send["input"])
    return _shown(session, connection, words, {"names": names, "would_send": send})


def _shown(session: Session, connection: str, words: Sequence[str], call: Json, reads: Sequence[str] = ()) -> Json:
    """Return the document of a dry run; fail for what could not be sent."""
    Membrane(("membrane",)).refuse_impossible(words)
    first = {"reads_first": reads} if reads else {}
    return {
        "ok": True,
        "dry_run": True,
        "connection": connection or "none is remembered; the call itself finds it",
        **call,
        **first,
        "next": session.again(without=["dry-run"]),
    }
