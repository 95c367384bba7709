"""What users see when the registry's scanners dislike a release. Seen by running openclaw 2026.9.6."""

from __future__ import annotations

from dataclasses import replace

from e2e.machine import Machine
from e2e.registry.catalog import Release
from e2e.registry.server import Registry
from support.process import Run


def install(release: Release, machine: Machine, registry: Registry) -> Run:
    """Install what the registry offers."""
    registry.catalog.add(release)
    return machine.run("openclaw", "skills", "install", release.slug)


def test_a_suspicious_release_is_installed_with_a_warning(
    machine: Machine, registry: Registry, release: Release
) -> None:
    run = install(replace(release, verdict="suspicious"), machine, registry)
    assert run.code == 0
    assert "Outcome: Review" in run.out + run.err
    assert (machine.skill / "SKILL.md").exists()


def test_a_malicious_release_is_not_even_fetched(machine: Machine, registry: Registry, release: Release) -> None:
    run = install(replace(release, verdict="malicious"), machine, registry)
    assert run.code == 1
    assert "Outcome: Blocked" in run.out + run.err
    assert not machine.skill.exists()
    assert not any(call.target.startswith("/api/v1/download") for call in registry.calls)
