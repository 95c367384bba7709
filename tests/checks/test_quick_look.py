"""The quick look says "valid" and nothing else: with it and without it, the findings are the same."""

from __future__ import annotations

import copy
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.places import CASES
from support.shelf import LIST, Shelf

from skillc.checks.form import run
from skillc.checks.form.quick_look import quick_look
from skillc.load import parse
from skillc.pipeline import compile_tree
from skillc.schemas import NAMES, schema

if TYPE_CHECKING:
    from pathlib import Path

BAD = sorted(path for path in (CASES / "bad").iterdir() if path.is_dir())


def test_a_valid_skill_needs_no_jsonschema(monkeypatch: pytest.MonkeyPatch, shelf: Shelf) -> None:
    monkeypatch.setattr(run, "_validator", None)
    assert shelf.findings() == []


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_every_case_has_the_same_findings(case: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.spoil(case)
    with_it = compile_tree(shelf.root).diagnostics
    monkeypatch.setattr(run, "_quick_look", lambda _kind: lambda _data: False)
    assert compile_tree(shelf.root).diagnostics == with_it


@pytest.mark.parametrize("kind", NAMES)
def test_it_knows_every_keyword_of_our_schemas(kind: str) -> None:
    """A document with an unknown keyword never passes, and then every skill would load jsonschema."""
    look = quick_look(schema(kind))
    documents = [
        parse(path.name, path.read_text(encoding="utf-8"))[0].data for path in (CASES / "good").rglob("*.yaml")
    ]
    mine = [data for data in documents if ("effect" in data) == (kind == "action")]
    assert mine
    assert all(look(data) for data in mine)


def test_an_unknown_keyword_never_passes() -> None:
    assert quick_look({"type": "string"})("x")
    assert not quick_look({"type": "string", "contentEncoding": "base64"})("x")


NUMBERS = [None, True, False, 0, 1, -1, 300, Decimal("1.0"), Decimal("0.5")]
TEXTS = ["", " ", "x", "a b", "read", "object", "a" * 100, "x\n", "#/$defs/A"]
BOXES = [
    [],
    ["x"],
    ["x", "x"],
    [1, True],
    [[1], [1]],
    {},
    {"x": 1},
    {"type": "string"},
    {"enum": ["a"]},
    {"anyOf": [{"type": ["null"]}]},
]
VALUES = st.sampled_from([*NUMBERS, *TEXTS, *BOXES])
KEYS = st.sampled_from(
    ["type", "key", "enum", "items", "not", "minimum", "required", "properties", "$ref", "envelope", "with", "x", "X"]
)
GOOD = parse("x", (CASES / "good" / "minimal" / LIST).read_text(encoding="utf-8"))[0].data
ACTION = jsonschema.Draft202012Validator(schema("action"))
LOOK = quick_look(schema("action"))


def boxes_in(box: Any) -> list[Any]:
    return [
        child for child in (box.values() if isinstance(box, dict) else box) if isinstance(child, (dict, list)) and child
    ]


@settings(deadline=None, max_examples=400)
@given(st.data())
def test_what_passes_is_valid_for_jsonschema(data: st.DataObject) -> None:
    spoilt = copy.deepcopy(GOOD)
    for _ in range(data.draw(st.integers(1, 3))):
        place = spoilt
        while data.draw(st.booleans()) and (inner := boxes_in(place)):
            place = inner[data.draw(st.integers(0, len(inner) - 1))]
        value = copy.deepcopy(data.draw(VALUES))
        if isinstance(place, dict):
            place[data.draw(st.one_of(KEYS, st.sampled_from(sorted(place) or ["x"])))] = value
        else:
            place.append(value)
    if LOOK(spoilt):
        assert list(ACTION.iter_errors(spoilt)) == []
