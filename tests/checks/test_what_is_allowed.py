"""Descriptors that look unusual and are right: no check may find anything in them."""

from __future__ import annotations

from typing import Any

import pytest
from support.shelf import DELETE, GET, LIST, UPDATE, Shelf

TEXT = {"type": "string"}
ID = {"$ref": "#/$defs/BookId"}
ROW = {"type": "object", "properties": {"id": TEXT, "title": TEXT, "room": TEXT}}


def test_the_good_skill_is_good(shelf: Shelf) -> None:
    assert shelf.findings() == []


ALLOWED: dict[str, tuple[str, dict[str, Any]]] = {
    "an input without properties": (
        LIST,
        {"input": {"type": "object"}, "page": None, "examples": [{"ask": "All books", "input": {}}]},
    ),
    "one of two inputs is required": (
        UPDATE,
        {
            "input": {
                "type": "object",
                "required": ["id"],
                "anyOf": [{"required": ["title"]}, {"required": ["room"]}],
                "properties": {"id": ID, "title": TEXT, "room": TEXT},
            }
        },
    ),
    "a required field that is filled is missing in an example": (
        UPDATE,
        {
            "input": {
                "type": "object",
                "required": ["id", "room"],
                "properties": {"id": ID, "title": TEXT, "room": TEXT},
            }
        },
    ),
    "a parameter of the path that has a default": (
        UPDATE,
        {
            "run": {"request": {"method": "PATCH", "path": "/books/{id}/{room}", "body": ["title"]}},
            "fill": None,
            "defaults": {"room": {"read": "get-book", "with": {"id": "id"}, "take": "room"}},
        },
    ),
    "an output of which nothing is known": (LIST, {"output": {"schema": {}}}),
    "an output that is a file": (LIST, {"output": {"file": True}}),
    "an output that is a bare list": (
        LIST,
        {"output": {"schema": {"type": "array", "items": ROW}, "show": ["id", "title"]}},
    ),
    "an output in one of two forms": (
        LIST,
        {
            "output": {
                "schema": {
                    "anyOf": [
                        {"type": "object", "properties": {"data": {"type": "array", "items": ROW}}},
                        {"type": "array", "items": ROW},
                    ]
                },
                "items": "data",
                "show": ["id", "title"],
            }
        },
    ),
    "an open mapping inside the output": (
        GET,
        {
            "output": {
                "schema": {
                    "type": "object",
                    "properties": {
                        "title": TEXT,
                        "room": TEXT,
                        "tags": {"type": "object", "additionalProperties": TEXT},
                    },
                    "required": ["title"],
                },
                "show": ["title", "tags.colour"],
            }
        },
    ),
    "a target that is found in a list": (
        DELETE,
        {"target": {"read": "list-books", "match": {"id": "id"}, "show": ["title", "shelf.room"]}},
    ),
    "a search that posts its words": (
        LIST,
        {
            "run": {
                "request": {
                    "method": "POST",
                    "path": "/books/search",
                    "body": {"search": [{"$inputs": ["word"]}]},
                    "query": ["page", "perPage"],
                }
            }
        },
    ),
    "headers and a path beside a forbidden one": (
        LIST,
        {
            "run": {
                "request": {
                    "method": "GET",
                    "path": "/keyset",
                    "headers": {"Accept": "text/csv"},
                    "query": ["word", "page", "perPage"],
                }
            }
        },
    ),
    "numbers as they are written": (
        LIST,
        {
            "input": {
                "type": "object",
                "properties": {"word": TEXT, "page": {"type": ["integer", "null"], "multipleOf": 0.5}},
            },
            "page": {"number": "page"},
        },
    ),
    "a property that is called like a keyword": (
        GET,
        {
            "output": {
                "schema": {
                    "type": "object",
                    "properties": {
                        "confidence": TEXT,
                        "title": TEXT,
                        "room": TEXT,
                        "$ref": TEXT,
                        "required": {"type": "array"},
                    },
                },
                "show": ["confidence", "title"],
            }
        },
    ),
    "words in code that are no actions": (
        LIST,
        {"notes": ["`next-number`, `perPage`, `--dry-run` and `get-book --id 17` are words; list-price is no action."]},
    ),
    "a description that is shorter than the name": (
        GET,
        {
            "output": {
                "schema": {
                    "type": "object",
                    "properties": {"isbn": {**TEXT, "description": "ISO."}, "title": TEXT, "room": TEXT},
                },
                "show": ["isbn", "title"],
            }
        },
    ),
    "a total that is a number": (
        LIST,
        {
            "output": {
                "schema": {
                    "type": "object",
                    "properties": {"data": {"type": "array", "items": ROW}, "total": {"type": "number"}},
                },
                "items": "data",
                "total": "total",
                "show": ["title"],
            }
        },
    ),
    "a title with an odd space and an accent apart": (GET, {"title": "Get\u00a0a book of the cafe\u0301"}),
    "a reserved word": (
        GET,
        {
            "input": {
                "type": "object",
                "required": ["id"],
                "properties": {"id": {"type": "string", "not": {"enum": ["new", "me"]}}},
            }
        },
    ),
}


@pytest.mark.parametrize(("path", "keys"), ALLOWED.values(), ids=ALLOWED)
def test_what_is_right_is_not_found(path: str, keys: dict[str, Any], shelf: Shelf) -> None:
    shelf.overlay(path, keys)
    assert shelf.findings() == []


@pytest.mark.parametrize("name", ["abc", "a" * 32])
def test_a_name_just_short_or_long_enough_is_right(name: str, shelf: Shelf) -> None:
    shelf.overlay("skill.yaml", {"name": name})
    assert shelf.findings() == []


def test_a_verb_that_nobody_knows_is_right(shelf: Shelf) -> None:
    shelf.write(
        "actions/book/shelve-book.yaml",
        shelf.text(UPDATE).replace("key: update-book", "key: shelve-book").replace("Change", "Shelve"),
    )
    assert shelf.findings() == []


def test_a_skill_of_guidance_only_needs_neither_app_nor_actions(shelf: Shelf) -> None:
    for path in (LIST, GET, UPDATE, DELETE):
        (shelf.root / path).unlink()
    facts = ["Books are shelved by author."]
    shelf.overlay("skill.yaml", {"app": None, "entities": None, "facts": facts, "proxy": None, "$defs": None})
    assert shelf.findings() == []


def test_hidden_files_among_the_descriptors_are_nobodys_business(shelf: Shelf) -> None:
    shelf.write("actions/.DS_Store", b"\0")
    shelf.write("actions/book/.list-books.yaml.swp", b"\0")
    assert shelf.findings() == []
