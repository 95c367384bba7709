# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Whether the rows of a list are all that match: claimed only where the answers prove it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from ..base.jsontext import canonical_json
from .rows import Listing, at_path


class Claim(NamedTuple):
    """What may be said: `complete` is None where nothing proves it and nothing speaks against it.

    `why` says what is wrong or missing.
    """

    complete: bool | None
    why: str = ""


UNPROVED = Claim(None, "the app names no total, so nothing proves that these are all")


def row_key(row: Any, id_path: str | None) -> str:
    """Return what tells a row from others: its id, else all of it."""
    identity = at_path(row, id_path) if id_path else None
    return canonical_json(row if identity is None else [identity])


def count_different(rows: Iterable[Any], id_path: str | None) -> int:
    """Return how many of the rows are different ones."""
    return len({row_key(row, id_path) for row in rows})


def claim_of_page(listing: Listing, number: int | None, id_path: str | None) -> Claim:
    """Return what one page proves of the whole list.

    `number` counts from 1; None: neither the caller nor the answer knows it.
    """
    if number is not None and number > 1:
        return Claim(complete=False)
    return claim_of_pages(listing, number, len(listing.rows), count_different(listing.rows, id_path))


def claim_of_pages(last: Listing, number: int | None, came: int, different: int) -> Claim:
    """Return what the pages from the first to `last`, the one with this number, prove.

    `came` rows were in them, so many of them `different`.
    """
    if last.more or (last.pages is not None and (number or 1) < last.pages):
        return Claim(complete=False)
    if last.total is not None:
        if came == different == last.total:
            return Claim(complete=True)
        twice = f", {came - different} of them twice" if came > different else ""
        return Claim(complete=False, why=f"the app names a total of {last.total} and gave {came} rows{twice}")
    if came > different:
        return Claim(complete=False, why=f"{came - different} of the {came} rows came twice, so others may be missing")
    if last.ended:
        return Claim(complete=True)
    if last.size is None or number is None or came != (number - 1) * last.size + len(last.rows):
        return UNPROVED
    ended = len(last.rows) < last.size or (len(last.rows) == last.size and last.pages is not None)
    return Claim(complete=True) if ended else UNPROVED


def page_follows(listing: Listing, number: int, before: int | None = None) -> bool:
    """Whether there may be a page after this one: said of every page that is not proved to be the last.

    `before` is how many rows came before this page, where that is known.
    """
    if listing.ended or not (listing.rows or (listing.more and listing.mark)):
        return False
    if listing.more:
        return True
    if listing.pages is not None:
        return number < listing.pages
    if listing.total is not None:
        # Where the answer names no size, a page is as long as this one at least; an empty one may then follow the last.
        earlier = (number - 1) * (listing.size or len(listing.rows)) if before is None else before
        return earlier + len(listing.rows) < listing.total
    return listing.size is None or len(listing.rows) >= listing.size
