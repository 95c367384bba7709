"""An unquoted value of an `enum` holds a blank, and others hold none.

Why: a comma may be missing. `[open won, lost]` are two values, not three, and no example need show it.

Fix: add the comma, or quote the value if the blank is part of it.

Bad:
    output: {schema: {type: object, properties: {state: {type: string, enum: [lent out, in]}}}}
Good:
    output: {schema: {type: object, properties: {state: {type: string, enum: ["lent out", in]}}}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.checks.support.schemas import all_schemas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic, Pointer
    from skillc.load import Document

CODE = "SCH013"

_MOST_WORDS = 3  # of a value that may be several


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each value that may be several."""
    for document, pointer, schema in all_schemas(project):
        texts = [value for value in schema.get("enum", []) if isinstance(value, str)]
        spaced = [value for value in texts if 1 < len(value.split()) <= _MOST_WORDS]
        if spaced and len(spaced) < len(texts):
            yield from _unquoted(document, (*pointer, "enum"))


def _unquoted(document: Document, pointer: Pointer) -> Iterator[Diagnostic]:
    """Yield each value with a blank of a list in brackets in which nothing is quoted."""
    values = document.at(pointer)
    places = [document.places.values[(*pointer, index)] for index in range(len(values))]
    start = document.places.values[pointer]
    written = [document.lines[place.line - 1][place.column - 1] for place in (start, *places)]
    if written[0] != "[" or {'"', "'"} & set(written):
        return
    for index, value in enumerate(values):
        if isinstance(value, str) and len(words := value.split()) > 1:
            hint = f'write {", ".join(words)} for {len(words)} values, or "{value}" for one'
            yield document.warning(CODE, (*pointer, index), f"{value} is one value, with a blank in it", hint)
