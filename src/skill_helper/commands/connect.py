# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The command `connect`: log in, find or create the connection, wait while it is built, say what the user must do."""

from __future__ import annotations

import re
import sys
import time

from ..base.effects import LOOK
from ..base.exits import Exit
from ..base.outcome import Failure
from ..confirm.gate import setting_up
from ..input.command_line import CommandLine, refuse_words
from ..membrane.addresses import login_address
from ..membrane.calls import ask
from ..membrane.connections import (
    app_connections,
    checked_id,
    connection_facts,
    get_connection,
    is_ready,
    require_ready,
    several_connections,
)
from ..membrane.errors import failure_of
from ..membrane.find import program_of
from ..membrane.replies import connection_in, error_or_none, without_colours
from ..session import Json, Session

LONG_POLL_SECONDS = 30
DEFAULT_WAIT_SECONDS = 100
FRESH_TRIES = 3
FRESH_PAUSE_SECONDS = 2.0


def connect(session: Session, line: CommandLine) -> Json:
    """Log in if needed, find or create the connection, wait while it is built, and say what the user must do."""
    refuse_words(line, "connect takes options only; a code goes after --code")
    wait = line.number("wait", DEFAULT_WAIT_SECONDS) or DEFAULT_WAIT_SECONDS
    code = line.value("code")
    if code is not None:
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
    if named is not None:
        return get_connection(session, checked_id(named))
    ready = [connection for connection in app_connections(session) if is_ready(connection)]
    if len(ready) > 1:
        raise several_connections(session, ready)
    if ready:
        return ready[0]
    connection: Json = ask(session, ["connection", "ensure", session.app.url], connection_in, setting_up(session))
    return connection


def wait_while_building(session: Session, connection: Json, budget: int) -> Json:
    """Return the connection once it is no longer BUILDING, or when `budget` seconds are over."""
    end = time.monotonic() + budget
    while connection.get("state") == "BUILDING" and time.monotonic() < end:
        started = time.monotonic()
        print_progress(f"Membrane is building the connection; waiting up to {int(end - started) + 1} s …")
        connection = fresh_connection(session, connection["id"], max(1, min(LONG_POLL_SECONDS, int(end - started))))
        if connection.get("state") == "BUILDING" and time.monotonic() - started < 1:
            time.sleep(min(5, max(0, end - time.monotonic())))
    return connection


def fresh_connection(session: Session, identifier: str, poll: int, tries: int = FRESH_TRIES) -> Json:
    """Return the connection after one long poll of `poll` seconds.

    One that was just created may not be found at first.
    """
    words = ["connection", "get", identifier, "--wait", f"--timeout={poll}"]
    connection: Json
    try:
        connection = ask(session, words, connection_in, seconds=poll + 30)
    except Failure as failure:
        if failure.exit_code is not Exit.NOT_FOUND or tries == 1:
            raise
    else:
        return connection
    time.sleep(FRESH_PAUSE_SECONDS)
    return fresh_connection(session, identifier, poll, tries - 1)


def print_progress(text: str) -> None:
    """Say something to a person who watches; nobody has to read it."""
    if sys.stderr is not None:
        sys.stderr.buffer.write((text + "\n").encode("utf-8", errors="replace"))
        sys.stderr.flush()


def start_login(session: Session, agent: str) -> Failure:
    """Begin a login without a browser of our own and return the outcome that shows the user where to go."""
    reply = program_of(session).call(
        ["login", "--tenant", f"--clientName={agent}", "--non-interactive"], setting_up(session), 60
    )
    address = login_address(without_colours(reply.stdout + "\n" + reply.stderr))
    if not address:
        error = error_or_none(reply)
        by_hand = Failure(
            Exit.LOGIN_NEEDED,
            "login_failed",
            "membrane login printed no address that is certain to be the one for the login",
            "ask the user to run in a terminal: membrane login --tenant",
        )
        return failure_of(error, LOOK, session) if error else by_hand
    code = session.command("connect", "--code", "CODE")
    remedy = f"show login_url to the user; when they give you the code it displays, run: {code}"
    return Failure(Exit.LOGIN_NEEDED, "login_needed", "Membrane is not logged in", remedy, login_url=address)


def complete_login(session: Session, code: str) -> None:
    """Finish the login with the code from the browser, and forget what belonged to an earlier login."""
    if not re.fullmatch(r"[^\s-]\S*", code):
        raise Failure(
            Exit.BAD_INPUT,
            "bad_code",
            f'--code is "{code}"; it takes the code that the browser shows',
            "ask the user to copy it again",
        )
    reply = program_of(session).call(["login", "complete", code], setting_up(session), 60)
    error = error_or_none(reply)
    if reply.exit_code != 0 or error:
        reason = error.message if error else "no reason was given"
        raise Failure(
            Exit.LOGIN_NEEDED,
            "login_failed",
            f"the login was not completed: {reason}",
            f"start again: {session.command('connect')}",
        )
    for name in ("connection", "live"):
        session.store.forget(name)
