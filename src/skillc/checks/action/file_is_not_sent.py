"""An action sends a file of the user's, which Membrane's CLI has no documented way to do.

Why: a request that pretends to send the file would fail, or store something else. The helper refuses the action and
tells the agent what `instead` says. It is a warning, because the author knows of it then.

Fix: say in `instead` what to do in its place. Remove `instead` from a request without a file.

Bad:
    # actions/book/update-book.yaml
    run: {request: {method: PATCH, path: "/books/{id}", body: {$multipart: {scan: {$file: title}, at: {$input: room}}}}}
Good:
    # actions/book/update-book.yaml
    run: {request: {method: PATCH, path: "/books/{id}", body: [title, room]}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.checks.support.requests import REQUEST, has_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "ACT029"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each request with a file, and each `instead` without one."""
    for action in project.actions:
        request = action.data["run"].get("request", {})
        if has_file(request):
            pointer = (*REQUEST, "body")
            if "instead" in request:
                message = "Membrane's CLI has no documented way to send a file; the helper says instead what to do"
                yield action.warning(
                    CODE, pointer, message, f"leave the action out, or write: # skillc: allow {CODE} because REASON"
                )
            else:
                message = "Membrane's CLI has no documented way to send a file"
                yield action.error(CODE, pointer, message, "add run.request.instead: what to do in its place")
        elif "instead" in request:
            yield action.error(CODE, (*REQUEST, "instead"), "this request sends no file", "remove instead")
