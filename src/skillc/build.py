"""From sources to a plan of what to write: every step but the last."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from skillc.budget.costs import Cost, page_costs
from skillc.checks import check_output
from skillc.checks.support.rendering import Rendering
from skillc.diagnostic import has_errors
from skillc.pipeline import Compilation, compile_tree
from skillc.render import render
from skillc.write.plan import Plan, plan

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from skillc.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Build:
    """A build that has not touched the disk.

    `files` are the rendered ones. `plan` is None when `diagnostics` has an error.
    """

    compilation: Compilation
    diagnostics: tuple[Diagnostic, ...]
    costs: tuple[Cost, ...] = ()
    plan: Plan | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)


def prepare(root: Path) -> Build:
    """Compile and render the skill in `root`, check the result, and compare it with the files on disk."""
    compilation = compile_tree(root)
    skill, source = compilation.skill, compilation.sources.skill
    if skill is None:
        return Build(compilation, compilation.diagnostics)
    files = render(skill)
    costs = tuple(page_costs(skill, files))
    planned, refused = plan(root, files)
    found = (*compilation.diagnostics, *check_output(Rendering(source, files, costs, skill)), *refused)
    return Build(compilation, found, costs, None if has_errors(found) else planned, files)
