"""Byte code is kept below the state folder, where nobody else may write, and never runs for another source."""

from __future__ import annotations

import marshal
import os
import shutil
import sys
from binascii import crc32
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.interpreters import interpreters
from support.started import Started, start

from skill_helper.base import bytecode

if TYPE_CHECKING:
    from collections.abc import Callable

HEADER = 20  # bytes: a checksum of ours, then Python's own
TAG = sys.implementation.cache_tag
NOBODY = 65534
EVERY_PYTHON = pytest.mark.parametrize("version", interpreters(), ids=lambda version: ".".join(map(str, version)))


def helped(skill: Path, state: Path, python: str = sys.executable, **variables: str) -> Started:
    done = start(skill / "scripts" / "faktoora.py", "--help", state=state, python=(python,), variables=variables)
    assert (done.code, done.errors) == (0, ""), done
    return done


def cache(state: Path) -> Path:
    return state / "faktoora" / "byte-code"


def kept(state: Path) -> set[str]:
    return {file.name for file in cache(state).iterdir()} if cache(state).is_dir() else set()


def kept_exits(state: Path) -> Path:
    return cache(state) / f"skill_helper.base.exits.{TAG}.pyc"


@EVERY_PYTHON
def test_modules_of_the_skill_are_kept_for_the_user_alone_and_no_others(
    version: tuple[int, int], skill: Path, tmp_path: Path
) -> None:
    before = sorted(skill.rglob("*"))
    helped(skill, tmp_path / "state", interpreters()[version])
    names = kept(tmp_path / "state")
    assert {name.split(".")[0] for name in names} == {"skill_helper"}
    assert {name.split(".")[-2] for name in names} == {f"cpython-{version[0]}{version[1]}"}
    assert {f"skill_helper.main.cpython-{version[0]}{version[1]}.pyc"} <= names
    assert {
        file.stat().st_mode & 0o077 for file in (cache(tmp_path / "state"), *cache(tmp_path / "state").iterdir())
    } == {0}
    assert [
        path for path in (tmp_path / "state").rglob("*") if path.is_file() and path.parent != cache(tmp_path / "state")
    ] == []
    assert sorted(skill.rglob("*")) == before


def test_what_is_kept_is_what_runs(skill: Path, tmp_path: Path) -> None:
    helped(skill, tmp_path)
    content = kept_exits(tmp_path).read_bytes()
    other = (skill / "scripts/skill_helper/base/exits.py").read_text("utf-8").replace("bad input", "BAD INPUT")
    byte_code = content[4:HEADER] + marshal.dumps(compile(other, "exits.py", "exec"))
    kept_exits(tmp_path).write_bytes(crc32(byte_code).to_bytes(4, "little") + byte_code)
    assert "BAD INPUT" in helped(skill, tmp_path).text


@EVERY_PYTHON
def test_two_versions_of_the_same_size_and_time_run_their_own_code(
    version: tuple[int, int], skill: Path, tmp_path: Path
) -> None:
    newer = shutil.copytree(skill, tmp_path / "newer")
    module = newer / "scripts/skill_helper/base/exits.py"
    module.write_bytes(module.read_bytes().replace(b"bad input", b"BAD INPUT"))
    for file in (*skill.rglob("*.py"), *newer.rglob("*.py")):
        os.utime(file, (315_532_800, 315_532_800))
    python = interpreters()[version]
    for folder, words in ((skill, "bad input"), (newer, "BAD INPUT"), (skill, "bad input"), (newer, "BAD INPUT")):
        assert words in helped(folder, tmp_path / "state", python).text


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "one byte": lambda content: content[:1],
    "a header alone": lambda content: content[:HEADER],
    "half of it": lambda content: content[: len(content) // 2],
    "a bit flipped": lambda content: content[:-9] + bytes([content[-9] ^ 1]) + content[-8:],
    "zeros": lambda content: bytes(len(content)),
    "no byte code": lambda _: crc32(b"x" * 40).to_bytes(4, "little") + b"x" * 40,
    "of another Python": lambda content: crc32(bytes(4) + content[8:]).to_bytes(4, "little") + bytes(4) + content[8:],
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_file_heals(damage: Callable[[bytes], bytes], skill: Path, tmp_path: Path) -> None:
    before = helped(skill, tmp_path).text
    good = kept_exits(tmp_path).read_bytes()
    kept_exits(tmp_path).write_bytes(damage(good))
    assert helped(skill, tmp_path).text == before
    assert kept_exits(tmp_path).read_bytes() == good


def made(folder: Path, mode: int = 0o700) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(mode)
    return folder


def linked(folder: Path) -> None:
    made(folder.parent)
    folder.symlink_to(made(folder.parent.parent / "elsewhere"))


def given_away(folder: Path) -> None:
    if os.geteuid():
        pytest.skip("only root can give a folder away")
    os.chown(made(folder), NOBODY, NOBODY)


UNTRUSTED: dict[str, Callable[[Path], object]] = {
    "a link": linked,
    "a file": lambda folder: (made(folder.parent) / folder.name).write_text("mine"),
    "for the group to write": lambda folder: made(folder, 0o770),
    "for all to write": lambda folder: made(folder, 0o707),
    "of another user": given_away,
}


@pytest.mark.parametrize("spoil", UNTRUSTED.values(), ids=UNTRUSTED)
def test_a_folder_that_others_might_write_is_not_used(
    spoil: Callable[[Path], object], skill: Path, tmp_path: Path
) -> None:
    spoil(cache(tmp_path / "state"))
    before = sorted((skill, *skill.rglob("*"), *tmp_path.rglob("*")))
    helped(skill, tmp_path / "state")
    assert sorted((skill, *skill.rglob("*"), *tmp_path.rglob("*"))) == before


@pytest.mark.parametrize(
    "variables",
    [
        {"FAKTOORA_STATE_DIR": "SKILL"},
        {"FAKTOORA_STATE_DIR": "SKILL/scripts"},
        {"PYTHONDONTWRITEBYTECODE": "1"},
        {"XDG_STATE_HOME": os.devnull},
    ],
    ids=lambda variables: " ".join(variables.values()),
)
def test_where_it_may_not_be_kept_it_is_not(variables: dict[str, str], skill: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    helped(skill, tmp_path / "state", **{name: value.replace("SKILL", str(skill)) for name, value in variables.items()})
    assert sorted(tmp_path.rglob("*")) == before


def test_the_users_own_state_folder_is_used(skill: Path, tmp_path: Path) -> None:
    helped(skill, tmp_path / "state", FAKTOORA_STATE_DIR=str(tmp_path / "own"))
    assert kept(tmp_path / "own")
    assert not (tmp_path / "state").exists()


def test_on_windows_it_is_kept_below_the_users_local_data_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skill_helper.base.system.SYSTEM", "windows")
    local, other = str(tmp_path / "local"), str(tmp_path / "other")
    environment = {"LOCALAPPDATA": local, "USERPROFILE": str(tmp_path)}
    assert bytecode.cache_folder("faktoora", environment) == os.path.join(local, "faktoora", "byte-code")  # noqa: PTH118
    assert bytecode.cache_folder("faktoora", {**environment, "FAKTOORA_STATE_DIR": other}) == ""
    assert bytecode.cache_folder("faktoora", {**environment, "FAKTOORA_STATE_DIR": other, "LOCALAPPDATA": ""}) == ""
