"""The method of a request and the effect of the action contradict each other.

Why: a delete that is declared as a read would run without a confirmation.

Fix: correct the effect or the method.

Bad:
    run: {request: {method: DELETE, path: /books, query: [word, page, perPage]}}
Good:
    run: {request: {method: GET, path: /books, query: [word, page, perPage]}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "ACT017"

_SAFE = frozenset({"GET", "HEAD"})
_MAY_READ = frozenset({*_SAFE, "POST"})  # a search whose terms go into the body


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each contradiction."""
    for action in project.actions:
        request, effect = action.data["run"].get("request"), action.data["effect"]
        if request is None:
            continue
        method = request["method"]
        place = ("run", "request", "method")
        if effect == "read" and method not in _MAY_READ:
            yield action.error(
                CODE,
                place,
                f"{method} changes something, but effect is read",
                "write effect: write or effect: destructive",
            )
        elif effect == "write" and method == "DELETE":
            yield action.error(
                CODE, place, "DELETE destroys something, but effect is write", "write effect: destructive"
            )
        elif effect != "read" and method in _SAFE:
            yield action.error(
                CODE, place, f"{method} only reads, but effect is {effect}", "write effect: read, or correct the method"
            )
        elif method in _SAFE and "body" in request:
            yield action.error(
                CODE, ("run", "request", "body"), f"a {method} request has no body", "move the names to query"
            )
