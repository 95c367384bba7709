"""The benchmarks run, and renew their own sections of the page alone. No figure is judged."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from agent import ROOT
from interpreters import interpreters


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """What the helper's benchmark needs of the project, where it may write."""
    for name in ("benchmarks/figures.py", "benchmarks/helper.py", "scripts/faktoora.py", "tests/interpreters.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_the_helper_is_measured_on_every_python(project: Path) -> None:
    page = project / "docs" / "benchmarks.md"
    page.parent.mkdir()
    page.write_text(
        "# Benchmarks\n\n<!-- helper: begin -->\n(outdated)\n<!-- helper: end -->\n\n<!-- other: begin -->\nkept\n<!-- other: end -->\n"
    )
    command = [sys.executable, "benchmarks/helper.py", "--rounds", "1", "--json", "--write"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True)
    versions = [".".join(map(str, version)) for version in interpreters()]
    figures = json.loads(done.stdout)
    assert [version for version in versions if version not in figures] == []
    assert {name for row in figures.values() for name in row} == {"start", "compile", "rest", "own", "starts"}
    text = page.read_text(encoding="utf-8")
    assert text.count("<!-- helper: begin -->") == 1
    assert "(outdated)" not in text
    assert text.endswith("<!-- other: begin -->\nkept\n<!-- other: end -->\n")
    drawn = [element.text for element in ET.parse(project / "docs" / "helper.svg").iter("{http://www.w3.org/2000/svg}text")]  # noqa: S314
    assert [f"Python {version}" for version in versions if f"Python {version}" not in drawn] == []
