"""The connection to the app: found, created, waited for, and each of its states turned into an outcome."""

from __future__ import annotations

import re
import time
from typing import Any

from .answers import ANSI, told_error
from .arguments import CommandLine
from .calls import membrane_json, membrane_list, repeat_once
from .exits import Exit
from .outcome import Failure
from .session import Json, Session
from .verdicts import Judge

LONG_POLL_SECONDS = 30
DEFAULT_WAIT_SECONDS = 100
ADDRESS = re.compile(r"https?://[^\s\"'<>]+")


def reading_judge(session: Session) -> Judge:
    """Return the judge of calls that change nothing."""
    return Judge(session.app["name"], changes=False, connect=session.command("connect"), reaches_app=False)


def connect(session: Session, line: CommandLine) -> Json:
    """Log in if needed, find or create the connection, wait while it is built, and say what the user must do."""
    wait = line.number("wait", DEFAULT_WAIT_SECONDS) or DEFAULT_WAIT_SECONDS
    code = line.value("code")
    if code:
        complete_login(session, code)
    try:
        connection = named_or_ensured(session, line.value("connection"))
    except Failure as failure:
        if failure.exit_code is not Exit.LOGIN_NEEDED:
            raise
        raise start_login(session, line.value("agent") or "openclaw") from None
    connection = wait_while_building(session, connection, wait)
    require_ready(session, connection)
    if not line.has("connection"):
        session.store.write("connection", {"id": connection["id"]})
    return {"ok": True, "connection": connection_facts(connection), "next": session.command("actions")}


def named_or_ensured(session: Session, named: str | None) -> Json:
    """Return the connection that was named, or the one that Membrane finds or creates for the app's address."""
    judge = reading_judge(session)
    if named:
        return require_connection(repeat_once(lambda: membrane_json(session, ["connection", "get", named], judge)), judge)
    ready = [connection for connection in app_connections(session) if connection.get("state") == "READY"]
    if len(ready) > 1:
        raise several_connections(session, ready)
    if ready:
        return ready[0]
    ensured = repeat_once(lambda: membrane_json(session, ["connection", "ensure", session.app["url"]], judge))
    return require_connection(ensured, judge)


def require_connection(document: Any, judge: Judge) -> Json:
    """Return a connection record; anything without an id is not one."""
    if isinstance(document, dict) and isinstance(document.get("id"), str) and document["id"]:
        return document
    raise judge.doubtful("membrane_unreadable", "Membrane's answer is not a connection", "", {})


def start_login(session: Session, agent: str) -> Failure:
    """Begin a login without a browser of our own and return the outcome that shows the user where to go."""
    reply = session.membrane.call(["login", "--tenant", f"--clientName={agent}", "--non-interactive"], seconds=60)
    address = ADDRESS.search(ANSI.sub("", reply.stdout + "\n" + reply.stderr))
    if not address:
        error = told_error(reply)
        return reading_judge(session).failure(error) if error else Failure(Exit.REFUSED, "login_failed", "membrane login printed no address", "ask the user to run: membrane login --tenant")
    remedy = f"show login_url to the user; when they give you the code it displays, run: {session.command('connect', '--code', 'CODE')}"
    return Failure(Exit.LOGIN_NEEDED, "login_needed", "Membrane is not logged in", remedy, login_url=address.group(0))


def complete_login(session: Session, code: str) -> None:
    """Finish the login with the code that the user read in the browser, and forget what belonged to an earlier login."""
    reply = session.membrane.call(["login", "complete", code], seconds=60)
    if reply.exit_code != 0 or told_error(reply):
        error = told_error(reply)
        said = error.message if error else "no reason was given"
        raise Failure(Exit.LOGIN_NEEDED, "login_failed", f"the login was not completed: {said}", f"start again: {session.command('connect')}")
    for name in ("connection", "live"):
        session.store.forget(name)


def app_connections(session: Session) -> list[Json]:
    """Return the user's connections to this app."""
    connections = membrane_list(session, ["connection", "list"], reading_judge(session))
    return [connection for connection in connections if belongs_to(session, connection) and not connection.get("archivedAt")]


def belongs_to(session: Session, connection: Json) -> bool:
    """Whether a connection is one to this app: by its own key or name, or by its integration's."""
    integration = connection.get("integration")
    places = [connection, integration] if isinstance(integration, dict) else [connection]
    words = [str(place.get(name) or "").lower() for place in places for name in ("key", "name")]
    words.append(str(connection.get("integrationKey") or "").lower())
    names = {str(session.app["name"]).lower(), str(session.skill["name"]).lower()}
    return any(word in names or any(word.startswith((name + " ", name + "-")) for name in names) for word in words if word)


