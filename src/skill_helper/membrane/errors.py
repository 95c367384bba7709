# skillc copies this file into each skill; change it in src/skill_helper, not there
"""From a reply that is no answer to an outcome: which exit code, which sentence, what to do next.

The outcome says what the reply says. Whether a change may have happened all the same is decided in one place,
confirm/ending.py.
"""

from __future__ import annotations

import re
from typing import Any

from ..base.effects import Change, Permit
from ..base.exits import Exit
from ..base.outcome import Failure
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
FIRST_REFUSAL = 400
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


def proves_refusal(reply: MembraneError | NoAnswer, change: Change) -> bool:
    """Whether a reply proves that a change did not happen. There are two proofs, and each is all that was printed.

    Membrane itself refused the call before anything ran; or the app refused the one request that the change is.
    """
    if isinstance(reply, NoAnswer) or not reply.whole:
        return False
    if reply.type == "bad_request" and not reply.run_id:
        return True
    status = reply.app_status or reply.status or 0
    app_refused = reply.structured and FIRST_REFUSAL <= status < FIRST_SERVER_ERROR and status != TIMED_OUT
    return change.one_request and app_refused


def failure_of(reply: MembraneError | NoAnswer, permit: Permit, session: Session) -> Failure:
    """Return the outcome of a call whose reply is no answer."""
    if isinstance(reply, NoAnswer):
        return _no_answer(reply, session)
    if reply.app_status is not None:
        return _app_failure(reply.app_status, reply, permit, session)
    if permit.reaches_app and reply.status and not reply.type and reply.status < FIRST_SERVER_ERROR:
        # Membrane's own refusals come with a sentence of their own; a bare status is what the app answered.
        return _app_failure(reply.status, reply, permit, session)
    if reply.type == "connection":
        return _connection_failure(reply, session.command("connect"))
    return _membrane_failure(reply, session.command("connect"))


def _no_answer(reply: NoAnswer, session: Session) -> Failure:
    if reply.code == "file_damaged":
        remedy = f"do not repeat; tell the user to download it in {session.app.name}"
        return Failure(Exit.REFUSED, reply.code, f"{reply.message}, so it cannot be saved", remedy)
    return Failure(Exit.TEMPORARY, reply.code, reply.message, WAIT, printed=reply.printed)


def _app_failure(status: int, error: MembraneError, permit: Permit, session: Session) -> Failure:
    """Return the outcome of an answer of the app itself."""
    app, message = session.app.name, app_message(error.app_body)
    more = {"app_status": status, "run_id": error.run_id}
    remedy = _remedy_for(permit, status, message)
    answered = f"{app} answered {status}" + (f": {message}" if message else "")
    if status == UNAUTHORIZED:
        login = f"the key that Membrane holds is no longer valid; run: {session.command('connect')}"
        return Failure(Exit.USER_MUST_ACT, "app_login_refused", answered, remedy or login, **more)
    if status == NOT_THERE:
        return Failure(Exit.NOT_FOUND, "not_found", answered, remedy or "check the id with a list action", **more)
    if status in (LOCKED, TOO_MANY):
        return Failure(Exit.TEMPORARY, "app_busy", answered, remedy or WAIT, **more)
    if status >= FIRST_SERVER_ERROR or status == TIMED_OUT:
        return Failure(Exit.TEMPORARY, "app_failed", answered, remedy or WAIT, **more)
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


def _membrane_failure(error: MembraneError, connect: str) -> Failure:
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
        return Failure(Exit.TEMPORARY, "membrane_failed", f"Membrane failed: {text}", WAIT, run_id=run_id)
    if error.type == "bad_request" and not error.key:
        remedy = "correct the input; `describe` shows what the live action takes"
        return Failure(Exit.BAD_INPUT, "membrane_refused_input", text, remedy, run_id=run_id)
    return Failure(Exit.REFUSED, "membrane_refused", f"Membrane refused: {text}", EXPLAIN, run_id=run_id)


def _remedy_for(permit: Permit, status: int, message: str) -> str:
    """Return the descriptor's remedy for an answer of the app."""
    for entry in permit.remedies:
        if entry.status in (None, status) and entry.contains.lower() in message.lower():
            return entry.remedy
    return ""


def app_message(body: Any) -> str:
    """Return the sentence in an app's error body.

    `message`, then `error`, then `detail`, else the text itself, clipped.
    """
    if isinstance(body, dict):
        found = next((body[name] for name in ("message", "error", "detail") if body.get(name)), "")
        body = found.get("message", "") if isinstance(found, dict) else found
    text = "" if body is None or isinstance(body, (dict, list)) else str(body)
    return "" if text.lstrip().startswith("<") else text.strip()[:300]
