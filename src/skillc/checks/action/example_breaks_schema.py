"""An example input does not fit the input schema of its action.

Why: agents copy examples, and the helper would refuse this one.

Fix: correct the example or the schema.

Bad:
    examples: [{ask: First page, input: {page: 0}}]
Good:
    examples: [{ask: First page, input: {page: 1}}]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.checks.support.values import Judged, refusals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "ACT014"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each reason why the helper would refuse an example."""
    for action in project.actions:
        filled = {*action.data.get("fill", {}).get("fields", []), *action.data.get("defaults", {})}
        required = [name for name in action.data["input"].get("required", []) if name not in filled]
        schema = {"additionalProperties": False, **action.data["input"], "required": required}
        for index in range(len(action.data["examples"])):
            judged = Judged(action, ("examples", index, "input"), schema, ("input",))
            yield from refusals(project, judged, CODE, "the helper would refuse this example")
