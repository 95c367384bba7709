"""Every case of tests/cases/bad as a program reads it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from support.shelf import CASES, Shelf

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(params=sorted(path for path in (CASES / "bad").iterdir()), ids=lambda path: path.name)
def spoilt(request: pytest.FixtureRequest, shelf: Shelf) -> Shelf:
    """Return the small good skill, spoilt in one way."""
    case: Path = request.param
    shutil.copytree(case, shelf.root, dirs_exist_ok=True)
    return shelf
