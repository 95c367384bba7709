"""The benchmarks run, and renew their own sections of the page alone. No figure is judged."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.interpreters import interpreters
from support.places import ROOT

from skillc.pipeline import compile_tree


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """What the helper's benchmark needs of the project, where it may write."""
    for name in ("benchmarks", "scripts", "tests/support"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def test_the_helper_is_measured_on_every_python(project: Path) -> None:
    page = project / "docs" / "benchmarks.md"
    page.parent.mkdir()
    page.write_text(
        "# Benchmarks\n\n<!-- helper: begin -->\n(outdated)\n<!-- helper: end -->\n\n"
        "<!-- other: begin -->\nkept\n<!-- other: end -->\n"
    )
    command = [sys.executable, "benchmarks/helper.py", "--rounds", "1", "--json", "--write"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True)
    versions = [".".join(map(str, version)) for version in interpreters()]
    figures = json.loads(done.stdout)
    assert [version for version in versions if version not in figures] == []
    measured = {
        "start",
        "peak",
        *(f"{name}{kind}" for name in ("help", "describe", "list") for kind in ("", " cached")),
    }
    assert [version for version, row in figures.items() if set(row) != measured or min(row.values()) <= 0] == []
    text = page.read_text(encoding="utf-8")
    assert text.count("<!-- helper: begin -->") == 1
    assert "(outdated)" not in text
    assert text.endswith("<!-- other: begin -->\nkept\n<!-- other: end -->\n")
    assert [version for version in versions if f"\n| {version} | " not in text] == []
    assert not list((project / "scripts").rglob("__pycache__"))


def test_the_compiler_is_measured(tmp_path: Path) -> None:
    for name in ("benchmarks", "src/skillc", "src/skill_helper", "src/einvoice", "actions", "references", "scripts"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("skill.yaml", "SKILL.md"):
        shutil.copy(ROOT / name, tmp_path / name)
    command = [
        sys.executable,
        "benchmarks/compile.py",
        "--rounds",
        "0",
        "--sizes",
        "20,40",
        "--compared",
        "40",
        "--json",
        "--write",
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    figures = json.loads(done.stdout)
    assert {"validate", "build", "20 actions", "check-jsonschema"} <= set(figures["commands"])
    assert {"load", "form", "checks", "lower", "render", "tokens", "floor"} <= set(figures["steps"])
    assert "A made-up skill of 40 actions" in (tmp_path / "docs" / "benchmarks.md").read_text(encoding="utf-8")


def test_made_up_descriptors_are_valid_and_of_67_lines(tmp_path: Path) -> None:
    code = (
        f"from benchmarks.skills import write_skill; from pathlib import Path; write_skill(Path({str(tmp_path)!r}), 41)"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
    assert compile_tree(tmp_path).diagnostics == ()
    files = list(tmp_path.glob("actions/*/*.yaml"))
    assert len(files) == len({file.read_text() for file in files}) == 41
    assert {len(file.read_text().splitlines()) for file in files} == {67}
