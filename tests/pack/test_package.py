"""What users get: a folder, two archives of it, and what proves that both are whole."""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from pathlib import Path

import pytest
from pack.project import Project, tree
from support.places import ROOT
from support.process import run
from support.shelf import GENERATED

SKILLS = {path.name: path / "source" for path in (ROOT / "tests" / "golden").iterdir()}
SKILL_WITHOUT_APP = """\
name: bookshelf
version: 1.0.0
title: Bookshelf
description: Keep a shelf of books. Use when the user asks for a book.
license: MIT-0
intro: Books stand on a shelf.
"""
PACKED = GENERATED | {"LICENSE"}


def test_the_folder_holds_what_an_agent_needs_and_nothing_else(project: Project) -> None:
    done = project.process("pack")
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith("\nbookshelf 1.0.0 is packed in dist\nto install it:\nnpx skills add ./dist/bookshelf\n")
    assert tree(project.dist / "bookshelf") == {path: (project.root / path).read_bytes() for path in PACKED}


def test_the_archives_hold_the_folder(project: Project, tmp_path: Path) -> None:
    project.pack()
    shutil.unpack_archive(project.dist / "bookshelf-1.0.0.zip", tmp_path / "zip")
    shutil.unpack_archive(project.dist / "bookshelf-1.0.0.tar.gz", tmp_path / "tar")
    assert tree(tmp_path / "zip") == tree(tmp_path / "tar" / "bookshelf") == tree(project.dist / "bookshelf")


def test_the_sums_are_checked_by_the_usual_program(project: Project) -> None:
    project.pack()
    done = run(["sha256sum", "--check", "SHA256SUMS"], project.dist)
    assert (done.code, done.out) == (0, "bookshelf-1.0.0.tar.gz: OK\nbookshelf-1.0.0.zip: OK\n")


@pytest.mark.parametrize("target", ["skill", "claude-ai", "claude-plugin", "agents-md", "well-known"])
def test_the_manifest_lists_every_file(project: Project, target: str) -> None:
    project.pack("--target", target)
    folder = project.dist if target == "skill" else project.dist / target
    files = tree(folder)
    manifest = json.loads(files.pop("manifest.json"))
    assert (manifest["name"], manifest["version"]) == ("bookshelf", "1.0.0")
    assert manifest["files"] == [
        {"path": path, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for path, content in sorted(files.items())
    ]


def test_a_second_pack_changes_nothing(project: Project) -> None:
    project.pack()
    assert project.pack().startswith("nothing to change\n")


def test_a_new_version_replaces_the_old_one(project: Project) -> None:
    project.pack()
    skill = project.root / "skill.yaml"
    skill.write_text(skill.read_text("utf-8").replace("1.0.0", "1.1.0"), "utf-8")
    project.run("build")
    project.pack()
    assert {path.name for path in project.dist.iterdir()} == {
        *("SHA256SUMS", "bookshelf", "bookshelf-1.1.0.tar.gz", "bookshelf-1.1.0.zip", "manifest.json")
    }


def test_a_page_that_is_no_more_leaves_the_folder(project: Project) -> None:
    project.pack()
    shutil.rmtree(project.root / "actions")
    (project.root / "skill.yaml").write_text(SKILL_WITHOUT_APP, "utf-8")
    project.run("build")
    project.pack()
    assert set(tree(project.dist / "bookshelf")) == {"LICENSE", "SKILL.md"}


def test_another_folder_can_be_named(project: Project, tmp_path: Path) -> None:
    told = project.pack("--output", str(tmp_path / "out"))
    assert f"is packed in {tmp_path}/out\n" in told
    assert (tmp_path / "out" / "bookshelf" / "SKILL.md").exists()
    assert not project.dist.exists()


@pytest.mark.parametrize("name", SKILLS)
def test_the_skills_of_other_apps_are_packed(name: str, tmp_path: Path) -> None:
    project = Project.built(shutil.copytree(SKILLS[name], tmp_path / name))
    project.pack()
    assert {"LICENSE", "SKILL.md"} <= set(tree(project.dist / name))


def test_this_repository_is_packed_and_what_is_packed_runs(tmp_path: Path) -> None:
    for name in ("skill.yaml", "pyproject.toml", "CHANGELOG.md", "LICENSE"):
        shutil.copy(ROOT / name, tmp_path)
    for name in ("actions", "src/einvoice"):
        shutil.copytree(ROOT / name, tmp_path / name)
    project = Project(tmp_path)
    project.run("build")
    project.pack()
    folder = project.dist / "faktoora"
    assert {path.name for path in folder.iterdir()} == {"LICENSE", "SKILL.md", "references", "scripts"}
    run([sys.executable, folder / "scripts" / "faktoora.py", "--help"], tmp_path).ok()
