# skillc copies this file into each skill; change it in src/skill_helper, not there
"""What comes back, made small: the rows and columns that are worth reading, totals, and the exact next command."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

LIST_NAMES = ("data", "items", "content", "results", "records", "rows")
RECORD_NAMES = ("data", "item", "record", "result")
ID_NAMES = ("id", "_id", "uuid", "key")
TOTAL_PATHS = ("meta.totalItems", "meta.total", "totalItems", "totalElements", "total", "totalCount", "meta.totalCount")
PAGES_PATHS = ("meta.totalPages", "totalPages", "meta.pages", "pages")
SIZE_PATHS = ("meta.perPage", "perPage", "meta.pageSize", "pageSize", "meta.size", "size", "meta.limit", "limit")
MORE_PATHS = (
    "hasMore",
    "has_more",
    "nextCursor",
    "next_cursor",
    "cursor",
    "next",
    "nextPage",
    "nextPageToken",
    "hasNextPage",
)
MORE_PLACES = ("", "meta.", "pagination.", "links.", "_links.", "pageInfo.")
LONG_TEXT = 300


class Listing(NamedTuple):
    """The rows of one page, and what the answer says of the whole (None: it does not say).

    `more`: it names a further page; `ended`: it says that there is none. `mark` asks for the next page.
    """

    rows: list[Any]
    total: int | None = None
    page: int | None = None
    pages: int | None = None
    size: int | None = None
    more: bool = False
    ended: bool = False
    mark: str = ""


def at_path(value: Any, path: str) -> Any:
    """Return what stands at a dotted path, or None."""
    for name in path.split("."):
        if isinstance(value, list) and re.fullmatch("[0-9]{1,9}", name) and int(name) < len(value):
            value = value[int(name)]
        elif isinstance(value, dict):
            value = value.get(name)
        else:
            return None
    return value


def listing_in(answer: Any, items: str | None, total: str | None) -> Listing | None:
    """Return the list that an answer is: at `items`, in a known envelope, or bare; None when it is no list."""
    if isinstance(answer, list):
        return Listing(answer)
    if not isinstance(answer, dict):
        return None
    for path in (*([items] if items else []), *LIST_NAMES):
        rows = at_path(answer, path)
        if isinstance(rows, list):
            return Listing(
                rows,
                total=_first_count(answer, (*([total] if total else []), *TOTAL_PATHS)),
                page=_first_count(answer, ("meta.page", "page")),
                pages=_first_count(answer, PAGES_PATHS),
                size=_first_count(answer, SIZE_PATHS),
                more=any(bool(at_path(answer, place + name)) for place in MORE_PLACES for name in MORE_PATHS),
            )
    return None


def _first_count(answer: Any, paths: Sequence[str]) -> int | None:
    """Return the first count that stands at one of the paths."""
    return next((count for count in (whole(at_path(answer, path)) for path in paths) if count is not None), None)


def whole(value: Any) -> int | None:
    """Return a count, or None for anything else."""
    if isinstance(value, Decimal) and value == value.to_integral_value():
        value = int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def is_record(answer: Any, columns: Sequence[str]) -> bool:
    """Whether an answer is a record, whatever lists it holds.

    It has columns of the action itself or, where none are known, an id.
    """
    return isinstance(answer, dict) and any(has_path(answer, name) for name in columns or ID_NAMES)


def record_in(answer: Any) -> Any:
    """Return the record in an answer: bare, or alone in `{data: {…}}`."""
    if isinstance(answer, dict) and len(answer) == 1:
        name, inner = next(iter(answer.items()))
        if isinstance(inner, dict) and name in RECORD_NAMES:
            return inner
    return answer


def record_view(answer: Any, columns: Sequence[str]) -> Any:
    """Return the record as its columns name it: the answer itself where they begin there, else the record in it."""
    return answer if is_record(answer, columns) else record_in(answer)


def field_source(answer: Any, path: str) -> Any:
    """Return what has the field: the answer itself, as its schema describes it, else the record that it holds.

    None: nothing has it.
    """
    inner = (
        [answer[name] for name in RECORD_NAMES if isinstance(answer.get(name), dict)]
        if isinstance(answer, dict)
        else []
    )
    return next((place for place in (answer, *inner) if has_path(place, path)), None)


def show_columns(answer: Any, columns: Sequence[str]) -> Any:
    """Return the columns of an answer, with long texts clipped."""
    return clip(pick_columns(answer, columns))


def pick_columns(answer: Any, columns: Sequence[str]) -> Any:
    """Return the columns that an answer or the record in it has.

    When it has none of them, the record's own scalar fields.
    """
    if not isinstance(answer, dict):
        return answer
    sources = {name: field_source(answer, name) for name in columns}
    picked = {name: at_path(source, name) for name, source in sources.items() if source is not None}
    return picked or {name: value for name, value in record_in(answer).items() if not isinstance(value, (dict, list))}


def has_path(record: Any, path: str) -> bool:
    """Whether the record has this field, even when it is null."""
    parent, _, name = path.rpartition(".")
    place = at_path(record, parent) if parent else record
    return (isinstance(place, dict) and name in place) or at_path(record, path) is not None


def clip(value: Any) -> Any:
    """Return a value short enough to read; long texts say how long they are."""
    if isinstance(value, str) and len(value) > LONG_TEXT:
        return f"{value[:LONG_TEXT]}… ({len(value)} characters, --full shows all)"
    if isinstance(value, dict):
        return {name: clip(member) for name, member in value.items()}
    if isinstance(value, list):
        return [clip(member) for member in value]
    return value


def hidden_fields(records: Sequence[Any], columns: Sequence[str]) -> list[str]:
    """Return the fields that the records have and that are not shown.

    Where a part of an object is shown, they are dotted paths.
    """
    shown = set(columns)
    opened = {column[:place] for column in columns for place, letter in enumerate(column) if letter == "."}
    return list(dict.fromkeys(name for record in records[:50] for name in _hidden_in(record, shown, opened, "")))


def _hidden_in(record: Any, shown: Container[str], opened: Container[str], start: str) -> Iterator[str]:
    """Yield the paths of what is not shown; `opened` are the paths of objects of which a part is."""
    for name, value in record.items() if isinstance(record, dict) else ():
        path = start + name
        if path not in opened:
            if path not in shown:
                yield path
        elif isinstance(value, dict):
            yield from _hidden_in(value, shown, opened, path + ".")
