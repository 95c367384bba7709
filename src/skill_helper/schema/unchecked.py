# skillc copies this file into each skill; change it in src/skill_helper, not there
"""What of a live schema is left to Membrane: the patterns that are not run here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .json_values import NESTING_LIMIT
from .pattern_cost import is_harmless
from .reading import described_properties, referred_schema

LISTS = ("anyOf", "oneOf", "allOf")


def unchecked_patterns(schema: Any, defs: Mapping[str, Any]) -> dict[str, str]:
    """Return each pattern that `problems_of` does not run if `schema` is not trusted, by the path of its value.

    The path of a list's items ends in "[]", that of additional properties in ".*"; the value itself has the path "".
    """
    return dict(patterns_left_out(schema, defs, "", 0, frozenset()))


def patterns_left_out(
    schema: Any, defs: Mapping[str, Any], path: str, depth: int, followed: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """Yield path and pattern; each reference is followed once on the way to a value."""
    if not isinstance(schema, dict) or depth > NESTING_LIMIT:
        return
    pattern, reference = schema.get("pattern"), schema.get("$ref")
    if isinstance(pattern, str) and not is_harmless(pattern):
        yield path, pattern
    if isinstance(reference, str) and reference not in followed:
        yield from patterns_left_out(referred_schema(reference, defs), defs, path, depth + 1, followed | {reference})
    for keyword in LISTS:
        for part in schema[keyword] if isinstance(schema.get(keyword), list) else ():
            yield from patterns_left_out(part, defs, path, depth + 1, followed)
    for keyword, suffix in (("not", ""), ("items", "[]"), ("additionalProperties", ".*")):
        yield from patterns_left_out(schema.get(keyword), defs, f"{path}{suffix}".lstrip("."), depth + 1, followed)
    for name, described in described_properties(schema).items():
        yield from patterns_left_out(described, defs, f"{path}.{name}".lstrip("."), depth + 1, followed)
