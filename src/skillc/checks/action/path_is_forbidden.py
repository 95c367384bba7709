"""An action requests a path that `proxy.forbid` in skill.yaml forbids.

Why: the helper refuses every request below such a path, so the action could never run.

Fix: use another path, or remove this one from `proxy.forbid`.

Bad:
    # actions/book/update-book.yaml
    run: {request: {method: PATCH, path: "/keys/{id}", body: [title, room]}}
Good:
    # actions/book/update-book.yaml
    run: {request: {method: PATCH, path: "/books/{id}", body: [title, room]}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.shared import ProxyPath

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "ACT018"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each action on a forbidden path."""
    forbidden = project.skill.data.get("proxy", {}).get("forbid", []) if project.skill else []
    for action in project.actions:
        path = ProxyPath(tuple(action.data["run"].get("request", {}).get("path", "").strip("/").split("/")))
        for index, prefix in enumerate(forbidden):
            if project.skill and path.lies_below(prefix):
                message = f"skill.yaml forbids requests to {prefix}"
                found = action.error(
                    CODE, ("run", "request", "path"), message, "use another path, or remove {prefix} from proxy.forbid"
                )
                yield found.see(project.skill.related("what forbids it", ("proxy", "forbid", index)))
