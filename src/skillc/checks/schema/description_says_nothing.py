"""The description of a property is empty, or repeats its name or the description of its neighbour.

Why: the agent reads the description to decide what to send, and a copied one misleads it.
A description that only repeats the name is a warning: it does not help, but does not mislead either.

Fix: say what the value means and how it differs from its neighbour.

Bad:
    output:
      schema:
        type: object
        properties: {from: {type: string, description: A day.}, to: {type: string, description: A day.}}
Good:
    output:
      schema:
        type: object
        properties: {from: {type: string, description: The day.}, to: {type: string, description: Its end.}}
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from skillc.checks.support.schemas import all_schemas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "SCH008"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each description that says nothing new."""
    for document, pointer, schema in all_schemas(project):
        here = (*pointer, "properties")
        for name, neighbour in _silent(schema.get("properties", {})):
            place = (*here, name, "description")
            if neighbour is None:
                yield document.error(
                    CODE, place, f"the description of {name} is empty", "say what the value means, or remove the key"
                )
            elif neighbour == name:
                yield document.warning(
                    CODE,
                    place,
                    f"the description of {name} is only its name",
                    "say what the value means, or remove the key",
                )
            else:
                found = document.error(
                    CODE,
                    place,
                    f"the description of {name} is the same as that of {neighbour}",
                    "say how the two differ",
                )
                yield found.see(document.related("the other description", (*here, neighbour, "description")))


def _silent(properties: dict[str, dict[str, Any]]) -> Iterator[tuple[str, str | None]]:
    """Yield each name whose description is empty, or the same as that of the second name, or as the name itself."""
    first: dict[str, str] = {}
    for name, schema in properties.items():
        if "description" not in schema:
            continue
        words = _words(schema["description"])
        if not words:
            yield name, None
        elif words in first:
            yield name, first[words]
        elif len(words) <= len(name) and words == _words(name):
            yield name, name
        first.setdefault(words, name)


def _words(text: str) -> str:
    """Return the letters and digits of `text`, which make two texts the same to a reader."""
    return re.sub(r"[\W_]", "", text).casefold() or text.strip()
