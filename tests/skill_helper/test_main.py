"""Whatever ends a call, one document says so."""

from __future__ import annotations

import json
from typing import Any

import pytest
from support.places import DESCRIPTORS, SCRIPT

from skill_helper import main as entry
from skill_helper.base.exits import Exit
from skill_helper.commands.table import COMMANDS


@pytest.mark.parametrize(
    ("raised", "code", "said"), [(KeyboardInterrupt(), Exit.OUTCOME_UNKNOWN, "interrupted"), (RuntimeError("x"), Exit.BUG, "internal")]
)
def test_the_unexpected_becomes_a_document(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], raised: BaseException, code: Exit, said: str
) -> None:
    def fail(*_: Any) -> dict[str, Any]:
        raise raised

    monkeypatch.setitem(COMMANDS, "doctor", COMMANDS["doctor"]._replace(run=fail))
    assert entry.main([str(SCRIPT), "doctor"], str(DESCRIPTORS)) == code
    error = json.loads(capfdbinary.readouterr().out)["error"]
    assert error["code"] == said
    assert error["remedy"]
