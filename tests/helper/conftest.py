"""Sandboxes, the helper beside one, and the packed skill."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from support.agent import Helper
from support.places import ROOT
from typer.testing import CliRunner

from membrane_sandbox.home import Sandbox
from skill_helper.membrane.program import Membrane, program_mark
from skillc.cli.app import app


@pytest.fixture(autouse=True)
def _short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the pauses before a call is repeated pass quickly; the helper is a fork of this process and has them too."""
    sleep = time.sleep
    monkeypatch.setattr(time, "sleep", lambda seconds: sleep(seconds / 50))


@pytest.fixture
def sandbox(ready_template: Path, tmp_path: Path) -> Sandbox:
    """Return a sandbox of the test's own, logged in and connected."""
    shutil.copytree(ready_template, tmp_path / "sandbox")
    return Sandbox(tmp_path / "sandbox")


@pytest.fixture
def helper(sandbox: Sandbox, tmp_path: Path) -> Helper:
    """Return the helper beside a sandbox that is ready."""
    return Helper(sandbox, tmp_path / "user")


@pytest.fixture(scope="session")
def used_state(ready_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the state folder of a helper that has been used: connection and action ids are remembered."""
    folder = tmp_path_factory.mktemp("used")
    shutil.copytree(ready_template, folder / "sandbox")
    helper = Helper(Sandbox(folder / "sandbox"), folder / "user")
    helper.ok("list-products", "--perPage", "1")
    return helper.state


@pytest.fixture
def used_helper(helper: Helper, used_state: Path) -> Helper:
    """Return a helper that has been used before."""
    shutil.copytree(used_state, helper.state)
    mark = program_mark(Membrane((str(helper.sandbox.bin / "membrane"),)))
    next(helper.state.rglob("program.json")).write_text(json.dumps({"checked": mark}))
    return helper


@pytest.fixture
def new_helper(tmp_path: Path) -> Callable[..., Helper]:
    """Return what makes a helper beside a sandbox in which nobody is logged in yet, with switches set."""

    def made(**switches: str) -> Helper:
        sandbox = Sandbox.create(tmp_path / "sandbox")
        for name, value in switches.items():
            sandbox.set(name.replace("_", "-"), value)
        return Helper(sandbox, tmp_path / "user")

    return made


@pytest.fixture(scope="session")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the skill's folder as `skillc pack` leaves it, to be copied."""
    output = tmp_path_factory.mktemp("dist")
    done = CliRunner().invoke(app, ["pack", str(ROOT), "--output", str(output)])
    assert done.exit_code == 0, done.output
    return output / "faktoora"


@pytest.fixture
def skill(packed: Path, tmp_path: Path) -> Path:
    """Return an installed copy of the packed skill, in a folder whose name is not easy."""
    return shutil.copytree(packed, tmp_path / "Jörg's skills" / "faktoora")
