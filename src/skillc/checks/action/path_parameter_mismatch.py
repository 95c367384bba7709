"""The `{parameters}` of a request path and the input do not match.

Why: a path with a hole in it calls something else, perhaps the whole list.

Fix: use each `{parameter}` of the path as a required input of the same name.

Bad:
    # actions/book/update-book.yaml
    run: {request: {method: PATCH, path: "/books/{id}/{part}", body: [title, room]}}
Good:
    # actions/book/update-book.yaml
    run: {request: {method: PATCH, path: "/books/{id}", body: [title, room]}}
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from skillc.checks.support.paths import name_hint
from skillc.schemas.subschemas import properties_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic
    from skillc.load import Document

CODE = "ACT013"

PARAMETER = re.compile(r"\{([^{}]*)\}")


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each parameter that is no required input."""
    for action in project.actions:
        if "request" in action.data["run"]:
            yield from _mismatches(action, action.data["run"]["request"]["path"], project.definitions)


def _mismatches(action: Document, path: str, definitions: Mapping[str, Any]) -> Iterator[Diagnostic]:
    pointer = ("run", "request", "path")
    schema = action.data["input"]
    inputs = properties_of(schema, definitions)
    if re.search(r"[{}]", PARAMETER.sub("", path)):
        yield action.error(CODE, pointer, "the braces of the path are not paired", "write {name} for each parameter")
    for name in PARAMETER.findall(path):
        place = action.find(pointer, f"{{{name}}}")
        if name not in inputs:
            yield action.error(CODE, pointer, f'the path needs "{name}", which is no input', name_hint(name, inputs), span=place)
        elif name not in schema.get("required", []):
            message = f'the path needs "{name}", but input does not require it'
            yield action.error(CODE, pointer, message, f"add {name} to required", span=place)
