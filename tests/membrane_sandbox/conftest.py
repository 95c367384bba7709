"""A sandbox for each test, copied from one that is made once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support.sandbox_user import Program

from membrane_sandbox.home import Sandbox


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a fresh sandbox that tests copy and never change."""
    folder = tmp_path_factory.mktemp("template") / "sandbox"
    Sandbox.create(folder)
    return folder


@pytest.fixture
def logged_out(template: Path, tmp_path: Path) -> Sandbox:
    """Return a sandbox as `init` leaves it."""
    folder = tmp_path / "sand box"  # with a space, as on many a user's machine
    shutil.copytree(template, folder)
    return Sandbox(folder)


@pytest.fixture
def sandbox(logged_out: Sandbox) -> Sandbox:
    """Return a sandbox that is logged in and has a READY connection."""
    logged_out.make_ready()
    return logged_out


@pytest.fixture
def membrane(sandbox: Sandbox) -> Program:
    """Return the `membrane` program of the ready sandbox."""
    return Program(sandbox.bin / "membrane")
