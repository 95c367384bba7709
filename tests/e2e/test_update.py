"""A new version is published with `clawhub` and taken by `openclaw skills update`, after the skill has been used."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from e2e.machine import Machine
from e2e.registry.catalog import Release
from e2e.registry.publishing import TOKEN
from e2e.registry.server import Registry

PAGE = "references/customer.md"


@pytest.fixture
def following(offered: Release) -> Release:
    """Return the release that comes after the offered one, with a changed page."""
    return replace(offered, version="99.0.0", files={**offered.files, PAGE: offered.files[PAGE] + b"\nChanged.\n"})


@pytest.fixture
def user(machine: Machine, offered: Release) -> Machine:
    """Return a machine on which the offered release was installed and used, from within its own folder too."""
    machine.ok("openclaw", "skills", "install", offered.slug)
    helper = machine.skill / "scripts" / "faktoora.py"
    rows = machine.ok("python3", helper, "list-outgoing-invoices", "--fields", "faktooraId", cwd=machine.skill).json()[
        "items"
    ]
    machine.ok("python3", helper, "get-invoice-by-id", "--faktooraId", rows[0]["faktooraId"], cwd=machine.workspace)
    return machine


def test_a_published_version_is_taken_after_use(
    user: Machine, offered: Release, following: Release, registry: Registry, tmp_path: Path
) -> None:
    folder = following.written_to(tmp_path / following.slug)
    user.ok("clawhub", "login", "--token", TOKEN)
    publish = ("clawhub", "skill", "publish", folder, "--version", following.version, "--json")
    plan = user.ok(*publish, "--dry-run").json()
    assert (plan["status"], plan["latestVersion"], plan["version"]) == (
        "would-publish",
        offered.version,
        following.version,
    )
    assert registry.catalog.find(offered.slug) == offered

    assert user.ok(*publish).json()["status"] == "published"
    assert registry.catalog.find(offered.slug) == following

    update = user.ok("openclaw", "skills", "update", offered.slug)
    assert f"Updated {offered.slug}: {offered.version} -> {following.version}" in update.out
    assert (user.skill / PAGE).read_bytes() == following.files[PAGE]


def test_a_changed_file_keeps_the_installed_version(
    user: Machine, offered: Release, following: Release, registry: Registry
) -> None:
    registry.catalog.add(following)
    (user.skill / "scripts" / "notes.txt").write_text("not of the package", "utf-8")
    refusal = user.run("openclaw", "skills", "update", offered.slug)
    assert refusal.code == 1
    assert "has local file changes" in refusal.out + refusal.err
    assert (
        json.loads((user.skill / ".clawhub" / "origin.json").read_text("utf-8"))["installedVersion"] == offered.version
    )


def test_what_is_published_already_is_not_published_again(machine: Machine, offered: Release, packed: Path) -> None:
    plan = machine.ok("clawhub", "skill", "publish", packed, "--dry-run", "--json").json()
    assert (plan["status"], plan["version"], plan["fileCount"]) == ("unchanged", offered.version, len(offered.files))


def test_what_a_half_finished_update_left_is_healed_by_the_command_that_the_helper_names(user: Machine) -> None:
    helper = user.skill / "scripts" / "faktoora.py"
    (user.skill / "scripts" / "skill_helper" / "base" / "exits.py").unlink()
    done = user.run("python3", helper, "actions")
    error = done.json()["error"]
    assert (done.code, error["code"]) == (4, "damaged")
    assert "scripts/skill_helper/base/exits.py" in error["message"]
    (command,) = re.findall(r"openclaw skills install [\w-]+ --force", error["remedy"])
    user.ok(*command.split())
    assert user.ok("python3", helper, "actions").json()["ok"]
