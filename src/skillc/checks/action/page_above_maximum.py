"""`page.max` is above what the input that it sets allows.

Why: `--all` asks for pages of that size, and the helper's own check, or the app, would refuse each of them.

Fix: write the same number in both places.

Bad:
    page: {number: page, size: perPage, max: 100}
Good:
    page: {number: page, size: perPage, max: 50}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.schemas.subschemas import properties_of, resolved
from skillc.shared import problems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "ACT023"

_UPWARDS = frozenset({"maximum", "exclusiveMaximum", "multipleOf", "enum", "const"})


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each size of page that its input refuses."""
    for action in project.actions:
        page = action.data.get("page", {})
        size, most = page.get("size"), page.get("max")
        schema = properties_of(action.data["input"], project.definitions).get(size)
        if most is None or schema is None:
            continue
        for problem in problems_of(most, schema, project.definitions):
            if problem.keyword not in _UPWARDS:
                continue
            limit = resolved(schema, project.definitions).get("maximum")
            hint = f"write {limit}" if problem.keyword == "maximum" else f"correct it, or the input {size}"
            yield action.error(CODE, ("page", "max"), f"the input {size} refuses {most}: {problem.message}", hint)
