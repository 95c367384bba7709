# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The envelope of a good answer: a saved file, a list with its totals and next command, or a record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from ..base.exits import Exit
from ..base.jsontext import dump_json
from ..base.outcome import Failure
from ..base.records import Output
from ..input.command_line import CommandLine
from ..session import Json, Session
from .answer_files import AnswerFile, file_in
from .files import save_file
from .rows import Listing, clip, has_path, hidden_fields, listing_in, pick_columns, record_in, show_columns

MOST_COLUMNS = 100


class Shape(NamedTuple):
    """How the caller wants the answer: which columns (`asked`.

    Named by the caller), how many rows, where to, whether all pages.
    """

    columns: Sequence[str]
    asked: bool
    full: bool
    limit: int | None
    output: str | None
    stem: str
    every_page: bool = False


def shape_of(line: CommandLine, columns: Sequence[str], stem: str) -> Shape:
    """Return the shape that the options ask for; `columns` are the default ones, `stem` names a saved file."""
    chosen = [*dict.fromkeys(name.strip() for name in (line.value("fields") or "").split(",") if name.strip())]
    if len(chosen) > MOST_COLUMNS:
        message = f"--fields names {len(chosen)} fields; {MOST_COLUMNS} are the most"
        raise Failure(Exit.BAD_INPUT, "bad_option", message, "name fewer, or take all with --full --output FILE")
    return Shape(
        chosen or columns,
        bool(chosen),
        line.has("full"),
        line.number("limit"),
        line.value("output"),
        stem,
        line.has("all"),
    )


def present(session: Session, answer: Any, shape: Shape, output: Output) -> Json:
    """Return the envelope of one file, one list or one record."""
    file = answer if isinstance(answer, AnswerFile) else file_in(answer) if output.file else None
    if file:
        return {"ok": True, "file": save_file(session, file, shape.output, shape.stem)}
    listing = listing_in(answer, output.items, output.total)
    if listing is not None:
        return present_list(session, listing, shape, complete=listing.total in (None, len(listing.rows)))
    return present_record(session, record_in(answer), shape)


def present_record(session: Session, record: Any, shape: Shape) -> Json:
    """Return the envelope of one record: the shown columns, and the names of what is not shown."""
    if shape.output is not None:
        return {"ok": True, "file": save_json(session, columns_asked(record, shape), shape)}
    if shape.full:
        return {"ok": True, "record": record}
    if not isinstance(record, dict):
        return {"ok": True, "record": clip(record)}
    shown = show_columns(record, shape.columns)
    return with_remarks({"ok": True, "record": shown}, [record], [shown], shape)


def present_list(
    session: Session, listing: Listing, shape: Shape, *, complete: bool, following: str | None = None
) -> Json:
    """Return the envelope of a list. `complete` says that these rows are all that match.

    `following` is the command for more.
    """
    rows = listing.rows[: shape.limit] if shape.limit else listing.rows
    cut = len(rows) < len(listing.rows)
    facts: Json = {
        "count": len(rows),
        "total": listing.total,
        "complete": complete and not cut,
        "page": listing.page,
        "pages": listing.pages,
    }
    facts = {name: value for name, value in facts.items() if value is not None}
    if cut:
        facts["next"] = session.again(without=["limit"])
    elif following and not complete:
        facts["next"] = following
    if shape.output is not None:
        return {"ok": True, "file": save_json(session, [columns_asked(row, shape) for row in rows], shape), **facts}
    items = rows if shape.full else [show_columns(row, shape.columns) for row in rows]
    document: Json = {"ok": True, "items": items, **facts}
    if not rows:
        document["note"] = "nothing on this page" if listing.total else "nothing matches"
    return document if shape.full else with_remarks(document, rows, items, shape)


def with_remarks(document: Json, records: Sequence[Any], shown: Sequence[Any], shape: Shape) -> Json:
    """Name the fields that are there and not shown, and those that were asked for and are not there.

    Nobody should guess.
    """
    lacking = [name for name in shape.columns if records and not any(has_path(record, name) for record in records)]
    if lacking and (shape.asked or len(lacking) == len(shape.columns)):
        substitute = "" if len(lacking) < len(shape.columns) else "; their own fields are shown"
        document["note"] = f"no record here has {', '.join(lacking)}{substitute}"
    hidden = hidden_fields(records, sorted({name for row in shown if isinstance(row, dict) for name in row}))
    if hidden and not shape.asked:
        document["hidden"] = ", ".join(hidden)
    return document


def columns_asked(record: Any, shape: Shape) -> Any:
    """Return what of a record goes into a file: the columns that the caller named, else everything."""
    return pick_columns(record, shape.columns) if shape.asked else record


def save_json(session: Session, value: Any, shape: Shape) -> Json:
    """Save an answer as JSON text and return the facts of the file."""
    content = (dump_json(value) + "\n").encode("utf-8", errors="replace")
    return save_file(session, AnswerFile(content, "application/json"), shape.output, shape.stem)
