"""The documentation page of every kind of finding, read from the docstring of its check or from its `Code`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from inspect import cleandoc
from typing import TYPE_CHECKING

from skillc.checks.discovery import modules_in
from skillc.checks.run import ROOMS
from skillc.load.codes import LoadCode
from skillc.write.codes import WriteCode

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHECKS = tuple(f"skillc.checks.{room}" for room in ROOMS)
_HEADING = re.compile(r"^(Why|Fix|Bad|Good):", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FindingPage:
    """The documentation of the finding `code`.

    `bad` and `good` are lines of list-books.yaml, or of the file named by `# PATH`. Each key replaces the same key in
    the file; `# without KEY` removes a key; `$ ` begins a shell command in the skill's folder, run after that.
    """

    code: str
    title: str
    why: str
    fix: str
    bad: str
    good: str


def pages() -> tuple[FindingPage, ...]:
    """Return all pages, sorted by code."""
    return tuple(sorted((_page(code, text) for code, text in _texts()), key=lambda page: page.code))


def _texts() -> Iterator[tuple[str, str]]:
    for package in _CHECKS:
        for module in modules_in(package):
            yield module.CODE, module.__doc__ or ""
    for member in (*LoadCode, *WriteCode):
        yield member.value, member.page


def _page(code: str, text: str) -> FindingPage:
    title, *parts = _HEADING.split(cleandoc(text))
    sections = {heading: cleandoc(f"\n{section}") for heading, section in zip(parts[::2], parts[1::2], strict=True)}
    prose = {heading: " ".join(sections.get(heading, "").split()) for heading in ("Why", "Fix")}
    return FindingPage(
        code, " ".join(title.split()), prose["Why"], prose["Fix"], sections.get("Bad", ""), sections.get("Good", "")
    )
