"""Figures of a benchmark for the documentation: a Markdown table, and the section of a page that holds it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGE = DOCS / "benchmarks.md"


def markdown_table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return a table of at least one row: text columns left, numbers right."""
    kinds = ["---:" if isinstance(cell, (int, float)) else "---" for cell in rows[0]]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in (header, kinds, *rows))


def write_section(name: str, body: str) -> None:
    """Put a benchmark's section into docs/benchmarks.md; the sections of others stay as they are."""
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else "# Benchmarks\n"
    section = f"{begin}\n{body}\n{end}"
    before, found, rest = page.partition(begin)
    page = before + section + rest.partition(end)[2] if found else f"{page}\n{section}\n"
    DOCS.mkdir(exist_ok=True)
    PAGE.write_text(page, encoding="utf-8", newline="\n")
