"""`page.number` is not the number of a page, counted from 1: it begins at 0, counts rows, or is a mark of the app's.

Why: the helper asks for the pages 1, 2, 3 and so on. Of an input that begins at 0 or counts rows, it would leave out
rows and still take the list for whole.

Fix: name an input that counts pages from 1. Where the app has none, leave `page` out and say in `notes` how to go on.

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
_HINT = "name an input that counts pages from 1, or leave page out and say in notes how to go on"
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
        name = action.data.get("page", {}).get("number")
        schema = properties_of(action.data["input"], project.definitions).get(name)
        if schema is None:
            continue
        examples = [example["input"][name] for example in action.data["examples"] if name in example["input"]]
        if message := _contradiction(name, resolved(schema, project.definitions), examples):
            yield action.error(CODE, ("page", "number"), message, _HINT)


def _contradiction(name: str, schema: Mapping[str, Any], examples: Sequence[Any]) -> str:
    """Return why an input does not count pages from 1; empty where nothing says so."""
    plain = name.replace("-", "").replace("_", "").lower()
    text = f"{schema.get('title', '')} {schema.get('description', '')}"
    if name in ACTION_OPTIONS:
        return f"--{name} is a flag of the helper itself, so the command for the next page cannot set the input {name}"
    if _MARK.fullmatch(plain):
        return f"{name} is a mark that the app gives, not the number of a page"
    if _ROWS.fullmatch(plain) or _SAYS_ROWS.search(text):
        return f"{name} counts rows, not pages"
    if _begins_at_zero(schema, examples) or _SAYS_ZERO.search(text):
        return f"{name} begins at 0; the helper begins at page {_FIRST}"
    return ""


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
