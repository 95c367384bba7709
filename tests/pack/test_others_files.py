"""In the output folder, a pack replaces and deletes what an earlier pack wrote, and touches nothing else."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from pack.project import Project, tree
from support.shelf import GENERATED

from skillc.pack.manifest import listed_paths

FOREIGN = [
    ("dist/bookshelf/SKILL.md", "OUT001"),
    ("dist/bookshelf/notes.txt", "OUT001"),
    ("dist/bookshelf/references/.hidden/deep.md", "OUT001"),
    ("dist/bookshelf-1.0.0.zip", "OUT001"),
    ("dist/SHA256SUMS", "OUT001"),
    ("dist/manifest.json", "OUT001"),
    ("dist/bookshelf", "OUT003"),
]


@pytest.mark.parametrize(("path", "code"), FOREIGN)
def test_a_file_of_somebody_else_survives(path: str, code: str, project: Project) -> None:
    (project.root / path).parent.mkdir(parents=True)
    (project.root / path).write_text("mine", "utf-8")
    assert f" {code} " in project.refused()


def test_files_beside_the_packed_ones_do_not_matter(project: Project) -> None:
    (project.dist / "python").mkdir(parents=True)
    (project.dist / "python" / "skillc.whl").write_text("mine", "utf-8")
    project.pack()
    project.pack("--target", "claude-plugin")
    assert (project.dist / "python" / "skillc.whl").read_text("utf-8") == "mine"


def test_a_file_put_into_the_packed_folder_later_is_not_handed_on(project: Project) -> None:
    project.pack()
    (project.dist / "bookshelf" / "scripts" / "cache.pyc").write_text("mine", "utf-8")
    assert project.refused().startswith("dist/bookshelf/scripts/cache.pyc:1:1 OUT001 ")


@pytest.mark.parametrize(
    "link", ["dist", "dist/bookshelf", "dist/bookshelf/references", "dist/bookshelf/SKILL.md", "dist/bookshelf/notes"]
)
def test_a_link_is_not_followed(link: str, project: Project, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "SKILL.md").write_text("mine", "utf-8")
    (project.root / link).parent.mkdir(parents=True, exist_ok=True)
    (project.root / link).symlink_to(elsewhere / "SKILL.md" if link.endswith(".md") else elsewhere)
    project.refused()
    assert tree(elsewhere) == {"SKILL.md": b"mine"}


@pytest.mark.parametrize(
    "path", ["../LICENSE", "bookshelf/../../LICENSE", "/LICENSE", "C:\\LICENSE", "a//b", "./a", "a\n", "", 7]
)
def test_a_manifest_that_leads_outside_is_not_believed(path: str | int) -> None:
    listed = {"generator": "skillc pack", "files": [{"path": "bookshelf/SKILL.md"}, {"path": path}]}
    assert listed_paths(json.dumps(listed).encode()) is None


def test_no_file_is_deleted_for_a_manifest_that_leads_outside(project: Project) -> None:
    project.pack()
    manifest = json.loads((project.dist / "manifest.json").read_text("utf-8"))
    manifest["files"].append({"path": "../LICENSE"})
    (project.dist / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    assert project.refused().startswith("dist/manifest.json:1:1 OUT001 ")


@pytest.mark.parametrize("last", range(4))
def test_a_pack_that_was_cut_short_is_finished_by_the_next(
    last: int, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, written = Path.replace, iter(range(last))

    def cut_short(self: Path, target: Path) -> Path:
        if next(written, None) is None:
            raise OSError(28, "No space left on device")
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", cut_short)
        assert " OUT003 " in project.run("pack").stdout
    assert len(tree(project.dist)) == last
    project.pack()
    assert set(tree(project.dist / "bookshelf")) == GENERATED | {"LICENSE"}


def test_what_a_killed_pack_left_in_the_folder_is_cleared_away(project: Project) -> None:
    project.pack()
    (project.dist / "bookshelf" / ".SKILL.md.123.skillc-tmp").write_text("ha", "utf-8")
    assert project.pack().startswith("deleted  bookshelf/.SKILL.md.123.skillc-tmp\n")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may write everywhere")
def test_a_folder_that_cannot_be_written(project: Project) -> None:
    project.dist.mkdir(mode=0o555)
    assert "OUT003 this file could not be created" in project.refused()
