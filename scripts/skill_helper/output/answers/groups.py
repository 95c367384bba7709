# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Rows in groups: how many there are, and what their fields add up to, exact and one currency at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal, Inexact, InvalidOperation
from typing import Any, NamedTuple

from ...base.jsontext import canonical_json
from ...base.records import Minus, Output
from ...input.texts import text_as_meant
from ...session import Json
from ..rows import clip, field_source
from .fields import Field, is_empty, number_of
from .question import Question

USUAL_CURRENCY = "currency"
# Numbers have up to 1,000 digits and exponents up to 1,000; what would have to be rounded is a bug.
_EXACT = Context(prec=5000, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[Inexact, InvalidOperation])


class Groups(NamedTuple):
    """The groups as rows, and what was remarked on the way.

    `minus`: the values by which rows count minus, each with how many; `negative`: so many of these rows have a negative
    amount. `without`: the rows without a usable value, by field.
    """

    items: list[Json]
    minus: dict[str, int]
    negative: int
    without: dict[str, int]


class _Group:
    """Rows that are alike in the fields `shown`; `totals` are None until there is a number."""

    def __init__(self, shown: Json, sums: Iterable[Field]) -> None:
        self.shown = shown
        self.rows = 0
        self.subtracted = 0
        self.totals: dict[str, Decimal | None] = {field.path: None for field in sums}

    def add(self, numbers: Mapping[str, Decimal | None], minus: Container[str]) -> list[Decimal]:
        """Add a row; return the numbers that were subtracted, those of the fields `minus`."""
        self.rows += 1
        turning: list[Decimal] = []
        for path, number in numbers.items():
            if number is not None:
                combine = _EXACT.subtract if path in minus else _EXACT.add
                self.totals[path] = combine(self.totals[path] or Decimal(0), number)
                turning += [number] if path in minus else []
        self.subtracted += bool(turning)
        return turning

    def members(self) -> Json:
        members = {**self.shown, **self.totals, "rows": self.rows}
        return {**members, "subtracted": self.subtracted} if self.subtracted else members


def groups_of(rows: Sequence[Any], question: Question, output: Output) -> Groups:
    """Return the groups of rows that a question asks for."""
    minus = output.minus if output.minus and any(field.path in output.minus.of for field in question.sums) else None
    currency = _currency_field(rows, question, output)
    keys = (*question.by, *((currency,) if currency else ()))
    groups: dict[str, _Group] = {}
    without: Counter[str] = Counter()
    turned: Counter[str] = Counter()
    negative = 0
    for row in rows:
        values = [_grouping(field.read(row)) for field in keys]
        shown = {field.name: clip(value) for field, value in zip(keys, values)}
        group = groups.setdefault(canonical_json(list(map(_alike, values))), _Group(shown, question.sums))
        sign = _sign(row, minus)
        numbers = {field.path: number_of(field.read(row)) for field in question.sums}
        turning = group.add(numbers, minus.of if minus and sign in minus.values else ())
        turned.update([sign] if turning else [])
        negative += any(number < 0 for number in turning)
        lacking = [field.name for field, value in zip(keys, values) if value is None]
        lacking += [path for path, number in numbers.items() if number is None]
        without.update([*lacking, *([minus.field] if minus and not sign and minus.field not in lacking else [])])
    timed = [field.name for field in question.by if field.part]
    ordered = sorted(groups.values(), key=lambda group: _place(group, timed, currency))
    return Groups([group.members() for group in ordered], dict(turned), negative, dict(without))


def _currency_field(rows: Sequence[Any], question: Question, output: Output) -> Field | None:
    """Return the field that keeps sums apart, where rows have one and it does not group already."""
    field = Field(output.currency or USUAL_CURRENCY)
    if not question.sums or field in question.by:
        return None
    return field if any(field_source(row, field.path) is not None for row in rows) else None


def _grouping(value: Any) -> Any:
    """Return the value by which a row is grouped; None where there is none."""
    return None if is_empty(value) or isinstance(value, (dict, list)) else value


def _alike(value: Any) -> Any:
    """Return a value that is the same for equal numbers and texts, however they are written."""
    if isinstance(value, str):
        return text_as_meant(value)
    number = number_of(value)
    return value if number is None else [str(number.normalize(_EXACT))]


def _sign(row: Any, minus: Minus | None) -> str:
    """Return the text that tells whether a row counts minus; empty where nothing does."""
    value = Field(minus.field).read(row) if minus else None
    return "" if is_empty(value) else str(value)


def _place(group: _Group, timed: Sequence[str], currency: Field | None) -> tuple[Any, ...]:
    """Sort groups by time where they have one, else by currency, the largest first."""
    times = [group.shown[name] or "~" for name in timed]
    money = str(group.shown[currency.name] or "~") if currency else ""
    first = next(iter(group.totals.values()), None) if group.totals else Decimal(group.rows)
    size = (first is None, _EXACT.minus(first) if first is not None else Decimal(0))
    return (*times, money, *size, canonical_json(group.shown))
