"""What is read before an action runs, when the app's rows lack what is needed, or its list wants to be asked for it."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from support.request_cases import Case, prepared

from skill_helper.main import main

if TYPE_CHECKING:
    from pathlib import Path

INPUT = {
    "type": "object",
    "required": ["who"],
    "properties": {"who": {"type": "string", "description": "The customer's id, or exact name."}},
}
WORD = {"word": {"type": "string", "description": "Part of a name."}}
ROWS = [{"id": None, "name": "Nil"}, {"name": "None"}, {"id": 7, "name": "Seven"}]


class Asked:
    """An action `act` beside the list `list-customers`, whose input is `word`."""

    def __init__(self, folder: Path, action: dict[str, Any], answers: dict[str, Any], required: list[str]) -> None:
        reader = {
            "key": "list-customers",
            "run": {"request": {"method": "GET", "path": "/customers", "query": ["word"]}},
            "input": {"type": "object", "properties": WORD, **({"required": required} if required else {})},
            "output": {"items": "data", "id": "id", "show": ["id", "name"]},
            "examples": [{"ask": "Who is there?", "input": {"word": "a"}}],
        }
        call = {"input": {"who": "Seven"}}
        data = {"action": yaml.safe_dump({"input": INPUT, **action}), "readers": [reader], "calls": [call]}
        self.app, self.facts = prepared(Case("case", {**data, "answers": answers}), folder)

    def __call__(self, **values: Any) -> int:
        words = ["act", "--input", json.dumps(values), "--connection", "c1"]
        return main([str(self.facts.with_suffix(".py")), *words], str(self.facts))


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MEMBRANE_BIN", str(tmp_path / "app" / "membrane"))
    monkeypatch.setenv("PATH", f"{os.path.dirname(sys.executable)}{os.pathsep}{os.environ['PATH']}")  # noqa: PTH120
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("take", ["id", {"id": "id"}], ids=str)
@pytest.mark.parametrize("name", ["Nil", "None"])
def test_a_record_without_what_is_sent_for_it_ends_the_call(
    place: Path, capsys: pytest.CaptureFixture[str], name: str, take: Any
) -> None:
    action = {
        "run": {"request": {"method": "POST", "path": "/orders", "body": {"buyer": {"$input": "who"}}}},
        "lookup": {"who": {"list": "list-customers", "by": ["name"], "take": take}},
    }
    asked = Asked(place, action, {"GET /customers": {"data": ROWS}}, [])
    assert asked(who=name) == 2
    error = json.loads(capsys.readouterr().out)["error"]
    assert error["code"] == "record_incomplete"
    assert "the record of list-customers has no id" in error["message"]
    assert [sent.method for sent in asked.app.sent] == ["GET"]


def test_a_list_that_wants_a_word_is_not_read_without_one(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    action = {
        "run": {"request": {"method": "POST", "path": "/orders", "body": {"buyer": {"$input": "who"}}}},
        "lookup": {"who": {"list": "list-customers", "with": {"word": "who"}, "by": ["name"], "take": "id"}},
    }
    asked = Asked(place, action, {"GET /customers": {"data": []}}, ["word"])
    assert asked(who="Zed") == 2
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "record_not_named"
    assert [sent.line for sent in asked.app.sent] == ["GET /customers?word=Zed"]


def test_a_target_in_a_list_is_looked_for_with_what_with_says(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    action = {
        "effect": "destructive",
        "run": {"request": {"method": "DELETE", "path": "/customers/{who}"}},
        "target": {"read": "list-customers", "with": {"word": "who"}, "match": {"name": "who"}, "show": ["id"]},
    }
    asked = Asked(place, action, {"GET /customers?word=Seven": {"data": ROWS}}, ["word"])
    assert asked(who="Seven") == 5
    assert json.loads(capsys.readouterr().out)["error"]["plan"]["target"] == {"id": 7}
    assert [sent.line for sent in asked.app.sent] == ["GET /customers?word=Seven"]


@pytest.mark.parametrize("more", [False, "false", 0])
def test_an_app_may_write_otherwise_that_no_page_follows(
    place: Path, capsys: pytest.CaptureFixture[str], more: Any
) -> None:
    action = {
        "effect": "read",
        "run": {"request": {"method": "GET", "path": "/orders", "query": ["who"]}},
        "page": {"cursor": "who", "next": "next", "more": "more"},
        "output": {"items": "data", "id": "id", "show": ["id"]},
    }
    asked = Asked(place, action, {"GET /orders": {"data": ROWS, "next": "x", "more": more}}, [])
    assert asked(who="a") == 0
    answer = json.loads(capsys.readouterr().out)
    assert "next" not in answer
