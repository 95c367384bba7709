# skillc copies this file into each skill; change it in src/skill_helper, not there
"""What a value may be, in few words: its type, its listed values, its limits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..base.jsontext import dump_json
from .values import allowed_types, follow_references

BOUNDS = (
    ("minimum", "from"),
    ("exclusiveMinimum", "above"),
    ("maximum", "to"),
    ("exclusiveMaximum", "below"),
    ("multipleOf", "in steps of"),
)
MOST_EXAMPLES = 2
PLAIN = r"[\w./:@+-](?:[\w ./:@+-]*\w)?(?<![.])"
SHORT = 3  # levels of lists in lists that are put into words


def rule_words(shape: Mapping[str, Any], definitions: Mapping[str, Any], levels: int = SHORT) -> str:
    """Return in words what a schema, its own references followed, lets a value be."""
    return ", ".join([_kind(shape, definitions, levels), *_limits(shape)])


def plain_value(value: Any) -> str:
    """Return a value as one would type it."""
    return value if isinstance(value, str) and re.fullmatch(PLAIN, value) else dump_json(value)


def _kind(shape: Mapping[str, Any], definitions: Mapping[str, Any], levels: int) -> str:
    """Return the listed values of a schema, else its type."""
    if "const" in shape:
        return f"always {plain_value(shape['const'])}"
    if isinstance(shape.get("enum"), list):
        return "one of " + ", ".join(map(plain_value, shape["enum"]))
    parts: list[Any] = next((shape[word] for word in ("oneOf", "anyOf") if isinstance(shape.get(word), list)), [])
    if "type" not in shape and parts and not _speaks_of_members(shape) and levels:
        words = [rule_words(follow_references(part, definitions), definitions, levels - 1) for part in parts]
        return " or ".join(dict.fromkeys(words))
    types = sorted(allowed_types(shape, definitions), key=lambda name: (name == "null", name))
    words = [_list(shape, definitions, levels) if name == "array" else name for name in types]
    return " ".join([" or ".join(words) or "any", *_form(shape)])


def _list(shape: Mapping[str, Any], definitions: Mapping[str, Any], levels: int) -> str:
    limits = [
        *_range(shape, "minItems", "maxItems", "items"),
        *(["none twice"] if shape.get("uniqueItems") is True else []),
    ]
    kind = f"list ({', '.join(limits)})" if limits else "list"
    items = follow_references(shape.get("items"), definitions)
    return f"{kind}, each {rule_words(items, definitions, levels - 1)}" if items and levels else kind


def _form(shape: Mapping[str, Any]) -> Iterator[str]:
    """Yield the form of a text and the bounds of a number, which are read together with the type."""
    if isinstance(shape.get("format"), str):
        yield shape["format"]
    yield from (f"{word} {dump_json(shape[name])}" for name, word in BOUNDS if name in shape)


def _limits(shape: Mapping[str, Any]) -> Iterator[str]:
    yield from _range(shape, "minLength", "maxLength", "characters")
    if "pattern" in shape:
        yield str(shape["title"]) if shape.get("title") else f"pattern {shape['pattern']}"
    refused = shape.get("not")
    if isinstance(refused, dict) and isinstance(refused.get("enum"), list):
        yield "not " + ", ".join(map(plain_value, refused["enum"]))
    if "default" in shape:
        yield f"default {plain_value(shape['default'])}"
    if isinstance(shape.get("examples"), list) and shape["examples"]:
        yield "e.g. " + " or ".join(map(plain_value, shape["examples"][:MOST_EXAMPLES]))
    if shape.get("deprecated") is True:
        yield "deprecated"


def _range(shape: Mapping[str, Any], least: str, most: str, unit: str) -> Iterator[str]:
    """Yield in words how long a text or a list is."""
    low, high = shape.get(least), shape.get(most)
    if low is not None and low == high:
        yield f"{dump_json(low)} {unit}"
    elif low is not None and high is not None:
        yield f"{dump_json(low)} to {dump_json(high)} {unit}"
    elif high is not None:
        yield f"at most {dump_json(high)} {unit}"
    elif low == 1:
        yield "not empty" if unit == "characters" else "one at least"
    elif low:
        yield f"at least {dump_json(low)} {unit}"


def _speaks_of_members(shape: Mapping[str, Any]) -> bool:
    return "properties" in shape or "required" in shape


def member_choices(shape: Mapping[str, Any], definitions: Mapping[str, Any]) -> Iterator[str]:
    """Yield in words which members of an object go together, and how many there are."""
    for keyword, words in (("oneOf", "exactly one of"), ("anyOf", "at least one of")):
        parts = shape.get(keyword)
        shapes = [follow_references(part, definitions) for part in parts] if isinstance(parts, list) else []
        if shapes and all(_speaks_of_members(part) for part in shapes):
            numbered = any("properties" in part for part in shapes)
            names = [
                f"({number}) {_members(part)}" if numbered else _members(part)
                for number, part in enumerate(shapes, start=1)
            ]
            yield f"give {words}: {' | '.join(names)}"
    least, most = shape.get("minProperties"), shape.get("maxProperties")
    if isinstance(least, int) and least > len(shape.get("required") or ()):
        yield f"give at least {least} of its members"
    if isinstance(most, int):
        yield f"give at most {most} of its members"


def _members(part: Mapping[str, Any]) -> str:
    """Return the members that an alternative asks for, else those that it describes."""
    required = part.get("required")
    return " + ".join(
        map(str, required if isinstance(required, list) and required else part.get("properties") or ["nothing"])
    )
