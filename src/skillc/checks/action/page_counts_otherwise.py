"""`page.number` is not the number of a page, counted from `first`: it begins at 0, counts rows, or is a cursor.

Why: the helper asks for the pages 1, 2, 3 and so on. Of an input that begins at 0 or counts rows, it would leave out
rows and still take the list for whole.

Fix: write `first: 0` beside a number that begins at 0, `offset` for an input that counts rows, `cursor` for a mark that
the answer gives.

Bad:
    input:
      type: object
      properties: {word: {type: string}, page: {type: integer, minimum: 0}, perPage: {type: integer}}
Good:
    input:
      type: object
      properties: {word: {type: string}, page: {type: integer, minimum: 1}, perPage: {type: integer}}
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from skillc.schemas.subschemas import properties_of, resolved
from skillc.shared import ACTION_OPTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "ACT026"

_FIRST = 1
_ROWS = re.compile(
    r"\w*offset|skip(rows|count|records|items|results)?|start(at|index|row|record|position|item|from)?|from(row|index)?"
    r"|(first|begin|low)(row|record|item|result|index)?|(row|record|item)(start|index)"
)
_MARK = re.compile(r"\w*(cursor|token|marker|bookmark|continuation)|scroll(id)?|(starting)?after(id)?|before(id)?|next")
_SAYS_ROWS = re.compile(
    r"\boffset\b|\b\w+s (to|that are) (skip|skipped|leave out|left out)\b"
    r"|\b(row|record|item|entry|entrie|result)s? to (start|begin)\b|\bfirst (row|record|item|entry|result)\b",
    re.IGNORECASE,
)
_SAYS_ZERO = re.compile(r"\b(zero|0)[- ](based|indexed)\b|\b(from|at|with|is|=) ?(0|zero)\b(?![.,]\d)", re.IGNORECASE)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield at most one error for each list."""
    for action in project.actions:
        page = action.data.get("page", {})
        name = page.get("number")
        schema = properties_of(action.data["input"], project.definitions).get(name)
        if schema is None:
            continue
        examples = [example["input"][name] for example in action.data["examples"] if name in example["input"]]
        if found := _contradiction(page, resolved(schema, project.definitions), examples):
            yield action.error(CODE, ("page", "number"), *found)


def _contradiction(
    page: Mapping[str, Any], schema: Mapping[str, Any], examples: Sequence[Any]
) -> tuple[str, str] | None:
    """Return why an input does not count pages as `page` says, and what to write; None where nothing says so."""
    name = page["number"]
    plain = name.replace("-", "").replace("_", "").lower()
    text = f"{schema.get('title', '')} {schema.get('description', '')}"
    if name in ACTION_OPTIONS:
        message = (
            f"--{name} is a flag of the helper itself, so the command for the next page cannot set the input {name}"
        )
        return message, f"rename the input, and send it as {{name: {name}, from: …}} in run.request.query"
    if _MARK.fullmatch(plain):
        return f"{name} is a mark that the app gives, not the number of a page", f"write cursor: {name}, and next: PATH"
    if _ROWS.fullmatch(plain) or _SAYS_ROWS.search(text):
        return f"{name} counts rows, not pages", f"write offset: {name}"
    begins_at_zero = _begins_at_zero(schema, examples) or _SAYS_ZERO.search(text)
    if begins_at_zero and page.get("first", _FIRST) == _FIRST:
        return f"{name} begins at 0; the helper begins at page {_FIRST}", "write first: 0"
    return None


def _begins_at_zero(schema: Mapping[str, Any], examples: Sequence[Any]) -> bool:
    """Tell whether 0 is named as a page, or allowed without a default that says otherwise."""
    lowest, above = schema.get("minimum"), schema.get("exclusiveMinimum")
    if (lowest is not None and lowest >= _FIRST) or (above is not None and above >= 0):
        return False  # a 0 that the schema refuses is another finding
    values = [
        schema.get("default"),
        schema.get("const"),
        *schema.get("enum", []),
        *schema.get("examples", []),
        *examples,
    ]
    is_bounded = lowest is not None or above is not None
    return any(map(_is_zero, values)) or (is_bounded and "default" not in schema)


def _is_zero(value: Any) -> bool:
    return value == 0 and not isinstance(value, bool)
