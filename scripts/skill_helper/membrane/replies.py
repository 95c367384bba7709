# skillc copies this file into each skill; change it in src/skill_helper, not there
"""What `membrane` printed, read once and defensively: how it prints and how it fails is only partly documented.

A document that has the expected shape is the answer, whatever else was printed. Anything else is an error. Only an
error that is all that was printed (`whole`) can prove that a change did not happen; words inside other text never do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, Union

from ..base.jsontext import MOST_CHARACTERS, parse_json
from .program import Reply

MOST_ESCAPES = 100_000
ANSI = r"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?)"
# Lines that programs of this kind print before their document.
NOISE = (
    r"(?i)\s*|[╭│╰].*|DEPRECATED\b.*|\W*update available\b.*|\W*warn(ing)?\b.*|npm (warn|notice)\b.*|\(node:[0-9]+\).*"
)
MOST_STARTS = 3
LONGEST_SENTENCE = 500
LAST_WORDS = 4096  # characters of a long text in which its sentence is looked for
LIST_WRAPPERS = ("items", "output", "data")
FAILED = ("error", "failed", "failure", "cancelled", "canceled")
FIRST_REFUSAL = 400
# Membrane's documented errors and what wraps them, when only their sentence is printed: (pattern of the whole, type,
# key).
SENTENCES = (
    (
        (
            r"(You are )?not (logged in|authenticated)\b[^\n]*"
            r"|access token (is not provided|should be a valid JWT)\b[^\n]*"
        ),
        "bad_request",
        "not_authenticated",
    ),
    (r"(401 )?unauthori[sz]ed\.?", "bad_request", "not_authenticated"),
    (r"(connection|action) with (id|key) '[^'\n]*' not found\.?", "bad_request", "not_found"),
    (r"rate limit exceeded\.?", "bad_request", "rate_limit_exceeded"),
    (r"connection is defunct\.?", "connection", "connection_is_defunct"),
    (r"validation failed: [^\n]*", "bad_request", ""),
    (r"request failed with status code [1-5][0-9]{2}\.?", "", ""),
)
STATUS = r"status code ([1-5][0-9]{2})\b"


class Answer(NamedTuple):
    """What was asked for; `run_id` names the run that gave it."""

    value: Any
    run_id: str = ""


class MembraneError(NamedTuple):
    """An error that was printed.

    `app_status` and `app_body` are what the app behind Membrane answered, `status` is Membrane's own. `whole`: it is a
    document, or a sentence of a known form, and all that was printed. `structured`: the status is no word of a free
    text.
    """

    message: str
    type: str = ""
    key: str = ""
    status: int | None = None
    app_status: int | None = None
    app_body: Any = None
    run_id: str = ""
    whole: bool = False
    structured: bool = False


class NoAnswer(NamedTuple):
    """A reply that is neither an answer nor an error.

    An error code, a sentence, and the beginning of what was printed.
    """

    code: str
    message: str
    printed: str = ""


Parsed = Union[Answer, MembraneError, NoAnswer]
TIMED_OUT = NoAnswer("membrane_timeout", "Membrane did not answer in time")
TOO_MUCH = NoAnswer("answer_too_big", "Membrane's answer is bigger than this helper reads")


class NoDocument(Exception):  # noqa: N818 - an outcome like others
    """The text holds no JSON document, or not the one that was asked for; its argument says what it is not."""


class Document(NamedTuple):
    """A JSON document in a text; `whole`: nothing stands beside it but known noise."""

    value: Any
    whole: bool


def parse_reply(reply: Reply, reader: Callable[[Any], Answer]) -> Parsed:
    """Return what a reply is.

    `reader` takes from its document what was asked for, and raises NoDocument when it is not there.
    """
    if reply.too_much or len(reply.raw) > MOST_CHARACTERS:
        return TOO_MUCH
    document = _document_or_none(reply.stdout)
    error = error_in(document.value, failed=reply.exit_code != 0) if document else None
    if document and not error:
        try:
            return reader(document.value)
        except FailedRunError as failed:
            return failed.error._replace(whole=document.whole)
        except NoDocument as missing:
            if reply.exit_code == 0:
                return NoAnswer("membrane_unreadable", f"Membrane's answer is not {missing}", reply.stdout[:300])
    if document and error:
        return error._replace(whole=document.whole)
    return TIMED_OUT if reply.exit_code is None else printed_error(reply)


def printed_error(reply: Reply) -> MembraneError | NoAnswer:
    """Return the error in a reply without a document on standard output.

    A document or a sentence on standard error, or a last line.
    """
    silent = not reply.stdout.strip()
    document = _document_or_none(reply.stderr)
    error = error_in(document.value, failed=True) if document else None
    if document and error:
        return error._replace(whole=silent and document.whole)
    sentence = without_colours(reply.stderr[: 2 * LONGEST_SENTENCE]).strip() if silent else ""
    if sentence and len(reply.stderr) < LONGEST_SENTENCE:
        error = sentence_error(sentence)
        if error:
            return error._replace(whole=True)
    if reply.exit_code == 0 and not (silent and reply.stderr.strip()):
        return NoAnswer("membrane_unreadable", "Membrane's answer is not JSON", reply.stdout[:300])
    lines = [line.strip() for text in (reply.stdout, reply.stderr) for line in _last_lines(text)]
    if not lines:
        return MembraneError(f"membrane ended with exit code {reply.exit_code} and printed nothing")
    line = next((line for line in lines if line.lower().startswith("error")), lines[-1])[:LONGEST_SENTENCE]
    return sentence_error(line) or MembraneError(_without_prefix(line), status=status_in(line))


def error_or_none(reply: Reply) -> MembraneError | None:
    """Return the error that a reply prints from which no document is expected; None when it prints none."""
    document = _document_or_none(reply.stdout)
    error = error_in(document.value, failed=reply.exit_code != 0) if document else printed_error(reply)
    return error if isinstance(error, MembraneError) and reply.exit_code is not None else None


def sentence_error(sentence: str) -> MembraneError | None:
    """Return the error that a sentence is, when it has one of the known forms."""
    message = _without_prefix(sentence)
    for pattern, kind, key in SENTENCES:
        if re.fullmatch(pattern, message, re.IGNORECASE):
            return MembraneError(message, kind, key, status_in(message), structured=True)
    return None


def _without_prefix(sentence: str) -> str:
    return re.sub(r"(?i)^error:\s*", "", sentence)


def _last_lines(text: str) -> list[str]:
    return [line for line in without_colours(text[-LAST_WORDS:]).splitlines() if line.strip()]


def status_in(sentence: str) -> int | None:
    """Return the HTTP status that a sentence names."""
    found = re.search(STATUS, sentence, re.IGNORECASE)
    return int(found.group(1)) if found else None


def without_colours(text: str) -> str:
    """Return a text without the escape sequences of terminals.

    One that has more of them than any line needs is left as it is.
    """
    return re.sub(ANSI, "", text) if 0 < text.count("\x1b") <= MOST_ESCAPES else text


def _document_or_none(text: str) -> Document | None:
    try:
        return document_in(text)
    except NoDocument:
        return None


def document_in(text: str) -> Document:
    """Return the JSON document in a text.

    All of it but known noise, else what stands from a line with a bracket to the end.
    """
    clean = without_colours(text).strip().lstrip("\ufeff")
    start = _noise_end(clean)
    for place in (start, *_document_starts(clean, start)):
        try:
            return Document(parse_json(clean[place:]), whole=place == start)
        except ValueError:  # noqa: PERF203 - that is the question
            continue
    raise NoDocument("JSON")


def _noise_end(text: str) -> int:
    """Return where a text begins after the lines of noise at its start (at most 20)."""
    place = 0
    for _ in range(20):
        end = text.find("\n", place)
        if (
            end < 0
            or text[place : place + 1] in ("{", "[")
            or not re.fullmatch(NOISE, text[place : min(end, place + 1000)])
        ):
            break
        place = end + 1
    return place


def _document_starts(text: str, start: int) -> Iterator[int]:
    """Yield the beginnings of the first lines after `start` that begin with a bracket."""
    for count, match in enumerate(re.finditer(r"\n[ \t]*[\[{]", text[start:])):
        if count >= MOST_STARTS:
            return
        yield start + match.start() + 1


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
            return MembraneError(str(document.get("message") or candidate)[:LONGEST_SENTENCE], key=str(candidate)[:100])
        if (
            isinstance(candidate, dict)
            and isinstance(candidate.get("message"), str)
            and _is_error_shape(candidate, document, failed=failed)
        ):
            return _described_error(candidate, document)
    return None


def _is_error_shape(candidate: dict[str, Any], document: dict[str, Any], *, failed: bool) -> bool:
    """Whether a part of a document with a `message` is an error.

    A record with an `id` and a `state` (a connection) never is one.
    """
    if "id" in document and ("state" in document or "name" in document):
        return False
    if candidate is not document:
        return candidate is document.get("error") or failed
    return failed or isinstance(document.get("type"), str)


def _described_error(candidate: dict[str, Any], document: dict[str, Any]) -> MembraneError:
    """Return the error with what the app answered, wherever that is nested."""
    # The answer inside an error of the type `internal` is the one that Membrane itself, or a gateway before it,
    # gave to its program.
    own = candidate.get("type") == "internal"
    app_status, app_body = (None, None) if own else _app_answer(candidate)
    structured = app_status is not None
    if not structured and candidate.get("type") in ("action_run", "connection"):
        app_status = status_in(candidate["message"])
    own_status = candidate.get("status") or candidate.get("statusCode")
    return MembraneError(
        message=candidate["message"][:LONGEST_SENTENCE],
        type=_text(candidate.get("type")),
        key=_text(candidate.get("key") or candidate.get("code") or candidate.get("error")),
        status=own_status if isinstance(own_status, int) else None,
        app_status=app_status,
        app_body=app_body,
        run_id=_text(candidate.get("actionRunId") or document.get("actionRunId")),
        structured=structured,
    )


def _app_answer(error: Any) -> tuple[int | None, Any]:
    """Return status and body of the nested answer `{response: {status, data}}` in an error.

    The innermost cause wins.
    """
    found: tuple[int | None, Any] = (None, None)
    while isinstance(error, dict):
        data = error.get("data")
        response = data.get("response") if isinstance(data, dict) else None
        if isinstance(response, dict) and isinstance(response.get("status"), int):
            found = response["status"], response.get("data")
        error = error.get("causedByError")
    return found


def _text(value: Any) -> str:
    """Return a text, or the empty text for anything else."""
    return value[:LONGEST_SENTENCE] if isinstance(value, str) else ""


class FailedRunError(Exception):
    """The document is the result of a run that failed."""

    def __init__(self, error: MembraneError) -> None:
        """Hold the error."""
        super().__init__(error.message)
        self.error = error


def list_in(document: Any) -> Answer:
    """Return (rows, cursor) of a list in any of its envelopes.

    `[…]`, `{items}`, `{output: {items}}`, `{data: {items}}`.
    """
    cursor = ""
    for _ in range(4):
        if isinstance(document, list):
            return Answer((document, cursor))
        if not isinstance(document, dict):
            break
        cursor = cursor or _text(document.get("cursor"))
        document = next(
            (document[name] for name in LIST_WRAPPERS if isinstance(document.get(name), (list, dict))), None
        )
    raise NoDocument("a list")


def connection_in(document: Any) -> Answer:
    """Return a connection record; anything without an id is not one."""
    if isinstance(document, dict) and is_identifier(document.get("id")):
        return Answer(document)
    raise NoDocument("a connection")


def run_output_in(document: Any) -> Answer:
    """Return the output of a run; a document without `output` and `actionRunId` is no result of one."""
    if not isinstance(document, dict) or not ("output" in document or "actionRunId" in document):
        raise NoDocument("the result of a run")
    run_id, error, output = _text(document.get("actionRunId")), document.get("error"), document.get("output")
    if error or str(document.get("status")).lower() in FAILED:
        cause = error if isinstance(error, dict) else {"message": _text(error)}
        members = {"message": "the run failed", **{name: value for name, value in cause.items() if value}}
        described = _described_error({**members, "message": str(members["message"])}, document)
        raise FailedRunError(described._replace(type=described.type or "action_run"))
    if isinstance(output, dict) and is_error_body(output):
        raise FailedRunError(MembraneError(str(output.get("message"))[:LONGEST_SENTENCE], "action_run", run_id=run_id))
    return Answer(output, run_id)


def is_error_body(value: Any) -> bool:
    """Whether a body says itself that it is an error: a status code of a refusal and a sentence."""
    status = value.get("statusCode") if isinstance(value, dict) else None
    return isinstance(status, int) and status >= FIRST_REFUSAL and ("message" in value or "error" in value)


def is_identifier(value: Any) -> bool:
    """Whether a value can be an id of Membrane. What begins with a dash would be read as an option of the program."""
    return isinstance(value, str) and re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._:@~-]{0,199}", value) is not None
