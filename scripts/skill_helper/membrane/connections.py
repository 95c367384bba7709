# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The connection to the app: which one is meant, and what each of its states means."""

from __future__ import annotations

from typing import Any

from ..base.exits import Exit
from ..base.outcome import Failure, shortened
from ..session import Json, Session
from .addresses import web_address
from .calls import ask, ask_for_list
from .replies import connection_in, is_identifier

CLIENT_ACTION = ("type", "description", "agentInstructions")
LONGEST_TEXT = 4000
LONGEST_NAME = 200
MOST_CHOICES = 50


def chosen_connection(session: Session, named: str | None) -> str:
    """Return the id of the connection to use: the one named, the remembered one, or the only one there is."""
    if named is not None:
        return checked_id(named)
    remembered = remembered_connection(session)
    if remembered:
        return remembered
    found = app_connections(session)
    ready = [connection for connection in found if is_ready(connection)]
    if len(ready) > 1:
        raise several_connections(session, ready)
    if not ready:
        if len(found) == 1:
            require_ready(session, found[0])
        what = (
            f"none of {len(found)} connections to {session.app.name} is ready"
            if found
            else f"there is no connection to {session.app.name} yet"
        )
        raise Failure(Exit.USER_MUST_ACT, "not_connected", what, f"run: {session.command('connect')}")
    session.store.write("connection", {"id": ready[0]["id"]})
    return str(ready[0]["id"])


def remembered_connection(session: Session) -> str:
    """Return the id of the connection that an earlier call used; empty when none is remembered."""
    remembered = session.store.read("connection").get("id")
    return str(remembered) if is_identifier(remembered) else ""


def checked_id(named: str) -> str:
    """Return the id that `--connection` gives, when it can be one."""
    if is_identifier(named):
        return named
    raise Failure(
        Exit.BAD_INPUT,
        "bad_connection",
        f'"{named}" is not a connection id (--connection)',
        "ids are in the answers of connect and doctor",
    )


def app_connections(session: Session) -> list[Json]:
    """Return the user's connections to this app."""
    connections = ask_for_list(session, ["connection", "list"])
    return [
        connection for connection in connections if belongs_to(session, connection) and not connection.get("archivedAt")
    ]


def belongs_to(session: Session, connection: Json) -> bool:
    """Whether a connection is one to this app.

    By its integration, else by its key, else by its name, which people choose.
    """
    integration = connection.get("integration")
    inner = integration if isinstance(integration, dict) else {}
    names = {session.app.name.lower(), session.skill.name.lower()}
    for candidates in (
        [inner.get("key"), inner.get("name"), connection.get("integrationKey")],
        [connection.get("key")],
        [connection.get("name")],
    ):
        words = [word.lower() for word in candidates if isinstance(word, str) and word]
        if words:
            return any(word == name or word.startswith((f"{name} ", f"{name}-")) for word in words for name in names)
    return False


def several_connections(session: Session, connections: list[Json]) -> Failure:
    """Return the outcome of having to choose between accounts."""
    choices = [
        {"id": connection["id"], "name": _short(connection.get("name")), "created": _short(connection.get("createdAt"))}
        for connection in connections[:MOST_CHOICES]
    ]
    message = f"there are {len(connections)} connections to {session.app.name}"
    return Failure(
        Exit.USER_MUST_ACT,
        "several_connections",
        message,
        "ask the user which account is meant and add --connection ID to every call",
        choices=choices,
    )


def get_connection(session: Session, identifier: str) -> Json:
    """Return the connection with this id."""
    connection: Json = ask(session, ["connection", "get", identifier], connection_in)
    return connection


def ready_connection(session: Session, identifier: str) -> Json:
    """Return the facts of a connection; fail when nothing can be sent through it."""
    connection = get_connection(session, identifier)
    require_ready(session, connection)
    return connection_facts(connection)


def is_ready(connection: Json) -> bool:
    """Whether a connection can be used.

    Its state decides; where that is missing, whether it says that it is connected.
    """
    state = connection.get("state")
    usable = state == "READY" or (state is None and connection.get("connected") is True)
    return usable and connection.get("isDefunct") is not True


def require_ready(session: Session, connection: Json) -> None:
    """Return when the connection can be used; else raise what its state means."""
    if is_ready(connection):
        return
    state, facts = connection.get("state"), {"connection": connection_facts(connection)}
    again = f"then run: {session.command('connect')}"
    if state == "BUILDING":
        message = "Membrane is still building the connection, which takes some minutes"
        raise Failure(Exit.TEMPORARY, "connection_building", message, f"wait a minute, {again}", **facts)
    if state == "CLIENT_ACTION_REQUIRED":
        raise client_action(connection, again, facts)
    if state in ("CONFIGURATION_ERROR", "SETUP_FAILED") or connection.get("isDefunct") is True:
        kind = "defunct" if connection.get("isDefunct") else state
        message = f"the connection is broken for good ({kind}): {connection_error(connection)}"
        raise Failure(Exit.REFUSED, "connection_failed", message, "tell the user; repeating does not help", **facts)
    message = f"the connection is in the state {state or 'unknown'} and cannot be used now"
    raise Failure(
        Exit.USER_MUST_ACT, "connection_unusable", message, f"ask the user to look at it in Membrane, {again}", **facts
    )


def client_action(connection: Json, again: str, facts: Json) -> Failure:
    """Return the outcome that tells the user what Membrane waits for.

    Its instructions for agents are passed on as somebody's text.
    """
    action = connection.get("clientAction")
    action = action if isinstance(action, dict) else {}
    what = "give more information" if action.get("type") == "provide-input" else "authenticate"
    address = web_address(action.get("uiUrl"))
    remedy = f"show the user third_party.{'uiUrl' if address else 'description'} and wait until they are done, {again}"
    third_party = {
        name: shortened(action[name], LONGEST_TEXT)
        for name in CLIENT_ACTION
        if isinstance(action.get(name), str) and action[name]
    }
    if address:
        third_party["uiUrl"] = address
    elif action.get("uiUrl"):
        remedy = (
            f"Membrane names a page that is no web address; ask the user to open the connection in Membrane, {again}"
        )
    return Failure(
        Exit.USER_MUST_ACT,
        "client_action_required",
        f"the user must {what} to finish the connection",
        remedy,
        third_party=third_party,
        **facts,
    )


def connection_error(connection: Json) -> str:
    """Return what went wrong: `errors[]`, then `requestError`, then the deprecated `error`."""
    errors = connection.get("errors")
    candidates = [
        *(errors if isinstance(errors, list) else []),
        connection.get("requestError"),
        connection.get("error"),
    ]
    for candidate in candidates:
        message = candidate.get("message") if isinstance(candidate, dict) else candidate
        if message:
            return str(message)[:300]
    return "no reason was given"


def _short(value: Any) -> str:
    """Return a text of a connection, short enough to be shown."""
    return shortened(value if isinstance(value, str) else "", LONGEST_NAME)


def connection_facts(connection: Json) -> Json:
    """Return the few facts of a connection that are worth showing."""
    facts: Json = {name: _short(connection[name]) for name in ("id", "name", "state") if connection.get(name)}
    meta = connection.get("meta")
    if isinstance(meta, dict) and meta.get("sandbox"):
        facts["sandbox"] = True
    return facts
