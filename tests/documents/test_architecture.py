"""docs/architecture.md draws what is there: every module once, and the imports between the boxes, all of them and no others."""

from __future__ import annotations

import ast
import re

from support.places import ROOT

SOURCE = ROOT / "src" / "skillc"
TEXT = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
GROUND = "ground"

BOXES = {box: set(modules.split(", ")) for box, modules in re.findall(r'^  (\w+)\["[^<"]*<br>([^"]*)"\]$', TEXT, re.MULTILINE)}
ARROWS = {(start, end) for start, ends in re.findall(r"^  (\w+) --> (.*)$", TEXT, re.MULTILINE) for end in ends.split(" & ")}
BOX_OF = {module: box for box, modules in BOXES.items() for module in modules}


def modules() -> set[str]:
    """Return the modules and packages directly below src/skillc."""
    return {path.stem for path in SOURCE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()} - {"__init__"}


def imports() -> set[tuple[str, str]]:
    """Return who imports whom among them, inside functions too."""
    found = set()
    for file in SOURCE.rglob("*.py"):
        importer = file.relative_to(SOURCE).parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [a.name for a in getattr(node, "names", [])]
            found |= {(importer, name.split(".")[1]) for name in names if name.startswith("skillc.")}
    return found


def test_every_module_stands_in_one_box() -> None:
    drawn = [module for inside in BOXES.values() for module in inside]
    assert sorted(drawn) == sorted(modules())


def test_the_arrows_are_the_imports() -> None:
    between = {(BOX_OF[importer], BOX_OF[imported]) for importer, imported in imports()}
    assert {(start, end) for start, end in between if end not in {start, GROUND}} == ARROWS


def test_no_arrow_leads_back() -> None:
    remaining = set(ARROWS)
    while ends := {start for start, _ in remaining} | {end for _, end in remaining}:
        last = ends - {start for start, _ in remaining}
        assert last, f"a circle: {remaining}"
        remaining = {(start, end) for start, end in remaining if end not in last}


def test_every_place_that_is_named_exists() -> None:
    named = re.findall(r"`(src/[^`]*)`", TEXT)
    assert len(named) > 8
    assert [place for place in named if not (ROOT / place).exists()] == []


def test_the_sandbox_and_the_compiler_share_no_code() -> None:
    for package, other in (("skillc", "membrane_sandbox"), ("membrane_sandbox", "skillc")):
        for file in (ROOT / "src" / package).rglob("*.py"):
            assert not re.search(rf"^\s*(from|import) {other}\b", file.read_text(encoding="utf-8"), re.MULTILINE), file
