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
    """What became of the sources."""

    sources: Sources
    diagnostics: tuple[Diagnostic, ...]

    @cached_property
    def skill(self) -> Skill | None:
        """The skill; None when any diagnostic is an error."""
        from skillc.lower import lower  # noqa: PLC0415 - who only validates does without

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
    """Load and check the skill whose sources lie in `root`; it is lowered when asked for."""
    sources, loading = load(root)
    return Compilation(sources, tuple(check(sources, loading)))
