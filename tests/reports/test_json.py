"""Findings as one JSON document."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
from support.shelf import LIST, UPDATE, Shelf

from skillc.reports import Format, Report, rendered
from skillc.schemas import schema

if TYPE_CHECKING:
    import pytest


def printed(shelf: Shelf) -> dict[str, Any]:
    compilation = shelf.compiled()
    document: dict[str, Any] = json.loads(
        rendered(Report(shelf.root, compilation.diagnostics, compilation.texts), Format.JSON)
    )
    return document


def test_its_schema_is_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(schema("report"))


def test_every_report_fits_its_schema(spoilt: Shelf) -> None:
    document = printed(spoilt)
    jsonschema.Draft202012Validator(schema("report")).validate(document)
    assert document["errors"] + document["warnings"] == len(document["diagnostics"])


def test_a_finding_has_its_place_its_pointer_and_what_else_it_is_about(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.edit(UPDATE, "key: update-book", "key: update-book\nkey: again")
    monkeypatch.chdir(shelf.root.parent)
    document = printed(Shelf(shelf.root.relative_to(shelf.root.parent)))
    assert document == {
        "version": 1,
        "root": "skill",
        "errors": 1,
        "warnings": 0,
        "diagnostics": [
            {
                "code": "YAML006",
                "severity": "error",
                "message": 'key "key" is already used in line 1',
                "hint": "remove one of the two",
                "file": UPDATE,
                "line": 2,
                "column": 1,
                "endColumn": 4,
                "pointer": "/key",
                "related": [{"message": "the other key", "file": UPDATE, "line": 1, "column": 1, "endColumn": 4}],
            }
        ],
    }


def test_a_pointer_is_escaped(shelf: Shelf) -> None:
    shelf.overlay(LIST, {"input": {"type": "object", "properties": {"a/b~c": {"type": "strng"}}}})
    assert [found["pointer"] for found in printed(shelf)["diagnostics"]] == ["/input/properties/a~1b~0c/type"]


def test_nothing_found_is_a_document_too(shelf: Shelf) -> None:
    assert printed(shelf)["diagnostics"] == []
