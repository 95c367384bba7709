# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The conditions of `--where`: a field, an operator, a value; no expressions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from ...base.exits import Exit
from ...base.outcome import Failure
from ...input.texts import checked_text, text_as_meant
from .fields import PARTS, Field, day_of, field_of, is_empty, number_of

OPERATORS = ("=", "!=", "<", "<=", ">", ">=")
_EQUALITY = ("=", "!=")
_FORM = r"([^=!<>]*)([=!<>]*)(.*)"


class Condition(NamedTuple):
    """What a row must be like; `number` and `day` are what `wanted` is besides a text."""

    field: Field
    operator: str
    wanted: str
    number: Decimal | None = None
    day: str = ""

    @property
    def text(self) -> str:
        """How it is written."""
        return f"{self.field.name}{self.operator}{self.wanted}"


class Match(NamedTuple):
    """Whether a row fulfils a condition, and whether it has a value there that can be compared."""

    fulfilled: bool
    compared: bool


def condition_of(text: str) -> Condition:
    """Return the condition that a text spells."""
    text = checked_text(text, "--where")
    name, operator, wanted = (part.strip() for part in _parts(text))
    if operator not in OPERATORS or not name:
        remedy = f'write "FIELD=VALUE" in quotes; operators: {" ".join(OPERATORS)}; "FIELD=" finds rows without a value'
        raise Failure(Exit.BAD_INPUT, "bad_condition", f'--where is "{text[:100]}"; it takes FIELD=VALUE', remedy)
    if not wanted and operator not in _EQUALITY:
        raise Failure(Exit.BAD_INPUT, "bad_condition", f'--where is "{text[:100]}"; after {operator} comes a value')
    field = field_of(name, "where")
    if field.part and wanted and not re.fullmatch(PARTS[field.part], wanted):
        form = {"month": "2026-09", "quarter": "2026-Q3", "year": "2026"}[field.part]
        raise Failure(
            Exit.BAD_INPUT, "bad_condition", f'--where: "{wanted[:60]}" is no {field.part}', f"write it as {form}"
        )
    return Condition(field, operator, wanted, number_of(wanted), day_of(wanted))


def _parts(text: str) -> tuple[str, str, str]:
    found = re.fullmatch(_FORM, text, re.DOTALL)
    return (found[1], found[2], found[3]) if found else (text, "", "")


def conditions_in(texts: Sequence[str]) -> tuple[Condition, ...]:
    """Return the conditions of a command line; fail when no row can fulfil them all."""
    conditions = tuple(dict.fromkeys(map(condition_of, texts)))
    equal: dict[Field, Condition] = {}
    for condition in conditions:
        other = equal.setdefault(condition.field, condition) if condition.operator == "=" else condition
        if other != condition:
            message = f"no row is both {other.text} and {condition.text}; all conditions must hold"
            remedy = f"call once for each, or --count-by {condition.field.name}"
            raise Failure(Exit.BAD_INPUT, "bad_condition", message, remedy)
    return conditions


def match(row: Any, condition: Condition) -> Match:
    """Return how a row meets a condition. `!=` is the opposite of `=`: it holds where nothing is there, too."""
    value, operator = condition.field.read(row), condition.operator
    if not condition.wanted:
        return Match(is_empty(value) == (operator == "="), compared=True)
    order = None if is_empty(value) else compared(value, condition)
    if order is None:
        return Match(operator == "!=", compared=False)
    fulfilled = {"=": order == 0, "!=": order != 0, "<": order < 0, "<=": order <= 0, ">": order > 0, ">=": order >= 0}
    return Match(fulfilled[operator], compared=True)


def compared(value: Any, condition: Condition) -> int | None:
    """Return -1, 0 or 1 for a value below, at or above the wanted one; None where the two cannot be compared.

    Dates are compared as dates, numbers as numbers. A text is equal to the very same text only, but below or above a
    number when it spells one.
    """
    wanted, equality = condition.wanted, condition.operator in _EQUALITY
    if condition.field.part:
        return _order(value, wanted)
    if isinstance(value, bool):
        return _order(str(value).lower(), wanted) if equality and wanted in ("true", "false") else None
    if isinstance(value, (int, Decimal)) and condition.number is not None:
        return _order(Decimal(value), condition.number)
    day = day_of(value)
    if day and condition.day:
        return _order(day, condition.day)
    if day or not isinstance(value, str):
        return None
    number = number_of(value)
    if equality or (condition.number is None and not condition.day):
        return _order(text_as_meant(value), wanted)
    return None if number is None or condition.number is None else _order(number, condition.number)


def _order(one: Any, other: Any) -> int:
    return int(one > other) - int(one < other)


def refuse_incomparable(rows: Sequence[Any], condition: Condition) -> None:
    """Fail when rows have values, and none of them can be compared with the wanted one."""
    values = [value for value in map(condition.field.read, rows) if not is_empty(value)]
    if not values or not condition.wanted or any(match(row, condition).compared for row in rows):
        return
    name, value = condition.field.name, values[0]
    if day_of(value):
        remedy = f'write a date as YYYY-MM-DD, or compare a part of it: "{name}:month=2026-09"'
    elif isinstance(value, bool):
        remedy = f'write "{name}=true" or "{name}=false"'
    else:
        remedy = "write a number such as 1234.56" if number_of(value) is not None else "compare it by = or !="
    message = f'--where "{condition.text[:100]}" cannot be told: {name} is for example {str(value)[:40]}'
    raise Failure(Exit.BAD_INPUT, "bad_condition", message, remedy)
