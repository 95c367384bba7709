"""The query, a header or the body of a request names something that is not an input, or one that is already sent.

Why: nothing would be sent under that name, or the value would be sent twice.

Fix: name each input once: in the path, in `query`, in `headers` or in `body`. To send it twice on purpose, write
`{$input: name}`.

Bad:
    # actions/book/update-book.yaml
    run: {request: {method: PATCH, path: "/books/{id}", body: [titel, title, room]}}
Good:
    # actions/book/update-book.yaml
    run: {request: {method: PATCH, path: "/books/{id}", body: [title, room]}}
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from skillc.checks.support.paths import name_hint
from skillc.checks.support.requests import PARAMETER, REQUEST, named_inputs, sent_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic
    from skillc.load import Document

CODE = "ACT015"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each name that is not an input, or is sent a second time."""
    for action in project.actions:
        request = action.data["run"].get("request", {})
        inputs = sent_schema(action, project.definitions)["properties"]
        sent = dict.fromkeys(PARAMETER.findall(request.get("path", "")), "path")
        for named in named_inputs(request):
            if named.name not in inputs:
                message = f'there is no input "{named.name}"'
                words = re.findall(r"[^\s;|]+", named.name)
                hint = f"write {', '.join(words)}: a comma is missing" if len(words) > 1 else ""
                yield action.error(CODE, named.pointer, message, hint or name_hint(named.name, inputs))
            elif named.name in sent and named.once:
                message = f"{named.name} is already sent in the {sent[named.name]}"
                yield action.error(CODE, named.pointer, message, "remove one of the two")
            sent.setdefault(named.name, named.part)
        yield from _same_names(action)


def _same_names(action: Document) -> Iterator[Diagnostic]:
    """Yield each name that stands in the query twice, whatever it is for."""
    seen: set[str] = set()
    for index, part in enumerate(action.data["run"].get("request", {}).get("query", [])):
        name = part if isinstance(part, str) else part["name"]
        if name in seen:
            pointer = (*REQUEST, "query", index)
            yield action.error(CODE, pointer, f"{name} stands in the query twice", "remove one of the two")
        seen.add(name)
