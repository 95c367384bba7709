"""The helper of an example skill in front of an app of support/apis, in this process.

That the words reach a program as they are is seen where a program is started: in docs/requests.md and tests/helper.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from skill_helper.base.effects import Change
from skill_helper.main import main
from skill_helper.membrane.program import Membrane, Reply
from skillc.pipeline import compile_tree
from skillc.render import render
from support.places import TESTS
from support.stand_in import Sent, StandIn, reply_to, stand_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    import pytest

    from skill_helper.base.effects import Permit


class Served:
    """The helper that `facts` describe, in front of `app`; `beginning` is what all its paths begin with."""

    def __init__(self, app: StandIn, facts: Path, captured: Callable[[], bytes], beginning: str) -> None:
        """Serve the app."""
        self.app, self.facts, self.captured, self.beginning = app, facts, captured, beginning

    def call(self, words: Sequence[str]) -> tuple[int, dict[str, Any]]:
        """Call the helper; return its exit code and its document."""
        code = main([str(self.facts.with_suffix(".py")), *words], str(self.facts))
        document: dict[str, Any] = json.loads(self.captured())
        assert document["ok"] is (code == 0), document
        return code, document

    @property
    def lines(self) -> list[str]:
        """All requests so far, without the beginning of the path."""
        return [sent.line.replace(self.beginning, "") for sent in self.app.sent]

    @property
    def changes(self) -> list[Sent]:
        """The requests that changed something."""
        return [sent for sent in self.app.sent if sent.method != "GET"]


def compiled_facts(name: str, folder: Path) -> Path:
    """Compile an example skill of tests/golden, and write what its helper knows."""
    compilation = compile_tree(TESTS / "golden" / name / "source")
    assert compilation.skill, compilation.diagnostics
    path = folder / "scripts" / f"{name}.json"
    path.parent.mkdir()
    path.write_bytes(render(compilation.skill)[f"scripts/{name}.json"])
    return path


def stand_in_here(app: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """Return a stand-in that answers in this process, and make `folder` the current one."""
    place = stand_in(folder / "app", app)

    def call(membrane: Membrane, words: Sequence[str], permit: Permit, _seconds: float | None = None) -> Reply:
        membrane.refuse_impossible(words)
        if isinstance(permit, Change):
            permit.start()
        code, out, err = reply_to(str(place.folder), app, list(words))
        return Reply(code, out, err, out.encode())

    monkeypatch.setattr(Membrane, "call", call)
    monkeypatch.setenv("MEMBRANE_BIN", str(place.program))
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "state"))
    monkeypatch.chdir(folder)
    return place
