"""From sources to a plan of what to write: every step but the last."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from skillc.budget.costs import Cost, costs, over_limits
from skillc.budget.registry_limits import too_large, too_little
from skillc.pipeline import Compilation, compile_tree
from skillc.render import render
from skillc.write.plan import Plan, plan

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from skillc.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Build:
    """A build that has not touched the disk. `plan` is None when `diagnostics` hold an error; `files` is what was rendered."""

    compilation: Compilation
    diagnostics: tuple[Diagnostic, ...]
    costs: tuple[Cost, ...] = ()
    plan: Plan | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)


def prepare(root: Path) -> Build:
    """Compile and render the skill in `root`, and compare it with what is there."""
    compilation = compile_tree(root)
    skill, found = compilation.skill, compilation.diagnostics
    if skill is None:
        return Build(compilation, found)
    files = render(skill)
    sizes = costs(skill, files)
    planned, refused = plan(root, files)
    problems = [*over_limits(compilation.sources.skill, sizes), *too_large(files), *refused]
    return Build(compilation, (*found, *problems, *too_little(files)), tuple(sizes), None if problems else planned, files)
