"""A check is one module: dropped into a room of the package, it is run, explained and reported."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import skillc

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.shelf import Shelf

CHECK = '''\
"""A title shouts.

Why: nobody likes to be shouted at.

Fix: write it in small letters.

Bad:
    title: LIST BOOKS
Good:
    title: List books
"""

CODE = "NEW001"


def check(project):
    """Yield each title that shouts."""
    for action in project.actions:
        if action.data["title"].isupper():
            yield action.warning(CODE, ("title",), "the title shouts", "write it in small letters")
'''
FORM = '''\
"""A form.

Why: why.

Fix: how.
"""

CODE = "NEW002"
KEYWORDS = frozenset({"contains"})


def explain(finding):
    """Never called: our schemas do not use the keyword."""
'''
PROGRAM = "import sys; from skillc.cli.app import main; main(sys.argv[1:])"


@pytest.fixture
def run(shelf: Shelf, tmp_path: Path) -> Callable[..., str]:
    """Return a function that runs a copy of the compiler with two more modules."""
    package = tmp_path / "compiler" / "skillc"
    shutil.copytree(Path(skillc.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    (package / "checks" / "text" / "shouting_title.py").write_text(CHECK, encoding="utf-8")
    (package / "checks" / "form" / "containing.py").write_text(FORM, encoding="utf-8")

    def run(*arguments: str) -> str:
        environment = {**os.environ, "PYTHONPATH": str(package.parent)}
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, *arguments],
            cwd=shelf.root,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout

    return run


def test_it_is_run_explained_and_reported(run: Callable[..., str], shelf: Shelf) -> None:
    assert run("validate") == "no problems\n"
    shelf.edit("actions/book/list-books.yaml", "title: List books", "title: LIST BOOKS")
    assert run("validate").startswith("actions/book/list-books.yaml:2:8 NEW001 warning: the title shouts\n")
    assert run("explain", "NEW001").startswith("NEW001: A title shouts.\n")
    assert "NEW001   A title shouts.\nNEW002   A form.\n" in run("explain")
    (sarif,) = json.loads(run("validate", "--format", "sarif"))["runs"]
    assert [rule["id"] for rule in sarif["tool"]["driver"]["rules"]] == ["NEW001"]
