"""The front half of the compiler in one call: load, check, lower."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from skillc.checks import check
from skillc.diagnostic import Diagnostic, has_errors
from skillc.load import load

if TYPE_CHECKING:
    from pathlib import Path

    from skillc.load import Sources
    from skillc.model import Action, Skill


@dataclass(frozen=True)
class Compilation:
    """The sources with everything found in them."""

    sources: Sources
    diagnostics: tuple[Diagnostic, ...]

    @cached_property
    def skill(self) -> Skill | None:
        """The skill; None when any diagnostic is an error."""
        from skillc.lower import lower  # noqa: PLC0415 - not needed to validate

        return None if has_errors(self.diagnostics) else lower(self.sources)

    @property
    def actions(self) -> tuple[Action, ...]:
        """The actions of the skill; none when it has errors."""
        return self.skill.actions if self.skill else ()

    @property
    def texts(self) -> dict[str, str]:
        """The text of each source file, to quote from."""
        return {document.path: document.text for document in self.sources.documents}


def compile_tree(root: Path) -> Compilation:
    """Load and check the sources in `root`; they are lowered when `skill` is read."""
    sources, loading = load(root)
    return Compilation(sources, tuple(check(sources, loading)))
