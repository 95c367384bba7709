# skillc copies this file into each skill; change it in src/skill_helper, not there
"""What `membrane` printed, read once and defensively: how it prints and how it fails is only partly documented."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, Union

from ..base.jsontext import parse_json
from .program import Reply

ANSI = r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b\][^\x07]*\x07"
HTTP_STATUS = r"(?i)\b(?:status code|HTTP(?:/[0-9.]+)?|status:?)\s+([1-5][0-9]{2})\b"
MOST_STARTS = 50
LIST_WRAPPERS = ("items", "output", "data")
# What Membrane's documented errors say, for the case that only their sentence is printed: (pattern, type, key).
KNOWN_SENTENCES = (
    (
        r"not (logged in|authenticated)|not_authenticated|token is not provided|should be a valid jwt|membrane login",
        "bad_request",
        "not_authenticated",
    ),
    (r"^\W*401\b|\b401 unauthori[sz]ed|^unauthori[sz]ed", "bad_request", "not_authenticated"),
    (r"^(connection|action)\b.* with (id|key) .* not found", "bad_request", "not_found"),
    (r"^rate limit exceeded", "bad_request", "rate_limit_exceeded"),
    (r"^connection is defunct", "connection", "connection_is_defunct"),
    (r"^validation failed:", "bad_request", ""),
)


class Answer(NamedTuple):
    """What was asked for."""

    value: Any


class MembraneError(NamedTuple):
    """An error that was printed.

    `app_status` and `app_body` are what the app behind Membrane answered, `status` is Membrane's own.
    """

    message: str
    type: str = ""
    key: str = ""
    status: int | None = None
    app_status: int | None = None
    app_body: Any = None
    run_id: str = ""


class NoAnswer(NamedTuple):
    """A reply that is neither an answer nor a known error.

    An error code, a sentence, and the beginning of what was printed.
    """

    code: str
    message: str
    printed: str = ""


Parsed = Union[Answer, MembraneError, NoAnswer]
TIMED_OUT = NoAnswer("membrane_timeout", "Membrane did not answer in time")


class NoDocument(Exception):  # noqa: N818 - an outcome like others
    """The text holds no JSON document, or not the one that was asked for; its argument says what it is not."""


def parse_reply(reply: Reply, reader: Callable[[Any], Any]) -> Parsed:
    """Return what a reply is.

    `reader` takes from its document what was asked for, and raises NoDocument when it is not there.
    """
    documents = [_document_or_none(text) for text in (reply.stdout, reply.stderr)]
    error = printed_error(reply, documents)
    if error:
        return error
    if reply.exit_code is None:
        return TIMED_OUT
    if reply.exit_code != 0:
        return MembraneError(f"membrane ended with exit code {reply.exit_code} and printed nothing")
    try:
        return Answer(reader(_required(documents[0])))
    except NoDocument as missing:
        return NoAnswer("membrane_unreadable", f"Membrane's answer is not {missing}", reply.stdout[:300])


def printed_error(reply: Reply, documents: list[Answer | None] | None = None) -> MembraneError | None:
    """Return the error that a reply prints: a document on either stream, else the line of text that says so.

    Text counts after a failing exit, and when all that was printed went to standard error: the exit code alone is not
    trusted.
    """
    if documents is None:
        documents = [_document_or_none(text) for text in (reply.stdout, reply.stderr)]
    for document in documents:
        error = error_in(document.value, failed=reply.exit_code != 0) if document else None
        if error:
            return error
    silent_success = reply.exit_code == 0 and not (reply.stderr.strip() and not reply.stdout.strip())
    lines = [line.strip() for line in without_colours(reply.stdout + "\n" + reply.stderr).splitlines() if line.strip()]
    if reply.exit_code is None or silent_success or not lines:
        return None
    line = next((line for line in lines if re.match(r"(?i)error\b", line)), lines[-1])
    return sentence_error(re.sub(r"(?i)^error:\s*", "", line)[:500])


def sentence_error(message: str) -> MembraneError:
    """Return the error that a sentence alone tells."""
    kinds = ((kind, key) for pattern, kind, key in KNOWN_SENTENCES if re.search(pattern, message, re.IGNORECASE))
    kind, key = next(kinds, ("", ""))
    return MembraneError(message, kind, key, status_in(message))


def _document_or_none(text: str) -> Answer | None:
    try:
        return Answer(document_in(text))
    except NoDocument:
        return None


def _required(document: Answer | None) -> Any:
    if document is None:
        raise NoDocument("JSON")
    return document.value


def document_in(text: str) -> Any:
    """Return the JSON document in a text.

    The whole text, else what stands from some `{` or `[` at a line's beginning to the end.
    """
    clean = without_colours(text).strip().lstrip("\ufeff")
    for start in document_starts(clean):
        try:
            return parse_json(clean[start:])
        except ValueError:  # noqa: PERF203 - that is the question
            continue
    raise NoDocument("JSON")


def without_colours(text: str) -> str:
    """Return a text without the escape sequences of terminals."""
    return re.sub(ANSI, "", text) if "\x1b" in text else text


def status_in(text: str) -> int | None:
    """Return the HTTP status that a sentence names."""
    found = re.search(HTTP_STATUS, text)
    return int(found.group(1)) if found else None


def document_starts(text: str) -> Iterator[int]:
    """Yield where a document may begin: the start, then each line that begins with a bracket (at most 50)."""
    yield 0
    for count, match in enumerate(re.finditer(r"^[ \t]*[\[{]", text, re.MULTILINE)):
        if count >= MOST_STARTS:
            return
        yield match.start()


def error_in(document: Any, *, failed: bool) -> MembraneError | None:
    """Return the error that a document is, or None. An output may have a `message`; `type` beside it makes an error."""
    if not isinstance(document, dict) or "output" in document:
        return None
    for candidate in (document, document.get("error"), document.get("data")):
        if (
            isinstance(candidate, str)
            and candidate is document.get("error")
            and (failed or set(document) <= {"error", "message", "code"})
        ):
            return MembraneError(str(document.get("message") or candidate), key=str(candidate))
        if (
            isinstance(candidate, dict)
            and isinstance(candidate.get("message"), str)
            and is_error_shape(candidate, document, failed=failed)
        ):
            return described_error(candidate, document)
    return None


def is_error_shape(candidate: dict[str, Any], document: dict[str, Any], *, failed: bool) -> bool:
    """Whether a part of a document with a `message` is an error.

    A record with an `id` and a `state` (a connection) never is one.
    """
    if "id" in document and ("state" in document or "name" in document):
        return False
    if candidate is not document:
        return candidate is document.get("error") or failed
    return failed or isinstance(document.get("type"), str)


def described_error(candidate: dict[str, Any], document: dict[str, Any]) -> MembraneError:
    """Return the error with what the app answered, wherever that is nested."""
    # The answer inside an error of the type `internal` is the one that Membrane itself, or a gateway before it,
    # gave to its program.
    own = candidate.get("type") == "internal"
    app_status, app_body = (None, None) if own else app_answer(candidate)
    own_status = candidate.get("status") or candidate.get("statusCode")
    return MembraneError(
        message=candidate["message"],
        type=text_of(candidate.get("type")),
        key=text_of(candidate.get("key") or candidate.get("code") or candidate.get("error")),
        status=own_status if isinstance(own_status, int) else None,
        app_status=app_status,
        app_body=app_body,
        run_id=text_of(candidate.get("actionRunId") or document.get("actionRunId")),
    )


def app_answer(error: Any) -> tuple[int | None, Any]:
    """Return status and body of the nested answer `{response: {status, data}}` in an error.

    The innermost cause wins.
    """
    if not isinstance(error, dict):
        return None, None
    inner = app_answer(error.get("causedByError"))
    if inner[0] is not None:
        return inner
    data = error.get("data")
    response = data.get("response") if isinstance(data, dict) else None
    if isinstance(response, dict) and isinstance(response.get("status"), int):
        return response["status"], response.get("data")
    return (
        status_in(str(error.get("message", ""))) if error.get("type") in ("action_run", "connection") else None
    ), None


def text_of(value: Any) -> str:
    """Return a text, or the empty text for anything else."""
    return value if isinstance(value, str) else ""


def list_in(document: Any) -> tuple[list[Any], str]:
    """Return the rows and the cursor of a list in any of its envelopes: `[…]`, `{items}`, `{output.

    {items}}`, `{data: {items}}`.
    """
    if isinstance(document, list):
        return document, ""
    if isinstance(document, dict):
        for name in LIST_WRAPPERS:
            if isinstance(document.get(name), (list, dict)):
                rows, cursor = list_in(document[name])
                return rows, cursor or text_of(document.get("cursor"))
    raise NoDocument("a list")


def connection_in(document: Any) -> dict[str, Any]:
    """Return a connection record; anything without an id is not one."""
    if isinstance(document, dict) and is_identifier(document.get("id")):
        return document
    raise NoDocument("a connection")


def run_output_in(document: Any) -> Any:
    """Return the output of a run; a document without `output` and `actionRunId` is no result of one."""
    if isinstance(document, dict) and ("output" in document or "actionRunId" in document):
        return document.get("output")
    raise NoDocument("the result of a run")


def is_identifier(value: Any) -> bool:
    """Whether a value can be an id of Membrane. What begins with a dash would be read as an option of the program."""
    return isinstance(value, str) and re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._:@~-]{0,199}", value) is not None
