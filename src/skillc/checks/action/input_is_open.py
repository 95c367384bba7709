"""The `input` of an action lets further inputs through, or describes them by a pattern of their own.

Why: an input that is not described has no flag and no place in a request, so the helper takes described inputs only:
whatever `additionalProperties` says there, `false` is what counts.

Fix: describe each input; for values of any name, describe one input that is an object.

Bad:
    input:
      type: object
      properties: {word: {type: string}, page: {type: integer}, perPage: {type: integer}}
      additionalProperties: true
Good:
    input: {type: object, properties: {word: {type: string}, page: {type: integer}, perPage: {type: integer}}}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.schemas.subschemas import alternatives

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "ACT024"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each input that is not closed."""
    for action in project.actions:
        schema = action.data["input"]
        if any(
            part.get("additionalProperties", False) is not False for part in alternatives(schema, project.definitions)
        ):
            pointer = ("input", "additionalProperties") if "additionalProperties" in schema else ("input",)
            message = "the helper takes no inputs besides those in properties"
            hint = "remove additionalProperties; values of any name go into one input of type object"
            yield action.error(CODE, pointer, message, hint, span=action.key_span(pointer))
