"""The front half of the compiler in one call: load, check, lower."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from skillc.checks import check
from skillc.diagnostic import Diagnostic, has_errors
from skillc.load import load
from skillc.lower import lower

if TYPE_CHECKING:
    from pathlib import Path

    from skillc.load import Sources
    from skillc.model import Action, Skill


@dataclass(frozen=True, slots=True)
class Compilation:
    """What became of the sources: `skill` is None when any diagnostic is an error."""

    sources: Sources
    diagnostics: tuple[Diagnostic, ...]
    skill: Skill | None

    @property
    def actions(self) -> tuple[Action, ...]:
        """The actions of the skill; none when it has errors."""
        return self.skill.actions if self.skill else ()

    @property
    def texts(self) -> dict[str, str]:
        """The text of each source file, to quote from."""
        return {document.path: document.text for document in self.sources.documents}


def compile_tree(root: Path) -> Compilation:
    """Load, check and lower the skill whose sources lie in `root`."""
    sources, loading = load(root)
    diagnostics = check(sources, loading)
    return Compilation(sources, tuple(diagnostics), None if has_errors(diagnostics) else lower(sources))


def compile_skill(root: Path) -> tuple[Skill | None, list[Diagnostic]]:
    """Return the skill in `root`, None when it has errors, and everything found."""
    compilation = compile_tree(root)
    return compilation.skill, list(compilation.diagnostics)
