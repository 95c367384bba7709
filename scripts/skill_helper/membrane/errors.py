# skillc copies this file into each skill; change it in src/skill_helper, not there
"""From an error as told to an outcome: which exit code, which sentence, what to do next."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ..base.exits import Exit
from ..base.outcome import Failure
from .replies import MembraneError

NOTHING_SENT = r"(?i)ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|getaddrinfo"
CUT_OFF = r"(?i)ECONNRESET|ETIMEDOUT|ESOCKETTIMEDOUT|EPIPE|socket hang up|fetch failed|network error|timed? ?out|aborted"
EXPLAIN = "explain the message to the user; do not repeat the same call"
NO_REASON = "compare every value with `describe`; if all fit, tell the user that the reason is not known"
FIRST_REFUSAL = 400
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


class Judge:
    """Knows the call that failed: the app's name, whether the call could change anything, and the descriptor's remedies."""

    def __init__(
        self, app: str, *, changes: bool, remedies: Sequence[Mapping[str, Any]] = (), connect: str, reaches_app: bool = True
    ) -> None:
        """Take the command line that connects, remedies `{status?, contains?, remedy}`, and whether the call goes on to the app."""
        self.app = app
        self.changes = changes
        self.reaches_app = reaches_app
        self.remedies = remedies
        self.connect = connect

    def failure(self, error: MembraneError) -> Failure:
        """Return the outcome of a failed call."""
        if error.app_status is not None:
            return self.app_failure(error.app_status, error.app_body, error)
        if self.reaches_app and error.status and not error.type and error.status < FIRST_SERVER_ERROR:
            # Membrane's own refusals come with a sentence of their own; a bare status is what the app answered.
            return self.app_failure(error.status, None, error)
        if error.type == "connection":
            return self.connection_failure(error)
        return self.membrane_failure(error)

    def app_failure(self, status: int, body: Any, error: MembraneError | None = None) -> Failure:
        """Return the outcome of an answer of the app itself."""
        said = app_message(body)
        more = {"app_status": status, "run_id": error.run_id if error else ""}
        remedy = self.remedy_for(status, said)
        told = f"{self.app} answered {status}" + (f": {said}" if said else "")
        if status == UNAUTHORIZED:
            return Failure(
                Exit.USER_MUST_ACT,
                "app_login_refused",
                told,
                remedy or f"the key that Membrane holds is no longer valid; run: {self.connect}",
                **more,
            )
        if status == NOT_THERE:
            return Failure(Exit.NOT_FOUND, "not_found", told, remedy or "check the id with a list action", **more)
        if status in (LOCKED, TOO_MANY):
            return Failure(Exit.TEMPORARY, "app_busy", told, remedy or "wait a minute, then call again", **more)
        if status >= FIRST_SERVER_ERROR or status == TIMED_OUT:
            return self.doubtful("app_failed", told, remedy, more)
        refused = f"{self.app} refused {REFUSALS.get(status, 'the request')}" + (
            f": {said}" if said else f" ({status}) and no reason came along"
        )
        return Failure(Exit.REFUSED, "app_refused", refused, remedy or (EXPLAIN if said else NO_REASON), **more)

    def connection_failure(self, error: MembraneError) -> Failure:
        """Return the outcome of an error of Membrane's connection to the app."""
        more = {"run_id": error.run_id}
        if error.key == "rate_limit_exceeded":
            return Failure(Exit.TEMPORARY, "app_busy", error.message, "wait a minute, then call again", **more)
        if error.key == "access_token_expired":
            return Failure(Exit.USER_MUST_ACT, "reconnect_needed", error.message, f"run: {self.connect}", **more)
        return Failure(Exit.REFUSED, "connection_broken", error.message, f"do not repeat; run: {self.connect}", **more)

    def membrane_failure(self, error: MembraneError) -> Failure:
        """Return the outcome of an error of Membrane itself."""
        text, more = error.message or "membrane failed and said nothing", {"run_id": error.run_id}
        if error.key == "not_authenticated" or error.status == UNAUTHORIZED:
            return Failure(Exit.LOGIN_NEEDED, "login_needed", "Membrane is not logged in", f"run: {self.connect}", **more)
        if error.key == "not_found" or error.status == NOT_THERE:
            return Failure(Exit.NOT_FOUND, "not_found_in_membrane", text, f"run: {self.connect}", **more)
        if error.key in ("rate_limit_exceeded", "lock_timeout") or error.status == TOO_MANY:
            return Failure(Exit.TEMPORARY, "membrane_busy", text, "wait a minute, then call again", **more)
        if re.search(NOTHING_SENT, text):
            return Failure(Exit.TEMPORARY, "network", f"Membrane cannot be reached: {text}", "check the network, then call again", **more)
        if error.type == "internal" or (error.status or 0) >= FIRST_SERVER_ERROR or re.search(CUT_OFF, text):
            return self.doubtful("membrane_failed", f"Membrane failed: {text}", "", more)
        if error.type == "bad_request" and not error.key:
            return Failure(
                Exit.BAD_INPUT, "membrane_refused_input", text, "correct the input; `describe` shows what the live action takes", **more
            )
        if not error.type and not error.key and self.changes:
            return self.doubtful("membrane_failed", f"Membrane failed: {text}", "", more)
        return Failure(
            Exit.REFUSED,
            "membrane_refused",
            f"Membrane refused: {text}",
            EXPLAIN,
            **more,
        )

    def doubtful(self, code: str, message: str, remedy: str, more: Mapping[str, Any]) -> Failure:
        """Return the outcome of a call whose effect nobody knows: temporary for a read, unknown for anything that changes."""
        if not self.changes:
            return Failure(Exit.TEMPORARY, code, message, remedy or "wait a minute, then call again", **more)
        return Failure(
            Exit.OUTCOME_UNKNOWN,
            code,
            message + "; it may have been carried out",
            remedy or "read the record before you do anything else",
            **more,
        )

    def remedy_for(self, status: int, said: str) -> str:
        """Return the descriptor's remedy for an answer of the app."""
        for entry in self.remedies:
            if entry.get("status", status) == status and str(entry.get("contains", "")).lower() in said.lower():
                return str(entry["remedy"])
        return ""


def app_message(body: Any) -> str:
    """Return the sentence in an app's error body: `message`, then `error`, then `detail`, else the text itself, clipped."""
    if isinstance(body, dict):
        found = next((body[name] for name in ("message", "error", "detail") if body.get(name)), "")
        body = found.get("message", "") if isinstance(found, dict) else found
    text = "" if body is None or isinstance(body, (dict, list)) else str(body)
    return "" if text.lstrip().startswith("<") else text.strip()[:300]
