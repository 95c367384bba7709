# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The envelope of a good answer: a saved file, a list with its totals and next command, or a record.

Facts stand before rows.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from ..base.exits import Exit
from ..base.jsontext import dump_json
from ..base.outcome import Failure
from ..base.records import Output
from ..input.command_line import ANSWERING, CommandLine
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

if TYPE_CHECKING:
    from .answers.question import Question

MOST_CHARACTERS = 20_000
LONGEST_SEARCH = 200
ORDERING = ("sort", "sortBy", "sort_by", "sortOrder", "sort_order", "order", "orderBy", "order_by", "direction")
NO_CRITERIA = (*ORDERING, "perPage", "pageSize", "per_page", "page_size", "limit", "size")  # of any app
ONE_PAGE = "only one page was read, and there are more: ask for more rows at once"

MOST_COLUMNS = 100


class Shape(NamedTuple):
    """How the caller wants the answer: which columns, how many rows, where to, whether all pages.

    `asked`: the columns were named by the caller; `searched` says in words what was searched for. With a `question`,
    rows are chosen, added up or counted.
    """

    columns: Sequence[str]
    asked: bool
    full: bool
    limit: int | None
    output: str | None
    stem: str
    every_page: bool = False
    searched: str = ""
    question: Question | None = None


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
        question=_question(line),
    )


def _question(line: CommandLine) -> Question | None:
    """Return what the caller asks of the rows; its modules are loaded only then."""
    if not any(line.has(name) for name in ANSWERING):
        return None
    from .answers.question import question_of

    return question_of(line)


def refuse_question(shape: Shape, what: str) -> None:
    """Fail when something is asked of rows, and `what` is no list; nothing was sent."""
    if shape.question:
        raise no_list(f"{what}; nothing was sent")


def no_list(message: str) -> Failure:
    """Return the outcome of a question about the rows of something that is no list."""
    options = ", ".join("--" + name for name in ANSWERING)
    return Failure(Exit.BAD_INPUT, "no_list", message, f"these options are for lists: {options}")


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
    file = file_in(answer) if output.file or isinstance(answer, AnswerFile) else None
    if file and not shape.question:
        return {"ok": True, "file": save_file(session, file, shape.output, shape.stem)}
    if output.record and not shape.question and at_path(answer, output.record) is not None:
        return present_record(session, at_path(answer, output.record), shape)
    listing = (
        None if not output.items and is_record(answer, output.show) else listing_in(answer, output.items, output.total)
    )
    if listing is not None:
        number = max(listing.page, 1) if listing.page is not None else None
        claim = claim_of_page(listing, number, output.id)
        if shape.question:
            return present_answer(session, listing, shape, claim, output)
        return present_list(session, listing, shape, claim)
    if shape.question:
        raise no_list(f"the answer is {'a file' if file else 'one record'}, not a list")
    return present_record(session, answer, shape)


def present_record(session: Session, answer: Any, shape: Shape) -> Json:
    """Return the envelope of one record: the shown columns, and the names of what is not shown."""
    record = record_view(answer, shape.columns)
    if shape.output is not None:
        return {"ok": True, "file": _save_record(session, answer, record, shape)}
    if shape.full:
        return {"ok": True, "record": record}
    if not isinstance(record, dict):
        return {"ok": True, "record": clip(record)}
    shown = show_columns(answer, shape.columns)
    return {"ok": True, **_remarks(session, [record], [shown], shape), "record": shown}


