"""docs/descriptor.md says of every key of both schemas what it is."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from support.places import ROOT

from skillc.explain.descriptor_page import descriptor_page
from skillc.schemas import NAMES, schema
from skillc.schemas.dialect import KEYWORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = ROOT / "docs" / "descriptor.md"


def keys(value: Any) -> Iterator[str]:
    """Yield every key that a mapping of a schema may hold; the dialect is looked at apart."""
    if isinstance(value, list):
        for child in value:
            yield from keys(child)
    elif isinstance(value, dict) and value.get("title") != "A schema in the closed dialect":
        yield from value["properties"] if isinstance(value.get("properties"), dict) and "type" in value else ()
        for name, child in value.items():
            if name not in {"examples", "required", "enum", "input"}:
                yield from keys(child)


def test_it_is_up_to_date() -> None:
    """If not: `make docs`."""
    printed = subprocess.run(
        [sys.executable, "-m", "skillc.explain.descriptor_page"], capture_output=True, check=True
    ).stdout
    assert PAGE.read_bytes() == printed


@pytest.mark.parametrize("name", NAMES)
def test_every_key_has_a_row(name: str) -> None:
    rows = set(re.findall(r"^\| `([^`]+)`\*? \|", descriptor_page(), re.MULTILINE))
    assert set(keys(schema(name))) - rows == set()
    assert set(KEYWORDS) - rows == set()


def test_every_row_has_four_cells_with_words() -> None:
    rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in descriptor_page().splitlines() if line.startswith("| ")]
    assert len(rows) > 100
    assert {len(row) for row in rows} == {4}
    assert all(cell.strip() for row in rows for cell in row)
