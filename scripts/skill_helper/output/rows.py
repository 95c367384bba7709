# skillc copies this file into each skill; change it in src/skill_helper, not there
"""What comes back, made small: the rows and columns that are worth reading, totals, and the exact next command."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple

LIST_NAMES = ("data", "items", "content", "results", "records", "rows")
TOTAL_PATHS = ("meta.totalItems", "meta.total", "totalItems", "totalElements", "total", "totalCount")
LONG_TEXT = 300


class Listing(NamedTuple):
    """The rows of one page, and what the answer says of the whole (None: it does not say)."""

    rows: list[Any]
    total: int | None = None
    page: int | None = None
    pages: int | None = None
    size: int | None = None


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
            counts = [whole(at_path(answer, name)) for name in (*([total] if total else []), *TOTAL_PATHS)]
            meta = answer.get("meta") if isinstance(answer.get("meta"), dict) else answer
            return Listing(
                rows,
                total=next((count for count in counts if count is not None), None),
                page=whole(at_path(meta, "page")),
                pages=whole(at_path(meta, "totalPages")),
                size=whole(at_path(meta, "perPage")),
            )
    return None


def whole(value: Any) -> int | None:
    """Return a count, or None for anything else."""
    if isinstance(value, Decimal) and value == value.to_integral_value():
        value = int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def record_in(answer: Any) -> Any:
    """Return the record in an answer: bare, or alone in `{data: {…}}`."""
    if isinstance(answer, dict) and len(answer) == 1:
        inner = next(iter(answer.values()))
        if isinstance(inner, dict) and next(iter(answer)) in ("data", "item", "record", "result"):
            return inner
    return answer


def show_columns(record: Any, columns: Sequence[str]) -> Any:
    """Return the columns of a record, with long texts clipped."""
    return clip(pick_columns(record, columns))


def pick_columns(record: Any, columns: Sequence[str]) -> Any:
    """Return the columns that the record has; when it has none of them, its own scalar fields."""
    if not isinstance(record, dict):
        return record
    picked = {name: at_path(record, name) for name in columns if has_path(record, name)}
    return picked or {name: value for name, value in record.items() if not isinstance(value, (dict, list))}


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
    """Return the fields that the records have and that are not shown."""
    names: dict[str, None] = {}
    for record in records[:50]:
        if isinstance(record, dict):
            names.update(dict.fromkeys(record))
    shown = {column.partition(".")[0] for column in columns}
    return [name for name in names if name not in shown]
