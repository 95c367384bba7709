"""What each generated page costs its reader, and what skill.yaml allows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from skillc.budget.tokens import estimated_tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skillc.model import Budget, Skill


@dataclass(frozen=True, slots=True)
class Cost:
    """The size of one page, and the budget (a key of `budgets`) that it is held to."""

    path: str
    tokens: int
    lines: int
    limit: Budget
    budget: str

    def excess(self) -> Iterator[tuple[str, int, int]]:
        """Yield each unit that is over its limit: its name, what there is, and what is allowed."""
        for unit, found, allowed in (
            ("tokens", self.tokens, self.limit.tokens),
            ("lines", self.lines, self.limit.lines),
        ):
            if allowed is not None and found > allowed:
                yield unit, found, allowed


def page_costs(skill: Skill, files: Mapping[str, bytes]) -> list[Cost]:
    """Return the cost of each page, with estimated tokens. The helper is run, not read."""
    return [
        _cost(skill, path, content.decode("utf-8")) for path, content in sorted(files.items()) if path.endswith(".md")
    ]


def _cost(skill: Skill, path: str, text: str) -> Cost:
    own = {"SKILL.md": (skill.skill_budget, "skill")}
    if skill.recipes_budget != skill.reference_budget:
        own["references/recipes.md"] = (skill.recipes_budget, "recipes")
    limit, budget = own.get(path, (skill.reference_budget, "reference"))
    return Cost(path, estimated_tokens(text), text.count("\n"), limit, budget)
