"""Files of a folder are called so that people know them, in no other folder, and never as another record's file is."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from skill_helper.base.outcome import Failure
from skill_helper.output import folders
from skill_helper.output.answer_files import AnswerFile
from skill_helper.output.folders import file_stem, file_there, make_folder, save_in

FILE = AnswerFile(b"%PDF-", "application/pdf")


@pytest.mark.parametrize(
    ("name", "identity", "stem"),
    [
        ("2026/03/00252", "FQIP1ZD", "2026-03-00252-FQIP1ZD"),
        ("", "FQIP1ZD", "FQIP1ZD"),
        ("FQIP1ZD", "FQIP1ZD", "FQIP1ZD"),
        ("..\\..\\x", "F1", "x-F1"),
        ("con", "F1", "_con-F1"),
        ("nul.x", "F1", "_nul.x-F1"),
        ("x" * 300, "F1", "x" * 80 + "-F1"),
        ("Müller & Co", "F1", "M-ller-Co-F1"),
    ],
)
def test_a_file_is_called_by_its_number_and_its_id(name: str, identity: str, stem: str) -> None:
    assert file_stem(name, identity) == stem


def test_no_two_ids_have_one_name() -> None:
    ids = ["F1", "f-1", "F-1", "f/1", "f.1", "Fab", "FaB", "../F1", "CON", "x" * 200, "x" * 201, "b-c", "c", "", " "]
    names = ["", "1", "1-b", "A", "a/b", "a-b"]
    stems = {identity: {file_stem(name, identity).lower() for name in names} for identity in ids}
    for one, other in product(ids, ids):
        assert one == other or not stems[one] & stems[other], (one, other)
    assert all(stem and len(stem) < 200 and "/" not in stem for own in stems.values() for stem in own)


def test_a_file_is_saved_once_and_found_again(tmp_path: Path) -> None:
    folder = str(tmp_path / "new")
    make_folder(folder)
    make_folder(folder)
    assert file_there(folder, "1-F1") == ""
    assert save_in(folder, "1-F1", FILE) == file_there(folder, "1-F1") == "1-F1.pdf"
    assert save_in(folder, "1-F1", AnswerFile(b"%PDF-2", "application/pdf")) == ""
    assert (tmp_path / "new" / "1-F1.pdf").read_bytes() == b"%PDF-"


def test_a_folder_that_cannot_be_made_or_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Failure, match="cannot be made: File name too long"):
        make_folder(str(tmp_path / ("x" * 300)))

    def full(*_: object) -> bool:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(folders, "create", full)
    with pytest.raises(Failure, match="cannot be written: No space left on device"):
        save_in(str(tmp_path), "1", FILE)
