# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Calls of `membrane`: made, read, classified, and repeated only where a repetition can do no harm.

All of it in one place.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

from ..base.exits import Exit
from ..base.outcome import Failure
from ..session import Session
from .errors import Call, failure_of
from .find import program_of
from .program import Reply
from .proxy import ProxyRequest
from .replies import Answer, Parsed, is_identifier, list_in, parse_reply
from .responses import parse_response

PAUSE_SECONDS = 1.0
PAGE_CAP = 20
LOOK = Call(changes=False, reaches_app=False, repeats=True)  # asks Membrane for something of its own


def ask(
    session: Session,
    words: Sequence[str],
    reader: Callable[[Any], Any],
    call: Call = LOOK,
    seconds: float | None = None,
) -> Any:
    """Return what `reader` finds in the document of one `membrane … --json` call.

    Raise the outcome of anything else.
    """
    return _answer(session, [*words, "--json"], call, lambda reply: parse_reply(reply, reader), seconds)


def ask_for_list(session: Session, words: Sequence[str], page_cap: int = PAGE_CAP) -> list[dict[str, Any]]:
    """Return all records of a Membrane list, following its cursor for at most `page_cap` pages."""
    records: list[dict[str, Any]] = []
    cursor = ""
    for _ in range(page_cap):
        rows, following = ask(session, [*words, f"--cursor={cursor}"] if cursor else words, list_in)
        records += [row for row in rows if isinstance(row, dict) and is_identifier(row.get("id"))]
        if not following or following == cursor:
            break
        cursor = following
    return records


def send_request(session: Session, connection: str, request: ProxyRequest, call: Call) -> Any:
    """Return the app's answer to a proxy request (JSON, text, or an AnswerFile); raise the outcome of anything else."""
    return _answer(session, request.arguments(connection), call, parse_response)


def _answer(
    session: Session, words: Sequence[str], call: Call, parse: Callable[[Reply], Parsed], seconds: float | None = None
) -> Any:
    tries = 2 if call.repeats else 1
    while True:
        tries -= 1
        parsed = parse(program_of(session).call(words, seconds))
        if isinstance(parsed, Answer):
            return parsed.value
        failure = failure_of(parsed, call, session)
        if not tries or not _may_pass(failure):
            raise failure
        time.sleep(PAUSE_SECONDS)


def _may_pass(failure: Failure) -> bool:
    """Whether a repetition may succeed. After a call that took too long, whoever waits would wait twice as long."""
    return failure.exit_code in (Exit.TEMPORARY, Exit.OUTCOME_UNKNOWN) and failure.code != "membrane_timeout"
