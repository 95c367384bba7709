# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The reply of `membrane request`: the app's response, or what stands in its place."""

from __future__ import annotations

import re
from typing import Any

from ..output.answer_files import typed_file
from .program import Reply
from .replies import (
    TIMED_OUT,
    Answer,
    MembraneError,
    NoAnswer,
    NoDocument,
    Parsed,
    document_in,
    error_in,
    printed_error,
    status_in,
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
BINARY_BEGINNINGS = (b"%PDF-", b"PK\x03\x04")
FIRST_REFUSAL = 400


def parse_response(reply: Reply) -> Parsed:
    """Return what the reply of a proxy request is.

    A body as JSON, text or a file, an error with the app's status, or no answer.
    """
    if reply.exit_code is None:
        return TIMED_OUT
    if reply.raw.startswith(BINARY_BEGINNINGS):
        if _was_read_as_text(reply):
            return NoAnswer("file_damaged", "Membrane handed the file over as text and destroyed its bytes")
        file = typed_file(reply.raw)
        if file and reply.exit_code == 0:
            return Answer(file)
    return _parsed_body(reply, _body(reply))


def _parsed_body(reply: Reply, body: Any) -> Parsed:
    members = body if isinstance(body, dict) else {}
    if isinstance(members.get("status"), int) and {"data"} <= set(members) <= {
        "status",
        "statusText",
        "headers",
        "data",
    }:
        return _by_status(members["status"], members["data"])
    error = error_in(body, failed=reply.exit_code != 0) if members else None
    if error and error.type in MEMBRANE_ERROR_TYPES:
        return error
    own = members.get("statusCode") if "message" in members else None
    if isinstance(own, int) and own >= FIRST_REFUSAL:
        return _by_status(own, body)
    warnings = without_colours(reply.stderr)
    status = status_in(warnings)
    if status:
        return _by_status(status, body)
    # The exit code alone is not trusted, nor is an empty answer: a deletion may well have one.
    if reply.exit_code != 0 or (body == "" and re.search(r"(?im)^\W*error\b", warnings)):
        silent = f"membrane request ended with exit code {reply.exit_code} and printed nothing"
        return printed_error(reply) or MembraneError(silent)
    return Answer(body)


def _by_status(status: int, body: Any) -> Parsed:
    if status >= FIRST_REFUSAL:
        return MembraneError(f"the app answered {status}", app_status=status, app_body=body)
    return Answer(body)


def _body(reply: Reply) -> Any:
    """Return the body as JSON when it is JSON, else as text."""
    try:
        return document_in(reply.stdout)
    except NoDocument:
        return without_colours(reply.stdout).rstrip("\n")


def _was_read_as_text(reply: Reply) -> bool:
    """Whether the bytes of a file were read as text on the way, and are lost."""
    return b"\xef\xbf\xbd" in reply.raw and "\ufffd" in reply.stdout and reply.raw == reply.stdout.encode()
