"""A generated page costs its reader more than `budgets` in skill.yaml allows.

Why: agents pay for every token of SKILL.md whenever they use the skill.

Fix: shorten the texts on the page, or raise the limit.

Bad:
    # skill.yaml
    budgets: {skill: {tokens: 10}}
Good:
    # skill.yaml
    budgets: {skill: {tokens: 1500}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.rendering import Rendering
    from skillc.diagnostic import Diagnostic

CODE = "OUT004"


def check(rendering: Rendering) -> Iterator[Diagnostic]:
    """Yield an error, at the limit in skill.yaml, for each page and unit over its limit."""
    for cost in rendering.costs:
        for unit, amount, allowed in cost.excess():
            about = "about " if unit == "tokens" else ""
            message = f"{cost.path} has {about}{amount:,} {unit}; at most {allowed:,} are allowed"
            place = ("budgets", cost.budget, unit)
            yield rendering.source.error(CODE, place, message, "shorten the texts, or raise the limit")
