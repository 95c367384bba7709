"""A quick look may say "valid", and nothing else: ours, that of jsonschema-rs and none at all lead to the same findings."""

from __future__ import annotations

import copy
import sys
from decimal import Decimal
from types import ModuleType
from typing import TYPE_CHECKING, Any

import jsonschema
import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.places import CASES
from support.shelf import LIST, Shelf

from skillc.checks.form import run
from skillc.checks.form.sure import sure_test
from skillc.load import parse
from skillc.pipeline import compile_tree
from skillc.schemas import NAMES, schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

BAD = sorted(path for path in (CASES / "bad").iterdir() if path.is_dir())
LOOKS: list[Callable[[str], Callable[[Any], bool]]] = [lambda kind: sure_test(schema(kind)), lambda _kind: lambda _data: False]


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    run.quick_test.cache_clear()
    yield
    run.quick_test.cache_clear()


def stand_in(monkeypatch: pytest.MonkeyPatch, *, valid: bool) -> None:
    module = ModuleType("jsonschema_rs")
    module.validator_for = lambda _schema: type("Validator", (), {"is_valid": lambda _self, _data: valid})()  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "jsonschema_rs", module)


def test_its_yes_is_taken(monkeypatch: pytest.MonkeyPatch, shelf: Shelf) -> None:
    stand_in(monkeypatch, valid=True)
    shelf.edit(LIST, "effect: read", "effect: read\nidempotent: 17")
    assert shelf.findings() == []


def test_its_no_is_looked_into(monkeypatch: pytest.MonkeyPatch, shelf: Shelf) -> None:
    stand_in(monkeypatch, valid=False)
    assert shelf.findings() == []
    shelf.edit(LIST, "effect: read", "effect: raed")
    assert shelf.codes() == {"FORM004"}


def test_without_jsonschema_rs_our_own_is_taken(monkeypatch: pytest.MonkeyPatch, shelf: Shelf) -> None:
    monkeypatch.setitem(sys.modules, "jsonschema_rs", None)
    monkeypatch.delattr(jsonschema, "Draft202012Validator")
    assert shelf.findings() == []


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_every_case_has_the_same_findings(case: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    assert jsonschema_rs.__name__ == "jsonschema_rs"  # it is installed, and so it is asked
    shelf.spoil(case)
    with_it = compile_tree(shelf.root).diagnostics
    for look in LOOKS:
        monkeypatch.setattr(run, "quick_test", look)
        assert compile_tree(shelf.root).diagnostics == with_it


@pytest.mark.parametrize("kind", NAMES)
def test_our_own_look_knows_every_keyword_of_our_schemas(kind: str) -> None:
    """What it does not know it is never sure of; then every skill would pay for jsonschema."""
    sure = sure_test(schema(kind))
    documents = [parse(path.name, path.read_text(encoding="utf-8"))[0].data for path in (CASES / "good").rglob("*.yaml")]
    mine = [data for data in documents if ("effect" in data) == (kind == "action")]
    assert mine
    assert all(sure(data) for data in mine)


def test_an_unknown_keyword_is_never_sure() -> None:
    assert sure_test({"type": "string"})("x")
    assert not sure_test({"type": "string", "contentEncoding": "base64"})("x")


NUMBERS = [None, True, False, 0, 1, -1, 300, Decimal("1.0"), Decimal("0.5")]
TEXTS = ["", " ", "x", "a b", "read", "object", "a" * 100, "x\n", "#/$defs/A"]
BOXES = [[], ["x"], ["x", "x"], [1, True], [[1], [1]], {}, {"x": 1}, {"type": "string"}, {"enum": ["a"]}, {"anyOf": [{"type": ["null"]}]}]
VALUES = st.sampled_from([*NUMBERS, *TEXTS, *BOXES])
KEYS = st.sampled_from(["type", "key", "enum", "items", "not", "minimum", "required", "properties", "$ref", "envelope", "with", "x", "X"])
GOOD = parse("x", (CASES / "good" / "minimal" / LIST).read_text(encoding="utf-8"))[0].data
ACTION = jsonschema.Draft202012Validator(schema("action"))
SURE = sure_test(schema("action"))


def boxes_in(box: Any) -> list[Any]:
    return [child for child in (box.values() if isinstance(box, dict) else box) if isinstance(child, (dict, list)) and child]


@settings(deadline=None, max_examples=400)
@given(st.data())
def test_our_own_look_is_sure_only_of_what_jsonschema_finds_nothing_in(data: st.DataObject) -> None:
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
    if SURE(spoilt):
        assert list(ACTION.iter_errors(spoilt)) == []
