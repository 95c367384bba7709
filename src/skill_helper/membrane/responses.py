# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The reply of `membrane request`: the app's response, or what stands in its place."""

from __future__ import annotations

import re
from typing import Any

from ..base.jsontext import MOST_CHARACTERS
from ..output.answer_files import DESTROYED, typed_file
from ..output.markup import Damaged, bytes_as_they_came
from .program import Reply
from .replies import (
    FIRST_REFUSAL,
    TIMED_OUT,
    TOO_MUCH,
    Answer,
    MembraneError,
    NoAnswer,
    NoDocument,
    Parsed,
    document_in,
    error_in,
    is_error_body,
    printed_error,
    without_colours,
)

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
LOST_LETTER = "\ufffd".encode()
MARKUP = ("application/xml", "text/html")
STATUS_LINE = r"HTTP(?:/[0-9.]+)? ([1-5][0-9]{2})"
LONGEST_STATUS_LINE = 20
WRAPPING = {"status", "statusText", "headers", "data"}


def parse_response(reply: Reply) -> Parsed:
    """Return what the reply of a proxy request is.

    A body as JSON, text or a file, an error with the app's status, or no answer.
    """
    statuses = _status_lines(reply.stderr)
    file = _printed_file(reply) if reply.exit_code == 0 and not statuses else None
    if file:
        return file
    if reply.too_much or len(reply.raw) > MOST_CHARACTERS:
        return TOO_MUCH
    body = _body(reply)
    members = body if isinstance(body, dict) else {}
    if isinstance(members.get("status"), int) and {"data"} <= set(members) <= WRAPPING:
        return _by_status(members["status"], members["data"])
    error = error_in(body, failed=reply.exit_code != 0) if members else None
    if error and error.type in MEMBRANE_ERROR_TYPES:
        return error._replace(whole=True)
    if len(statuses) == 1:
        return _by_status(statuses.pop(), body)
    if is_error_body(body):
        return MembraneError(str(members.get("message", ""))[:300], app_status=members["statusCode"], app_body=body)
    return Answer(body) if reply.exit_code == 0 and (body != "" or not reply.stderr.strip()) else _no_body(reply)


def _no_body(reply: Reply) -> Parsed:
    """Return the error of a reply without a body that counts; an empty one after a change may well be right."""
    if reply.exit_code is None:
        return TIMED_OUT
    error = printed_error(reply)
    told_nothing = reply.exit_code == 0 and not (isinstance(error, MembraneError) and error.whole)
    return Answer("") if told_nothing and not re.match(r"(?i)\W*error\b", reply.stderr.strip()[:200]) else error


def _status_lines(text: str) -> set[int]:
    """Return the statuses of the lines that are exactly `HTTP <status>`."""
    lines = [line.strip() for line in without_colours(text).splitlines() if len(line) < LONGEST_STATUS_LINE]
    return {int(found.group(1)) for found in (re.fullmatch(STATUS_LINE, line) for line in lines) if found}


def _by_status(status: int, body: Any) -> Parsed:
    if status >= FIRST_REFUSAL:
        return MembraneError(
            f"the app answered {status}", app_status=status, app_body=body, whole=True, structured=True
        )
    return Answer(body)


def _body(reply: Reply) -> Any:
    """Return the body as JSON when nothing but JSON and known noise was printed, else as the text that it is."""
    try:
        document = document_in(reply.stdout)
    except NoDocument:
        return without_colours(reply.stdout).rstrip("\n")
    return document.value if document.whole else reply.stdout.rstrip("\n")


def _printed_file(reply: Reply) -> Answer | NoAnswer | None:
    """Return the file that was printed as it is.

    No answer when its bytes were read as text on the way, and are lost.
    """
    file = typed_file(reply.raw)
    if file is None:
        return None
    if file.media_type in MARKUP:
        try:
            return Answer(file._replace(content=bytes_as_they_came(reply.raw)))
        except Damaged:
            return NoAnswer("file_damaged", DESTROYED)
    return NoAnswer("file_damaged", DESTROYED) if _was_read_as_text(reply.raw) else Answer(file)


def _was_read_as_text(raw: bytes) -> bool:
    """Whether the bytes of a file were read as UTF-8 on the way: what was none is lost then."""
    if LOST_LETTER not in raw:
        return False
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
