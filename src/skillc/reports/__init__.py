"""Findings in a format for a person or for a program.

Each format is a module here with `render(report)`; only the one in use is loaded.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from skillc.diagnostic import Diagnostic


class Format(str, Enum):
    """The format of a report: the name of its module."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"


@dataclass(frozen=True, slots=True)
class Report:
    """The findings about the skill in `root`, a path as the user typed it.

    `texts` are the sources by file name; with `colour`, the report is for a terminal.
    """

    root: Path
    diagnostics: Sequence[Diagnostic]
    texts: Mapping[str, str]
    colour: bool = False

    @property
    def folder(self) -> str:
        """The path from the current folder to the skill, with a slash; "" if the skill is not below it."""
        try:
            relative = self.root.resolve().relative_to(Path.cwd().resolve())
        except ValueError:
            return ""
        return "" if relative == Path() else f"{relative.as_posix()}/"


def rendered(report: Report, form: Format) -> str:
    """Return `report` in the format `form`, with a line break at the end unless it is empty."""
    text: str = import_module(f"{__name__}.{form.value}").render(report)
    return text
