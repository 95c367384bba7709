# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The envelope of a good answer: a saved file, a list with its totals and next command, or a record.

Facts stand before rows.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from ..base.exits import Exit
from ..base.jsontext import dump_json
from ..base.outcome import Failure
from ..base.records import Output
from ..input.command_line import CommandLine
from ..session import Json, Session
from .answer_files import AnswerFile, file_in
from .claims import Claim, claim_of_page
from .files import default_names, save_file
from .rows import (
    Listing,
    at_path,
    clip,
    field_source,
    hidden_fields,
    is_record,
    listing_in,
    pick_columns,
    record_view,
    show_columns,
)

MOST_CHARACTERS = 20_000
LONGEST_SEARCH = 200
ORDERING = ("sort", "sortBy", "sort_by", "sortOrder", "sort_order", "order", "orderBy", "order_by", "direction")
NO_CRITERIA = (*ORDERING, "perPage", "pageSize", "per_page", "page_size", "limit", "size")  # of any app

MOST_COLUMNS = 100


class Shape(NamedTuple):
    """How the caller wants the answer: which columns, how many rows, where to, whether all pages.

    `asked`: the columns were named by the caller; `searched` says in words what was searched for.
    """

    columns: Sequence[str]
    asked: bool
    full: bool
    limit: int | None
    output: str | None
    stem: str
    every_page: bool = False
    searched: str = ""


class Resume(NamedTuple):
    """How a list that is cut goes on: so many rows are shown, and this command shows those after them."""

    shown: int
    command: str


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


def search_words(criteria: Iterable[tuple[str, Any]]) -> str:
    """Return in words what a list was searched for; a name may come more than once."""
    shown = [
        f"{name} {', '.join(map(_plain, value)) if isinstance(value, list) else _plain(value)}"
        for name, value in criteria
    ]
    return "; ".join(shown)[:LONGEST_SEARCH]


def _plain(value: Any) -> str:
    return f'"{value}"' if isinstance(value, str) else dump_json(value)


def present(session: Session, answer: Any, shape: Shape, output: Output) -> Json:
    """Return the envelope of one file, one list or one record."""
    file = answer if isinstance(answer, AnswerFile) else file_in(answer) if output.file else None
    if file:
        return {"ok": True, "file": save_file(session, file, shape.output, shape.stem)}
    if output.record and at_path(answer, output.record) is not None:
        return present_record(session, at_path(answer, output.record), shape)
    listing = (
        None if not output.items and is_record(answer, output.show) else listing_in(answer, output.items, output.total)
    )
    if listing is not None:
        number = max(listing.page, 1) if listing.page is not None else None
        return present_list(session, listing, shape, claim_of_page(listing, number, output.id))
    return present_record(session, answer, shape)


def present_record(session: Session, answer: Any, shape: Shape) -> Json:
    """Return the envelope of one record: the shown columns, and the names of what is not shown."""
    record = record_view(answer, shape.columns)
    if shape.output is not None:
        return {
            "ok": True,
            "file": save_json(session, pick_columns(answer, shape.columns) if shape.asked else record, shape),
        }
    if shape.full:
        return {"ok": True, "record": record}
    if not isinstance(record, dict):
        return {"ok": True, "record": clip(record)}
    shown = show_columns(answer, shape.columns)
    return {"ok": True, **_remarks(session, [record], [shown], shape), "record": shown}


