"""A `{parameter}` in the path of a request is not a required input.

Why: a path without its parameter requests something else, perhaps the whole list.

Fix: describe each `{parameter}` of the path as a required input with the same name, or as one with a default in
`defaults`. Where an input is meant that has another name, call both the same.

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
from skillc.checks.support.requests import OTHERWISE, PARAMETER, meant_input
from skillc.schemas.subschemas import properties_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic
    from skillc.load import Document

CODE = "ACT013"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each parameter that is not a required input."""
    for action in project.actions:
        if "request" in action.data["run"]:
            yield from _mismatches(action, action.data["run"]["request"]["path"], project.definitions)


def _mismatches(action: Document, path: str, definitions: Mapping[str, Any]) -> Iterator[Diagnostic]:
    pointer = ("run", "request", "path")
    schema = action.data["input"]
    inputs = properties_of(schema, definitions)
    if re.search(r"[{}]", PARAMETER.sub("", path)):
        yield action.error(CODE, pointer, "a brace in the path has no partner", "write {name} for each parameter")
    for written in OTHERWISE.finditer(path):
        name = next(filter(None, written.groups()))
        if name in inputs:
            message = f'"{written[0]}" is no parameter of the path; it would be sent as it stands'
            yield action.error(CODE, pointer, message, f"write {{{name}}}", span=action.find(pointer, written[0]))
    for name in PARAMETER.findall(path):
        place = action.find(pointer, f"{{{name}}}")
        if name not in inputs:
            other = meant_input(action, name)
            hint = f"call both the same: write {{{other}}} in the path, or name the input {name}" if other else ""
            message = f'the path needs "{name}", which is not an input'
            found = action.error(CODE, pointer, message, hint or name_hint(name, inputs), span=place)
            yield found.see(action.related("the input", ("input", "properties", other))) if other else found
        elif name not in schema.get("required", []) and name not in action.data.get("defaults", {}):
            message = f'the path needs "{name}", but input does not require it'
            yield action.error(CODE, pointer, message, f"add {name} to required", span=place)
