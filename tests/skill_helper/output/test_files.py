"""Files are created, never replaced; a folder of state is the user's alone."""

from __future__ import annotations

import errno
import os
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


@pytest.mark.parametrize(
    "output",
    [
        "new/",
        "new/.",
        "there/",
        "there",
        ".",
        "..",
        "there/..",
        "",
        "/",
        "a" * 300,
        "a" * 300 + "/x",
        "no/x",
        "no/../x",
    ],
)
@pytest.mark.parametrize("changing", [True, False])
def test_places_that_are_refused_before_anything_is_sent(session: Session, output: str, *, changing: bool) -> None:
    Path("there").mkdir()
    with pytest.raises(Failure) as refused:
        files.check_output_place(session, output, file_expected=False, changing=changing)
    assert (refused.value.exit_code, refused.value.code in {"not_a_file", "no_such_folder", "not_saved"}) == (2, True)
    assert [path.name for path in Path().iterdir()] == ["there"]


def test_before_a_change_a_file_that_is_there_is_refused(session: Session) -> None:
    Path("x.pdf").write_bytes(FILE.content)
    Path("link").symlink_to("x.pdf")
    for output in ("x.pdf", "./x.pdf", "link", str(Path("x.pdf").resolve())):
        files.check_output_place(session, output, file_expected=False)
        with pytest.raises(Failure) as refused:
            files.check_output_place(session, output, file_expected=False, changing=True)
        assert refused.value.code == "file_exists"
    for output in ("y.pdf", "a", "ä" * 120, "x" * 255):
        files.check_output_place(session, output, file_expected=False, changing=True)
    assert sorted(path.name for path in Path().iterdir()) == ["link", "x.pdf"]


def test_before_a_change_it_is_tried_whether_a_file_can_be_written(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "open", full)
    files.check_output_place(session, "x.pdf", file_expected=False)
    with pytest.raises(Failure, match="No space left"):
        files.check_output_place(session, "x.pdf", file_expected=False, changing=True)


def names_refused(*_: object) -> None:
    raise OSError(errno.EPERM, "no second names here")


@pytest.mark.parametrize("second_names", [True, False])
def test_a_file_gets_its_name_when_it_is_whole(
    session: Session, monkeypatch: pytest.MonkeyPatch, *, second_names: bool
) -> None:
    if not second_names:
        monkeypatch.setattr(os, "link", names_refused)
    real = files.give_name

    def killed(temporary: str, target: str) -> None:
        assert not Path(target).exists()
        assert Path(temporary).read_bytes() == FILE.content
        real(temporary, target)

    monkeypatch.setattr(files, "give_name", killed)
    files.save_file(session, FILE, "x.pdf", "x")
    assert [path.name for path in Path().iterdir()] == ["x.pdf"]
    assert Path("x.pdf").stat().st_mode & 0o666 == 0o666 & ~_umask()


@pytest.mark.parametrize("second_names", [True, False])
def test_a_file_that_came_in_between_is_not_replaced(
    session: Session, monkeypatch: pytest.MonkeyPatch, *, second_names: bool
) -> None:
    if not second_names:
        monkeypatch.setattr(os, "link", names_refused)
    Path("x.pdf").write_text("mine")
    monkeypatch.setattr(os.path, "lexists", lambda _: False)
    with pytest.raises(Failure, match="exists with other content"):
        files.save_file(session, FILE, "x.pdf", "x")
    assert Path("x.pdf").read_text() == "mine"
    assert [path.name for path in Path().iterdir()] == ["x.pdf"]


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
