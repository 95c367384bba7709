"""`openclaw skills install faktoora` gives a skill that is ready to use.

What it prints was seen by running openclaw 2026.9.6.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from e2e.machine import Machine
from e2e.registry.catalog import Release
from e2e.trees import files_of

NOTHING_MISSING: dict[str, list[str]] = {"bins": [], "anyBins": [], "env": [], "config": [], "os": []}


def readiness(entry: dict[str, Any]) -> tuple[bool, bool, bool]:
    """Return whether a skill can run, whether the model is told of it, and whether it is a slash command."""
    return entry["eligible"], entry["modelVisible"], entry["commandVisible"]


def test_the_installed_files_are_the_packed_ones(installed: Machine, packed: Path) -> None:
    files = files_of(installed.skill)
    assert files.items() >= files_of(packed).items()
    assert files.keys() - files_of(packed) == {"_meta.json", ".clawhub/origin.json"}


def test_list_shows_it_ready(installed: Machine) -> None:
    skills = installed.ok("openclaw", "skills", "list", "--json").json()["skills"]
    (entry,) = [skill for skill in skills if skill["name"] == "faktoora"]
    assert readiness(entry) == (True, True, True)
    assert entry["missing"] == NOTHING_MISSING
    assert (entry["source"], entry["emoji"], entry["homepage"]) == (
        "openclaw-workspace",
        "🧾",
        "https://docs.faktoora.com",
    )


def test_info_links_it_to_its_release(installed: Machine, release: Release) -> None:
    info = installed.ok("openclaw", "skills", "info", "faktoora", "--json").json()
    assert readiness(info) == (True, True, True)
    assert info["missing"] == NOTHING_MISSING
    assert info["requirements"] == NOTHING_MISSING | {"bins": ["python3"], "anyBins": ["membrane", "npx"]}
    assert (info["clawhub"]["valid"], info["clawhub"]["installedVersion"]) == (True, release.version)
    assert [hint["label"] for hint in info["install"]] == ["Install @membranehq/cli@1.18.3 (npm)"]


def test_check_counts_it_among_the_usable(installed: Machine) -> None:
    found = installed.ok("openclaw", "skills", "check", "--json").json()
    assert all("faktoora" in found[group] for group in ("eligible", "modelVisible", "commandVisible"))
    assert "faktoora" not in [skill["name"] for skill in found["missingRequirements"]]


@pytest.mark.parametrize(
    ("absent", "missing"),
    [("membrane", {"anyBins": ["membrane", "npx"]}), ("python3", {"bins": ["python3"]})],
    ids=["membrane", "python3"],
)
def test_exactly_the_absent_program_is_missed(installed: Machine, absent: str, missing: dict[str, list[str]]) -> None:
    info = installed.ok("openclaw", "skills", "info", "faktoora", "--json", PATH=installed.path_without(absent)).json()
    assert readiness(info) == (False, False, False)
    assert info["missing"] == NOTHING_MISSING | missing


def test_the_helper_works_where_it_was_installed(installed: Machine) -> None:
    helper = installed.skill / "scripts" / "faktoora.py"
    assert not os.access(helper, os.X_OK)  # registries keep no modes
    answer = installed.ok("python3", helper, "list-customers").json()
    assert answer["ok"]
    assert answer["items"]
    assert answer["next"].startswith(f"python3 {helper} list-customers ")


def test_verify_passes(installed: Machine, release: Release) -> None:
    verified = installed.ok("openclaw", "skills", "verify", "faktoora").json()
    assert (verified["ok"], verified["decision"], verified["version"]) == (True, "pass", release.version)
    assert verified["openclaw"]["resolution"]["source"] == "installed"


def test_the_security_audit_finds_nothing_in_it(installed: Machine) -> None:
    audit = installed.ok("openclaw", "security", "audit", "--deep", "--json").json()
    assert [finding for finding in audit["findings"] if finding["checkId"].startswith("skills.")] == []
