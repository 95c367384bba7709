"""What the generated files cost a reader, against the limits in skill.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from skillc.budget.tokens import estimated_tokens
from skillc.write.codes import WriteCode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skillc.diagnostic import Diagnostic
    from skillc.load import Document
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
        for unit, found, allowed in (("tokens", self.tokens, self.limit.tokens), ("lines", self.lines, self.limit.lines)):
            if allowed is not None and found > allowed:
                yield unit, found, allowed


def costs(skill: Skill, files: Mapping[str, bytes]) -> list[Cost]:
    """Return the cost of each page; tokens are estimated. The helper is run, not read."""
    return [_cost(skill, path, content.decode("utf-8")) for path, content in sorted(files.items()) if path.endswith(".md")]


def over_limits(source: Document, found: list[Cost]) -> Iterator[Diagnostic]:
    """Yield an error, at the limit in skill.yaml, for each file that is over it."""
    for cost in found:
        for unit, amount, allowed in cost.excess():
            about = "about " if unit == "tokens" else ""
            message = f"{cost.path} has {about}{amount:,} {unit}; at most {allowed:,} are allowed"
            place = ("budgets", cost.budget, unit)
            yield source.error(WriteCode.OVER_BUDGET.value, place, message, "shorten the texts, or raise the limit")


def _cost(skill: Skill, path: str, text: str) -> Cost:
    limit, budget = (skill.skill_budget, "skill") if path == "SKILL.md" else (skill.reference_budget, "reference")
    return Cost(path, estimated_tokens(text), text.count("\n"), limit, budget)
