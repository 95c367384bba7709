# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Lists: one page with the command for the next, or every page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..base.records import Page
from ..input.as_flags import flag_words
from ..output.claims import Claim, claim_of_page, page_follows
from ..output.envelope import Resume, Shape, present_answer, present_list
from ..output.rows import Listing
from ..session import Json, Session
from .bound import BoundAction, read_bound
from .reading import Reading, listing_of, place_after, read_pages

# Of lists that are cut: each divides the one before, so that a page with longer rows is halved.
PAGE_SIZES = (80, 40, 20, 10, 5, 1)


def run_list(session: Session, bound: BoundAction, page: Page, values: Json, shape: Shape) -> Json:
    """Return one page of a list, or every page."""
    if shape.every_page or shape.question:
        return all_pages(session, bound, page, values, shape)
    asked = values.get(page.size or "")
    listing = listing_of(bound, read_bound(session, bound, values))
    rows = len(listing.rows)
    number, before = place_of(page, values, listing)
    claim = claim_of_page(listing, number, bound.action.output.id)
    size = listing.size or (rows if number == 1 and rows < (listing.total or 0) else None)
    notes = [f"the app cuts pages to {size} rows"] if isinstance(asked, int) and size and size < asked else []
    place = place_after(page, number, (before or 0) + rows, listing.mark)
    if number > 1 and listing.ended:
        notes.append("this is the last page; the rows before it are in earlier answers")
    goes_on = page_follows(listing, number, before if page.offset else None) and bound.takes(page.place)
    following = page_command(session, page, place) if goes_on and place is not None else ""

    def resume(fitting: int) -> Resume | None:
        return None if before is None else page_after(session, bound, page, before, fitting)

    shape = shape._replace(stem=bound.key)
    return present_list(
        session, listing, shape, claim, following=following, resume=resume, notes=notes, later=number > 1
    )


def place_of(page: Page, values: Mapping[str, Any], listing: Listing) -> tuple[int, int | None]:
    """Return which page was asked for, counted from 1 (2: a later one), and how many rows come before it, if known."""
    asked = values.get(page.place)
    if page.number:
        number = int(asked if asked is not None else page.first) - page.first + 1
        return number, 0 if number == 1 else (number - 1) * listing.size if listing.size else None
    if page.offset:
        before = int(asked or 0)
        return (before // listing.size + 1 if listing.size else 1 + (before > 0)), before
    return (1, 0) if asked is None else (2, None)


def read_whole(session: Session, bound: BoundAction, values: Mapping[str, Any], limit: int | None) -> Reading:
    """Return a reading of every page; a list that changed while it was read is read once more."""
    reading = read_pages(session, bound, values, limit)
    if reading.moved and not reading.stopped:
        reading = read_pages(session, bound, values, limit, reading.calls)
    return reading


def listing_of_all(reading: Reading) -> Listing:
    """Return the rows of every page with the last total that the app named."""
    return Listing(reading.rows, reading.totals[-1] if reading.totals else None)


def all_pages(session: Session, bound: BoundAction, page: Page, values: Mapping[str, Any], shape: Shape) -> Json:
    """Return the rows of every page."""
    reading = read_whole(session, bound, values, None if shape.question else shape.limit)
    shape = shape._replace(stem=bound.key)
    listing = listing_of_all(reading)
    if shape.question:
        return present_answer(session, listing, shape, claim_of(reading), bound.action.output)
    place = place_after(page, reading.number, reading.came, reading.last.mark)
    goes_on = bool(reading.stopped) and place is not None
    following = page_command(session, page, place, largest_page(bound, page, values)) if goes_on else ""

    def resume(fitting: int) -> Resume | None:
        return page_after(session, bound, page, 0, fitting)

    claim = claim_of(reading, "go on with `next`, or " if following else "")
    return present_list(session, listing, shape, claim, following=following, resume=resume)


def claim_of(reading: Reading, way_on: str = "") -> Claim:
    """Return what a reading of every page proves; `way_on` says how it goes on where it was stopped."""
    if reading.stopped:
        return Claim(complete=False, why=f"{reading.stopped}; {way_on}narrow the search")
    if reading.totals_differ:
        totals = " and ".join(map(str, dict.fromkeys(reading.totals)))
        return Claim(
            complete=False, why=f"the list changed while it was read: the app named totals of {totals}; call again"
        )
    claim = reading.claim
    if claim.complete is False and not claim.why:
        repeated = "the app names a further page, and gave rows for it that came before"
        unasked = "the app names further rows, and no input of this action asks for them"
        return claim._replace(why=repeated if reading.last.mark else unasked)
    return claim


def largest_page(bound: BoundAction, page: Page, values: Mapping[str, Any]) -> int | None:
    """Return how many rows `--all` asks for at once; None: as many as the app gives by itself."""
    size = page.size
    if not size or not bound.takes(size):
        return None
    asked = values.get(size, page.maximum)
    return asked if isinstance(asked, int) else None


def page_after(session: Session, bound: BoundAction, page: Page, before: int, fitting: int) -> Resume | None:
    """Return how a list goes on of which `fitting` rows can be printed; None: by no page.

    So many rows stand `before` them, on earlier pages.
    """
    if not (page.size and bound.takes(page.size) and bound.takes(page.place)) or page.cursor:
        return None
    if page.offset:
        return Resume(fitting, page_command(session, page, before + fitting, fitting))
    size = next(size for size in PAGE_SIZES if size <= fitting and before % size == 0)
    return Resume(size, page_command(session, page, page.first + before // size + 1, size))


def page_command(session: Session, page: Page, place: Any, size: int | None = None) -> str:
    """Return this call as the command for another page, and for pages of another size."""
    sized = ["--" + str(page.size), str(size)] if size is not None else []
    dropped = [page.place, "all", "output", *([str(page.size), "limit"] if sized else [])]
    return session.again(*flag_words(page.place, place), *sized, without=dropped)
