"""By the syntax trees of what ships: one module starts processes, and each permit is made in one module."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest
from support.places import ROOT

from skill_helper.base.effects import Change, ChangeFacts, reading

if TYPE_CHECKING:
    from collections.abc import Iterator

HELPER = ROOT / "src" / "skill_helper"
TREES = {path.relative_to(HELPER).as_posix(): ast.parse(path.read_text("utf-8")) for path in HELPER.rglob("*.py")}
STARTERS = {"subprocess", "multiprocessing", "asyncio", "pty", "_posixsubprocess", "concurrent", "ctypes", "webbrowser"}
STARTING = {"system", "popen", "fork", "forkpty", "startfile", "posix_spawn", "posix_spawnp"}
LISTED_NAMES = {
    "base/system.py",
    "commands/journal.py",
}  # from tuples beside the call: of signals, of an entry's members
DOOR = "actions/packages.py"  # to packages that the skill brings: skillc refuses those that could reach out
BY_NAME = {"eval", "exec", "compile", "__import__", "import_module", "getattr"}


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield the top-level names of the modules that are imported anywhere in a tree."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield (node.module or "").partition(".")[0]


def called(tree: ast.AST) -> Iterator[str]:
    """Yield the names of what is called anywhere in a tree, without what stands before the last dot."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, (ast.Name, ast.Attribute)):
            yield node.func.id if isinstance(node.func, ast.Name) else node.func.attr


def test_one_module_starts_processes() -> None:
    importing = {name for name, tree in TREES.items() if STARTERS.intersection(imported(tree))}
    calling = {
        name
        for name, tree in TREES.items()
        if any(word in STARTING or word[:5] in ("spawn", "execv", "execl") for word in called(tree))
    }
    assert importing | calling == {"membrane/program.py"}


def test_nothing_is_called_by_a_name_that_is_put_together() -> None:
    for name, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in BY_NAME:
                constant = len(node.args) > 1 and isinstance(node.args[1], ast.Constant)
                assert node.func.id == "getattr" or name == DOOR, f"{name}:{node.lineno}"
                assert constant or name in {*LISTED_NAMES, DOOR}, f"{name}:{node.lineno}"


@pytest.mark.parametrize(
    ("permit", "modules"),
    [("Change", {"confirm/gate.py"}), ("Setup", {"confirm/gate.py"}), ("Read", {"base/effects.py"})],
)
def test_each_permit_is_made_in_one_module(permit: str, modules: set[str]) -> None:
    assert {name for name, tree in TREES.items() if permit in called(tree)} == modules


def test_only_the_start_of_a_program_spends_a_change() -> None:
    spending = {
        name
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "permit.start"
    }
    assert spending == {"membrane/program.py"}


def test_a_change_is_spent_by_its_use() -> None:
    change = Change(ChangeFacts("delete-book", "c1", "get-book --id 5"))
    change.start()
    with pytest.raises(RuntimeError, match="started twice"):
        change.start()


def test_no_read_is_made_for_another_effect() -> None:
    with pytest.raises(ValueError, match="without the gate"):
        reading(reads_only=False)
