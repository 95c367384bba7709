"""What several test folders share."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.shelf import Shelf

from membrane_sandbox.home import Sandbox


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """The small good skill, in a folder of its own."""
    return Shelf.copied_to(tmp_path / "skill")


@pytest.fixture(scope="session")
def ready_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a sandbox, logged in and connected, to be copied."""
    folder = tmp_path_factory.mktemp("template") / "sandbox"
    Sandbox.create(folder, ready=True)
    return folder
