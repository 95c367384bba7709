"""docs/architecture.md shows what is there.

Every room once, and the imports between rooms, all of them and no others.
"""

from __future__ import annotations

import ast
import re
import sys
from typing import TYPE_CHECKING

import pytest
from support.places import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOURCE = ROOT / "src"
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
FOR_ALL = {"schemas", "model", "diagnostic", "shared", "version"}  # rooms of skillc to which no arrow is drawn


def below(mark: str) -> str:
    """Return what stands on the page below a comment, up to the next empty line."""
    return PAGE.split(f"<!-- {mark} -->\n", 1)[1].split("\n\n", 1)[0]


def described_rooms(package: str) -> list[str]:
    return re.findall(r"^\| `(\w+)` \|", below(f"{package}: rooms"), re.MULTILINE)


def rooms(package: str) -> set[str]:
    """Return the modules and folders directly in a package."""
    inside = (path for path in (SOURCE / package).iterdir() if path.suffix == ".py" or (path / "__init__.py").exists())
    return {path.stem for path in inside} - {"__init__", "__main__"}


def modules(package: str) -> list[Path]:
    return sorted((SOURCE / package).rglob("*.py"))


def imports(module: Path) -> Iterator[list[str]]:
    """Yield the full name of everything that a module imports, inside functions too, as a list of its parts."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            within = module.relative_to(SOURCE).parts[: -node.level] if node.level else ()
            origin = [*within, *(node.module or "").split(".")] if node.module else [*within]
            yield from ([*origin, alias.name] for alias in node.names)


def imports_between_rooms(package: str) -> set[tuple[str, str]]:
    found = set()
    for module in modules(package):
        room = module.relative_to(SOURCE / package).parts[0].removesuffix(".py")
        inside = {name[1] for name in imports(module) if name[0] == package and len(name) > 1}
        found |= {(room, other) for other in inside & rooms(package) if room in rooms(package) and other != room}
    return found


@pytest.mark.parametrize("package", ["skillc", "skill_helper", "einvoice"])
def test_every_room_is_described_once(package: str) -> None:
    assert sorted(described_rooms(package)) == sorted(rooms(package))


def test_the_arrows_of_the_compiler_are_its_imports() -> None:
    lines = re.findall(r"^  (\w+) --> (.*)$", below("skillc: arrows"), re.MULTILINE)
    arrows = {(start, end) for start, ends in lines for end in ends.split(" & ")}
    assert {(start, end) for start, end in imports_between_rooms("skillc") if end not in FOR_ALL} == arrows


def test_the_compiler_imports_downwards_only() -> None:
    order = described_rooms("skillc")
    assert [
        f"{start} -> {end}" for start, end in imports_between_rooms("skillc") if order.index(start) > order.index(end)
    ] == []


@pytest.mark.parametrize("package", ["skill_helper", "einvoice"])
def test_what_ships_imports_downwards_only(package: str) -> None:
    order = below(f"{package}: order").strip("`").split(" > ")
    level = {room: index for index, group in enumerate(order) for room in group.split(", ")}
    assert set(level) == rooms(package)
    assert [f"{start} -> {end}" for start, end in imports_between_rooms(package) if level[start] > level[end]] == []


@pytest.mark.parametrize("package", ["skill_helper", "einvoice"])
def test_what_ships_imports_itself_and_the_standard_library_only(package: str) -> None:
    allowed = {package, *sys.stdlib_module_names}
    foreign = {
        (module.name, name[0]) for module in modules(package) for name in imports(module) if name[0] not in allowed
    }
    assert foreign == set()


def test_no_other_package_imports_the_invoices() -> None:
    users = {
        module.name
        for package in ("skillc", "skill_helper", "membrane_sandbox")
        for module in modules(package)
        if any(name[0] == "einvoice" for name in imports(module))
    }
    assert users == set()


def test_the_compiler_has_one_door_to_the_helper() -> None:
    doors = {module.name for module in modules("skillc") if any(name[0] == "skill_helper" for name in imports(module))}
    assert doors == {"shared.py"}


def test_the_sandbox_shares_no_code_with_the_others() -> None:
    shared = [
        module
        for module in modules("membrane_sandbox")
        for name in imports(module)
        if name[0] in {"skillc", "skill_helper"}
    ]
    used = [
        module
        for package in ("skillc", "skill_helper")
        for module in modules(package)
        for name in imports(module)
        if name[0] == "membrane_sandbox"
    ]
    assert shared + used == []


def test_every_place_that_is_named_exists() -> None:
    named = re.findall(r"`((?:src|tests)/[^`]*)`", PAGE)
    assert len(named) > 8
    assert [place for place in named if not (ROOT / place).exists()] == []
