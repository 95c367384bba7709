"""`fill` names a field that this action does not take, or that the record does not have.

Why: a field that can never be read is a field that every caller is asked for.

Fix: name a field that both sides have.

Bad:
    # actions/book/update-book.yaml
    fill: {from: get-book, with: {id: id}, fields: [raum]}
Good:
    # actions/book/update-book.yaml
    fill: {from: get-book, with: {id: id}, fields: [room]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.checks.support.paths import Miss, follow, name_hint, record_of
from skillc.schemas.subschemas import properties_of, says_everything

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "ACT011"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each field that is missing on one of the two sides."""
    for action in project.actions:
        fill = action.data.get("fill", {})
        inputs = properties_of(action.data["input"], project.definitions)
        reader = project.reads.get(fill.get("from"))
        record = record_of(reader.data["output"], project.definitions) if reader else {}
        for index, name in enumerate(fill.get("fields", [])):
            place = ("fill", "fields", index)
            if name not in inputs and says_everything(action.data["input"], project.definitions):
                found = action.error(CODE, place, f'this action has no input "{name}"', name_hint(name, inputs))
                yield found.see(action.related("its input", ("input",)))
            elif reader and record and isinstance(miss := follow(record, name, project.definitions), Miss):
                found = action.error(CODE, place, f'the output of {fill["from"]} describes no "{name}"', miss.hint)
                yield found.see(reader.related("that output", ("output",)))
