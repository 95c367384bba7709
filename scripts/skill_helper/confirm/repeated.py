# skillc copies this file into each skill; change it in src/skill_helper, not there
"""A change that asks for what an earlier one asked for already: made again only when a plan says so."""

from __future__ import annotations

import time

from ..session import Session
from .journal import Entry, read_journal

DAY_SECONDS = 86_400


def earlier_change(session: Session, connection: str, content: str) -> Entry | None:
    """Return the last change within a day that asked this account for the same, and was not refused."""
    since = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() - DAY_SECONDS))
    same = [
        entry
        for entry in read_journal(session)
        if content and entry.content == content and entry.account == connection and entry.at >= since
    ]
    return next((entry for entry in reversed(same) if entry.outcome != "refused"), None)


def repetition(entry: Entry) -> str:
    """Return in words that the same was asked for already."""
    record = f" as {entry.new_id}" if entry.new_id else ""
    return f"the same was written by {entry.action} at {entry.at}{record}: this would be a second one"
