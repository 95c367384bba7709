"""Keys that are right and stand at the wrong level: which mapping of the document they belong to, by our schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillc.schemas import schema
from skillc.schemas.subschemas import REFERENCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skillc.diagnostic import Pointer
    from skillc.load import Document

_SKILL_FILE = "skill.yaml"
_USUAL_INDENTATION = 2


def home_of(document: Document, pointer: Pointer) -> Pointer | None:
    """Return the mapping that the unknown key at `pointer` belongs to; None when no mapping knows it.

    First those before it that it may have been indented under, the nearest first; then those around it.
    """
    around, key = pointer[:-1], str(pointer[-1])
    siblings = list(document.at(around))
    for sibling in reversed(siblings[: siblings.index(key)]):
        if found := next(_homes(document, (*around, sibling), key), None):
            return found
    for length in range(len(around) - 1, -1, -1):
        outer = around[:length]
        if _may_hold(document, outer, key):
            return outer
    return None


def home_hint(document: Document, pointer: Pointer, home: Pointer) -> str:
    """Return how to move the key at `pointer` into the mapping at `home`."""
    place = document.key_span(home)
    where = f"{_name(home)} in line {place.line}"
    if _in_braces(document, home):
        return f"move it into the braces of {where}"
    if _in_braces(document, pointer[:-1]):
        return f"move it out of the braces, to {where}"
    children = document.at(home) or {}
    spaces = [document.key_span((*home, child)).column - 1 for child in children]
    indentation = spaces[0] if spaces else place.column - 1 + _USUAL_INDENTATION
    if not home:
        return f"indent it by 0 spaces: it does not belong to {_name(pointer[:-1])}"
    return f"indent it by {indentation} spaces: it belongs to {where}"


def is_elsewhere(document: Document, pointer: Pointer, key: str) -> bool:
    """Tell whether `key`, which the mapping at `pointer` lacks, stands unknown in one around it or right inside it."""
    inside = document.at(pointer)
    places = [pointer[:length] for length in range(len(pointer))]
    places += [(*pointer, child) for child, value in inside.items() if isinstance(value, dict)]
    return any(_is_unknown(document, place, key) for place in places)


def takes_what_follows(document: Document, pointer: Pointer) -> bool:
    """Tell whether a key after the empty one at `pointer` belongs under it."""
    known = _known(_schema_at(document, pointer), document)
    return any(_is_unknown(document, pointer[:-1], key) for key in known)


def _homes(document: Document, pointer: Pointer, key: str) -> Iterator[Pointer]:
    """Yield the mapping at `pointer` and those inside it that may hold `key`."""
    value = document.at(pointer)
    if isinstance(value, list) and value:
        yield from _homes(document, (*pointer, len(value) - 1), key)
        return
    if _may_hold(document, pointer, key):
        yield pointer
    named = _known(_schema_at(document, pointer), document)
    for child in reversed(value if isinstance(value, dict) else {}):
        if child in named:
            yield from _homes(document, (*pointer, child), key)


def _may_hold(document: Document, pointer: Pointer, key: str) -> bool:
    value = document.at(pointer)
    is_free = value is None or (isinstance(value, dict) and key not in value)
    return is_free and key in _known(_schema_at(document, pointer), document)


def _is_unknown(document: Document, pointer: Pointer, key: str) -> bool:
    value, found = document.at(pointer), _schema_at(document, pointer)
    return isinstance(value, dict) and key in value and bool(found) and key not in _known(found, document)


def _schema_at(document: Document, pointer: Pointer) -> Mapping[str, Any]:
    """Return our schema of the value at `pointer`; {} when it may be anything."""
    found = _root(document)
    for step in pointer:
        whole = _followed(found, document)
        inner: Any = whole.get("items") if isinstance(step, int) else whole.get("properties", {}).get(step)
        inner = inner if isinstance(inner, dict) else whole.get("additionalProperties")
        if not isinstance(inner, dict):
            return {}
        found = inner
    return found


def _known(found: Mapping[str, Any], document: Document) -> Mapping[str, Any]:
    """Return the keys that a schema describes; none when it takes others too."""
    whole = _followed(found, document)
    return whole.get("properties", {}) if whole.get("additionalProperties") is False else {}


def _followed(found: Mapping[str, Any], document: Document) -> Mapping[str, Any]:
    """Return one of our schemas with its reference followed."""
    if "$ref" not in found:
        return found
    shared = _root(document)["$defs"][found["$ref"].removeprefix(REFERENCE)]
    properties = {**shared.get("properties", {}), **found.get("properties", {})}
    return {**shared, **found, "properties": properties}


def _root(document: Document) -> dict[str, Any]:
    return schema("skill" if document.path == _SKILL_FILE else "action")


def _in_braces(document: Document, pointer: Pointer) -> bool:
    place = document.places.values.get(pointer)
    return place is not None and document.lines[place.line - 1][place.column - 1 : place.column] == "{"


def _name(pointer: Pointer) -> str:
    last = pointer[-1] if pointer else "the file"
    return last if isinstance(last, str) else f"the entry of {pointer[-2]}"
