"""What each part of a skill's pages costs a reader: where to shorten."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from skillc.budget.tokens import estimated_tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from skillc.budget.costs import Cost

_BIGGEST = 5
_HEADING = re.compile(r"^#{1,6} +(?P<title>.*?)\s*$")
_FENCE = re.compile(r"^ {0,3}(```+|~~~+)")
_FRONTMATTER = "---"


@dataclass(frozen=True, slots=True)
class PagePart:
    """The text under one heading of a page, without its subheadings; tokens are estimated, lines count from 1."""

    path: str
    heading: str
    line: int
    tokens: int


def page_parts(path: str, text: str) -> Iterator[PagePart]:
    """Yield the parts of a Markdown page in order; the text before the first heading is called (top)."""
    starts = list(_starts(text.splitlines()))
    lines = text.splitlines(keepends=True)
    for (start, heading), (end, _) in zip(starts, [*starts[1:], (len(lines), "")], strict=True):
        if part := "".join(lines[start:end]).strip():
            yield PagePart(path, heading, start + 1, estimated_tokens(part))


def _starts(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the index of the first line of each section, and its heading."""
    closing = _FRONTMATTER if lines[:1] == [_FRONTMATTER] else None
    yield 0, "(frontmatter)" if closing else "(top)"
    for index, line in enumerate(lines[1:] if closing else lines, start=1 if closing else 0):
        if closing is None and (heading := _HEADING.match(line)):
            yield index, heading["title"]
        elif closing is None and (fence := _FENCE.match(line)):
            closing = fence[1]
        elif closing and line.startswith(closing):
            if closing == _FRONTMATTER:
                yield index + 1, "(top)"
            closing = None


def budget_report(costs: Sequence[Cost], files: Mapping[str, bytes]) -> dict[str, Any]:
    """Return the costs of all files, of the sections of each page, and the biggest sections, as data."""
    pages = {cost.path: list(page_parts(cost.path, files[cost.path].decode())) for cost in costs}
    biggest = sorted((part for page in pages.values() for part in page), key=lambda part: -part.tokens)[:_BIGGEST]
    return {"files": [_file(cost, pages[cost.path]) for cost in costs], "biggest": [asdict(part) for part in biggest]}


def _file(cost: Cost, parts: Sequence[PagePart]) -> dict[str, Any]:
    listed = [{"heading": part.heading, "line": part.line, "tokens": part.tokens} for part in parts]
    limits = {"tokenLimit": cost.limit.tokens, "lineLimit": cost.limit.lines}
    return {"path": cost.path, "tokens": cost.tokens, "lines": cost.lines, **limits, "sections": listed}


def as_json(report: Mapping[str, Any]) -> str:
    """Return the report for a program."""
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def as_text(report: Mapping[str, Any]) -> str:
    """Return the report for a terminal."""
    lines: list[str] = []
    for file in report["files"]:
        limit = (
            f" of {file['tokenLimit']:,} tokens, {file['tokens'] / file['tokenLimit']:.0%}"
            if file["tokenLimit"]
            else " tokens"
        )
        lines.append(f"{file['path']}  about {file['tokens']:,}{limit}")
        lines += [f"{part['tokens']:>7,}  {part['heading']}" for part in file["sections"]]
    lines += ["", "biggest"]
    lines += [f"{part['tokens']:>7,}  {part['path']}:{part['line']} {part['heading']}" for part in report["biggest"]]
    return "\n".join(lines) + "\n"
