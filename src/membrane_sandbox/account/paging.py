"""Pages, sorting and search words: the same for every list of the account."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from membrane_sandbox.account.answer import Answer, RefusalError, Request, json_answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Record = dict[str, Any]

DEFAULT_SIZE = 25


def page_answer(request: Request, records: list[Record], *, sort_fields: Sequence[str], largest: int) -> Answer:
    """Return one page as {data, meta}.

    Sizes over `largest` are cut without a word (documented for customers). A page past the end is empty.
    """
    ordered = _sorted(request, records, sort_fields)
    page = whole_number(request, "page", 1)
    size = min(whole_number(request, "perPage", DEFAULT_SIZE), largest)
    total = len(ordered)
    meta = {"page": page, "perPage": size, "totalItems": total, "totalPages": -(-total // size)}
    return json_answer({"data": ordered[(page - 1) * size : page * size], "meta": meta})


def whole_number(request: Request, name: str, default: int) -> int:
    """Return a query parameter that is a whole number from 1 up."""
    text = request.one(name)
    if text is None:
        return default
    if not (text.isascii() and text.isdecimal()) or int(text) < 1:
        raise RefusalError(400, f"querystring/{name} must be >= 1")
    return int(text)


def matches(record: Record, words: Iterable[str], fields: Sequence[str]) -> bool:
    """Say whether every word occurs in some field, upper and lower case alike."""
    texts = [str(record[field]).casefold() for field in fields if record.get(field) is not None]
    return all(any(word.casefold() in text for text in texts) for word in words)


def _sorted(request: Request, records: list[Record], fields: Sequence[str]) -> list[Record]:
    field, order = request.one("sort"), request.one("order")
    if field is not None and field not in fields:
        raise RefusalError(400, f"querystring/sort must be equal to one of the allowed values: {', '.join(fields)}")
    if order not in (None, "asc", "desc"):
        raise RefusalError(400, "querystring/order must be equal to one of the allowed values: asc, desc")
    if field is None:
        return records[::-1] if order == "desc" else records
    return sorted(records, key=lambda record: _sort_key(record.get(field)), reverse=order == "desc")


def _sort_key(value: object) -> tuple[int, Decimal, str]:
    """Order: missing values, then numbers, then texts without regard to case."""
    if value is None:
        return (0, Decimal(0), "")
    if isinstance(value, (bool, int, Decimal)):
        return (1, Decimal(value), "")
    return (2, Decimal(0), str(value).casefold())
