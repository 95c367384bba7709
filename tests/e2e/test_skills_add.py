"""`npx skills add` puts the packed skill where OpenClaw, Claude Code and Codex look for it.

Seen by running skills 1.7.4.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from e2e.machine import Machine
from e2e.trees import files_of

PLACES = {
    "project": ("skills", ".claude/skills", ".agents/skills"),
    "user": (".openclaw/skills", ".claude/skills", ".agents/skills"),
}


@pytest.mark.parametrize("scope", PLACES)
def test_each_agent_finds_a_skill_that_works(machine: Machine, packed: Path, scope: str) -> None:
    machine.workspace.mkdir(parents=True)
    folder, options = (machine.workspace, []) if scope == "project" else (machine.home, ["--global"])
    machine.ok(
        "skills", "add", packed, "--yes", *options, *("-a", "openclaw", "-a", "claude-code", "-a", "codex"), cwd=folder
    )

    for place in PLACES[scope]:
        skill = folder / place / "faktoora"
        assert machine.ok("python3", skill / "scripts" / "faktoora.py", "list-customers", cwd=skill).json()["ok"]
        assert files_of(skill) == files_of(packed)

    info = machine.ok("openclaw", "skills", "info", "faktoora", "--json").json()
    assert (info["eligible"], info["modelVisible"]) == (True, True)
