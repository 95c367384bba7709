"""A call that is stopped from outside ends in one document. What a bug ends in: tests/helper/test_damaged.py."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from typing import Any

import pytest
from support.places import DESCRIPTORS, SCRIPT

from skill_helper import main as entry
from skill_helper.base import system
from skill_helper.base.exits import Exit
from skill_helper.commands.table import COMMANDS


@pytest.fixture(autouse=True)
def _signals_as_before() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in system.ENDING_SIGNALS}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def test_a_call_that_is_stopped_says_so(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    def stop(*_: Any) -> dict[str, Any]:
        raise KeyboardInterrupt

    monkeypatch.setitem(COMMANDS, "doctor", COMMANDS["doctor"]._replace(run=stop))
    assert entry.main([str(SCRIPT), "doctor"], str(DESCRIPTORS)) == Exit.TEMPORARY
    error = json.loads(capfdbinary.readouterr().out)["error"]
    assert error["code"] == "interrupted"
    assert error["remedy"]


def test_a_call_that_is_stopped_while_it_fails_says_how_it_failed(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    come = iter([KeyboardInterrupt()])

    def ignore() -> None:
        for signal_that_came in come:
            raise signal_that_came

    monkeypatch.setattr(entry, "ignore_signals", ignore)
    assert entry.main([str(SCRIPT), "nonsense"], str(DESCRIPTORS)) == Exit.BAD_INPUT
    assert json.loads(capfdbinary.readouterr().out)["error"]["code"] == "unknown_command"


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_no_signal_can_come_while_they_are_turned_off(monkeypatch: pytest.MonkeyPatch) -> None:
    masks: list[set[signal.Signals | int]] = []
    change = signal.signal

    def noted(number: int, handler: Any) -> Any:
        masks.append(set(signal.pthread_sigmask(signal.SIG_BLOCK, ())))
        return change(number, handler)

    monkeypatch.setattr(signal, "signal", noted)
    system.ignore_signals()
    assert len(masks) == len(system.ENDING_SIGNALS)
    assert all(mask >= set(system.ENDING_SIGNALS) for mask in masks)
    assert not signal.pthread_sigmask(signal.SIG_BLOCK, ()) & set(system.ENDING_SIGNALS)
