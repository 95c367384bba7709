"""A skill of another app, whose actions are proxy requests: the same helper, the same rules."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.places import TESTS

from skill_helper.main import main

FACTS = TESTS / "golden" / "zeitwerk" / "expected" / "scripts" / "zeitwerk.json"
MEMBRANE = """\
#!/bin/sh
for word; do printf '%s\\n' "$word"; done >> "$LOG"; echo >> "$LOG"
case "$*" in
  connection*) echo '{"id":"c1","name":"Zeitwerk","state":"READY"}';;
  *--method=GET*) cat "$RECORD";;
  *) echo '{"id":"8"}';;
esac
"""


class Zeitwerk:
    def __init__(self, folder: Path, captured: Callable[[], bytes]) -> None:
        self.folder = folder
        self.captured = captured

    def __call__(self, *words: str) -> tuple[int, dict[str, Any]]:
        code = main([str(self.folder / "skill" / "scripts" / "zeitwerk.py"), *words, "--connection", "c1"], str(FACTS))
        return code, json.loads(self.captured())

    def requests(self) -> list[list[str]]:
        log = (self.folder / "log").read_text(encoding="utf-8")
        return [call.split("\n") for call in log.rstrip("\n").split("\n\n") if call.startswith("request")]


@pytest.fixture
def zeitwerk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Zeitwerk:
    program = tmp_path / "membrane"
    program.write_text(MEMBRANE, encoding="utf-8")
    program.chmod(0o755)
    (tmp_path / "log").touch()
    (tmp_path / "record").write_text('{"id":"7","day":"2026-11-23","hours":2.25}', encoding="utf-8")
    places = {
        "MEMBRANE_BIN": program,
        "LOG": tmp_path / "log",
        "RECORD": tmp_path / "record",
        "XDG_STATE_HOME": tmp_path / "state",
    }
    for name, value in places.items():
        monkeypatch.setenv(name, str(value))
    monkeypatch.chdir(tmp_path)
    return Zeitwerk(tmp_path, lambda: capfdbinary.readouterr().out)


def test_a_record_is_read_by_its_path(zeitwerk: Zeitwerk) -> None:
    code, document = zeitwerk("get-entry", "--id", "7")
    assert (code, document["record"]["day"]) == (0, "2026-11-23")
    assert zeitwerk.requests() == [["request", "c1", "/entries/7", "--method=GET"]]


def test_a_body_goes_in_its_envelope(zeitwerk: Zeitwerk) -> None:
    code, document = zeitwerk("book-hours", "--day", "2026-11-23", "--hours", "2.25", "--dry-run")
    assert (code, document["would_send"]["body"]) == (0, {"entries": [{"day": "2026-11-23", "hours": 2.25}]})
    assert zeitwerk.requests() == []
    assert zeitwerk("book-hours", "--day", "2026-11-23", "--hours", "2.25")[1]["record"] == {"id": "8"}
    assert zeitwerk.requests()[0][3:] == [
        "--method=POST",
        "--header=Content-Type: application/json",
        '--data={"entries":[{"day":"2026-11-23","hours":2.25}]}',
    ]
    assert zeitwerk("book-hours", "--day", "yesterday", "--hours", "2.3")[0] == 2
    assert len(zeitwerk.requests()) == 1


def test_a_deletion_is_planned_with_the_record_as_it_stands(zeitwerk: Zeitwerk) -> None:
    code, document = zeitwerk("delete-entry", "--id", "7")
    assert (code, document["error"]["plan"]["target"]) == (5, {"day": "2026-11-23", "hours": 2.25})
    (zeitwerk.folder / "record").write_text('{"id":"7","day":"2026-11-24","hours":2.25}', encoding="utf-8")
    code, document = zeitwerk("delete-entry", "--id", "7", "--confirm", document["error"]["digest"])
    assert (code, document["error"]["plan"]["target"]["day"]) == (5, "2026-11-24")
    assert zeitwerk("delete-entry", "--id", "7", "--confirm", document["error"]["digest"])[0] == 0
    assert [request[3] for request in zeitwerk.requests()] == ["--method=GET"] * 3 + ["--method=DELETE"]
