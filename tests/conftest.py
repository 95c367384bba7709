"""What the tests of the compiler share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from shelf import Shelf

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """The small good skill, in a folder of its own."""
    return Shelf.copied_to(tmp_path / "skill")
