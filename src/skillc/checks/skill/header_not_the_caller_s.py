"""skill.yaml or an action sets a header that is not theirs to set.

Why: credentials are Membrane's part; host, length and encoding belong to whoever sends the request;
and a header that replaces the method or the address makes a request another one than the plan shows.

Fix: remove it; name the method and the path in the request.

Bad:
    # actions/book/get-book.yaml
    run: {request: {method: GET, path: "/books/{id}", headers: {X-HTTP-Method-Override: DELETE}}}
Good:
    # actions/book/get-book.yaml
    run: {request: {method: GET, path: "/books/{id}", headers: {Accept: application/json}}}
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic, Pointer
    from skillc.load import Document

CODE = "SKL006"

_SENDERS = re.compile(
    "connection|contentlength|cookie|expect|forwarded|host|keepalive|setcookie|te|trailer|transferencoding|upgrade|via",
)
_CREDENTIAL = r"auth|apikey|token|secret|password|session"
_REPLACED = r"method|verb|original(url|uri|path|host)|rewrite|xforwarded|xhost"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each such header."""
    for document, pointer, name in _headers(project):
        letters = name.lower().replace("-", "")
        if _SENDERS.fullmatch(letters) or re.search(f"{_CREDENTIAL}|{_REPLACED}", letters):
            yield document.error(CODE, pointer, f"the header {name} is not a skill's to set", "remove it")


def _headers(project: Project) -> Iterator[tuple[Document, Pointer, str]]:
    if project.skill:
        for place, name in enumerate(project.skill.data.get("proxy", {}).get("headers", [])):
            yield project.skill, ("proxy", "headers", place), name
    for action in project.actions:
        for name in action.data["run"].get("request", {}).get("headers", {}):
            yield action, ("run", "request", "headers", name), name
