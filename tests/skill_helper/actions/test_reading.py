"""When a list goes on and when it ends, by the marks that an app gives."""

from __future__ import annotations

from skill_helper.actions.reading import Reading
from skill_helper.output.rows import Listing

ROW = {"id": 1}


def after(*pages: Listing) -> Reading:
    reading = Reading("id")
    for page in pages:
        assert reading.goes_on
        reading.add(page)
    return reading


def test_a_page_without_rows_leads_on_while_its_mark_is_new() -> None:
    first = Listing([], more=True, mark="a")
    assert after(first).goes_on
    assert after(first, Listing([ROW], more=True, mark="b")).goes_on
    whole = after(first, Listing([ROW], more=True, mark="b"), Listing([], more=True, mark="c"), Listing([], ended=True))
    assert (whole.goes_on, whole.rows, whole.claim.complete) == (False, [ROW], True)


def test_a_mark_that_came_before_ends_the_list_unproved() -> None:
    stuck = after(Listing([], more=True, mark="a"), Listing([], more=True, mark="a"))
    assert (stuck.goes_on, stuck.claim.complete) == (False, False)


def test_an_empty_page_after_rows_is_the_end_by_the_word_of_the_app() -> None:
    assert after(Listing([ROW], more=True, mark="a"), Listing([], ended=True)).claim.complete is True
    assert after(Listing([ROW], more=True, mark="a"), Listing([])).claim.complete is False
