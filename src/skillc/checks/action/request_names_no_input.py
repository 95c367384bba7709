"""The query or body of a request names something that is not an input, or an input that is already sent.

Why: nothing would be sent under that name, or the value would be sent twice.

Fix: name each input once: in the path, in `query` or in `body`.

Bad:
    # actions/book/update-book.yaml
    run: {request: {method: PATCH, path: "/books/{id}", body: [titel, title, room]}}
Good:
    # actions/book/update-book.yaml
    run: {request: {method: PATCH, path: "/books/{id}", body: [title, room]}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.checks.action.path_parameter_mismatch import PARAMETER
from skillc.checks.support.paths import name_hint
from skillc.schemas.subschemas import properties_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "ACT015"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each name that is not an input, or is sent a second time."""
    for action in project.actions:
        request = action.data["run"].get("request", {})
        inputs = properties_of(action.data["input"], project.definitions)
        sent = dict.fromkeys(PARAMETER.findall(request.get("path", "")), "path")
        for part in ("query", "body"):
            for index, name in enumerate(request.get(part, [])):
                pointer = ("run", "request", part, index)
                if name not in inputs:
                    yield action.error(CODE, pointer, f'there is no input "{name}"', name_hint(name, inputs))
                elif name in sent:
                    yield action.error(
                        CODE, pointer, f"{name} is already sent in the {sent[name]}", "remove one of the two"
                    )
                sent.setdefault(name, part)
