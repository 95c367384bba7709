"""pre-commit takes the hooks from this repository, installs them and runs them in another one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from e2e.programs import skillc
from support.places import ROOT

GOOD = ROOT / "tests" / "cases" / "good" / "minimal"
HOOKS = [".pre-commit-hooks.yaml", "pyproject.toml", "docs/skillc.md", "LICENSE", "src"]
IDENTITY = ["-c", "user.name=A", "-c", "user.email=a@example.com"]


def commit_all(folder: Path) -> None:
    for command in (
        ["init", "--quiet"],
        ["add", "--all"],
        [*IDENTITY, "commit", "--quiet", "--no-verify", "--message", "All"],
    ):
        subprocess.run(["git", *command], cwd=folder, check=True)


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository of what the hooks are made of, as it is here, committed or not."""
    folder = tmp_path_factory.mktemp("hooks") / "skillc"
    for name in HOOKS:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    commit_all(folder)
    return folder


def test_the_hooks_judge_a_skill_in_another_repository(hooks: Path, tmp_path: Path) -> None:
    skill = tmp_path / "shelf"
    shutil.copytree(GOOD, skill)
    skillc("build", skill)
    commit_all(skill)

    def judged() -> tuple[int, str]:
        subprocess.run(["git", "add", "--all"], cwd=skill, check=True)
        command = [sys.executable, "-m", "pre_commit", "try-repo", str(hooks), "--all-files", "--color=never"]
        environment = {**os.environ, "PRE_COMMIT_HOME": str(hooks.parent / "cache")}
        done = subprocess.run(command, cwd=skill, env=environment, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout

    code, printed = judged()
    assert code == 0, printed
    assert printed.count("Passed") == len(("skillc-validate", "skillc-build-check"))
    source = skill / "skill.yaml"
    source.write_text(
        source.read_text(encoding="utf-8").replace("title: Bookshelf", "title: My bookshelf"), encoding="utf-8"
    )
    code, printed = judged()
    assert code == 1
    assert "+# My bookshelf" in printed
    source.write_text(source.read_text(encoding="utf-8").replace("title:", "titel:", 1), encoding="utf-8")
    code, printed = judged()
    assert code == 1
    assert 'FORM001 unknown key "titel"' in printed
