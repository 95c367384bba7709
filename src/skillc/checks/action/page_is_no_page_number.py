"""`page.number` names an input that counts from 0, or one that counts rows instead of pages.

Why: the helper asks for page 1, then for page 2. Where the first page is number 0, its rows are never seen; where the
input is an offset, page 2 begins with the third row, and most rows are seen several times.

Fix: name an input that counts pages from 1 and say so with `minimum: 1`. Where the app has none, leave `page` out: the
list is then shown as it comes, and claims to be no more than that.

Bad:
    input:
      type: object
      properties: {word: {type: string}, perPage: {type: integer}, page: {type: integer, minimum: 0}}
Good:
    input:
      type: object
      properties: {word: {type: string}, perPage: {type: integer}, page: {type: integer, minimum: 1}}
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from skillc.schemas.subschemas import alternatives, properties_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic

CODE = "ACT030"

_OFFSET_NAMES = {
    "start",
    "from",
    "startat",
    "startindex",
    "startrow",
    "firstrow",
    "firstresult",
    "first",
    "cursor",
    "after",
    "begin",
}
_OFFSET_PARTS = ("offset", "skip")
_ROW = r"(?:row|record|item|entry|entrie|result)"
_OFFSET_WORDS = re.compile(rf"(?i)\boffset\b|\bskip(?:s|ped)?\b|\bfirst {_ROW}\b|\b{_ROW}s? to (?:start|begin)\b")
_ZERO = r"(?:page )?(?:number )?(?:0|zero)\b(?![.,]\d)"
_ZERO_WORDS = re.compile(
    rf"(?i)\b(?:0|zero)[- ]?(?:based|indexed)\b|\b(?:from|at|with) {_ZERO}|\bfirst[^.]*\bis {_ZERO}|\b(?:0|zero) is\b"
)
_HINT = "name an input that counts pages from 1, or leave `page` out"


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each page input that is no number of a page, counted from 1."""
    for action in project.actions:
        name = action.data.get("page", {}).get("number")
        schema = properties_of(action.data["input"], project.definitions).get(name)
        message = _message(name, schema, project.definitions) if schema is not None else ""
        if message:
            found = action.error(CODE, ("page", "number"), message, _HINT)
            pointer = ("input", "properties", name)
            yield found.see(action.related("the input", pointer)) if pointer in action.places.values else found


def _message(name: str, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> str:
    parts = list(alternatives(schema, definitions))
    told = " ".join(str(part.get(word, "")) for part in parts for word in ("title", "description"))
    plain = re.sub(r"[^a-z]", "", name.lower())
    if plain in _OFFSET_NAMES or any(part in plain for part in _OFFSET_PARTS) or _OFFSET_WORDS.search(told):
        return f"{name} counts rows, by its name or description; the helper counts pages"
    if any(_allows_zero(part) for part in parts) or _ZERO_WORDS.search(told):
        return f"{name} begins at 0; the helper counts pages from 1"
    return ""


def _allows_zero(schema: Mapping[str, Any]) -> bool:
    """Whether a schema says in some way that 0 is a page."""
    least, above = schema.get("minimum"), schema.get("exclusiveMinimum")
    if least is not None and least >= 1:
        return False
    values = [*schema.get("enum", []), *schema.get("examples", []), schema.get("default"), schema.get("const")]
    return least is not None or (above is not None and above < 0) or any(_is_zero(value) for value in values)


def _is_zero(value: Any) -> bool:
    return value == 0 and not isinstance(value, bool)