def present_list(  # noqa: PLR0913 - what is known of a list
    session: Session,
    listing: Listing,
    shape: Shape,
    claim: Claim,
    *,
    following: str = "",
    resume: Callable[[int], Resume | None] | None = None,
    notes: Sequence[str] = (),
    later: bool = False,
) -> Json:
    """Return the envelope of a list.

    `following` is the command for more, `resume` says how a list goes on that is too long to print (None: by a file);
    `later`: it is not the first page.
    """
    changing = session.change is not None
    rows = listing.rows[: shape.limit] if shape.limit else listing.rows
    items = _printable(rows, shape) if shape.output is None else []
    cut = len(rows) < len(listing.rows)
    following = session.again(without=["limit", "output"]) if cut else following
    told = [*notes, *([claim.why] if claim.why else [])]
    if shape.output is None and len(items) < len(rows):
        resumed = (resume(len(items)) if resume else None) or Resume(len(items), _saving(session, shape))
        told.insert(
            0, f"cut after {resumed.shown} of {len(rows)} rows; for less text name --fields, for a file --output FILE"
        )
        rows, items, following, cut = rows[: resumed.shown], items[: resumed.shown], resumed.command, True
    if not listing.rows:
        told.insert(0, "nothing on this page" if later else _nothing(listing, shape))
    found: Json = {
        "count": len(rows),
        "total": listing.total,
        "complete": False if cut else claim.complete,
        "page": listing.page,
        "pages": listing.pages,
        "next": None if changing else following or None,
    }
    remarks = {} if shape.full or shape.output is not None else _remarks(session, rows, items, shape, later=later)
    notes = [*told, *([remarks.pop("note")] if "note" in remarks else [])]
    facts: Json = {**found, "note": "; ".join(notes) or None, **remarks}
    facts = {name: value for name, value in facts.items() if value is not None}
    if shape.output is not None:
        return {"ok": True, **facts, "file": save_json(session, [_columns_asked(row, shape) for row in rows], shape)}
    return {"ok": True, **facts, "items": items}


def _nothing(listing: Listing, shape: Shape) -> str:
    """Return in words that no row came."""
    if listing.more and listing.mark:
        return "no row on this page, and further pages follow"
    if listing.total:
        return "no row came"
    return f"nothing matches {shape.searched}" if shape.searched else "the list is empty"


def _printable(rows: Sequence[Any], shape: Shape) -> list[Any]:
    """Return the rows as they are shown, as many as can be printed; one at least, if there is one."""
    items: list[Any] = []
    length = 0
    for row in rows:
        item = row if shape.full else show_columns(row, shape.columns)
        length += len(dump_json(item)) + 1
        if length > MOST_CHARACTERS and items:
            break
        items.append(item)
    return items


def _saving(session: Session, shape: Shape) -> str:
    """Return the same call as the command that saves all of its rows, to a file that is not there yet."""
    name = next((name for name in default_names(shape.stem, ".json") if not os.path.lexists(name)), "answer.json")
    return session.again("--output", name, without=["output", "limit"])


def _remarks(
    session: Session, records: Sequence[Any], shown: Sequence[Any], shape: Shape, *, later: bool = False
) -> Json:
    """Name the fields that were asked for and are not there, and once those that are there and not shown.

    Nobody should guess.
    """
    remarks: Json = {}
    lacking = [
        name
        for name in shape.columns
        if records and not any(field_source(record, name) is not None for record in records)
    ]
    if lacking and (shape.asked or len(lacking) == len(shape.columns)):
        substitute = "" if len(lacking) < len(shape.columns) else "; their own fields are shown"
        remarks["note"] = f"no record here has {', '.join(lacking)}{substitute}"
    hidden = hidden_fields(records, sorted({name for row in shown if isinstance(row, dict) for name in row}))
    if hidden and not shape.asked and not later and session.change is None:
        remarks["hidden"] = ", ".join(hidden)
    return remarks


def _columns_asked(record: Any, shape: Shape) -> Any:
    """Return what of a record goes into a file: the columns that the caller named, else everything."""
    return pick_columns(record, shape.columns) if shape.asked else record


def save_json(session: Session, value: Any, shape: Shape) -> Json:
    """Save an answer as JSON text and return the facts of the file."""
    content = (dump_json(value) + "\n").encode("utf-8", errors="replace")
    return save_file(session, AnswerFile(content, "application/json"), shape.output, shape.stem)
