"""A value inside a schema breaks that very schema: a default, an example, a `const` or a member of an `enum`.

Why: agents copy defaults and examples, and the helper would refuse them.

Fix: correct the value, or the keyword that it breaks.

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


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each reason why such a value would be refused."""
    for document, pointer, schema in all_schemas(project):
        for noun, place, rest in _values(schema):
            judged = Judged(document, (*pointer, *place), rest, pointer)
            yield from refusals(project, judged, CODE, f"this {noun} breaks its own schema")


def _values(schema: dict[str, Any]) -> Iterator[tuple[str, Pointer, dict[str, Any]]]:
    """Yield what each value is called, where it stands in `schema`, and the schema that it should fit."""
    if "default" in schema:
        yield "default", ("default",), schema
    for index in range(len(schema.get("examples", []))):
        yield "example", ("examples", index), schema
    if "const" in schema:
        yield "const", ("const",), {keyword: value for keyword, value in schema.items() if keyword != "const"}
    for index in range(len(schema.get("enum", []))):
        yield "enum value", ("enum", index), {keyword: value for keyword, value in schema.items() if keyword != "enum"}
