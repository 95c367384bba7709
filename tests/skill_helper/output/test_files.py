"""Files are created, never replaced; a folder of state is the user's alone."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import pytest
from support.sessions import a_session

from skill_helper.base.outcome import Failure
from skill_helper.base.state import StateStore, login_scope
from skill_helper.output import files
from skill_helper.output.answer_files import AnswerFile
from skill_helper.session import Session

FILE = AnswerFile(b"%PDF-", "application/pdf")


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    (tmp_path / "skill" / "scripts").mkdir(parents=True)
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return a_session(str(tmp_path / "skill" / "scripts" / "faktoora.py"))


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("invoice-2026/09/1", "invoice-2026-09-1.pdf"),
        ("../../etc", "etc.pdf"),
        (".x", "x.pdf"),
        ("äöü", "answer.pdf"),
        ("", "answer.pdf"),
        ("a" * 200, "a" * 80 + ".pdf"),
    ],
)
def test_default_names_are_safe(session: Session, stem: str, name: str) -> None:
    assert Path(files.save_file(session, FILE, None, stem)["path"]).name == name


def test_a_dangling_link_is_no_place(session: Session, tmp_path: Path) -> None:
    Path("link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Failure) as refused:
        files.save_file(session, FILE, "link", "x")
    assert refused.value.code == "not_a_file"
    assert not (tmp_path / "elsewhere").exists()


def test_half_a_file_is_none(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    real = open

    def full_disk(name: str, mode: str) -> Any:
        file = real(name, mode)
        if mode == "xb":
            file.close()
            raise OSError(errno.ENOSPC, "No space left on device")
        return file

    monkeypatch.setattr(files, "open", full_disk, raising=False)
    with pytest.raises(Failure, match="No space left"):
        files.save_file(session, FILE, "x.pdf", "x")
    assert not Path("x.pdf").exists()


def test_a_hundred_other_files(session: Session) -> None:
    for number in range(100):
        Path(f"x-{number}.pdf" if number else "x.pdf").write_text("mine")
    with pytest.raises(Failure, match="exists with other content"):
        files.save_file(session, FILE, None, "x")


def test_a_folder_that_is_not_writable(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    for output, code in (("x.pdf", "not_saved"), (None, "output_needed")):
        with pytest.raises(Failure) as refused:
            files.check_output_place(session, output, file_expected=True)
        assert refused.value.code == code


def test_a_current_folder_that_was_removed(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> str:
        raise FileNotFoundError

    monkeypatch.setattr("os.getcwd", gone)
    with pytest.raises(Failure) as refused:
        files.check_output_place(session, None, file_expected=True)
    assert refused.value.code == "output_needed"


def test_each_login_has_its_own_state(tmp_path: Path) -> None:
    (tmp_path / ".membrane").mkdir()
    (tmp_path / ".membrane" / "config.json").write_text("{}")
    (tmp_path / "a" / "b").mkdir(parents=True)
    scopes = [
        login_scope({}, "/"),
        login_scope({}, ""),
        login_scope({"MEMBRANE_API_URI": "x"}, "/"),
        login_scope({}, str(tmp_path)),
        login_scope({"MEMBRANE_API_URI": ""}, "/"),
    ]
    assert scopes[0] == scopes[1] == scopes[4] == "default"
    assert len(set(scopes)) == 3
    assert login_scope({}, str(tmp_path / "a" / "b")) == scopes[3]


def test_a_store_keeps_takes_and_forgets(tmp_path: Path) -> None:
    store = StateStore(str(tmp_path / "state"))
    assert store.names("plan-") == []
    assert store.write("plan-1", {"a": 1})
    assert (store.read("plan-1"), store.names("plan-")) == ({"a": 1}, ["plan-1"])
    assert (store.take("plan-1"), store.take("plan-1"), store.read("plan-1")) == ({"a": 1}, {}, {})
    store.forget("plan-1")
    assert list((tmp_path / "state").iterdir()) == []


def test_no_folder_keeps_nothing() -> None:
    store = StateStore("")
    assert (store.write("a", {}), store.read("a"), store.take("a"), store.names("a")) == (False, {}, {}, [])


def test_a_failed_write_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = StateStore(str(tmp_path))
    store.write("a", {"a": 1})
    monkeypatch.setattr("os.replace", lambda *_: (_ for _ in ()).throw(OSError()))
    assert not store.write("a", {"a": 2})
    monkeypatch.undo()
    assert store.read("a") == {"a": 1}
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