def chosen_connection(session: Session, named: str | None) -> str:
    """Return the id of the connection to use: the one named, the remembered one, or the only one there is."""
    if named:
        return named
    remembered = session.store.read("connection").get("id")
    if isinstance(remembered, str) and remembered:
        return remembered
    found = app_connections(session)
    ready = [connection for connection in found if connection.get("state", "READY") == "READY"]
    if len(ready) > 1:
        raise several_connections(session, ready)
    if not ready:
        what = f"no connection to {session.app['name']} is ready" if found else f"there is no connection to {session.app['name']} yet"
        raise Failure(Exit.USER_MUST_ACT, "not_connected", what, f"run: {session.command('connect')}")
    session.store.write("connection", {"id": ready[0]["id"]})
    return str(ready[0]["id"])


def several_connections(session: Session, connections: list[Json]) -> Failure:
    """Return the outcome of having to choose between accounts."""
    choices = [{"id": connection["id"], "name": connection.get("name"), "created": connection.get("createdAt")} for connection in connections]
    message = f"there are {len(choices)} connections to {session.app['name']}"
    return Failure(Exit.USER_MUST_ACT, "several_connections", message, "ask the user which account is meant and add --connection ID to every call", choices=choices)


def wait_while_building(session: Session, connection: Json, budget: int) -> Json:
    """Return the connection once it is no longer BUILDING, or when `budget` seconds are over."""
    judge, end = reading_judge(session), time.monotonic() + budget
    while connection.get("state") == "BUILDING" and time.monotonic() < end:
        started = time.monotonic()
        poll = max(1, min(LONG_POLL_SECONDS, int(end - started)))
        words = ["connection", "get", connection["id"], "--wait", f"--timeout={poll}"]
        connection = require_connection(repeat_once(lambda words=words, poll=poll: membrane_json(session, words, judge, poll + 30)), judge)  # type: ignore[misc]
        if connection.get("state") == "BUILDING" and time.monotonic() - started < 1:
            time.sleep(min(5, max(0, end - time.monotonic())))
    return connection


def require_ready(session: Session, connection: Json) -> None:
    """Return when the connection can be used; else raise what its state means."""
    state = connection.get("state")
    again = f"then run: {session.command('connect')}"
    if state == "READY" or (state is None and connection.get("connected") is True):
        return
    facts = {"connection": connection_facts(connection)}
    if state == "BUILDING":
        raise Failure(Exit.TEMPORARY, "connection_building", "Membrane is still building the connection, which takes some minutes", f"wait a minute, {again}", **facts)
    if state == "CLIENT_ACTION_REQUIRED":
        raise client_action(connection, again, facts)
    if state in ("CONFIGURATION_ERROR", "SETUP_FAILED"):
        message = f"the connection cannot be used ({state}): {connection_error(connection)}"
        raise Failure(Exit.REFUSED, "connection_failed", message, "tell the user; repeating does not help", **facts)
    message = f"the connection is in the state {state or 'unknown'} and cannot be used now"
    raise Failure(Exit.USER_MUST_ACT, "connection_unusable", message, f"ask the user to look at it in Membrane, {again}", **facts)


def client_action(connection: Json, again: str, facts: Json) -> Failure:
    """Return the outcome that tells the user what Membrane waits for. Its instructions for agents are passed on as somebody's text."""
    action = connection.get("clientAction")
    action = action if isinstance(action, dict) else {}
    provide = action.get("type") == "provide-input"
    what = "give more information" if provide else "authenticate"
    remedy = f"show the user {'uiUrl' if action.get('uiUrl') else 'the description'} and wait until they are done, {again}"
    told = {name: action[name] for name in ("type", "description", "uiUrl", "agentInstructions") if action.get(name)}
    return Failure(Exit.USER_MUST_ACT, "client_action_required", f"the user must {what} to finish the connection", remedy, third_party=told, **facts)


def connection_error(connection: Json) -> str:
    """Return what went wrong: `errors[]`, then `requestError`, then the deprecated `error`."""
    errors = connection.get("errors")
    candidates = [*(errors if isinstance(errors, list) else []), connection.get("requestError"), connection.get("error")]
    for candidate in candidates:
        message = candidate.get("message") if isinstance(candidate, dict) else candidate
        if message:
            return str(message)[:300]
    return "no reason was given"


def connection_facts(connection: Json) -> Json:
    """Return the few facts of a connection that are worth showing."""
    facts = {name: connection[name] for name in ("id", "name", "state") if connection.get(name)}
    meta = connection.get("meta")
    if isinstance(meta, dict) and meta.get("sandbox"):
        facts["sandbox"] = True
    return facts
