# skillc copies this file into each skill; change it in src/skill_helper, not there
"""A list, page by page: rows that came before are left out, and it ends, whatever the app answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..base.jsontext import count_values
from ..base.records import Page
from ..membrane.path import scalar_text
from ..output.claims import UNPROVED, Claim, claim_of_pages, page_follows, row_key
from ..output.rows import Listing, at_path, has_path, listing_in
from ..session import Session
from .bound import BoundAction, read_bound

ROW_CAP = 10_000
PAGE_CAP = 100
VALUE_CAP = 400_000  # in all pages together: as much as memory can hold
FEW_CALLS = 20  # as many as pages of few rows may take
FEW_ROWS = 5
NO = (False, "false")  # and 0, which is equal to False: how apps write that no page follows


class Reading:
    """The pages of a list that were read so far.

    `rows` are the different ones, `came` counts all, `last` is the last page with rows.
    """

    def __init__(self, id_path: str | None, calls: int = 0) -> None:
        """Begin before the first page; `calls` were made before this reading."""
        self.id_path = id_path
        self.calls = calls
        self.rows: list[Any] = []
        self.came = 0
        self.values = 0
        self.number = 0
        self.last = Listing([])
        self.totals: list[int] = []
        self.emptied = False
        self.goes_on = True
        self.stopped = ""
        """Why it ended before the list did."""
        self._seen: set[str] = set()
        self._marks: set[str] = set()
        self._calls_before = calls

    def add(self, listing: Listing) -> None:
        """Add the next page.

        One with rows that all came before ends the list, because nothing else would; an empty one does not end it when
        it names a mark that is new.
        """
        self.calls += 1
        if listing.total is not None:
            self.totals.append(listing.total)
        keys = [row_key(row, self.id_path) for row in listing.rows]
        turns = self._turns(listing)
        if self.number and all(key in self._seen for key in keys) and not turns:
            self.emptied, self.goes_on = not keys, False
            self.last = listing if listing.ended and not keys else self.last
            return
        self.number += 1
        self.last = listing
        self.came += len(keys)
        self.values += count_values(listing.rows, VALUE_CAP)
        for row, key in zip(listing.rows, keys):
            if key not in self._seen or not self._known(row):
                self.rows.append(row)
            self._seen.add(key)
        self._marks.add(listing.mark)
        self.goes_on = turns or self._follows(listing)

    def _turns(self, listing: Listing) -> bool:
        """Whether a page without rows leads on all the same, as apps that filter page by page answer."""
        return not listing.rows and listing.more and bool(listing.mark) and listing.mark not in self._marks

    def _known(self, row: Any) -> bool:
        """Whether the row has an id, by which it can be told from others."""
        return self.id_path is not None and at_path(row, self.id_path) is not None

    def _follows(self, listing: Listing) -> bool:
        """Whether a page follows, by the rows that came: pages may be longer or shorter than the app says."""
        told = listing.more or listing.ended
        if listing.rows and listing.pages is None and listing.total is not None and not told:
            return len(self._seen) < listing.total
        return page_follows(listing, self.number)

    @property
    def totals_differ(self) -> bool:
        """Whether the app named another total on one page than on another."""
        return len(set(self.totals)) > 1

    @property
    def moved(self) -> bool:
        """Whether the list changed while it was read: its total did, or rows came twice."""
        return self.totals_differ or (self.id_path is not None and self.came > len(self._seen))

    @property
    def claim(self) -> Claim:
        """What the pages prove when they were all read."""
        claim = claim_of_pages(self.last, self.number, self.came, len(self._seen))
        size = self.last.size
        proved = self.emptied and claim == UNPROVED and size is not None and self.came == self.number * size
        return Claim(complete=True) if proved else claim

    @property
    def spent(self) -> bool:
        """Whether enough was read: a list that gives few rows at a time would take hours, and memory ends."""
        calls = self.calls - self._calls_before
        return (
            calls >= PAGE_CAP or self.values > VALUE_CAP or (calls >= FEW_CALLS and len(self.rows) < FEW_ROWS * calls)
        )


def listing_of(bound: BoundAction, answer: Any) -> Listing:
    """Return the list in an answer; an answer that is no list counts as one row."""
    output, page = bound.action.output, bound.action.page
    listing = listing_in(answer, output.items, output.total)
    if listing is None:
        return Listing([] if answer is None else [answer])
    return _with_marks(listing, answer, page) if page and (page.cursor or page.more) else listing


def _with_marks(listing: Listing, answer: Any, page: Page) -> Listing:
    """Return a listing with what the answer says, at the places that the descriptor names, of a page after it."""
    mark = at_path(answer, page.next) if page.next else None
    if page.last and listing.rows:
        mark = at_path(listing.rows[-1], page.last)
    said = at_path(answer, page.more) if page.more else None
    is_last = page.next and not page.more and has_path(answer, page.next) and not mark
    ended = said in NO or bool(is_last)
    more = not ended and bool(said if page.more else mark)
    return listing._replace(more=more, ended=ended, mark="" if ended or not mark else scalar_text(mark))


def place_after(page: Page, number: int, came: int, mark: str) -> Any:
    """Return what the input that says which page is to be, for the page after `number` pages with `came` rows.

    None: there is no way to ask for it, or none is needed because the list begins there.
    """
    if page.number:
        return page.first + number
    if page.offset:
        return came
    return mark or None


def read_page(session: Session, bound: BoundAction, values: Mapping[str, Any], place: Any) -> Listing:
    """Return one page of a list action, as big as the app allows unless `values` say otherwise."""
    page, asked = bound.action.page, dict(values)
    if page and bound.takes(page.place):
        asked.pop(page.place, None)
        asked.update({} if place is None else {page.place: place})
    if page and page.size and page.maximum and bound.takes(page.size):
        asked.setdefault(page.size, page.maximum)
    return listing_of(bound, read_bound(session, bound, asked))


def pages_of(session: Session, bound: BoundAction, values: Mapping[str, Any], reading: Reading) -> Iterator[Listing]:
    """Yield the pages of a list, and note them in `reading`."""
    page = bound.action.page
    while reading.goes_on:
        place = place_after(page, reading.number, reading.came, reading.last.mark) if page else None
        if reading.number and place is None:
            return
        listing = read_page(session, bound, values, place)
        reading.add(listing)
        yield listing
        if not page or not bound.takes(page.place):
            return


def read_pages(
    session: Session, bound: BoundAction, values: Mapping[str, Any], limit: int | None, calls: int = 0
) -> Reading:
    """Return a reading of every page, until more than `limit` rows are there; `calls` were made by an earlier one."""
    reading = Reading(bound.action.output.id, calls)
    for _ in pages_of(session, bound, values, reading):
        if limit is not None and len(reading.rows) > limit:
            break
        if reading.goes_on and (reading.spent or len(reading.rows) >= ROW_CAP):
            read = f"{reading.number} pages with {len(reading.rows)} rows"
            reading.stopped = f"stopped after {read}"
            break
    return reading
