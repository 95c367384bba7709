"""Actions that a package of the skill carries out: a shelf whose descriptors call functions of src/stack."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from support.shelf import DELETE, LIST, UPDATE, Shelf
from typer.testing import CliRunner

from skillc.cli.app import app

FIRST = "# skillc copies this file into each skill; change it in src/stack, not there\n"
DESK = '''
"""What a desk can do with a stack."""

from .paper import sheet


def stack_books(values):
    titles = values["titles"]
    if "?" in titles:
        return {"problems": [{"pointer": f"/titles/{titles.index('?')}", "message": "is no title", "hint": "ask"}]}
    return {"answer": {"items": [{"title": title, "room": "A"} for title in titles], "total": len(titles)}}


def print_sheet(values):
    return {"facts": {"pages": 1}, "file": {"name": "sheet_1", "content": sheet(values), "media_type": "text/csv"}}
'''
TITLES = {
    "type": "object",
    "required": ["titles"],
    "properties": {"titles": {"type": "array", "items": {"type": "string"}}},
}
ROWS = {
    "items": "items",
    "total": "total",
    "show": ["title"],
    "schema": {
        "type": "object",
        "properties": {
            "total": {"type": "integer"},
            "items": {"type": "array", "items": {"type": "object", "properties": {"title": {"type": "string"}}}},
        },
    },
}


class Called:
    """The helper of the shelf."""

    def __init__(self, skill: Path, work: Path) -> None:
        self.script = skill / "scripts" / "bookshelf.py"
        self.work = work
        self.environment = {**os.environ, "XDG_STATE_HOME": str(work / "state"), "PATH": ""}  # no membrane anywhere

    def __call__(self, *words: str) -> tuple[int, dict[str, Any]]:
        done = self.printed(*words)
        return done.returncode, json.loads(done.stdout)

    def printed(self, *words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(self.script), *words]
        return subprocess.run(command, cwd=self.work, env=self.environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def skill(tmp_path_factory: pytest.TempPathFactory) -> Path:
    shelf = Shelf.copied_to(tmp_path_factory.mktemp("skill") / "bookshelf")
    shelf.write("src/stack/__init__.py", f'{FIRST}"""A stack of books."""\n')
    shelf.write("src/stack/desk.py", FIRST + DESK)
    shelf.write(
        "src/stack/paper/__init__.py", f'{FIRST}def sheet(values):\n    return ";".join(values["titles"]).encode()\n'
    )
    shelf.write("skill.yaml", shelf.text("skill.yaml") + "brings: [src/stack]\n")
    example = [{"ask": "Stack them", "input": {"titles": ["Emma", "It's"]}}]
    local = {"input": TITLES, "examples": example, "page": None, "target": None, "fill": None, "errors": None}
    shelf.overlay(
        LIST, {**local, "run": {"local": {"call": "stack.desk:stack_books", "words": "titles"}}, "output": ROWS}
    )
    shelf.overlay(
        "actions/book/get-sheet.yaml",
        {
            **local,
            "key": "get-sheet",
            "title": "Print a sheet",
            "summary": "Prints a sheet.",
            "run": {"local": {"call": "stack.desk:print_sheet"}},
            "output": {"file": {"types": ["text/csv"]}},
        },
    )
    for path in (UPDATE, DELETE):
        (shelf.root / path).unlink()
    built = CliRunner().invoke(app, ["build", str(shelf.root)])
    assert built.exit_code == 0, built.output
    return shelf.root


@pytest.fixture
def called(skill: Path, tmp_path: Path) -> Called:
    return Called(skill, tmp_path)


def test_the_package_ships_byte_for_byte(skill: Path) -> None:
    sources = {path.relative_to(skill / "src"): path.read_bytes() for path in (skill / "src").rglob("*.py")}
    assert {path: (skill / "scripts" / path).read_bytes() for path in sources} == sources
    assert len(sources) == 3
    published = json.loads((skill / "scripts" / "bookshelf.json").read_text())["files"]
    assert {f"scripts/{path.as_posix()}" for path in sources} < set(published)


def test_words_are_an_input_and_rows_come_as_of_any_list(called: Called) -> None:
    rows = [{"title": "Emma"}, {"title": "Persuasion"}]
    assert called("list-books", "Emma", "Persuasion") == (
        0,
        {"ok": True, "count": 2, "total": 2, "complete": True, "hidden": "room", "items": rows},
    )
    assert called("list-books", "Emma", "--titles", "Persuasion", "--limit", "1", "--fields", "room")[1]["items"] == [
        {"room": "A"}
    ]


def test_what_the_package_refuses_is_told_with_its_place(called: Called) -> None:
    code, document = called("list-books", "Emma", "?")
    assert code == 2
    assert document["error"]["problems"] == [{"pointer": "/titles/1", "message": "is no title", "hint": "ask"}]
    assert document["error"]["message"] == "list-books: 1 problem; nothing was done"


def test_the_input_is_checked_before_the_package_sees_it(called: Called) -> None:
    code, document = called("list-books")
    assert (code, document["error"]["code"]) == (2, "bad_input")
    code, document = called("get-sheet", "Emma")
    assert (code, document["error"]["code"]) == (2, "unexpected_word")


def test_a_file_is_saved_and_never_into_the_skill(called: Called, skill: Path) -> None:
    code, document = called("get-sheet", "--titles", "Emma", "--titles", "Persuasion")
    assert (code, document["pages"], Path(document["file"]["path"]).name) == (0, 1, "sheet_1.csv")
    assert (called.work / "sheet_1.csv").read_bytes() == b"Emma;Persuasion"
    code, document = called("get-sheet", "--titles", "Emma", "--output", str(skill / "x.csv"))
    assert (code, document["error"]["code"]) == (2, "output_in_skill")


def test_pages_show_the_words(called: Called, skill: Path) -> None:
    assert 'list-books Emma "It\'s"' in (skill / "references" / "book.md").read_text()
    assert "list-books Emma" in called.printed("list-books", "--help").stdout
    assert called("describe", "list-books")[1]["examples"][0].split()[2:4] == ["list-books", "Emma"]


def test_a_missing_package_is_a_damaged_skill_even_where_another_has_its_name(called: Called, skill: Path) -> None:
    elsewhere = called.work / "elsewhere" / "stack"
    elsewhere.mkdir(parents=True)
    (elsewhere / "__init__.py").write_text("print('not ours')")
    called.environment["PYTHONPATH"] = str(elsewhere.parent)
    whole, aside = skill / "scripts" / "stack", skill / "scripts" / "aside"
    whole.rename(aside)
    try:
        code, document = called("list-books", "Emma")
    finally:
        aside.rename(whole)
    assert (code, document["error"]["code"]) == (4, "damaged")


def test_nothing_is_written_beside_the_package(called: Called, skill: Path) -> None:
    called.environment.pop("PYTHONDONTWRITEBYTECODE", None)
    called("list-books", "Emma")
    called("list-books", "Emma")
    assert list(skill.rglob("__pycache__")) == []
    kept = {path.name.partition(".cpython")[0] for path in (called.work / "state").rglob("*.pyc")}
    assert {"stack", "stack.desk", "stack.paper"} < kept


def test_the_package_is_loaded_only_when_it_is_used(called: Called) -> None:
    called.environment["PYTHONVERBOSE"] = "1"
    assert "stack" not in called.printed("describe", "get-book").stderr
    assert "stack.desk" in called.printed("list-books", "Emma").stderr
