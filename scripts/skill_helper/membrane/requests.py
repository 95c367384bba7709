# skillc copies this file into each skill; change it in src/skill_helper, not there
"""What comes back from a proxy request: the app's answer, or what its refusal means."""

from __future__ import annotations

import re
from typing import Any

from ..base.exits import Exit
from ..base.outcome import Failure
from ..output.answer_files import DAMAGED, AnswerFile, typed_file
from ..session import Session
from .calls import unreadable
from .errors import FIRST_REFUSAL, Judge
from .program import Reply
from .proxy import ProxyCall
from .replies import MembraneError, NoDocument, document_in, error_in, status_in, told_error, without_colours

MEMBRANE_ERROR_TYPES = (
    "bad_request",
    "connection",
    "configuration",
    "dependency_error",
    "action_run",
    "concurrency",
    "internal",
    "insufficient_credit",
)
BINARY_BEGINNINGS = (b"%PDF-", b"PK\x03\x04")


def send_request(session: Session, connection: str, call: ProxyCall, judge: Judge) -> Any:
    """Return the app's answer (JSON, text, or an AnswerFile), or raise what its refusal means."""
    reply = session.membrane.call(call.arguments(connection))
    if reply.exit_code is None:
        raise unreadable(reply, judge)
    file = binary_file(reply, judge)
    if file and reply.exit_code == 0:
        return file
    body = reply_body(reply)
    if (
        isinstance(body, dict)
        and isinstance(body.get("status"), int)
        and "data" in body
        and set(body) <= {"status", "statusText", "headers", "data"}
    ):
        return accepted(body["data"], body["status"], judge)
    error = error_in(body, failed=reply.exit_code != 0) if isinstance(body, dict) else None
    if error and error.type in MEMBRANE_ERROR_TYPES:
        raise judge.failure(error)
    own = body.get("statusCode") if isinstance(body, dict) and "message" in body else None
    if isinstance(own, int) and own >= FIRST_REFUSAL:
        raise judge.app_failure(own, body)
    said = without_colours(reply.stderr)
    status = status_in(said)
    if status:
        return accepted(body, status, judge)
    # The exit code alone is not trusted, nor is an empty answer: a deletion may well have one.
    if reply.exit_code != 0 or (body == "" and re.search(r"(?im)^\W*error\b", said)):
        raise judge.failure(told_error(reply) or MembraneError(f"membrane request ended with exit code {reply.exit_code} and said nothing"))
    return body


def accepted(body: Any, status: int, judge: Judge) -> Any:
    """Return the body of a good answer; raise what a bad status means."""
    if status >= FIRST_REFUSAL:
        raise judge.app_failure(status, body)
    return body


def reply_body(reply: Reply) -> Any:
    """Return the body as JSON when it is JSON, else as text."""
    try:
        return document_in(reply.stdout)
    except NoDocument:
        return without_colours(reply.stdout).rstrip("\n")


def binary_file(reply: Reply, judge: Judge) -> AnswerFile | None:
    """Return the file when standard output is one; fail when its bytes were read as text on the way and are lost."""
    if not reply.raw.startswith(BINARY_BEGINNINGS):
        return None
    if b"\xef\xbf\xbd" in reply.raw and "\ufffd" in reply.stdout and reply.raw == reply.stdout.encode():
        raise Failure(Exit.REFUSED, "file_damaged", DAMAGED, f"do not repeat; tell the user to download it in {judge.app}")
    return typed_file(reply.raw)
