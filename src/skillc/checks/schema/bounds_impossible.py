"""A lower bound is greater than its upper bound.

Why: no value fits, so no caller can ever use this input.

Fix: make the lower bound smaller than the upper one.

Bad:
    output: {schema: {type: object, properties: {isbn: {type: string, minLength: 13, maxLength: 10}}}}
Good:
    output: {schema: {type: object, properties: {isbn: {type: string, minLength: 10, maxLength: 13}}}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.checks.support.schemas import all_schemas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "SCH004"

# Lower bound, upper bound, and whether both may be equal.
_PAIRS = (
    ("minLength", "maxLength", True),
    ("minItems", "maxItems", True),
    ("minProperties", "maxProperties", True),
    ("minimum", "maximum", True),
    ("exclusiveMinimum", "maximum", False),
    ("minimum", "exclusiveMaximum", False),
    ("exclusiveMinimum", "exclusiveMaximum", False),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each pair of bounds between which nothing lies."""
    for document, pointer, schema in all_schemas(project):
        for lower, upper, may_equal in _PAIRS:
            if lower not in schema or upper not in schema:
                continue
            least, most = schema[lower], schema[upper]
            if least > most or (least == most and not may_equal):
                message = f"{lower} {least} and {upper} {most} allow no value"
                found = document.error(CODE, (*pointer, lower), message, f"make {lower} smaller than {upper}")
                yield found.see(document.related("the other bound", (*pointer, upper)))
