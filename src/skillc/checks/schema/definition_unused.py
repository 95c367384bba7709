"""No action uses a shared schema.

Why: it ships with the helper for nothing.

Fix: use it with `$ref`, or remove it.

Bad:
    # skill.yaml
    $defs: {BookId: {type: string, minLength: 1}, AuthorId: {type: string, minLength: 1}}
Good:
    # skill.yaml
    $defs: {BookId: {type: string, minLength: 1}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.checks.support.schemas import all_schemas
from skillc.schemas.subschemas import REFERENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "SCH010"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each shared schema that no action needs, unless a broken file may be the one that does."""
    if project.skill is None or len(project.actions) < len(project.files):
        return
    used = _used(project)
    for name in project.definitions:
        if name not in used:
            message = f'no action uses the shared schema "{name}"'
            yield project.skill.warning(CODE, ("$defs", name), message, "use it with $ref, or remove it")


def _used(project: Project) -> set[str]:
    """Return the shared schemas to which actions refer, directly or through others."""
    direct: set[str] = set()
    through: dict[str, set[str]] = {}
    for document, pointer, schema in all_schemas(project):
        if "$ref" in schema:
            name = schema["$ref"].removeprefix(REFERENCE)
            (through.setdefault(str(pointer[1]), set()) if document is project.skill else direct).add(name)
    used, waiting = set[str](), direct
    while waiting:
        used |= waiting
        waiting = set().union(*(through.get(name, set()) for name in waiting)) - used
    return used
