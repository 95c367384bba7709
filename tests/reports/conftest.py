"""Every case of tests/cases/bad as a program reads it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.places import CASES
from support.shelf import Shelf


@pytest.fixture(params=sorted(path for path in (CASES / "bad").iterdir()), ids=lambda path: path.name)
def spoilt(request: pytest.FixtureRequest, shelf: Shelf) -> Shelf:
    """Return the small good skill, spoilt in one way."""
    case: Path = request.param
    shelf.spoil(case)
    return shelf
