"""Where state lies on each system, and that it survives what happens to files there."""

from __future__ import annotations

import ntpath
import os
import time
from pathlib import Path

import pytest
from support.sessions import a_session

from skill_helper.base.places import lies_in, state_home
from skill_helper.base.state import StateStore

USER = "C:\\Users\\Jörg Ö"
HOMES = [
    ("unix", {"HOME": "/home/jo"}, "/home/jo/.local/state"),
    ("unix", {"HOME": "/home/jo", "XDG_STATE_HOME": "/var/jo"}, "/var/jo"),
    ("unix", {"HOME": "/home/jo", "XDG_STATE_HOME": "relative"}, "/home/jo/.local/state"),
    ("unix", {"HOME": "nowhere"}, ""),
    ("macos", {"HOME": "/Users/jo", "XDG_STATE_HOME": "/var/jo"}, "/Users/jo/Library/Application Support"),
    ("windows", {"USERPROFILE": USER, "LOCALAPPDATA": "D:\\Local"}, "D:\\Local"),
    ("windows", {"USERPROFILE": USER, "HOME": "/c/Users/jo"}, USER + "\\AppData\\Local"),
    ("windows", {"USERPROFILE": USER, "LOCALAPPDATA": "Local"}, USER + "\\AppData\\Local"),
    ("windows", {"USERPROFILE": USER, "LOCALAPPDATA": ""}, USER + "\\AppData\\Local"),
]


@pytest.mark.parametrize(("system", "environment", "place"), HOMES)
def test_the_place_of_state(
    monkeypatch: pytest.MonkeyPatch, system: str, environment: dict[str, str], place: str
) -> None:
    monkeypatch.setattr("skill_helper.base.system.SYSTEM", system)
    with monkeypatch.context() as here:
        if system == "windows":
            here.setattr(os, "path", ntpath)
        found = state_home(environment)
    assert found == place


@pytest.fixture
def store(tmp_path: Path) -> StateStore:
    return StateStore(str(tmp_path / "state"))


def test_windows_is_asked_again_when_another_program_has_the_file_open(
    store: StateStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempts = []

    def sometimes(source: str, target: str) -> None:
        attempts.append(target)
        if len(attempts) % 3:
            raise PermissionError(13, "used by another process")
        os.rename(source, target)  # noqa: PTH104 - what is under test uses paths as texts

    monkeypatch.setattr("skill_helper.base.small_files.os.replace", sometimes)
    assert not store.write("plan", {"a": 1})
    monkeypatch.setattr("skill_helper.base.system.SYSTEM", "windows")
    monkeypatch.setattr("skill_helper.base.small_files.PAUSES_SECONDS", (0, 0, 0))
    attempts.clear()
    assert store.write("plan", {"a": 1})
    assert store.take("plan") == {"a": 1}
    assert len(attempts) == 6
    assert store.entries() == []


def test_what_a_killed_call_left_is_removed_after_an_hour(store: StateStore) -> None:
    store.write("plan", {})
    folder = Path(store.folder)
    for name, age in (("old.json.1.part", 4000), (".plan.1.taken", 4000), ("new.json.2.part", 10)):
        (folder / name).write_text("{")
        os.utime(folder / name, (time.time() - age, time.time() - age))
    store.sweep()
    assert store.entries() == ["new.json.2.part", "plan.json"]
    StateStore("").sweep()


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = StateStore(str(tmp_path / "file" / "state"))
    assert (store.write("x", {}), store.read("x"), store.take("x"), store.names("")) == (False, {}, {}, [])


def test_another_spelling_of_the_skill_folder_is_the_skill_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "Skills" / "faktoora" / "scripts" / "faktoora.py"
    script.parent.mkdir(parents=True)
    same = os.path.samefile
    monkeypatch.setattr(os.path, "samefile", lambda one, other: same(str(one).replace("/SKILLS/", "/Skills/"), other))
    session = a_session(str(script))
    assert session.owns(str(tmp_path / "SKILLS" / "faktoora" / "new" / "file.json"))
    assert session.owns(str(script.parent.parent))
    assert not session.owns(str(tmp_path / "Skills" / "faktoora-2"))
    assert not lies_in("/", str(tmp_path))
