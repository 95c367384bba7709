"""A workspace in which documented commands run.

The sources, a ready sandbox, and stand-ins for programs from elsewhere.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.places import ROOT, SCRIPT
from support.process import run

from skill_helper.membrane.program import Membrane, program_mark

if TYPE_CHECKING:
    from collections.abc import Callable

COPIED = ("skill.yaml", "actions", "SKILL.md", "references", "scripts", "LICENSE", "pyproject.toml", "Makefile")
PLACE = "Jörg's own files"  # which a command must carry through a shell
STAND_INS = ("npm", "npx", "openclaw", "pip", "pipx", "uv")
LOADING = (("list-customers",), ("create-draft-invoice", "--items", "[]", "--dry-run"), ("invoice-sheet", "none.xml"))
STAND_IN = "#!/bin/sh\necho stand-in: $0 $*\n"
REAL_MAKE = f'#!/bin/sh\nexec {shutil.which("make")} --dry-run PYTHON=python3 "$@"\n'


@pytest.fixture(scope="session")
def used_state(tmp_path_factory: pytest.TempPathFactory, ready_template: Path) -> Path:
    """Return the state of a helper that was used: it remembers its modules, the connection and its actions."""
    place = tmp_path_factory.mktemp("used")
    shutil.copytree(ready_template, place / "sandbox")
    path = os.pathsep.join((str(place / "sandbox" / "bin"), os.environ["PATH"]))
    variables = {**_usual_variables(), "PATH": path, "FAKTOORA_STATE_DIR": str(place)}
    for words in LOADING:
        run([sys.executable, SCRIPT, *words], place, variables)
    return place / "faktoora"


def _usual_variables() -> dict[str, str]:
    """Return the environment without what would keep the helper from its cache."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


@pytest.fixture
def workspace(tmp_path: Path, ready_template: Path, used_state: Path) -> Callable[[], tuple[Path, dict[str, str]]]:
    """Return a function that makes the workspace and the environment of its commands."""

    def make() -> tuple[Path, dict[str, str]]:
        folder = tmp_path / PLACE / "repository"
        folder.mkdir(parents=True)
        for name in COPIED:
            source = ROOT / name
            (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
        for name in ("src", "tests", "tools"):
            (folder / name).symlink_to(ROOT / name)
        (folder / ".venv").symlink_to(sys.prefix)
        shutil.copytree(ready_template, tmp_path / "sandbox")
        state = shutil.copytree(used_state, tmp_path / "state" / used_state.name)
        mark = program_mark(Membrane((str(tmp_path / "sandbox" / "bin" / "membrane"),)))
        next(state.rglob("program.json")).write_text(json.dumps({"checked": mark}), encoding="utf-8")
        programs = tmp_path / "programs"
        programs.mkdir()
        for name in (*STAND_INS, "make"):
            (programs / name).write_text(REAL_MAKE if name == "make" else STAND_IN, encoding="utf-8")
            (programs / name).chmod(0o755)
        path = [tmp_path / "sandbox" / "bin", programs, Path(sys.executable).parent, os.environ["PATH"]]
        places = {"FAKTOORA_STATE_DIR": str(tmp_path / "state"), "MEMBRANE_SANDBOX": str(tmp_path / "sandbox")}
        return folder, {**_usual_variables(), **places, "PATH": os.pathsep.join(map(str, path)), "HOME": str(tmp_path)}

    return make
