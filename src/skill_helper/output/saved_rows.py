# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The envelope of a list whose rows have files in a folder: how many there are, and which rows have none."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from ..session import Json, Session
from .claims import Claim
from .envelope import Shape, fitting
from .rows import show_columns


class RowFile(NamedTuple):
    """A row with the name of its file, or with why it has none; with neither where it was not its turn."""

    row: Any
    file: str = ""
    problem: str = ""
    was_there: bool = False

    def shown(self, columns: Any) -> Json:
        """Return some columns of the row, with its file or problem."""
        end = {"file": self.file, "problem": self.problem}
        said = {name: text for name, text in end.items() if text}
        return {**columns, **said} if isinstance(columns, dict) else {"row": columns, **said}


class Choice(NamedTuple):
    """How the rows were chosen: whether all that match are there, facts and remarks, and the command for others."""

    claim: Claim
    facts: Json
    notes: Sequence[str]
    following: str = ""


class Counts(NamedTuple):
    """How many rows have a file that is new, or one that was there; how many have none, or wait for another call."""

    saved: int
    there: int
    missing: int
    left: int


def count(ends: Sequence[RowFile]) -> Counts:
    """Return how the rows ended."""
    there = sum(end.was_there for end in ends)
    missing = sum(bool(end.problem) for end in ends)
    files = sum(bool(end.file) for end in ends)
    return Counts(files - there, there, missing, len(ends) - files - missing)


def present_saved(session: Session, ends: Sequence[RowFile], folder: str, shape: Shape, choice: Choice) -> Json:
    """Return the envelope.

    Rows with a problem are shown first, those whose file is new after them.
    """
    counts = count(ends)
    told = [*choice.notes, *_notes(counts), *([choice.claim.why] if choice.claim.why else [])]
    document: Json = {
        "ok": True,
        "count": len(ends),
        **choice.facts,
        **counts._asdict(),
        "folder": os.path.realpath(folder),
    }
    document["complete"] = False if counts.missing or counts.left else choice.claim.complete
    document["next"] = session.again() if counts.left and counts.saved else choice.following or None
    ordered = sorted((end for end in ends if end.file or end.problem), key=lambda end: (not end.problem, end.was_there))
    items = fitting(end.shown(end.row if shape.full else show_columns(end.row, shape.columns)) for end in ordered)
    if len(items) < len(ordered):
        told.append(f"{len(items)} of {len(ordered)} rows are shown here")
    return {**_said(document, told), "items": items}


def _said(document: Json, notes: Sequence[str]) -> Json:
    """Return the facts that say something; of the counts, the number of new files also where it is 0."""
    facts = {**document, "note": "; ".join(notes) or None}
    idle = [name for name in ("there", "missing", "left") if not facts[name]]
    return {name: value for name, value in facts.items() if value is not None and name not in idle}


def _notes(counts: Counts) -> Iterator[str]:
    if counts.missing:
        yield "rows with `problem` have no file; the same call tries those again"
    if counts.there:
        yield "files that were there were not fetched again: for what has changed since, name a new folder"
    if counts.left and counts.saved:
        yield f"stopped after {counts.saved} new files; `next` goes on"
    elif counts.left:
        yield f"stopped after {counts.missing} rows without a file; choose others with --where"
