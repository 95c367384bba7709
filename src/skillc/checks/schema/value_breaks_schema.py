"""A default, an example, a `const` or a member of an `enum` does not fit its own schema.

Why: agents copy defaults and examples, and the helper would refuse them.

Fix: correct the value or the schema.

Bad:
    output: {schema: {type: object, properties: {copies: {type: integer, minimum: 1, examples: [0]}}}}
Good:
    output: {schema: {type: object, properties: {copies: {type: integer, minimum: 1, examples: [1]}}}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillc.checks.support.schemas import all_schemas
from skillc.checks.support.values import Judged, refusals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic, Pointer

CODE = "SCH007"

_SINGLE = {"default": "default", "const": "const"}
_LISTED = {"examples": "example", "enum": "enum value"}


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each reason why such a value would be refused."""
    for document, pointer, schema in all_schemas(project):
        for noun, place in _values(schema):
            judged = Judged(document, (*pointer, *place), schema, pointer)
            yield from refusals(project, judged, CODE, f"this {noun} does not fit its own schema")


def _values(schema: dict[str, Any]) -> Iterator[tuple[str, Pointer]]:
    """Yield what each value is called, and where it stands in `schema`."""
    for keyword, noun in _SINGLE.items():
        if keyword in schema:
            yield noun, (keyword,)
    for keyword, noun in _LISTED.items():
        yield from ((noun, (keyword, index)) for index in range(len(schema.get(keyword, []))))
