"""`target` shows or matches a field that the record does not have.

Why: the plan is what the user agrees to; an empty plan is no question.

Fix: name a field that the output of the reader describes.

Bad:
    # actions/book/delete-book.yaml
    target: {read: get-book, with: {id: id}, show: [titel]}
Good:
    # actions/book/delete-book.yaml
    target: {read: get-book, with: {id: id}, show: [title]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillc.checks.support.paths import Miss, follow, record_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic, Pointer

CODE = "ACT012"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each such field."""
    for action in project.actions:
        target = action.data.get("target", {})
        reader = project.reads.get(target.get("read"))
        record = record_of(reader.data["output"], project.definitions) if reader else {}
        for path, place in _fields(target) if reader and record else ():
            if reader and isinstance(miss := follow(record, path, project.definitions), Miss):
                message = f'the output of {target["read"]} describes no "{miss.step}"'
                found = action.error(CODE, place, message, miss.hint, span=action.key_span(place))
                yield found.see(reader.related("that output", ("output",)))


def _fields(target: dict[str, Any]) -> Iterator[tuple[str, Pointer]]:
    """Yield the dotted path of each field, and where it stands."""
    for index, path in enumerate(target["show"]):
        yield path, ("target", "show", index)
    for name in target.get("match", {}):
        yield name, ("target", "match", name)
