"""An input is in neither the path, nor the query, nor a header, nor the body of the request.

Why: the helper accepts the input, but the app never receives it.

Fix: add the input to `query` or `body`, or remove it.

Bad:
    # actions/book/update-book.yaml
    run: {request: {method: PATCH, path: "/books/{id}", body: [room]}}
Good:
    # actions/book/update-book.yaml
    run: {request: {method: PATCH, path: "/books/{id}", body: [title, room]}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.checks.support.requests import OTHERWISE, PARAMETER, meant_input, unsent_inputs
from skillc.schemas.subschemas import properties_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "ACT016"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each input of a request that is not sent."""
    for action in project.actions:
        request = action.data["run"].get("request")
        unsent = unsent_inputs(action) if request and "prepare" not in action.data else []
        if not unsent:
            continue
        inputs = properties_of(action.data["input"], project.definitions)
        unknown = [name for name in PARAMETER.findall(request["path"]) if name not in inputs]
        meant = {meant_input(action, name) for name in unknown}  # another check says so
        meant.update(name for names in OTHERWISE.findall(request["path"]) for name in names)  # and so it does of these
        for name in unsent:
            if name not in meant:
                pointer = ("input", "properties", name)
                message = f"{name} is not sent: it is not in the path, the query, a header or the body"
                hint = f"add {name} to run.request.{'query' if request['method'] in {'GET', 'HEAD'} else 'body'}"
                yield action.error(CODE, pointer, message, hint)
