"""What was found, in the form that a person or a program wants.

Each form is a module here with `render(report)`; only the one that is asked for is loaded.
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
    """The form of a report: the name of its module."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"


@dataclass(frozen=True, slots=True)
class Report:
    """What there is to tell of the skill in `root`, a path as the user gave it.

    `texts` are the sources by the file names in the diagnostics; `colour` is for a terminal.
    """

    root: Path
    diagnostics: Sequence[Diagnostic]
    texts: Mapping[str, str]
    colour: bool = False

    @property
    def folder(self) -> str:
        """What to put before a file name to get its path from the current folder; "" too when the skill lies elsewhere."""
        try:
            relative = self.root.resolve().relative_to(Path.cwd().resolve())
        except ValueError:
            return ""
        return "" if relative == Path() else f"{relative.as_posix()}/"


def rendered(report: Report, form: Format) -> str:
    """Return `report` in the form `form`, ending with a line break unless it is empty."""
    text: str = import_module(f"{__name__}.{form.value}").render(report)
    return text
