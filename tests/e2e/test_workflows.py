"""The workflows cannot run here; what they call can."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from e2e.machine import Machine
from e2e.registry.catalog import Release
from e2e.registry.publishing import TOKEN
from e2e.registry.server import Registry
from support.places import ROOT

WORKFLOWS = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in (ROOT / ".github" / "workflows").glob("*.yml")
}
VERSION: str = yaml.safe_load((ROOT / "skill.yaml").read_text(encoding="utf-8"))["version"]


def scripts() -> Iterator[tuple[str, str]]:
    """Yield the name of each step that runs a script, and the script."""
    for workflow in WORKFLOWS.values():
        for job in workflow["jobs"].values():
            yield from ((step["name"], step["run"]) for step in job["steps"] if "run" in step)


def calls_of_make(text: str) -> set[str]:
    """Return the targets that a script names; variables are none."""
    return {word for line in re.findall(r"(?m)^make (.+)", text) for word in line.split() if "=" not in word}


CALLED = {target for _, script in scripts() for target in calls_of_make(script)}


@pytest.mark.parametrize("target", sorted(CALLED))
def test_a_called_target_exists(target: str) -> None:
    done = subprocess.run(["make", "--dry-run", target], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_workflows_call_all_that_the_local_run_calls() -> None:
    local = calls_of_make((ROOT / ".ci" / "run").read_text(encoding="utf-8"))
    assert {"test", "demo", "e2e"} <= local <= CALLED


@pytest.fixture
def checkout(packed: Path, tmp_path: Path) -> Path:
    """Return a folder in which the skill was packed."""
    folder = tmp_path / "checkout"
    folder.mkdir()
    (folder / "tests").symlink_to(ROOT / "tests")
    (folder / "dist").symlink_to(packed.parent)
    return folder


@pytest.mark.parametrize(("tag", "code"), [(f"v{VERSION}", 0), (f"v{VERSION}.1", 1), ("v9.9.9", 1)])
def test_a_release_stops_when_its_tag_is_not_the_version(tag: str, code: int, checkout: Path) -> None:
    script = dict(scripts())["Check that the tag names the packed version"]
    assert (
        subprocess.run(["bash", "-euc", script], cwd=checkout, env={"GITHUB_REF_NAME": tag}, check=False).returncode
        == code
    )


def test_a_release_publishes_what_was_packed(
    checkout: Path, machine: Machine, registry: Registry, release: Release
) -> None:
    registry.catalog.add(replace(release, version="0.0.1"))
    machine.provide("bash", Path(shutil.which("bash") or "bash"))
    variables = {
        "GITHUB_REF_NAME": f"v{VERSION}",
        "GITHUB_REF": f"refs/tags/v{VERSION}",
        "GITHUB_REPOSITORY": "owner/repository",
        "GITHUB_SHA": "0" * 40,
        "CLAWHUB_CONFIG_PATH": str(machine.home / "clawhub.json"),
        "CLAWHUB_TOKEN": TOKEN,
    }
    machine.ok("bash", "-euc", dict(scripts())["Publish to ClawHub"], cwd=checkout, **variables)
    assert registry.catalog.find("faktoora") == release
