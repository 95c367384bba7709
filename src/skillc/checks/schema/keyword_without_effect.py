"""A keyword has no effect on the type that the schema names.

Why: `maxLength` applies to strings only; beside `type: integer` it looks like a rule but has no effect.

Fix: remove the keyword, or use the one for this type.

Bad:
    output: {schema: {type: object, properties: {year: {type: integer, maxLength: 4}}}}
Good:
    output: {schema: {type: object, properties: {year: {type: integer, maximum: 9999}}}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.checks.support.schemas import all_schemas
from skillc.schemas.dialect import KEYWORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "SCH005"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each keyword that concerns none of the types that its schema names."""
    for document, pointer, schema in all_schemas(project):
        named = schema.get("type", [])
        types = {named} if isinstance(named, str) else set(named)
        for keyword in schema if types else ():
            concerned = KEYWORDS[keyword].types if keyword in KEYWORDS else ()
            if concerned and types.isdisjoint(concerned):
                place = (*pointer, keyword)
                message = (
                    f"{keyword} has no effect on {' or '.join(sorted(types))}; it applies to {' and '.join(concerned)}"
                )
                yield document.error(
                    CODE, place, message, "remove it, or correct the type", span=document.key_span(place)
                )
