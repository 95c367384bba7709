"""Whoever packs the same sources gets the same bytes."""

from __future__ import annotations

import os
import subprocess
import tarfile
import zipfile
from pathlib import Path

import pytest
from pack.project import Project, tree
from support.interpreters import interpreters
from support.places import ROOT
from support.shelf import GENERATED

from skillc.pack.archives import tar_gz_archive, zip_archive

SOURCES = ROOT / "src"
FILES = {
    "scripts/run.py": b"#!/usr/bin/env python3\n",
    "SKILL.md": "ü\n".encode(),
    "big.md": bytes(range(256)) * 1000,
    "empty.md": b"",
}
PROGRAM = f"""
import hashlib
from skillc.pack.archives import tar_gz_archive, zip_archive
print(*(hashlib.sha256(make({FILES!r})).hexdigest() for make in (zip_archive, tar_gz_archive)))
"""
EXPECTED = [
    "f485679334a06bd649dde822088a9d47e4c8a9ca3283816ad0adafdb531bac8d",
    "737fea315d8d4bf4d2fdc7c51a454e3984f954359944a08dc79add68fbde143f",
]


@pytest.mark.parametrize("version", interpreters(), ids=lambda version: ".".join(map(str, version)))
def test_on_every_python(version: tuple[int, int]) -> None:
    command = [interpreters()[version], "-B", "-"]
    done = subprocess.run(
        command, input=PROGRAM, env={"PYTHONPATH": str(SOURCES)}, capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == EXPECTED, done.stderr


def test_in_any_order() -> None:
    backwards = dict(reversed(FILES.items()))
    assert (zip_archive(FILES), tar_gz_archive(FILES)) == (zip_archive(backwards), tar_gz_archive(backwards))


@pytest.mark.parametrize(
    ("mask", "zone", "programs_of"), [(0o077, "Asia/Kathmandu", "C"), (0o000, "America/St_Johns", "de_DE.UTF-8")]
)
def test_whoever_packs(mask: int, zone: str, programs_of: str, project: Project, tmp_path: Path) -> None:
    project.pack()
    other = project.copy(tmp_path / "elsewhere" / "of another name")
    for path in (*other.dist.rglob("*"), *other.root.glob("*")):
        if path.is_file():
            path.unlink() if other.dist in path.parents else os.utime(path, (1, 1))
    before = os.umask(mask)
    try:
        done = other.process(
            "pack", TZ=zone, LC_ALL=programs_of, SOURCE_DATE_EPOCH="1700000000", PYTHONHASHSEED="7", USER="somebody"
        )
    finally:
        os.umask(before)
    done.ok()
    assert tree(other.dist) == tree(project.dist)


def test_nothing_of_the_machine_is_in_the_archives(project: Project) -> None:
    project.pack()
    with zipfile.ZipFile(project.dist / "bookshelf-1.0.0.zip") as archive:
        entries = archive.infolist()
    assert [entry.filename for entry in entries] == sorted(GENERATED | {"LICENSE"})
    assert {(entry.date_time, entry.external_attr >> 16, entry.create_system) for entry in entries} == {
        ((1980, 1, 1, 0, 0, 0), 0o100644, 3)
    }
    with tarfile.open(project.dist / "bookshelf-1.0.0.tar.gz") as tar:
        members = tar.getmembers()
    assert all(member.isfile() for member in members)
    facts = {(member.mtime, member.mode, member.uid, member.gid, member.uname, member.gname) for member in members}
    assert facts == {(315_532_800, 0o644, 0, 0, "", "")}


def test_the_gzip_is_one_that_every_program_reads(tmp_path: Path) -> None:
    archive = tmp_path / "files.tar.gz"
    archive.write_bytes(tar_gz_archive(FILES))
    subprocess.run(["gzip", "--test", archive], check=True)
    subprocess.run(["tar", "-xzf", archive, "-C", tmp_path], check=True)
    assert {path: (tmp_path / path).read_bytes() for path in FILES} == FILES
