"""Figures of a benchmark for the documentation: a Markdown table, a chart, and the section of the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGE = DOCS / "benchmarks.md"
COLOURS = ("#4c78a8", "#f58518", "#54a24b", "#b279a2")
LABEL_WIDTH, PLOT_WIDTH, BAR_HEIGHT, GAP = 150, 520, 22, 12


def markdown_table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return a table of at least one row: text columns left, numbers right."""
    kinds = ["---:" if isinstance(cell, (int, float)) else "---" for cell in rows[0]]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in (header, kinds, *rows))


def stacked_bars(title: str, unit: str, bars: Mapping[str, Mapping[str, float]], limit: float | None = None) -> str:
    """Return an SVG chart: one horizontal bar for each label, made of named parts in `unit`, with a line at `limit`."""
    parts = list(dict.fromkeys(name for bar in bars.values() for name in bar))
    scale = PLOT_WIDTH / max(limit or 0, *(sum(bar.values()) for bar in bars.values()))
    bottom = 64 + len(bars) * (BAR_HEIGHT + GAP)
    shapes = [text(0, 16, title, "title"), *legend(parts)]
    for row, (label, bar) in enumerate(bars.items()):
        top, left = 64 + row * (BAR_HEIGHT + GAP), float(LABEL_WIDTH)
        shapes.append(text(0, top + 16, label))
        for name, value in bar.items():
            shapes.append(box(left, top, value * scale, BAR_HEIGHT, COLOURS[parts.index(name)]))
            left += value * scale
        shapes.append(text(left + 6, top + 16, f"{sum(bar.values()):g} {unit}"))
    if limit is not None:
        at = LABEL_WIDTH + limit * scale
        shapes.append(
            f'<line x1="{at:.1f}" x2="{at:.1f}" y1="56" y2="{bottom}" stroke="#d62728" stroke-dasharray="4 3"/>'
        )
        shapes.append(text(at - 40, bottom + 14, f"target {limit:g} {unit}"))
    width, height = LABEL_WIDTH + PLOT_WIDTH + 90, bottom + 24
    style = "<style>text{font:13px sans-serif;fill:#333}.title{font-weight:bold}</style>"
    place = f'viewBox="-10 -4 {width} {height}" role="img" aria-label="{escape(title)}"'
    frame = f'<svg xmlns="http://www.w3.org/2000/svg" {place}>'
    return "\n".join([frame, style, box(-10, -4, width, height, "#fff"), *shapes, "</svg>", ""])


def legend(parts: Sequence[str]) -> list[str]:
    """Return a coloured square and a name for each part."""
    shapes = []
    for place, name in enumerate(parts):
        shapes += [
            box(LABEL_WIDTH + place * 170, 30, 12, 12, COLOURS[place]),
            text(LABEL_WIDTH + place * 170 + 18, 41, name),
        ]
    return shapes


def box(left: float, top: float, width: float, height: float, colour: str) -> str:
    """Return a filled rectangle."""
    return f'<rect x="{left:.1f}" y="{top:g}" width="{width:.1f}" height="{height:g}" fill="{colour}"/>'


def text(left: float, base: float, words: str, kind: str = "plain") -> str:
    """Return a line of text."""
    return f'<text x="{left:.1f}" y="{base:g}" class="{kind}">{escape(words)}</text>'


def write_section(name: str, body: str, chart: str) -> None:
    """Put a benchmark's section, with its chart, into docs/benchmarks.md; the sections of others stay as they are."""
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else "# Benchmarks\n"
    section = f"{begin}\n{body}\n\n![{name}]({name}.svg)\n{end}"
    before, found, rest = page.partition(begin)
    page = before + section + rest.partition(end)[2] if found else f"{page}\n{section}\n"
    DOCS.mkdir(exist_ok=True)
    PAGE.write_text(page, encoding="utf-8", newline="\n")
    (DOCS / f"{name}.svg").write_text(chart, encoding="utf-8", newline="\n")
