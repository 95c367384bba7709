# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Lists: one page with the command for the next, or every page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..base.jsontext import count_values
from ..base.records import Page
from ..output.envelope import Shape, present_list
from ..output.rows import Listing, listing_in
from ..session import Json, Session
from .bound import BoundAction, read_bound

ROW_CAP = 10_000
PAGE_CAP = 200
VALUE_CAP = 400_000  # in all pages together: as much as memory can hold


def listing_of(bound: BoundAction, answer: Any) -> Listing:
    """Return the list in an answer; an answer that is no list counts as one row."""
    output = bound.action.output
    listing = listing_in(answer, output.items, output.total)
    return listing if listing is not None else Listing([] if answer is None else [answer])


def read_page(session: Session, bound: BoundAction, values: Mapping[str, Any], number: int) -> Listing:
    """Return one page of a list action, as big as the app allows unless `values` say otherwise."""
    page, asked = bound.action.page, dict(values)
    if page and bound.takes(page.number):
        asked[page.number] = number
    if page and page.size and page.maximum and bound.takes(page.size):
        asked.setdefault(page.size, page.maximum)
    return listing_of(bound, read_bound(session, bound, asked))


def is_last_page(listing: Listing, seen: int, number: int) -> bool:
    """Whether nothing follows page `number`, by all that the answer tells; `seen` counts the rows up to its end."""
    if not listing.rows:
        return True
    if listing.pages is not None:
        return number >= listing.pages
    if listing.total is not None:
        return seen >= listing.total
    return listing.size is not None and len(listing.rows) < listing.size


def run_list(session: Session, bound: BoundAction, page: Page, values: Json, shape: Shape) -> Json:
    """Return one page of a list, or every page."""
    if shape.every_page:
        return all_pages(session, bound, page, values, shape)
    asked = values.get(page.size or "")
    number = values.get(page.number, 1)
    listing = listing_of(bound, read_bound(session, bound, values))
    size = listing.size or asked or len(listing.rows)
    last = is_last_page(listing, (number - 1) * size + len(listing.rows), number)
    following = None
    if not last and bound.takes(page.number):
        following = session.again("--" + page.number, str(number + 1), without=[page.number])
    document = present_list(session, listing, shape, complete=last and number == 1, following=following)
    if isinstance(asked, int) and listing.size is not None and listing.size < asked:
        document["note"] = f"the app cuts pages to {listing.size} rows"
    return document


def all_pages(session: Session, bound: BoundAction, page: Page, values: Mapping[str, Any], shape: Shape) -> Json:
    """Return the rows of every page, at most 10,000 of 200 pages; a page that comes back twice ends it, because nothing else would."""
    rows: list[Any] = []
    before: list[Any] | None = None
    wanted = min(shape.limit or ROW_CAP, ROW_CAP)
    number, complete, total, held = 1, False, None, 0
    while not complete and len(rows) <= wanted and number <= PAGE_CAP and held <= VALUE_CAP:
        listing = read_page(session, bound, values, number)
        if listing.rows and listing.rows == before:
            break
        rows += listing.rows
        held += count_values(listing.rows, VALUE_CAP)
        total, before = listing.total, listing.rows
        complete = is_last_page(listing, len(rows), number)
        if not bound.takes(page.number):
            break
        number += 1
    complete = complete and (total is None or len(rows) >= total)
    document = present_list(session, Listing(rows[:ROW_CAP], total), shape, complete=complete and len(rows) <= ROW_CAP)
    if not complete and "next" not in document:
        stopped = number > PAGE_CAP or held > VALUE_CAP
        why = f"stopped after {number - 1} pages" if stopped else "the app gave no further rows"
        document["note"] = f"{why}, but there may be more; narrow the search"
    return document
