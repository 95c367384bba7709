# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The command `journal`: the changes that were made from here, and those whose end nobody knows."""

from __future__ import annotations

from ..confirm.journal import Entry, mark_seen, read_journal
from ..input.command_line import CommandLine, refuse_words
from ..session import Json, Session

DEFAULT_LIMIT = 20


def show_journal(session: Session, line: CommandLine) -> Json:
    """Return the last changes, newest first; with --open those whose end is not known, with the command that looks."""
    refuse_words(line, "journal takes options only")
    entries = read_journal(session)
    chosen = [entry for entry in reversed(entries) if entry.is_open or not line.has("open")]
    limit = line.number("limit", DEFAULT_LIMIT) or DEFAULT_LIMIT
    document: Json = {"ok": True, "count": len(chosen[:limit]), "total": len(chosen)}
    document["items"] = [_row(entry) for entry in chosen[:limit]]
    if not chosen:
        document["note"] = "no change has an unknown end" if line.has("open") else "no change was made from here yet"
    mark_seen(session, [entry for entry in chosen[:limit] if entry.is_lost])
    return document


def _row(entry: Entry) -> Json:
    """Return one change; one whose end is not known comes with the command that looks."""
    outcome = "unknown" if entry.is_open else "seen" if entry.outcome == "seen" else entry.outcome
    names = ("at", "account", "action", "target", "digest", "run_id", "new_id")
    row = {name: getattr(entry, name) for name in names if getattr(entry, name)}
    return {**row, "outcome": outcome, **({"look": entry.look} if outcome in ("unknown", "seen") else {})}
