# skillc copies this file into each skill; change it in src/skill_helper, not there
"""What of a live schema is left to Membrane: the patterns that are not run here."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any

from .pattern_cost import is_harmless
from .reading import described_properties, referred_schema

LISTS = ("anyOf", "oneOf", "allOf")
MOST_PARTS = 20_000  # of a schema; one that has more is described as far as that


def unchecked_patterns(schema: Any, defs: Mapping[str, Any]) -> dict[str, str]:
    """Return each pattern that `problems_of` does not run if `schema` is not trusted, by the path of its value.

    The path of a list's items ends in "[]", that of additional properties in ".*"; the value itself has the path "".
    """
    found: dict[str, str] = {}
    seen: set[tuple[int, str]] = set()
    waiting: deque[tuple[Any, str, frozenset[str]]] = deque([(schema, "", frozenset())])
    while waiting and len(seen) < MOST_PARTS:
        part, path, followed = waiting.popleft()
        if not isinstance(part, dict) or (id(part), path) in seen:
            continue
        seen.add((id(part), path))
        pattern = part.get("pattern")
        if isinstance(pattern, str) and not is_harmless(pattern):
            found.setdefault(path, pattern)
        waiting.extend(_parts_of(part, defs, path, followed))
    return found


def _parts_of(
    schema: Mapping[str, Any], defs: Mapping[str, Any], path: str, followed: frozenset[str]
) -> Iterator[tuple[Any, str, frozenset[str]]]:
    """Yield the schemas in a schema with the paths of their values.

    Each reference is followed once on the way to one.
    """
    reference = schema.get("$ref")
    if isinstance(reference, str) and reference not in followed:
        yield referred_schema(reference, defs), path, followed | {reference}
    for keyword in LISTS:
        for part in schema[keyword] if isinstance(schema.get(keyword), list) else ():
            yield part, path, followed
    for keyword, suffix in (("not", ""), ("items", "[]"), ("additionalProperties", ".*")):
        yield schema.get(keyword), f"{path}{suffix}".lstrip("."), followed
    for name, described in described_properties(schema).items():
        yield described, f"{path}.{name}".lstrip("."), followed
