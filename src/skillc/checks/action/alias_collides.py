"""An alias is the name of another input, of two inputs at once, or of a flag of the helper.

Why: one word would stand for two things, and a caller would set the wrong one.

Fix: remove the alias, or choose another.

Bad:
    input:
      type: object
      properties: {word: {type: string, aliases: [page]}, page: {type: integer}, perPage: {type: integer}}
Good:
    input:
      type: object
      properties: {word: {type: string, aliases: [term]}, page: {type: integer}, perPage: {type: integer}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.checks.support.flags import flags_of
from skillc.checks.support.schemas import all_schemas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "ACT030"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each alias that stands for something else too."""
    for document, pointer, schema in all_schemas(project):
        properties = schema.get("properties", {})
        flags = flags_of(document) if pointer == ("input",) else []
        owners: dict[str, str] = {}
        for name, part in properties.items():
            for index, alias in enumerate(part.get("aliases", [])):
                message = ""
                if alias in properties:
                    message = f"{alias} is itself {'this property' if alias == name else 'a property'}"
                elif alias in owners:
                    message = f"{alias} is already an alias of {owners[alias]}"
                elif alias in flags:
                    message = f"--{alias} is a flag of the helper itself"
                owners.setdefault(alias, name)
                if message:
                    place = (*pointer, "properties", name, "aliases", index)
                    yield document.error(CODE, place, message, "remove it, or choose another")
