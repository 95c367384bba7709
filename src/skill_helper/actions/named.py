# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Where a dotted name leads to in an input: into objects, and into each object of a list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def named_in(value: Any, names: tuple[str, ...], path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Yield each place that a dotted name leads to, in each object of a list, with the value there."""
    if isinstance(value, list):
        for index, member in enumerate(value):
            yield from named_in(member, names, (*path, index))
    elif not names and value is not None:
        yield path, value
    elif names and isinstance(value, dict):
        yield from named_in(value.get(names[0]), names[1:], (*path, names[0]))
