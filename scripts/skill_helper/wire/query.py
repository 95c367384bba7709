# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The query of a request, from its inputs.

| style        | a list [1, 2] named `ids` | an object {"a": 1} named `filter` |
| ------------ | ------------------------- | --------------------------------- |
| `repeat`     | ids=1&ids=2               |                                   |
| `comma`      | ids=1,2                   |                                   |
| `brackets`   | ids[]=1&ids[]=2           |                                   |
| `deepObject` |                           | filter[a]=1, filter[b][]=2        |
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..base.records import QueryPart
from ..membrane.path import scalar_text
from ..schema.json_values import shown_value
from .codecs import WireError, within

STYLES = ("repeat", "comma", "brackets", "deepObject")
NO_KEY = "[]&=#?%;+"


def query_of(parts: Sequence[QueryPart], inputs: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of a query; an input that was not given has none. Raises WireError for one that has no form."""
    return tuple(pair for part in parts for pair in _pairs(part, inputs))


def _pairs(part: QueryPart, inputs: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if not part.source:
        yield part.name, scalar_text(part.const)
    elif part.source in inputs:
        value = inputs[part.source]
        if part.style == "deepObject":
            with within(part.source):
                yield from _deep(part.name, value)
        elif isinstance(value, list):
            yield from _listed(part, value)
        else:
            yield part.name, scalar_text(value)


def _listed(part: QueryPart, values: Sequence[Any]) -> Iterator[tuple[str, str]]:
    texts = [scalar_text(value) for value in values]
    if part.style == "comma":
        place = next((place for place, text in enumerate(texts) if "," in text), None)
        if place is not None:
            message = f"{shown_value(texts[place])} contains a comma, which separates the values in this query"
            raise WireError(message, f"/{part.source}/{place}")
        yield from [(part.name, ",".join(texts))] if texts else []
        return
    name = f"{part.name}[]" if part.style == "brackets" else part.name
    yield from ((name, text) for text in texts)


def _deep(name: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, member in value.items():
            with within(key):
                _refuse_key(key)
                yield from _deep(f"{name}[{key}]", member)
    elif isinstance(value, list):
        for place, member in enumerate(value):
            if isinstance(member, (dict, list)):
                raise WireError(f"{shown_value(member)} has no form within a list in this query", f"/{place}")
            yield f"{name}[]", scalar_text(member)
    else:
        yield name, scalar_text(value)


def _refuse_key(key: str) -> None:
    """Refuse a key that would be read as something else: brackets lead to another member, & to another parameter."""
    if not key or set(key) & set(NO_KEY):
        raise WireError(f"{shown_value(key)} cannot be a key in this query: it is empty, or has one of {NO_KEY}")
