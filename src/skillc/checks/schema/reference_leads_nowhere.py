"""A `$ref` names a schema that skill.yaml does not have.

Why: the helper accepts any value for such a reference, so a misspelt name switches the check off.

Fix: correct the name, or add the schema to `$defs` of skill.yaml.

Bad:
    output: {schema: {type: object, properties: {id: {$ref: "#/$defs/BokId"}}}}
Good:
    output: {schema: {type: object, properties: {id: {$ref: "#/$defs/BookId"}}}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.checks.support.paths import name_hint
from skillc.checks.support.schemas import all_schemas
from skillc.schemas.subschemas import REFERENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "SCH001"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each reference to a missing schema; without a sound skill.yaml, none is known to be missing."""
    if project.skill is None:
        return
    for document, pointer, schema in all_schemas(project):
        name = schema.get("$ref", "").removeprefix(REFERENCE)
        if name and name not in project.definitions:
            message = f"there is no schema {name} in the $defs of skill.yaml"
            yield document.error(CODE, (*pointer, "$ref"), message, name_hint(name, project.definitions))
