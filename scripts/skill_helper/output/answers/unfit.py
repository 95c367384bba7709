# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Fields that a question may not name: such as no row has, and such as hold no single value, or no date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ...base.exits import Exit
from ...base.outcome import Failure
from ...schema.validation import closest
from ...schema.wording import listed_phrases
from ..rows import field_source
from .fields import PARTS, Field, day_of, is_empty, names_in, value_at


def refuse_unknown(rows: Sequence[Any], named: Sequence[tuple[str, Field]], described: Sequence[str]) -> None:
    """Fail when a field stands in no row and is not `described`; `named` are the options with their fields.

    Where there is no row and nothing is described, nobody can know.
    """
    if not rows and not described:
        return
    unknown = [
        (option, field)
        for option, field in named
        if field.path not in described and not any(field_source(row, field.path) is not None for row in rows)
    ]
    if unknown:
        names = names_in(rows, described)
        message = ", ".join(f'"{field.name}" (--{option})' for option, field in unknown)
        hints = "; ".join(dict.fromkeys(_hint(field, names) for _, field in unknown))
        raise Failure(Exit.BAD_INPUT, "unknown_field", f"no row has the field {message}; nothing was worked out", hints)


def _hint(field: Field, names: Sequence[str]) -> str:
    path, colon, part = field.path.rpartition(":")
    if colon and path in names:
        return f'after {path}: comes {", ".join(PARTS)}, not "{part}"'
    near = closest(field.path, names)
    return f'did you mean "{near}"?' if near else f"known: {listed_phrases(names)}"


def refuse_unfit(rows: Sequence[Any], option: str, field: Field) -> None:
    """Fail when a field holds lists or objects alone, or when a part of a date is asked of what never is one."""
    values = [value for value in (value_at(row, field.path) for row in rows) if not is_empty(value)]
    if values and all(isinstance(value, (dict, list)) for value in values):
        kind = "a list" if isinstance(values[0], list) else "an object"
        inside = listed_phrases(dict.fromkeys(_inside(field.path, values[0])))
        message = f"{field.path} (--{option}) is {kind} in each row; nothing was worked out"
        raise Failure(Exit.BAD_INPUT, "unfit_field", message, f"name a field in it: {inside}" if inside else "")
    if field.part and values and not any(map(day_of, values)):
        message = (
            f'{field.path} (--{option}) holds no dates, so it has no {field.part}; it holds "{str(values[0])[:40]}"'
        )
        raise Failure(Exit.BAD_INPUT, "unfit_field", message, "name a field with dates")


def _inside(path: str, value: Any) -> Iterator[str]:
    first = value[0] if isinstance(value, list) else value
    start = f"{path}.0" if isinstance(value, list) else path
    if isinstance(first, dict):
        yield from (f"{start}.{name}" for name, inner in first.items() if not isinstance(inner, (dict, list)))
    elif isinstance(value, list):
        yield start
