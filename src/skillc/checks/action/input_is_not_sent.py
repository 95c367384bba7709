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

from skillc.checks.support.requests import PARAMETER, named_inputs, sends_rest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "ACT016"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each input of a request that is not sent."""
    for action in project.actions:
        request = action.data["run"].get("request")
        if request is None or sends_rest(request):
            continue
        sent = {*PARAMETER.findall(request["path"]), *(named.name for named in named_inputs(request))}
        for name in action.data["input"].get("properties", {}):
            if name not in sent:
                pointer = ("input", "properties", name)
                message = f"{name} is not sent: it is not in the path, the query, a header or the body"
                hint = f"add {name} to run.request.{'query' if request['method'] in {'GET', 'HEAD'} else 'body'}"
                yield action.error(CODE, pointer, message, hint)
