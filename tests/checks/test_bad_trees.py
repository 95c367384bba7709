"""Every folder of tests/cases/bad: the small good skill with its files laid over it, and what `validate` prints.

A file is whole, or `X.overlay.yaml` with the top-level keys that differ; `remove.txt` names what goes: see
`Shelf.spoil`. `make golden` writes what is printed anew; the diff is what a reviewer reads.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from support.places import CASES
from support.shelf import Shelf
from typer.testing import CliRunner

from skillc.cli.app import app
from skillc.explain.pages import pages

if TYPE_CHECKING:
    from pathlib import Path

BAD = sorted(path for path in (CASES / "bad").iterdir() if path.is_dir())
REGENERATE = "REGENERATE_GOLDEN" in os.environ


def code_of(case: Path) -> str:
    return case.name.split("-", 1)[0]


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_a_spoilt_skill_is_reported_in_full(case: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.spoil(case)
    monkeypatch.chdir(shelf.root)
    result = CliRunner().invoke(app, ["validate"])
    if REGENERATE:
        (case / "expected.txt").write_text(result.stdout, encoding="utf-8", newline="\n")
    expected = (case / "expected.txt").read_text(encoding="utf-8")
    assert result.stdout == expected
    assert result.exit_code == (1 if "error" in expected.splitlines()[-1] else 0)
    assert not result.stderr
    assert code_of(case) == "MIX" or f" {code_of(case)} " in expected


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_every_finding_points_to_something_that_is_there(case: Path, shelf: Shelf) -> None:
    shelf.spoil(case)
    compilation = shelf.compiled()
    documents = {document.path: document for document in compilation.sources.documents}
    for finding in compilation.diagnostics:
        if finding.file in documents:
            documents[finding.file].at(finding.pointer)


def test_every_finding_has_a_case() -> None:
    codes = {page.code for page in pages() if not page.code.startswith("OUT")}
    assert codes == {code_of(case) for case in BAD} - {"MIX"}


def test_every_error_says_what_to_do() -> None:
    """A hint may be missing only where the sentence itself says what is wanted."""
    for case in BAD:
        for block in (case / "expected.txt").read_text(encoding="utf-8").split("\n\n")[:-1]:
            assert any(
                word in block
                for word in ("hint: ", "must be", "is needed", "are needed", "is missing", "are allowed", "allowed is")
            ), block
