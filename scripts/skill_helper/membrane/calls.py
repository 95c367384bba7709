# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Calls of `membrane`: made, read, classified, and repeated only where a repetition can do no harm.

All of it in one place.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

from ..base.effects import LOOK, Change, Permit
from ..base.exits import Exit
from ..base.jsontext import count_values
from ..base.outcome import Failure
from ..session import Session
from .errors import failure_of, proves_refusal
from .find import program_of
from .program import Reply
from .proxy import ProxyRequest
from .replies import Answer, MembraneError, NoDocument, Parsed, is_identifier, list_in, parse_reply, run_output_in
from .responses import parse_response

PAUSE_SECONDS = 1.0
PAGE_CAP = 20
RUN_LOG_SECONDS = 30
MOST_TOGETHER = 200_000  # values in all pages of a list


def ask(
    session: Session,
    words: Sequence[str],
    reader: Callable[[Any], Answer],
    permit: Permit = LOOK,
    seconds: float | None = None,
) -> Any:
    """Return what `reader` finds in the document of one `membrane … --json` call.

    Raise the outcome of anything else.
    """
    return _answer(session, [*words, "--json"], permit, lambda reply: parse_reply(reply, reader), seconds)


def ask_for_list(session: Session, words: Sequence[str], page_cap: int = PAGE_CAP) -> list[dict[str, Any]]:
    """Return all records of a Membrane list: of at most `page_cap` pages, and as many as memory can hold."""
    records: list[dict[str, Any]] = []
    cursor, values = "", 0
    for _ in range(page_cap):
        rows, following = ask(session, [*words, f"--cursor={cursor}"] if cursor else words, list_in)
        records += [row for row in rows if isinstance(row, dict) and is_identifier(row.get("id"))]
        values += count_values(rows, MOST_TOGETHER)
        if not following or following == cursor or values > MOST_TOGETHER:
            break
        cursor = following
    return records


def send_request(session: Session, connection: str, request: ProxyRequest, permit: Permit) -> Any:
    """Return the app's answer to a proxy request (JSON, text, or an AnswerFile); raise the outcome of anything else."""
    return _answer(session, request.arguments(connection), permit, parse_response)


def _answer(
    session: Session,
    words: Sequence[str],
    permit: Permit,
    parse: Callable[[Reply], Parsed],
    seconds: float | None = None,
) -> Any:
    """Make a call.

    A read is made once more, after a pause, when it failed for a time; a change is made once, whatever happens.
    """
    parsed = parse(program_of(session).call(words, permit, seconds))
    if isinstance(permit, Change):
        parsed = _end_of_change(session, permit, parsed)
    elif not isinstance(parsed, Answer) and _may_pass(failure_of(parsed, permit, session)):
        time.sleep(PAUSE_SECONDS)
        parsed = parse(program_of(session).call(words, permit, seconds))
    if isinstance(parsed, Answer):
        return parsed.value
    raise failure_of(parsed, permit, session)


def _may_pass(failure: Failure) -> bool:
    """Whether a repetition may succeed. After a call that took too long, whoever waits would wait twice as long."""
    return failure.exit_code is Exit.TEMPORARY and failure.code not in ("membrane_timeout", "answer_too_big")


def _end_of_change(session: Session, change: Change, parsed: Parsed) -> Parsed:
    """Note how a change ended. One whose end is not known is looked up once, where the run has a name."""
    if isinstance(parsed, MembraneError) and parsed.run_id and not proves_refusal(parsed, change):
        change.run_id = parsed.run_id
        logged = _logged(session, parsed.run_id)
        parsed = logged if isinstance(logged, Answer) or (logged and proves_refusal(logged, change)) else parsed
    if isinstance(parsed, Answer):
        change.answer(parsed.run_id, parsed.value)
    elif proves_refusal(parsed, change):
        change.refuse()
    return parsed


def _logged(session: Session, run_id: str) -> Answer | MembraneError | None:
    """Return how a run ended by Membrane's own log; None when the log does not say."""
    if not is_identifier(run_id):
        return None
    words = ["action-run-log", "get", run_id, "--json"]
    try:
        parsed = parse_reply(program_of(session).call(words, LOOK, RUN_LOG_SECONDS), _run_log_in)
    except Failure:
        return None
    return parsed if isinstance(parsed, Answer) or (isinstance(parsed, MembraneError) and parsed.structured) else None


def _run_log_in(document: Any) -> Answer:
    """Return the output of a run that the log calls a success; raise what it says of one that failed."""
    if not isinstance(document, dict) or document.get("status") not in ("success", "error"):
        raise NoDocument("the log of a run")
    run = {"actionRunId": document.get("id"), **{name: document.get(name) for name in ("output", "error", "status")}}
    return run_output_in(run)
