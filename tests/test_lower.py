"""From documents to the model: defaults, order, and what is for authors only."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from support.shelf import LIST, UPDATE

from skillc.model import (
    App,
    Budget,
    Effect,
    Fill,
    Limit,
    Page,
    ProxyExample,
    ProxyRule,
    ProxyWarning,
    Remedy,
    Request,
    Section,
    Target,
)
from skillc.render import render

if TYPE_CHECKING:
    from support.shelf import Shelf

    from skillc.model import Action, Skill


def lowered(shelf: Shelf) -> Skill:
    skill = shelf.compiled().skill
    assert skill is not None
    return skill


def action(shelf: Shelf, key: str) -> Action:
    return next(action for action in lowered(shelf).actions if action.key == key)


def test_the_skill_itself(shelf: Shelf) -> None:
    skill = lowered(shelf)
    assert (skill.name, skill.version, skill.emoji, skill.intro) == (
        "bookshelf",
        "1.0.0",
        "📚",
        "Bookshelf is a small library service.",
    )
    assert skill.app == App("Bookshelf", "https://example.com", "@membranehq/cli", "1.2.3", "https://example.com/docs")
    assert skill.proxy == ProxyRule(("/keys",), (ProxyExample("Who lent this book?", "request /books/17/loans"),))
    assert skill.skill_budget == Budget(1500, 130)
    assert skill.reference_budget == Budget(1500, None)
    assert set(skill.definitions) == {"BookId"}


def test_what_is_left_out_is_empty_not_missing(shelf: Shelf) -> None:
    shelf.overlay("skill.yaml", {"homepage": None, "emoji": None, "facts": None, "proxy": None, "budgets": None})
    skill = lowered(shelf)
    assert (skill.homepage, skill.emoji, skill.facts, skill.sections) == ("", "", (), ())
    assert skill.proxy == ProxyRule()
    assert skill.skill_budget == Budget()


def test_sections_are_stripped(shelf: Shelf) -> None:
    shelf.overlay("skill.yaml", {"sections": [{"title": "Dates\n", "text": "One.\n\nTwo.\n"}]})
    assert lowered(shelf).sections == (Section("Dates", "One.\n\nTwo."),)


def test_an_entity_has_sections_and_the_proxy_has_warnings(shelf: Shelf) -> None:
    entity = {
        "title": "Books",
        "summary": "What stands there.",
        "sections": [{"title": "Dust", "text": "Wipe it off.\n"}],
    }
    warning = {"method": "POST", "path": "/books", "says": "This orders the book.\n"}
    each = {**warning, "each": "books", "unless_true": ["wish"]}
    shelf.overlay(
        "skill.yaml", {"entities": {"book": entity}, "proxy": {"warnings": [warning, each], "headers": ["Prefer"]}}
    )
    assert lowered(shelf).entities[0].sections == (Section("Dust", "Wipe it off."),)
    plain = ProxyWarning("POST", "/books", "This orders the book.")
    assert lowered(shelf).proxy == ProxyRule(
        warnings=(plain, plain._replace(each="books", unless_true=("wish",))), headers=("Prefer",)
    )


def test_actions_stand_in_reading_order(shelf: Shelf) -> None:
    for key, effect in (("add-book", "write"), ("find-book", "read"), ("create-book", "write"), ("a-book", "read")):
        body = {"key": key, "title": f"T {key}", "summary": f"S {key}", "effect": effect, "run": {"action": key}}
        shelf.overlay(f"actions/book/{key}.yaml", body)
    keys = [action.key for action in lowered(shelf).actions]
    assert keys == [
        "list-books",
        "get-book",
        "a-book",
        "find-book",
        "create-book",
        "update-book",
        "add-book",
        "delete-book",
    ]


def test_entities_stand_in_the_order_of_skill_yaml(shelf: Shelf) -> None:
    shelf.overlay(
        "actions/author/get-author.yaml", {"key": "get-author", "title": "A", "summary": "B", "entity": "author"}
    )
    entity = {"title": "X", "summary": "Y"}
    shelf.overlay("skill.yaml", {"entities": {"book": entity, "author": entity}})
    assert [entity.key for entity in lowered(shelf).entities] == ["book", "author"]


def test_a_read_may_be_repeated_by_default_and_a_write_may_not(shelf: Shelf) -> None:
    assert [(a.key, a.idempotent) for a in lowered(shelf).actions] == [
        ("list-books", True),
        ("get-book", True),
        ("update-book", True),  # it says so
        ("delete-book", False),
    ]


def test_the_input_is_closed(shelf: Shelf) -> None:
    assert all(action.input["additionalProperties"] is False for action in lowered(shelf).actions)


def test_confidence_is_for_pages_and_never_ships(shelf: Shelf) -> None:
    inner = {"type": "string", "confidence": "inferred"}
    properties = {
        "confidence": inner,
        "rows": {"type": "array", "items": inner},
        "tags": {"type": "object", "additionalProperties": inner},
        "either": {"anyOf": [inner, {"type": "null"}]},
        "one": {"oneOf": [inner]},
    }
    deep = {"type": "object", "properties": properties}
    shelf.overlay(LIST, {"page": None, "input": {"type": "object", "properties": {"word": inner, "deep": deep}}})
    skill = lowered(shelf)
    assert action(shelf, "list-books").input["properties"]["word"] == inner
    assert action(shelf, "delete-book").inferred
    shipped = json.loads(render(skill)["scripts/bookshelf.json"])
    text = {"type": "string"}
    assert shipped["actions"]["list-books"]["input"]["properties"] == {
        "word": text,
        "deep": {
            "type": "object",
            "properties": {
                "confidence": text,
                "rows": {"type": "array", "items": text},
                "tags": {"type": "object", "additionalProperties": text},
                "either": {"anyOf": [text, {"type": "null"}]},
                "one": {"oneOf": [text]},
            },
        },
    }


def test_every_part_of_an_action(shelf: Shelf) -> None:
    update, delete, listing = (action(shelf, key) for key in ("update-book", "delete-book", "list-books"))
    assert update.request == Request("PATCH", "/books/{id}", (), {}, {"$inputs": ["title", "room"]})
    assert update.membrane_action is None
    assert update.fill == Fill("get-book", {"id": "id"}, {"room": "room"})
    assert delete.target == Target("get-book", {"id": "id"}, {}, ("title", "room"))
    assert delete.errors == (Remedy("The book is lent out; look with `list-books` when it comes back.", status=409),)
    assert delete.effect is Effect.DESTRUCTIVE
    assert delete.needs_plan
    assert delete.required == ("id",)
    assert delete.sources == ("https://example.com/docs/books",)
    assert delete.notes == ("Removing cannot be undone.",)
    assert listing.membrane_action == "list-books"
    assert listing.page == Page("page", "perPage", 50)
    assert (listing.output.items, listing.output.total, listing.output.show) == (
        "data",
        "total",
        ("id", "title", "shelf.room"),
    )
    assert listing.examples[0].input == {"word": "bees"}
    assert listing.output.id is None


def test_what_cannot_be_done_and_the_id_of_rows(shelf: Shelf) -> None:
    shelf.overlay("skill.yaml", {"cannot": [{"words": ["lend "], "says": "Nobody lends here.\n"}]})
    shelf.overlay(LIST, {"output": {"id": "shelf.number"}})
    assert lowered(shelf).cannot == (Limit(("lend",), "Nobody lends here."),)
    assert action(shelf, "list-books").output.id == "shelf.number"


def test_a_message_can_be_recognised_by_its_words(shelf: Shelf) -> None:
    shelf.overlay(UPDATE, {"errors": [{"when": {"contains": "locked"}, "remedy": "Wait a minute.\n"}], "confirm": True})
    update = action(shelf, "update-book")
    assert update.errors == (Remedy("Wait a minute.", contains="locked"),)
    assert update.needs_plan
