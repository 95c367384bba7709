"""jsonschema-rs may say "valid", and nothing else: with and without it, the same is found."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest
from shelf import LIST, Shelf

from skillc.checks.form import run

if TYPE_CHECKING:
    from collections.abc import Iterator


class Verdict:
    """A fast validator with a fixed opinion."""

    def __init__(self, *, valid: bool) -> None:
        self.valid = valid

    def is_valid(self, _data: Any) -> bool:
        return self.valid


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    run.fast_validator.cache_clear()
    yield
    run.fast_validator.cache_clear()


def stand_in(monkeypatch: pytest.MonkeyPatch, *, valid: bool) -> None:
    module = ModuleType("jsonschema_rs")
    module.validator_for = lambda _schema: Verdict(valid=valid)  # type: ignore[attr-defined]
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


def test_without_it_nothing_is_missing(monkeypatch: pytest.MonkeyPatch, shelf: Shelf) -> None:
    monkeypatch.setitem(sys.modules, "jsonschema_rs", None)
    assert shelf.findings() == []


def test_the_real_one_agrees_on_the_good_skill(shelf: Shelf) -> None:
    pytest.importorskip("jsonschema_rs")
    assert run.fast_validator("action").is_valid(shelf.compiled().sources.actions[0].data)
    assert run.fast_validator("skill").is_valid(shelf.compiled().sources.skill.data)
