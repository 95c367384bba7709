"""No test of this folder passes while a program talks to another host: the stand-in is their proxy, and remembers."""

from __future__ import annotations

from pathlib import Path

import pytest
from e2e.machine import Machine
from e2e.registry.server import running


@pytest.mark.parametrize(
    "words",
    [
        ("clawhub", "search", "invoices", "--registry", "https://registry.example"),
        ("openclaw", "skills", "install", "git:https://registry.example/faktoora"),
        ("skills", "add", "https://registry.example/faktoora", "--yes"),
    ],
    ids=lambda words: words[0],
)
def test_a_call_to_another_host_is_noticed(words: tuple[str, ...], ready_template: Path, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=r"registry\.example:443"), running() as registry:
        assert Machine(tmp_path, registry, ready_template).run(*words).code == 1
