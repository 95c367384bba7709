# skillc copies this file into each skill; change it in src/skill_helper, not there
"""What a value may be, in few words: its type, its listed values, its limits, and which members go together.

A schema from outside may refer to itself in ways that take forever to write down; so the work is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..base.jsontext import dump_json
from ..schema.reading import schema_parts
from .aliases import aliases_of
from .values import allowed_types, follow_references, listed_values

BOUNDS = (
    ("minimum", "from"),
    ("exclusiveMinimum", "above"),
    ("maximum", "to"),
    ("exclusiveMaximum", "below"),
    ("multipleOf", "in steps of"),
)
MOST_EXAMPLES = 2
PLAIN = r"[\w./:@+-](?:[\w ./:@+-]*\w)?(?<![.])"
LEVELS = 3  # of lists in lists that are put into words
MOST_PARTS = 20_000  # of a schema that are looked at
LONGEST_RULE = 3000


class SchemaWords:
    """The words for the schemas of one input; `definitions` are what they refer to."""

    def __init__(self, definitions: Mapping[str, Any]) -> None:
        """Begin with nothing said."""
        self.definitions = definitions
        self._parts = 0
        self._said: dict[tuple[int, int], str] = {}

    @property
    def spent(self) -> bool:
        """Whether the schema takes more work than a schema that is meant to be read."""
        return self._parts > MOST_PARTS

    def resolved(self, schema: Any) -> Mapping[str, Any]:
        """Return a schema with its references followed."""
        self._parts += 1
        return follow_references(schema, self.definitions)

    def rule(self, schema: Any, levels: int = LEVELS) -> str:
        """Return in words what a schema lets a value be."""
        key = (id(schema), levels)
        if key not in self._said:
            shape = self.resolved(schema)
            words = "…" if self.spent else ", ".join([self._kind(shape, levels), *_limits(shape)])
            self._said[key] = words if len(words) <= LONGEST_RULE else words[:LONGEST_RULE] + "…"
        return self._said[key]

    def _kind(self, shape: Mapping[str, Any], levels: int) -> str:
        """Return the listed values of a schema, else its type."""
        if "const" in shape:
            return f"always {_plain_value(shape['const'])}"
        if isinstance(shape.get("enum"), list):
            return "one of " + ", ".join(map(_plain_value, shape["enum"]))
        parts: list[Any] = next((shape[word] for word in ("oneOf", "anyOf") if isinstance(shape.get(word), list)), [])
        if "type" not in shape and parts and not _speaks_of_members(shape) and levels:
            words = dict.fromkeys(self.rule(part, levels - 1) for part in parts)
            return " or ".join(sorted(words, key=_has_a_tail))
        words = dict.fromkeys(
            self._list(shape, levels) if name == "array" else name
            for name in sorted(self._types(shape), key=_null_last)
        )
        return " ".join([" or ".join(sorted(words, key=_has_a_tail)) or "any", *_form(shape)])

    def _types(self, shape: Mapping[str, Any]) -> set[str]:
        if "type" not in shape and listed_values(shape) is None:
            self._parts += len(schema_parts(shape, self.definitions))
        return allowed_types(shape, self.definitions)

    def _list(self, shape: Mapping[str, Any], levels: int) -> str:
        limits = [
            *_range(shape, "minItems", "maxItems", "items"),
            *(["none twice"] if shape.get("uniqueItems") is True else []),
        ]
        kind = f"list ({', '.join(limits)})" if limits else "list"
        items = shape.get("items")
        return f"{kind}, each {self.rule(items, levels - 1)}" if isinstance(items, dict) and items and levels else kind

    def choices(self, shape: Mapping[str, Any]) -> Iterator[str]:
        """Yield in words which members of an object go together, and how many there are."""
        for keyword, words in (("oneOf", "exactly one of"), ("anyOf", "at least one of")):
            parts = shape.get(keyword)
            shapes = [self.resolved(part) for part in parts] if isinstance(parts, list) and not self.spent else []
            if shapes and all(_speaks_of_members(part) for part in shapes):
                numbered = any("properties" in part for part in shapes)
                names = [
                    f"({number}) {_members(part)}" if numbered else _members(part)
                    for number, part in enumerate(shapes, start=1)
                ]
                yield f"give {words}: {' | '.join(names)}"[:LONGEST_RULE]
        yield from _refused_together(shape.get("not"))
        together = shape.get("dependentRequired")
        for name, others in together.items() if isinstance(together, dict) else ():
            yield f"with {name} give {_joined(others)} too"[:LONGEST_RULE]
        least, most = shape.get("minProperties"), shape.get("maxProperties")
        if isinstance(least, int) and least > len(shape.get("required") or ()):
            yield f"give at least {least} of its members"
        if isinstance(most, int):
            yield f"give at most {most} of its members"


def _has_a_tail(words: str) -> bool:
    """Whether words end with what holds for each item of a list: after them, "or" would be read as part of it."""
    return ", each " in words


def _null_last(name: str) -> tuple[bool, str]:
    return name == "null", name


def _plain_value(value: Any) -> str:
    """Return a value as one would type it."""
    return value if isinstance(value, str) and re.fullmatch(PLAIN, value) else dump_json(value)


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
        yield "not " + ", ".join(map(_plain_value, refused["enum"]))
    if "default" in shape:
        yield f"default {_plain_value(shape['default'])}"
    if isinstance(shape.get("examples"), list) and shape["examples"]:
        yield "e.g. " + " or ".join(map(_plain_value, shape["examples"][:MOST_EXAMPLES]))
    if shape.get("deprecated") is True:
        yield "deprecated"
    if aliases := list(aliases_of(shape)):
        yield f"also called {', '.join(aliases)}"[:LONGEST_RULE]


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


def _refused_together(refused: Any) -> Iterator[str]:
    """Yield in words which members do not go together."""
    names = refused.get("required") if isinstance(refused, dict) else None
    if isinstance(names, list) and names and set(refused) <= {"required", "type"}:
        yield f"do not give {' and '.join(map(str, names))}{' together' if len(names) > 1 else ''}"


def _joined(names: Any) -> str:
    return " + ".join(map(str, names)) if isinstance(names, list) else "nothing"


def _members(part: Mapping[str, Any]) -> str:
    """Return the members that an alternative asks for, else those that it describes."""
    required = part.get("required")
    return " + ".join(
        map(str, required if isinstance(required, list) and required else part.get("properties") or ["nothing"])
    )
