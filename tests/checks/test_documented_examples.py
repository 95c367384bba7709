"""The Bad and the Good of every page, tried out on the small good skill, as `skillc.explain.pages.Page` says how."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.shelf import LIST, Shelf
from typer.testing import CliRunner

from skillc.cli.app import app
from skillc.explain.pages import FindingPage, pages

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGES = pages()
WITH_EXAMPLES = [page for page in PAGES if page.bad]
PACKING = {"OUT006", "OUT007", "OUT008"}
BESIDE = {"WVR003": {"ACT003"}}  # a finding about a waiver stands beside the one that the waiver names
FILE = re.compile(r"^# (\S+\.yaml)\n", re.MULTILINE)
KEY = re.compile(r"^(?:# without )?([$\w]+)\b", re.MULTILINE)
BLOCK = r"^{key}:.*\n(?:[ \n].*\n?)*"


def parts(example: str) -> Iterator[tuple[str, str]]:
    """Yield each file that an example speaks of, and the lines about it."""
    first, *others = FILE.split(example)
    if first:
        yield LIST, first
    yield from zip(others[::2], others[1::2], strict=True)


def new_file(shelf: Shelf, path: str) -> str:
    """Return an action like list-books, under the name of its file."""
    _, entity, name = path.removesuffix(".yaml").split("/")
    named = {"key": name, "title": name.title(), "summary": f"Does {name}.", "entity": entity}
    text = shelf.text(LIST)
    for key, value in named.items():
        text = re.sub(rf"^{key}: .*", f"{key}: {value}", text, flags=re.MULTILINE)
    return text


def lay_over(shelf: Shelf, example: str) -> None:
    for path, lines in parts(example):
        text = shelf.text(path) if (shelf.root / path).exists() else new_file(shelf, path)
        for key in KEY.findall(lines):
            text = re.sub(BLOCK.format(key=re.escape(key)), "", text, flags=re.MULTILINE)
        shelf.write(path, f"{text}{lines}\n")


def apply(shelf: Shelf, example: str) -> None:
    commands = re.findall(r"^\$ (.*)\n?", example, re.MULTILINE)
    lay_over(shelf, re.sub(r"^\$ .*\n?", "", example, flags=re.MULTILINE))
    script = "\n".join(commands)
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    subprocess.run(["sh", "-ec", script], cwd=shelf.root, env={**os.environ, "PATH": path}, check=True)


def codes(shelf: Shelf, page: FindingPage) -> set[str]:
    command = "pack" if page.code in PACKING else "build"
    printed = CliRunner().invoke(app, [command, str(shelf.root)]).stdout
    return set(re.findall(r"^\S+:\d+:\d+ (\w+) ", printed, re.MULTILINE))


@pytest.mark.parametrize("page", WITH_EXAMPLES, ids=lambda page: page.code)
def test_bad_is_found_and_good_is_not(page: FindingPage, shelf: Shelf, tmp_path: Path) -> None:
    if page.bad.startswith("$ ") and os.name == "nt":
        pytest.skip("the example is one of a POSIX shell")
    if page.code in PACKING:
        shelf.write("LICENSE", "MIT No Attribution\n")
        CliRunner().invoke(app, ["build", str(shelf.root)])
    apply(shelf, page.bad)
    assert codes(shelf, page) - BESIDE.get(page.code, set()) == {page.code}
    if not page.good.startswith("$ "):
        shelf = Shelf.copied_to(tmp_path / "another")
    apply(shelf, page.good)
    assert codes(shelf, page) == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.code)
def test_every_page_says_what_why_and_how(page: FindingPage) -> None:
    assert page.title.endswith(".")
    assert page.why
    assert page.fix.endswith(".")
    assert bool(page.bad) == bool(page.good) == (page.code != "OUT005")  # which no source of a skill can cause


def test_no_two_findings_share_a_code() -> None:
    codes = [page.code for page in PAGES]
    assert len(codes) == len(set(codes)) > 50
