"""The hooks that other repositories take from this one.

Pre-commit accepts the manifest, and each entry does what its name says.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from typing import Any

import pytest
import yaml
from support.places import ROOT
from support.shelf import LIST, Shelf
from support.skillc_process import skillc

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
HOOKS: dict[str, dict[str, Any]] = {hook["id"]: hook for hook in yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))}


def run(hook: str, shelf: Shelf) -> int | None:
    program, *arguments = shlex.split(HOOKS[hook]["entry"])
    assert program == "skillc"
    return skillc(*arguments, folder=shelf.root).code


def test_pre_commit_accepts_the_manifest() -> None:
    subprocess.run([sys.executable, "-m", "pre_commit", "validate-manifest", MANIFEST], check=True)


def test_validate_fails_for_a_spoilt_source(shelf: Shelf) -> None:
    assert run("skillc-validate", shelf) == 0
    shelf.edit(LIST, "effect:", "efect:")
    assert run("skillc-validate", shelf) == 1


def test_build_check_fails_for_a_stale_page(shelf: Shelf) -> None:
    assert run("skillc-build-check", shelf) == 1
    skillc("build", folder=shelf.root)
    assert run("skillc-build-check", shelf) == 0


@pytest.mark.parametrize(
    ("path", "hooks"),
    [
        ("skill.yaml", {"skillc-validate", "skillc-build-check"}),
        ("skills/shelf/actions/book/list-books.yaml", {"skillc-validate", "skillc-build-check"}),
        ("references/book.md", {"skillc-build-check"}),
        ("README.md", set()),
        ("my-skill.yaml.txt", set()),
    ],
)
def test_a_hook_runs_for_the_files_that_concern_it(path: str, hooks: set[str]) -> None:
    assert {name for name, hook in HOOKS.items() if re.search(hook["files"], path)} == hooks
