"""The packed skill is installed without a registry: from its folder, and from a git repository that holds it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from e2e.machine import Machine
from e2e.registry.server import Registry


def folder(_: Machine, packed: Path) -> str:
    """Return the packed folder itself."""
    return str(packed)


def repository(machine: Machine, packed: Path) -> str:
    """Return the address of a git repository of the packed tree, as `git:` takes it: SKILL.md stands at its root."""
    tree = shutil.copytree(packed, machine.home / "repositories" / "faktoora")
    author = ("-c", "user.name=A", "-c", "user.email=a@example.com")
    for words in (("init", "--quiet"), ("add", "."), (*author, "commit", "--quiet", "--message", "Pack")):
        machine.ok("git", "-C", tree, *words)
    return f"git:file://{tree}"


@pytest.mark.parametrize("source", [folder, repository])
def test_the_packed_skill_is_installed(
    machine: Machine, registry: Registry, packed: Path, source: Callable[[Machine, Path], str]
) -> None:
    machine.ok("openclaw", "skills", "install", source(machine, packed))
    info = machine.ok("openclaw", "skills", "info", "faktoora", "--json").json()
    assert info["eligible"]
    assert info["modelVisible"]
    assert {path.name for path in machine.skill.iterdir()} == {path.name for path in packed.iterdir()} | {".openclaw"}
    assert machine.ok("python3", machine.skill / "scripts" / "faktoora.py", "list-customers").json()["ok"]
    assert registry.calls == []
