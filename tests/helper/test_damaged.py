"""A skill whose files do not belong together says so in one document, and names them; a bug of ours is told as one."""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.interpreters import interpreters
from support.started import Started, start

from skill_helper.base.exits import Exit

if TYPE_CHECKING:
    from collections.abc import Callable

PACKAGE = Path("scripts/skill_helper")
FACTS = Path("scripts/faktoora.json")
EXITS, MAIN = PACKAGE / "base" / "exits.py", PACKAGE / "main.py"
DAMAGES: dict[str, tuple[str, Callable[[Path], object]]] = {
    "a module is missing": (str(EXITS), lambda skill: (skill / EXITS).unlink()),
    "the first module is missing": (str(MAIN), lambda skill: (skill / MAIN).unlink()),
    "the cache is missing": (
        str(PACKAGE / "base/bytecode.py"),
        lambda skill: (skill / PACKAGE / "base/bytecode.py").unlink(),
    ),
    "all modules are missing": (str(PACKAGE / "__init__.py"), lambda skill: shutil.rmtree(skill / PACKAGE)),
    "a module is empty": (str(EXITS), lambda skill: (skill / EXITS).write_bytes(b"")),
    "a module was cut": (str(EXITS), lambda skill: cut(skill / EXITS)),
    "a module is not text": (str(EXITS), lambda skill: (skill / EXITS).write_bytes(bytes(range(256)))),
    "a module is a folder": (str(EXITS), lambda skill: make_folder(skill / EXITS)),
    "a module of another version": (str(EXITS), lambda skill: replace(skill / EXITS, "Exit.BUG", "Exit.FAULT")),
    "a module fails in another version": (
        str(EXITS),
        lambda skill: replace(skill / EXITS, "REFUSED: (", "REFUSED: 7 and (5,) + ("),
    ),
    "the facts are missing": (str(FACTS), lambda skill: (skill / FACTS).unlink()),
    "the facts were cut": (str(FACTS), lambda skill: cut(skill / FACTS)),
    "the facts are empty": (str(FACTS), lambda skill: (skill / FACTS).write_bytes(b"")),
    "the facts are a list": (str(FACTS), lambda skill: (skill / FACTS).write_text("[]")),
    "the facts say nothing": (str(FACTS), lambda skill: (skill / FACTS).write_text("{}")),
    "the facts are nested without end": (str(FACTS), lambda skill: (skill / FACTS).write_text("[" * 100_000)),
}


def cut(file: Path) -> None:
    """Leave the first half."""
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])


def make_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def failed(skill: Path, state: Path, *python: str) -> Started:
    return start(skill / "scripts" / "faktoora.py", "--help", state=state, python=python or (sys.executable,))


def assert_damaged(done: Started, path: str) -> None:
    assert done.code == Exit.USER_MUST_ACT
    assert done.errors == ""
    error = done.document["error"]
    assert (done.document["ok"], error["code"]) == (False, "damaged")
    assert path in error["message"]
    assert "openclaw skills install faktoora --force" in error["remedy"]


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_installation_is_told_with_its_remedy(name: str, skill: Path, tmp_path: Path) -> None:
    path, damage = DAMAGES[name]
    assert failed(skill, tmp_path / "state").code == 0
    damage(skill)
    assert_damaged(failed(skill, tmp_path / "state"), Path(path).as_posix())


@pytest.mark.parametrize("version", interpreters(), ids=lambda version: ".".join(map(str, version)))
def test_on_every_python(version: tuple[int, int], skill: Path, tmp_path: Path) -> None:
    (skill / EXITS).unlink()
    assert_damaged(failed(skill, tmp_path / "state", interpreters()[version]), EXITS.as_posix())


def test_only_the_files_that_differ_are_named(skill: Path, tmp_path: Path) -> None:
    (skill / EXITS).unlink()
    (skill / "SKILL.md").write_text("My own words.", "utf-8")
    message = failed(skill, tmp_path).document["error"]["message"]
    assert [word for word in message.replace(",", " ").split() if "/" in word or "." in word] == [EXITS.as_posix()]


def test_of_many_files_the_first_are_named(skill: Path, tmp_path: Path) -> None:
    shutil.rmtree(skill / PACKAGE)
    error = failed(skill, tmp_path).document["error"]
    assert error["message"].count(".py") == 5
    assert error["message"].endswith(" more")


@pytest.mark.parametrize("as_windows_writes", [False, True])
def test_where_all_files_are_whole_it_is_a_bug_of_ours(skill: Path, tmp_path: Path, *, as_windows_writes: bool) -> None:
    replace(skill / MAIN, "def main(", "raise RuntimeError('of ours')\n\n\ndef main(")
    facts = json.loads((skill / FACTS).read_text("utf-8"))
    facts["files"][MAIN.as_posix()] = hashlib.sha256((skill / MAIN).read_bytes()).hexdigest()
    (skill / FACTS).write_text(json.dumps(facts), "utf-8")
    if as_windows_writes:
        for file in (skill / PACKAGE).rglob("*.py"):
            file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    done = failed(skill, tmp_path)
    error = done.document["error"]
    assert (done.code, error["code"], error["message"]) == (Exit.BUG, "internal", "RuntimeError: of ours")
    assert error["remedy"]


def test_a_whole_skill_is_not_looked_through(skill: Path, tmp_path: Path) -> None:
    """A module that no command loads may differ: what works is not held up by a digest."""
    (skill / PACKAGE / "unused.py").write_text("x", "utf-8")
    (skill / "references" / "customer.md").unlink()
    assert failed(skill, tmp_path).code == 0
