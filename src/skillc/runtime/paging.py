"""Lists: one page with the command for the next, or every page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .actions import BoundAction, is_last_page, listing_of, read_page, run_bound
from .arguments import CommandLine
from .presenting import Shape, present_list
from .results import Listing
from .session import Json, Session

ROW_CAP = 10_000


def run_list(session: Session, line: CommandLine, action: BoundAction, values: Json, shape: Shape) -> Json:
    """Return one page of a list, or with `--all` every page."""
    if line.has("all"):
        return all_pages(session, action, values, shape)
    page = action.table["page"]
    number = values.get(page["number"], 1)
    listing = listing_of(action, run_bound(session, action, values))
    last = is_last_page(action, listing, (number - 1) * (listing.size or 0) + len(listing.rows), number)
    following = None if last else session.again(f"--{page['number']}", str(number + 1), without=("--" + page["number"],))
    document = present_list(session, listing, shape, complete=last and number == 1, following=following)
    return with_size_note(document, listing, values.get(page.get("size") or ""))


def with_size_note(document: Json, listing: Listing, asked: Any) -> Json:
    """Say so when the app gave smaller pages than were asked for: it cuts without a word."""
    if isinstance(asked, int) and listing.size is not None and listing.size < asked:
        document["note"] = f"pages were cut to {listing.size} rows"
    return document


def all_pages(session: Session, action: BoundAction, values: Mapping[str, Any], shape: Shape) -> Json:
    """Return the rows of every page, at most 10,000; a page that comes back twice ends it, because nothing else would."""
    rows: list[Any] = []
    before: list[Any] | None = None
    number, complete, total = 1, False, None
    while len(rows) < ROW_CAP:
        listing = read_page(session, action, values, number)
        if listing.rows and listing.rows == before:
            break
        rows += listing.rows
        total, before = listing.total, listing.rows
        if is_last_page(action, listing, len(rows), number):
            complete = total is None or len(rows) >= total
            break
        number += 1
    document = present_list(session, Listing(rows[:ROW_CAP], total=total), shape, complete=complete and len(rows) <= ROW_CAP)
    if not document["complete"] and not shape.limit:
        document["note"] = "the app gave no further rows, but there may be more; narrow the search"
    return document
