# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Calls of `membrane`: made, read, judged, and repeated only where a repetition can do no harm."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from ..base.exits import Exit
from ..base.outcome import Failure
from ..session import Session
from .errors import Judge
from .program import Reply
from .replies import MembraneError, NoDocument, ToldError, list_in, read_document

PAUSE_SECONDS = 1.0
PAGE_CAP = 20

Result = TypeVar("Result")


def membrane_json(session: Session, arguments: Sequence[str], judge: Judge, seconds: float | None = None) -> Any:
    """Return the JSON document of one `membrane … --json` call, or raise the Failure that its error means."""
    reply = session.membrane.call([*arguments, "--json"], seconds)
    try:
        return read_document(reply)
    except ToldError as told:
        raise judge.failure(told.error) from None
    except NoDocument:
        raise unreadable(reply, judge) from None


def unreadable(reply: Reply, judge: Judge) -> Failure:
    """Return the outcome of a reply that is neither an answer nor a known error."""
    if reply.exit_code is None:
        return judge.doubtful("membrane_timeout", "Membrane did not answer in time", "", {})
    if reply.exit_code == 0:
        return judge.doubtful("membrane_unreadable", "Membrane's answer is not JSON", "", {"said": reply.stdout[:300]})
    return judge.failure(MembraneError(f"membrane ended with exit code {reply.exit_code} and said nothing"))


def repeat_once(call: Callable[..., Result], *arguments: Any) -> Result:
    """Make a call that may be repeated: once more, after a pause, when it failed for a time. The caller vouches that it is idempotent.

    A call that took too long is not repeated: whoever waits would wait twice as long.
    """
    try:
        return call(*arguments)
    except Failure as failure:
        if failure.exit_code not in (Exit.TEMPORARY, Exit.OUTCOME_UNKNOWN) or failure.code == "membrane_timeout":
            raise
    time.sleep(PAUSE_SECONDS)
    return call(*arguments)


def membrane_list(session: Session, arguments: Sequence[str], judge: Judge, page_cap: int = PAGE_CAP) -> list[dict[str, Any]]:
    """Return all records of a Membrane list, following its cursor for at most `page_cap` pages."""
    records: list[dict[str, Any]] = []
    cursor = ""
    for _ in range(page_cap):
        words = [*arguments, f"--cursor={cursor}"] if cursor else arguments
        document = repeat_once(membrane_json, session, words, judge)
        try:
            rows, following = list_in(document)
        except NoDocument:
            raise judge.doubtful("membrane_unreadable", "Membrane's answer is not a list", "", {}) from None
        records += [row for row in rows if isinstance(row, dict) and is_identifier(row.get("id"))]
        if not following or following == cursor:
            break
        cursor = following
    return records


def is_identifier(value: Any) -> bool:
    """Whether a value can be an id of Membrane. What begins with a dash would be read as an option of the program."""
    return isinstance(value, str) and re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._:@~-]{0,199}", value) is not None
