"""What SKILL.md tells agents to type works wherever they stand, and leaves nothing in the skill's folder."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from e2e.machine import Machine
from e2e.trees import files_of
from support.documented import commands_in
from support.places import ROOT

COMMANDS = [command for command in commands_in(ROOT / "SKILL.md") if "faktoora.py" in command.script]


@pytest.fixture
def unpacked(machine: Machine, packed: Path) -> Machine:
    """Return a machine into whose workspace the packed skill was copied."""
    shutil.copytree(packed, machine.skill)
    return machine


@pytest.mark.parametrize("place", ["skill", "workspace", "elsewhere"])
def test_every_command_of_the_skill_page_works(unpacked: Machine, packed: Path, place: str) -> None:
    folder: Path = getattr(unpacked, place)
    found = unpacked.ok(
        "python3", unpacked.skill / "scripts" / "faktoora.py", "actions", "list projects", "--limit", "9", cwd=folder
    )
    variables = {
        "SKILL": str(unpacked.skill),
        "LIVE_ID": next(row["id"] for row in found.json()["actions"] if "id" in row),
    }
    for command in COMMANDS:
        run = unpacked.run("/bin/sh", "-euc", command.script, cwd=folder, **variables)
        outcome = (run.code, json.loads(run.out).get("error", {}).get("code"))
        assert outcome == ((5, "confirmation_needed") if command.needs_confirmation else (0, None)), (
            command.script + run.out + run.err
        )
    assert files_of(unpacked.skill) == files_of(packed)
