"""The `input` of an action lets further inputs through, or describes them by a pattern of their own.

Why: nothing is known of an input that is not described, so the helper cannot check it; and what the request does not
send under any name is dropped without a word.

Fix: describe each input. For inputs of any name, such as custom fields, write the schema of their values, and let the
body send `{$inputs: rest}`.

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

from skillc.checks.support.requests import sends_rest
from skillc.schemas.subschemas import alternatives

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "ACT024"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each input that is not closed."""
    for action in project.actions:
        schema, request = action.data["input"], action.data["run"].get("request")
        others = [part.get("additionalProperties", False) for part in alternatives(schema, project.definitions)]
        pointer = ("input", "additionalProperties") if "additionalProperties" in schema else ("input",)
        message = ""
        if any(other is True or other == {} for other in others) or any(others[1:]):
            message = "the helper takes no inputs besides those in properties, unless their schema stands here"
            hint = "write the schema of the values, or remove additionalProperties"
        elif others[0] and request is not None and not sends_rest(request):
            message = "inputs of any name are taken, but the request sends none of them"
            hint = "write {$inputs: rest} where they belong in run.request.body"
        if message:
            yield action.error(CODE, pointer, message, hint, span=action.key_span(pointer))
