# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Fields of rows as a question names them: dotted paths, of dates also their month, quarter or year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from ...base.exits import Exit
from ...base.outcome import Failure
from ...input.texts import checked_text
from ..rows import at_path, field_source

PARTS = {"month": "[0-9]{4}-[0-9]{2}", "quarter": "[0-9]{4}-Q[1-4]", "year": "[0-9]{4}"}
_ISO_DAY = r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ][0-9]{2}:[0-9]{2}\S{0,30})?"
_SHORT_DAY = "([0-9]{4})([0-9]{2})([0-9]{2})"
_NUMBER = r"-?[0-9]{1,60}(?:\.[0-9]{1,60})?"
_LONGEST_DAY = 60
_LONGEST_NAME = 200


class Field(NamedTuple):
    """A dotted path into a row; `part` of the date there, if it is not empty."""

    path: str
    part: str = ""

    @property
    def name(self) -> str:
        """How it is written."""
        return f"{self.path}:{self.part}" if self.part else self.path

    def read(self, row: Any) -> Any:
        """Return what a row has there; None where it has nothing, or no date whose part could be told."""
        value = value_at(row, self.path)
        return part_of(value, self.part) if self.part else value


def field_of(text: str, option: str) -> Field:
    """Return the field that a text names."""
    text = checked_text(text, f"--{option}")
    path, _, part = text.rpartition(":")
    field = Field(path, part) if part in PARTS else Field(text)
    if not field.path or len(field.path) > _LONGEST_NAME:
        raise Failure(
            Exit.BAD_INPUT, "bad_option", f'--{option} names the field "{text[:60]}"', "name a field of a row"
        )
    return field


def fields_in(texts: Iterable[str], option: str) -> tuple[Field, ...]:
    """Return the fields that texts name, separated by commas."""
    names = [name.strip() for text in texts for name in text.split(",")]
    return tuple(dict.fromkeys(field_of(name, option) for name in names))


def value_at(row: Any, path: str) -> Any:
    """Return what a row, or the record in it, has at a path."""
    return at_path(field_source(row, path), path)


def is_empty(value: Any) -> bool:
    """Whether nothing is there: null, or an empty text, list or object."""
    return value is None or value in ("", [], {})


def number_of(value: Any) -> Decimal | None:
    """Return a number, also one that is written as a text; None for anything else."""
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return Decimal(value)
    return Decimal(value) if isinstance(value, str) and re.fullmatch(_NUMBER, value) else None


def day_of(value: Any) -> str:
    """Return a date as YYYY-MM-DD, of a time its day as it is written; empty for anything else."""
    text = str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
    found = re.fullmatch(_SHORT_DAY if text.isdigit() else _ISO_DAY, text) if len(text) <= _LONGEST_DAY else None
    if not found:
        return ""
    from datetime import date

    try:
        return date(*map(int, found.groups())).isoformat()
    except ValueError:
        return ""


def part_of(value: Any, part: str) -> str | None:
    """Return the month (2026-09), quarter (2026-Q3) or year (2026) of a date; None for anything else."""
    day = day_of(value)
    if not day:
        return None
    quarter = f"{day[:4]}-Q{(int(day[5:7]) + 2) // 3}"
    return {"month": day[:7], "quarter": quarter, "year": day[:4]}[part]


def names_in(rows: Sequence[Any], described: Iterable[str] = ()) -> list[str]:
    """Return the fields that rows have, those inside an object as dotted paths, and those that are described."""
    names = dict.fromkeys(described)
    for row in rows[:200]:
        for name, value in row.items() if isinstance(row, dict) else ():
            inner = [f"{name}.{inside}" for inside in value] if isinstance(value, dict) else []
            names.update(dict.fromkeys([name, *inner]))
    return list(names)