def present_answer(session: Session, listing: Listing, shape: Shape, claim: Claim, output: Output) -> Json:
    """Return the envelope of what is asked of the rows of a list; `claim` says whether all rows are there."""
    from .answers.answer import answer_of
    from .answers.question import Question

    question = shape.question or Question()
    answer = answer_of(listing.rows, question, output)
    if listing.rows:
        conditions = [condition.text for condition in question.where]
        shape = shape._replace(searched="; ".join(filter(None, [shape.searched, *conditions])))
    if question.groups:
        shape = shape._replace(columns=(), full=True)
    one_page = [ONE_PAGE] if claim == Claim(complete=False) else []
    notes = [*answer.notes, *one_page]
    return present_list(session, Listing(answer.items), shape, claim, facts=answer.facts, notes=notes)


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
    facts: Json | None = None,
) -> Json:
    """Return the envelope of a list.

    `following` is the command for more, `resume` says how a list goes on that is too long to print (None: by a file);
    `later`: it is not the first page; `facts` were worked out of its rows.
    """
    changing = session.change is not None
    rows = listing.rows[: shape.limit] if shape.limit else listing.rows
    shown = (row if shape.full else show_columns(row, shape.columns) for row in rows)
    items = fitting(shown) if shape.output is None else []
    cut = len(rows) < len(listing.rows)
    groups = bool(shape.question and shape.question.groups)
    following = session.again(without=["limit", "output"]) if cut else following
    told = [*notes, *([claim.why] if claim.why else [])]
    if groups and cut:
        told.insert(0, f"the first {len(rows)} of {len(listing.rows)} groups")
    if shape.output is None and len(items) < len(rows):
        resumed = (resume(len(items)) if resume else None) or Resume(len(items), _saving(session, shape))
        less = "" if groups else "for less text name --fields, "
        told.insert(0, f"cut after {resumed.shown} of {len(rows)} rows; {less}for a file --output FILE")
        rows, items, following, cut = rows[: resumed.shown], items[: resumed.shown], resumed.command, True
    if not listing.rows:
        told.insert(0, "nothing on this page" if later else _nothing(listing, shape))
    found: Json = {
        "count": len(rows),
        **(facts or {}),
        "total": listing.total,
        "complete": claim.complete if groups or not cut else False,
        "page": listing.page,
        "pages": listing.pages,
        "next": None if changing else following or None,
    }
    remarks = {} if shape.full or shape.output is not None else _remarks(session, rows, items, shape, later=later)
    notes = [*told, *([remarks.pop("note")] if "note" in remarks else [])]
    found.update({"note": "; ".join(notes) or None, **remarks})
    facts = {name: value for name, value in found.items() if value is not None}
    if shape.output is not None:
        return {"ok": True, **facts, "file": _save_rows(session, rows, shape)}
    return {"ok": True, **facts, "items": items}


def _nothing(listing: Listing, shape: Shape) -> str:
    """Return in words that no row came."""
    if listing.more and listing.mark:
        return "no row on this page, and further pages follow"
    if listing.total:
        return "no row came"
    return f"nothing matches {shape.searched}" if shape.searched else "the list is empty"


def fitting(shown: Iterable[Any]) -> list[Any]:
    """Return as many of the rows, as they are shown, as can be printed; one at least, if there is one."""
    items: list[Any] = []
    length = 0
    for item in shown:
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


def _save_record(session: Session, answer: Any, record: Any, shape: Shape) -> Json:
    """Save one record, or the columns of it that the caller named."""
    chosen = pick_columns(answer, shape.columns) if shape.asked else record
    return _save_csv(session, [chosen], (), shape) if _wants_csv(shape) else save_json(session, chosen, shape)


def _save_rows(session: Session, rows: Sequence[Any], shape: Shape) -> Json:
    """Save the rows of a list, as CSV with the columns that are shown; as JSON everything that was not left out."""
    wants_csv = _wants_csv(shape)
    if shape.asked or (wants_csv and not shape.full):
        rows = [pick_columns(row, shape.columns) for row in rows]
    if not wants_csv:
        return save_json(session, rows, shape)
    return _save_csv(session, rows, shape.columns if shape.asked or not rows else (), shape)


def _wants_csv(shape: Shape) -> bool:
    return shape.output is not None and shape.output.lower().endswith(".csv")


def _save_csv(session: Session, records: Sequence[Any], columns: Sequence[str], shape: Shape) -> Json:
    """Save records as CSV and return the facts of the file; the module is loaded only then."""
    from .csv_file import FORM, GUARDED, csv_table

    table = csv_table(records, columns)
    file = AnswerFile(table.text.encode("utf-8-sig", errors="replace"), "text/csv")
    guarded = {"guarded": f"{GUARDED}: {table.guarded}"} if table.guarded else {}
    saved = save_file(session, file, shape.output, shape.stem)
    return {**saved, "rows": len(records), "columns": table.columns, "form": FORM, **guarded}


def save_json(session: Session, value: Any, shape: Shape) -> Json:
    """Save an answer as JSON text and return the facts of the file."""
    content = (dump_json(value) + "\n").encode("utf-8", errors="replace")
    return save_file(session, AnswerFile(content, "application/json"), shape.output, shape.stem)
