"""The packed skill, a registry that offers it, and machines of users."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from e2e.machine import Machine
from e2e.programs import skillc
from e2e.registry.catalog import Release
from e2e.registry.server import Registry, running
from e2e.trees import files_of
from support.places import ROOT


@pytest.fixture(scope="session")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that users install, packed from this repository."""
    output = tmp_path_factory.mktemp("dist")
    skillc("pack", ROOT, "--output", output)
    return output / "faktoora"


@pytest.fixture(scope="session")
def release(packed: Path) -> Release:
    """Return what a registry holds when the packed folder was published."""
    manifest = json.loads((packed.parent / "manifest.json").read_text("utf-8"))
    return Release(manifest["name"], manifest["version"], files_of(packed))


@pytest.fixture
def registry() -> Iterator[Registry]:
    """Return a registry of the test's own, empty."""
    with running() as registry:
        yield registry


@pytest.fixture
def offered(registry: Registry, release: Release) -> Release:
    """Return the release of the packed skill, which the registry offers."""
    registry.catalog.add(release)
    return release


@pytest.fixture
def machine(registry: Registry, ready_template: Path, tmp_path: Path) -> Machine:
    """Return a machine of the test's own."""
    return Machine(tmp_path / "machine", registry, ready_template)


@pytest.fixture(scope="module")
def installed(release: Release, ready_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """Return a machine on which the packed skill was installed from a registry; for tests that only look."""
    with running() as registry:
        registry.catalog.add(release)
        machine = Machine(tmp_path_factory.mktemp("machine"), registry, ready_template)
        machine.ok("openclaw", "skills", "install", "faktoora")
        yield machine
