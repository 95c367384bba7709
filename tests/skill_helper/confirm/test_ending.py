"""What is said of a change that may have happened."""

from __future__ import annotations

import pytest

from skill_helper.base.effects import Change, ChangeFacts
from skill_helper.base.exits import Exit
from skill_helper.base.outcome import Failure
from skill_helper.base.records import App, ProxyRule, Remedy, ShippedSkill
from skill_helper.confirm import ending
from skill_helper.session import Session

SKILL = ShippedSkill("x", "X", "1.0.0", App("X", "https://x.example", "cli", "1.0.0"), ProxyRule(), {}, {})


def ended(monkeypatch: pytest.MonkeyPatch, remedy: str) -> Failure:
    monkeypatch.setattr(ending, "end", lambda _session, _change: None)
    session = Session(SKILL, "x.py", {})
    session.change = Change(ChangeFacts("pay", "c1", "list-payments", remedies=(Remedy("Ask the bank.", status=500),)))
    session.change.start()
    failure = ending.failed_end(session, Failure(Exit.TEMPORARY, "app_failed", "the app failed", remedy))
    assert failure
    assert failure.exit_code is Exit.OUTCOME_UNKNOWN
    return failure


def test_the_author_s_remedy_stands_behind_the_look(monkeypatch: pytest.MonkeyPatch) -> None:
    look = "do not repeat before you have looked: list-payments"
    assert ended(monkeypatch, "wait").remedy == look
    assert ended(monkeypatch, "Ask the bank.").remedy == f"{look}; if it was not made: Ask the bank."


@pytest.mark.parametrize(
    ("record", "value", "identifier"),
    [
        ("", {"id": 7}, "7"),
        ("", {"data": {"id": "a"}}, "a"),
        ("article", {"article": {"id": 7}, "id": 1}, "7"),
        ("result.order", {"result": {"order": {"id": 7}}}, "7"),
        ("article", [], ""),
    ],
)
def test_the_id_of_what_was_made(record: str, value: object, identifier: str) -> None:
    change = Change(ChangeFacts("make", "c1", "look", record=record))
    change.answer("", value)
    assert change.new_id == identifier
