"""A workspace in which documented commands run.

The sources, a ready sandbox, and stand-ins for programs from elsewhere.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.places import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

COPIED = ("skill.yaml", "actions", "SKILL.md", "references", "scripts", "LICENSE", "pyproject.toml", "Makefile")
PLACE = "Jörg's own files"  # which a command must carry through a shell
STAND_INS = ("npm", "npx", "openclaw", "pip", "pipx", "uv")
STAND_IN = "#!/bin/sh\necho stand-in: $0 $*\n"
REAL_MAKE = f'#!/bin/sh\nexec {shutil.which("make")} --dry-run PYTHON=python3 "$@"\n'


@pytest.fixture
def workspace(tmp_path: Path, ready_template: Path) -> Callable[[], tuple[Path, dict[str, str]]]:
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
        programs = tmp_path / "programs"
        programs.mkdir()
        for name in (*STAND_INS, "make"):
            (programs / name).write_text(REAL_MAKE if name == "make" else STAND_IN, encoding="utf-8")
            (programs / name).chmod(0o755)
        path = [tmp_path / "sandbox" / "bin", programs, Path(sys.executable).parent, os.environ["PATH"]]
        state = {"FAKTOORA_STATE_DIR": str(tmp_path / "state"), "MEMBRANE_SANDBOX": str(tmp_path / "sandbox")}
        return folder, {**os.environ, **state, "PATH": os.pathsep.join(map(str, path)), "HOME": str(tmp_path)}

    return make
