"""What is not fit for users is not packed: nothing is written, and what is said tells what to do."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pack.project import Project
from support.places import CASES

from skillc.pack.versions import other_versions

REFUSED = sorted((CASES / "pack").iterdir())


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.name)
def test_a_case_is_refused(case: Path, project: Project) -> None:
    shutil.copytree(case, project.root, dirs_exist_ok=True)
    assert project.refused() == (case / "expected.txt").read_text("utf-8")


def test_a_refusal_is_a_failure_for_whoever_calls(project: Project) -> None:
    (project.root / "LICENSE").unlink()
    done = project.process("pack")
    assert (done.code, done.err) == (1, "")
    assert not project.dist.exists()


def test_a_missing_page(project: Project) -> None:
    (project.root / "references" / "book.md").unlink()
    assert project.refused().startswith("references/book.md:1:1 OUT006 this file would be created by a build;")


def test_no_licence(project: Project) -> None:
    (project.root / "LICENSE").unlink()
    assert project.refused().startswith("LICENSE:1:1 OUT007 there is no such file")


def test_a_licence_that_is_a_link(project: Project, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("secret", "utf-8")
    (project.root / "LICENSE").unlink()
    (project.root / "LICENSE").symlink_to(tmp_path / "elsewhere")
    assert "OUT007" in project.refused()


@pytest.mark.parametrize(
    "text",
    [
        "## [Unreleased]\n\n## [1.0.0] - 2026-11-24\n\n## [0.9.0] - 2026-01-01\n",
        "# Changes\n\n## 1.0.0\n",
        "## v1.0.0 (2026)\n",
    ],
)
def test_a_changelog_that_agrees(text: str) -> None:
    assert list(other_versions("1.0.0", {"CHANGELOG.md": text})) == []


@pytest.mark.parametrize(
    "text",
    [
        '[project]\nname = "x"\nversion = "1.0.0"\n',
        "[project] # this\nversion = '1.0.0'\n",
        '[project]\nname = "x"\ndynamic = ["version"]\n\n[tool.other]\nversion = "3"\n',
        '[tool.other]\nversion = "3"\n',
    ],
)
def test_a_pyproject_that_agrees_or_names_no_version(text: str) -> None:
    assert list(other_versions("1.0.0", {"pyproject.toml": text})) == []
