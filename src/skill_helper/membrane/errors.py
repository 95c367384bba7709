# skillc copies this file into each skill; change it in src/skill_helper, not there
"""From a reply that is no answer to an outcome: which exit code, which sentence, what to do next."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from ..base.exits import Exit
from ..base.outcome import Failure
from ..base.records import Remedy
from ..session import Session
from .replies import MembraneError, NoAnswer

NOTHING_SENT = r"(?i)ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|getaddrinfo"
CUT_OFF = (
    r"(?i)ECONNRESET|ETIMEDOUT|ESOCKETTIMEDOUT|EPIPE|socket hang up|fetch failed|network error|timed? ?out|aborted"
)
EXPLAIN = "explain the message to the user; do not repeat the same call"
NO_REASON = "compare every value with `describe`; if all fit, tell the user that the reason is not known"
WAIT = "wait a minute, then call again"
UNAUTHORIZED = 401
NOT_THERE = 404
TIMED_OUT = 408
LOCKED = 423
TOO_MANY = 429
FIRST_SERVER_ERROR = 500
REFUSALS = {
    400: "the request",
    402: "the request: payment is required",
    403: "access",
    405: "the method",
    409: "the request: it conflicts with what is there",
    410: "the request: the record is gone",
    413: "the request: it is too big",
    415: "the media type",
    422: "the values",
}


class Call(NamedTuple):
    """What is known of a call before it is made.

    Whether it can change anything, whether it may be made twice, whether it goes on to the app, and its descriptor's
    remedies.
    """

    changes: bool
    repeats: bool = False
    reaches_app: bool = True
    remedies: tuple[Remedy, ...] = ()

    def remedy_for(self, status: int, message: str) -> str:
        """Return the descriptor's remedy for an answer of the app."""
        for entry in self.remedies:
            if entry.status in (None, status) and entry.contains.lower() in message.lower():
                return entry.remedy
        return ""


def failure_of(reply: MembraneError | NoAnswer, call: Call, session: Session) -> Failure:
    """Return the outcome of a call whose reply is no answer."""
    if isinstance(reply, NoAnswer):
        return _no_answer(reply, call, session)
    if reply.app_status is not None:
        return _app_failure(reply.app_status, reply, call, session)
    if call.reaches_app and reply.status and not reply.type and reply.status < FIRST_SERVER_ERROR:
        # Membrane's own refusals come with a sentence of their own; a bare status is what the app answered.
        return _app_failure(reply.status, reply, call, session)
    if reply.type == "connection":
        return _connection_failure(reply, session.command("connect"))
    return _membrane_failure(reply, call, session.command("connect"))


def _no_answer(reply: NoAnswer, call: Call, session: Session) -> Failure:
    if reply.code == "file_damaged":
        remedy = f"do not repeat; tell the user to download it in {session.app.name}"
        return Failure(Exit.REFUSED, reply.code, f"{reply.message}, so it cannot be saved", remedy)
    return _doubtful(call, reply.code, reply.message, printed=reply.printed)


def _app_failure(status: int, error: MembraneError, call: Call, session: Session) -> Failure:
    """Return the outcome of an answer of the app itself."""
    app, message = session.app.name, app_message(error.app_body)
    more = {"app_status": status, "run_id": error.run_id}
    remedy = call.remedy_for(status, message)
    answered = f"{app} answered {status}" + (f": {message}" if message else "")
    if status == UNAUTHORIZED:
        login = f"the key that Membrane holds is no longer valid; run: {session.command('connect')}"
        return Failure(Exit.USER_MUST_ACT, "app_login_refused", answered, remedy or login, **more)
    if status == NOT_THERE:
        return Failure(Exit.NOT_FOUND, "not_found", answered, remedy or "check the id with a list action", **more)
    if status in (LOCKED, TOO_MANY):
        return Failure(Exit.TEMPORARY, "app_busy", answered, remedy or WAIT, **more)
    if status >= FIRST_SERVER_ERROR or status == TIMED_OUT:
        return _doubtful(call, "app_failed", answered, remedy, **more)
    reason = f": {message}" if message else f" ({status}) and no reason came along"
    refused = f"{app} refused {REFUSALS.get(status, 'the request')}{reason}"
    return Failure(Exit.REFUSED, "app_refused", refused, remedy or (EXPLAIN if message else NO_REASON), **more)


def _connection_failure(error: MembraneError, connect: str) -> Failure:
    """Return the outcome of an error of Membrane's connection to the app."""
    run_id = error.run_id
    if error.key == "rate_limit_exceeded":
        return Failure(Exit.TEMPORARY, "app_busy", error.message, WAIT, run_id=run_id)
    if error.key == "access_token_expired":
        return Failure(Exit.USER_MUST_ACT, "reconnect_needed", error.message, f"run: {connect}", run_id=run_id)
    return Failure(Exit.REFUSED, "connection_broken", error.message, f"do not repeat; run: {connect}", run_id=run_id)


def _membrane_failure(error: MembraneError, call: Call, connect: str) -> Failure:
    """Return the outcome of an error of Membrane itself."""
    text, run_id = error.message or "membrane failed and gave no reason", error.run_id
    if error.key == "not_authenticated" or error.status == UNAUTHORIZED:
        return Failure(Exit.LOGIN_NEEDED, "login_needed", "Membrane is not logged in", f"run: {connect}", run_id=run_id)
    if error.key == "not_found" or error.status == NOT_THERE:
        return Failure(Exit.NOT_FOUND, "not_found_in_membrane", text, f"run: {connect}", run_id=run_id)
    if error.key in ("rate_limit_exceeded", "lock_timeout") or error.status == TOO_MANY:
        return Failure(Exit.TEMPORARY, "membrane_busy", text, WAIT, run_id=run_id)
    if re.search(NOTHING_SENT, text):
        message, remedy = f"Membrane cannot be reached: {text}", "check the network, then call again"
        return Failure(Exit.TEMPORARY, "network", message, remedy, run_id=run_id)
    if error.type == "internal" or (error.status or 0) >= FIRST_SERVER_ERROR or re.search(CUT_OFF, text):
        return _doubtful(call, "membrane_failed", f"Membrane failed: {text}", run_id=run_id)
    if error.type == "bad_request" and not error.key:
        remedy = "correct the input; `describe` shows what the live action takes"
        return Failure(Exit.BAD_INPUT, "membrane_refused_input", text, remedy, run_id=run_id)
    if not error.type and not error.key and call.changes:
        return _doubtful(call, "membrane_failed", f"Membrane failed: {text}", run_id=run_id)
    return Failure(Exit.REFUSED, "membrane_refused", f"Membrane refused: {text}", EXPLAIN, run_id=run_id)


def _doubtful(call: Call, code: str, message: str, remedy: str = "", **more: Any) -> Failure:
    """Return the outcome of a call whose effect nobody knows.

    Temporary for a read, unknown for anything that changes.
    """
    if not call.changes:
        return Failure(Exit.TEMPORARY, code, message, remedy or WAIT, **more)
    look = remedy or "read the record before you do anything else"
    return Failure(Exit.OUTCOME_UNKNOWN, code, message + "; it may have been carried out", look, **more)


def app_message(body: Any) -> str:
    """Return the sentence in an app's error body.

    `message`, then `error`, then `detail`, else the text itself, clipped.
    """
    if isinstance(body, dict):
        found = next((body[name] for name in ("message", "error", "detail") if body.get(name)), "")
        body = found.get("message", "") if isinstance(found, dict) else found
    text = "" if body is None or isinstance(body, (dict, list)) else str(body)
    return "" if text.lstrip().startswith("<") else text.strip()[:300]
