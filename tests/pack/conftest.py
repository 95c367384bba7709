"""The small good skill, built."""

from __future__ import annotations

from pathlib import Path

import pytest
from pack.project import Project
from support.shelf import Shelf


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return the one that all tests copy."""
    return Project.built(Shelf.copied_to(tmp_path_factory.mktemp("built") / "bookshelf").root)


@pytest.fixture
def project(built: Project, tmp_path: Path) -> Project:
    return built.copy(tmp_path / "bookshelf")
