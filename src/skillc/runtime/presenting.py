"""The envelope of a good answer: a saved file, a list with its totals and next command, or a record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .answer_files import AnswerFile, file_in, save_file
from .arguments import CommandLine
from .jsontext import dump_json
from .results import Listing, at_path, hidden_fields, listing_in, record_in, show_columns
from .session import Json, Session


@dataclass(frozen=True)
class Shape:
    """How the caller wants the answer: which columns, how many rows, where to."""

    columns: Sequence[str]
    full: bool
    limit: int | None
    output: str | None
    stem: str

    @staticmethod
    def of(line: CommandLine, columns: Sequence[str], stem: str) -> Shape:
        """Return the shape that the options ask for; `columns` are the default ones, `stem` names a saved file."""
        chosen = [name.strip() for name in (line.value("fields") or "").split(",") if name.strip()]
        return Shape(chosen or columns, line.has("full"), line.number("limit"), line.value("output"), stem)


def present(session: Session, answer: Any, shape: Shape, *, may_be_file: bool, items: str | None = None, total: str | None = None) -> Json:
    """Return the envelope of an answer that is one file, one list or one record."""
    file = answer if isinstance(answer, AnswerFile) else file_in(answer) if may_be_file else None
    if file:
        return {"ok": True, "file": save_file(session, file, shape.output, shape.stem)}
    listing = listing_in(answer, items, total)
    if listing is not None:
        return present_list(session, listing, shape, complete=listing.total in (None, len(listing.rows)))
    return present_record(session, record_in(answer), shape)


def present_record(session: Session, record: Any, shape: Shape) -> Json:
    """Return the envelope of one record: the shown columns, and the names of what is not shown."""
    if shape.output is not None:
        return {"ok": True, "file": save_json(session, record, shape)}
    if shape.full or not isinstance(record, dict):
        return {"ok": True, "record": record}
    shown = show_columns(record, shape.columns)
    return with_hidden({"ok": True, "record": shown}, hidden_fields([record], list(shown)))


def present_list(session: Session, listing: Listing, shape: Shape, *, complete: bool, following: str | None = None) -> Json:
    """Return the envelope of a list. `complete` says that these rows are all that match; `following` is the command for more."""
    rows = listing.rows[: shape.limit] if shape.limit else listing.rows
    cut = len(rows) < len(listing.rows)
    facts: Json = {"count": len(rows), "total": listing.total, "complete": complete and not cut, "page": listing.page, "pages": listing.pages}
    facts = {name: value for name, value in facts.items() if value is not None}
    if shape.output is not None:
        return {"ok": True, "file": save_json(session, rows, shape), **facts}
    items = rows if shape.full else [show_columns(row, shape.columns) for row in rows]
    document: Json = {"ok": True, "items": items, **facts}
    if not rows:
        document["note"] = "nothing matches"
    if following and not complete:
        document["next"] = following
    elif cut:
        document["next"] = session.again(without=("--limit",))
    if not shape.full:
        shown = {name for item in items if isinstance(item, dict) for name in item}
        with_hidden(document, hidden_fields(rows, sorted(shown)))
        unknown = [name for name in shape.columns if rows and not any(at_path(row, name) is not None or name in shown for row in rows)]
        if unknown and not shown & set(shape.columns):
            document["note"] = f"no record has {', '.join(unknown)}; their own fields are shown"
    return document


def with_hidden(document: Json, hidden: list[str]) -> Json:
    """Name the fields that are there and not shown, so that nobody thinks they do not exist."""
    if hidden:
        document["hidden"] = ", ".join(hidden)
    return document


def save_json(session: Session, value: Any, shape: Shape) -> Json:
    """Save an answer as JSON text and return the facts of the file."""
    content = (dump_json(value) + "\n").encode("utf-8", errors="replace")
    return save_file(session, AnswerFile(content, "application/json"), shape.output, Path(shape.stem).name)
