"""A header of a request contradicts the request: its body, or another header; or it holds a `{name}`.

Why: the helper sends a body as JSON in UTF-8 and says so itself; an app that reads it as something else refuses it, or
stores what nobody wrote. A header is sent as it is written; only the path is filled from the input.

Fix: remove the header, or write its value.

Bad:
    # actions/book/update-book.yaml
    run: {request: {method: PATCH, path: "/books/{id}", body: [title, room], headers: {Content-Type: text/xml}}}
Good:
    # actions/book/update-book.yaml
    run: {request: {method: PATCH, path: "/books/{id}", body: [title, room]}}
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from skillc.checks.support.requests import PARAMETER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "ACT025"

_JSON = re.compile(r"application/(?:[\w.+-]+\+)?json\s*(?:;\s*charset=\"?utf-8\"?\s*)?", re.IGNORECASE)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each header that cannot be true."""
    for action in project.actions:
        request = action.data["run"].get("request", {})
        seen: dict[str, str] = {}
        for name, value in request.get("headers", {}).items():
            message = "" if isinstance(value, dict) else _contradiction(name, str(value), request)
            if name.lower() in seen:
                message = f"the header {name} is there twice: {seen[name.lower()]} is the same"
            seen[name.lower()] = name
            if message:
                yield action.error(CODE, ("run", "request", "headers", name), message, _hint(value))


def _hint(value: Any) -> str:
    """Return what to write instead: for `{name}`, the form that sends an input."""
    parameter = PARAMETER.search(value) if isinstance(value, str) else None
    return f"write {{from: {parameter[1]}}} to send an input" if parameter else "remove it"


def _contradiction(name: str, value: str, request: Mapping[str, Any]) -> str:
    """Return what is wrong with a header; empty when nothing is."""
    plain, has_body = name.lower(), bool(request.get("body"))
    if plain == "content-type" and not has_body:
        return f"{name} is {value}, and the request has no body"
    if plain == "content-type" and not _JSON.fullmatch(value.strip()):
        return f"{name} is {value}; the body is sent as JSON in UTF-8"
    if plain == "content-encoding" and value.strip().lower() != "identity":
        return f"{name} is {value}; the body is sent as it is"
    if PARAMETER.search(value):
        return f"{name} is {value}, and braces stand for nothing in a header"
    return ""
