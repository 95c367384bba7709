"""Whatever is typed, one document or one help page comes out, with an exit code that is listed."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.places import DESCRIPTORS, SCRIPT

from skill_helper.base.exits import Exit
from skill_helper.commands.table import COMMANDS
from skill_helper.input.command_line import ACTION_OPTIONS, SHORT_OPTIONS
from skill_helper.main import main

NAMES = [*COMMANDS, *json.loads(DESCRIPTORS.read_text(encoding="utf-8"))["actions"]]
OPTIONS = sorted({*ACTION_OPTIONS, *(option for command in COMMANDS.values() for option in command.options)})
FLAGS = [
    *SHORT_OPTIONS,
    *(f"--{name}" for name in OPTIONS),
    "--id",
    "--name",
    "--page",
    "--",
    "-",
    "---",
    "--=",
    "--id=",
]
VALUES = [
    "",
    "-1",
    "1e999",
    "{",
    "{}",
    "[]",
    '{"id":1}',
    "@",
    "@/",
    "@/dev/null",
    "-",
    "ä",
    "\udcff",
    "a=b",
    "/x",
    "/%",
    "null",
    "0",
    "999999",
    "A: b",
    "{id}",
    "x" * 300,
]
TOKENS = st.one_of(
    st.sampled_from(NAMES),
    st.sampled_from(FLAGS),
    st.sampled_from(VALUES),
    st.text(st.characters(exclude_characters="\0"), max_size=8),
)


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Neither `membrane` nor npx, a state folder of its own, an empty standard input."""
    for name, value in (("PATH", "/nowhere"), ("XDG_STATE_HOME", str(tmp_path / "state")), ("HOME", str(tmp_path))):
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("MEMBRANE_BIN", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@settings(
    max_examples=200, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(words=st.lists(TOKENS, max_size=7))
def test_any_command_line(alone: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    printed = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=printed))
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"")))
    code = main([str(SCRIPT), *words], str(DESCRIPTORS))
    text = printed.getvalue().decode()
    assert Exit(code) is not Exit.BUG, text
    if code or text.startswith("{"):
        document = json.loads(text)
        assert document["ok"] is (code == 0)
        assert code == 0 or (document["error"]["code"] and document["error"]["message"])
    assert [path.name for path in alone.iterdir() if path.name != "state"] == []
