"""`required` names a property that the schema does not describe.

Why: the name is misspelt in one of the two places. Input is closed, so the helper would require the name and refuse it.

Fix: correct the name, or describe the property.

Bad:
    output: {schema: {type: object, required: [titel], properties: {title: {type: string}}}}
Good:
    output: {schema: {type: object, required: [title], properties: {title: {type: string}}}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillc.checks.support.paths import name_hint
from skillc.checks.support.schemas import schema_roots
from skillc.schemas.subschemas import children, properties_of, says_everything

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic, Pointer
    from skillc.load import Document

CODE = "SCH006"

_ASKING = {"required", "anyOf", "oneOf"}  # the keywords for which the properties of a schema are looked up here


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each required name without a description."""
    for document, pointer, schema in schema_roots(project):
        yield from _undescribed(document, pointer, schema, {}, project.definitions)


def _undescribed(
    document: Document,
    pointer: Pointer,
    schema: dict[str, Any],
    around: Mapping[str, Any],
    definitions: Mapping[str, Any],
) -> Iterator[Diagnostic]:
    """Look at one schema; `around` are the properties described by the schema that it is an alternative of."""
    known = {**around, **properties_of(schema, definitions)} if _ASKING & schema.keys() else around
    if "required" in schema and says_everything(schema, definitions):
        for index, name in enumerate(schema["required"]):
            if name not in known:
                message = f'"{name}" is required, but properties does not describe it'
                words = name.split()
                parts = f"write {', '.join(words)}: a comma is missing" if known.keys() >= set(words) else ""
                hint = parts or name_hint(name, known)
                yield document.error(CODE, (*pointer, "required", index), message, hint)
    for step, child in children(schema):
        inherited = known if step[0] in {"anyOf", "oneOf"} else {}
        yield from _undescribed(document, (*pointer, *step), child, inherited, definitions)
