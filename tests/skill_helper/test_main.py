"""A call that is stopped from outside ends in one document. What a bug ends in: tests/helper/test_damaged.py."""

from __future__ import annotations

import json
from typing import Any

import pytest
from support.places import DESCRIPTORS, SCRIPT

from skill_helper import main as entry
from skill_helper.base.exits import Exit
from skill_helper.commands.table import COMMANDS


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
