"""Whether the input of a page counts pages from 1, as the helper does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from support.shelf import LIST

if TYPE_CHECKING:
    from support.shelf import Shelf

INTEGER = {"type": "integer", "description": "Which part of the list."}


def messages(shelf: Shelf, name: str, schema: dict[str, Any], example: Any = None) -> list[str]:
    properties = {"word": {"type": "string", "description": "A word of the title."}, name: {**INTEGER, **schema}}
    given = {"word": "bees"} | ({} if example is None else {name: example})
    shelf.overlay(
        LIST,
        {
            "input": {"type": "object", "properties": properties},
            "page": {"number": name},
            "examples": [{"ask": "Books about bees", "input": given}],
        },
    )
    return [found.message for found in shelf.compiled().diagnostics if found.code == "ACT026"]


@pytest.mark.parametrize(
    "schema",
    [
        {"minimum": 0},
        {"exclusiveMinimum": -1},
        {"default": 0},
        {"examples": [0]},
        {"enum": [0, 1, 2]},
        {"description": "The page, zero-based."},
        {"description": "Pages are counted from 0."},
        {"description": "The first page is 0."},
    ],
    ids=str,
)
def test_a_page_that_begins_at_0_is_found(shelf: Shelf, schema: dict[str, Any]) -> None:
    assert messages(shelf, "page", schema) == ["page begins at 0; the helper begins at page 1"]


def test_an_example_of_page_0_is_found(shelf: Shelf) -> None:
    assert messages(shelf, "page", {}, example=0) == ["page begins at 0; the helper begins at page 1"]


@pytest.mark.parametrize(
    "name", ["offset", "rowOffset", "skip", "start", "startIndex", "start_at", "from", "firstRow", "first-result"]
)
def test_a_number_of_rows_is_found(shelf: Shelf, name: str) -> None:
    assert messages(shelf, name, {"minimum": 1}) == [f"{name} counts rows, not pages"]


@pytest.mark.parametrize("about", ["The offset of the first book.", "How many rows to skip."])
def test_a_number_of_rows_that_only_its_description_names_is_found(shelf: Shelf, about: str) -> None:
    assert messages(shelf, "place", {"description": about}) == ["place counts rows, not pages"]


@pytest.mark.parametrize("name", ["cursor", "pageToken", "after", "next_cursor", "startingAfter"])
def test_a_mark_of_the_app_is_found(shelf: Shelf, name: str) -> None:
    assert messages(shelf, name, {}) == [f"{name} is a mark that the app gives, not the number of a page"]


def test_a_flag_of_the_helper_is_found(shelf: Shelf) -> None:
    (message,) = messages(shelf, "limit", {"minimum": 1}, example=1)
    assert message.startswith("--limit is a flag of the helper itself")


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        ("page", {}),
        ("page", {"minimum": 1}),
        ("page", {"exclusiveMinimum": 0}),
        ("page", {"minimum": 0, "default": 1}),
        ("pageNumber", {"description": "The page, from 1; 10 rows are on it."}),
        ("sheet", {"description": "Pages from 1 to 200."}),
    ],
    ids=str,
)
def test_a_page_from_1_is_taken(shelf: Shelf, name: str, schema: dict[str, Any]) -> None:
    assert messages(shelf, name, schema) == []
