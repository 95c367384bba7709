# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The journal of changes: one line before and one after each, so that one whose end nobody heard of can be found.

It holds ids only: when, which account, which action, which record, which plan, a fingerprint of what was asked for, how
it ended. It is kept small.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from typing import Any, NamedTuple

from ..base.effects import Change
from ..base.jsontext import dump_json, parse_json
from ..session import Session

NAME = "journal"
MOST_BYTES = 200_000
KEPT_LINES = 500
LONGEST_CALL = 600  # seconds, after which a change whose process is gone is not being made any more


class Entry(NamedTuple):
    """A change in the journal; `outcome` is started, done, refused, unknown or, once it was shown, seen."""

    change: str
    at: str
    account: str
    action: str
    look: str
    outcome: str
    target: str = ""
    digest: str = ""
    run_id: str = ""
    new_id: str = ""
    content: str = ""
    process: int = 0

    @property
    def is_open(self) -> bool:
        """Whether nobody knows how it ended."""
        return self.outcome == "unknown" or self.is_lost

    @property
    def is_lost(self) -> bool:
        """Whether its call was killed before it could say how it ended."""
        return self.outcome == "started" and not _is_running(self.process)


def begin(session: Session, change: Change, digest: str) -> None:
    """Write the line before a change."""
    facts = change.facts
    change.entry = f"{int(time.time() * 1000):x}-{os.getpid()}"
    known = {
        "account": facts.connection,
        "action": facts.name,
        "target": facts.target_id,
        "digest": digest,
        "look": facts.look,
        "content": facts.content,
    }
    _write(session, {"change": change.entry, "outcome": "started", "process": os.getpid(), **known})


def end(session: Session, change: Change) -> None:
    """Write the line after a change."""
    outcome = "done" if change.answered else "unknown" if change.may_have_happened else "refused"
    _write(session, {"change": change.entry, "outcome": outcome, "run_id": change.run_id, "new_id": change.new_id})


def mark_seen(session: Session, entries: list[Entry]) -> None:
    """Note that the open changes were shown."""
    for entry in entries:
        _write(session, {"change": entry.change, "outcome": "seen"})


def read_journal(session: Session) -> list[Entry]:
    """Return all changes, oldest first."""
    found: dict[str, dict[str, Any]] = {}
    for line in session.store.lines(NAME, MOST_BYTES * 2):
        try:
            members = parse_json(line)
        except ValueError:
            continue
        if isinstance(members, dict) and isinstance(members.get("change"), str):
            known = found.setdefault(members["change"], {})
            known.update({name: value for name, value in members.items() if name in Entry._fields and name != "at"})
            known.setdefault("at", members.get("at"))
    texts = [name for name in Entry._fields if name != "process"]
    complete = [members for members in found.values() if "outcome" in members and "action" in members]
    return [Entry(**{**members, **{name: str(members.get(name, "")) for name in texts}}) for members in complete]


def _write(session: Session, members: Mapping[str, Any]) -> None:
    at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    line = dump_json({"at": at, **{name: value for name, value in members.items() if value}})
    session.store.append(NAME, line, most_bytes=MOST_BYTES, kept_lines=KEPT_LINES)


def _is_running(process: Any) -> bool:
    """Whether a process is alive; on Windows, where asking would end it, none counts as running."""
    if not isinstance(process, int) or process <= 0 or os.name == "nt":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
