# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Rows in groups: how many there are, and what their fields add up to, exact and one currency at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal, Inexact, InvalidOperation
from typing import Any, NamedTuple

from ...base.jsontext import canonical_json
from ...base.records import Minus, Output
from ...session import Json
from ..rows import clip, field_source
from .fields import Field, is_empty, number_of
from .question import Question

USUAL_CURRENCY = "currency"
# Numbers have up to 1,000 digits and exponents up to 1,000; what would have to be rounded is a bug.
_EXACT = Context(prec=5000, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[Inexact, InvalidOperation])


class Groups(NamedTuple):
    """The groups as rows, and what was remarked on the way.

    `subtracted`: so many rows count minus; `negative`: so many of these have a negative amount. `without`: the rows
    without a usable value, by field.
    """

    items: list[Json]
    subtracted: int
    negative: int
    without: dict[str, int]


class _Group:
    """Rows that are alike in the fields `shown`; `totals` are None until there is a number."""

    def __init__(self, shown: Json, sums: Iterable[Field]) -> None:
        self.shown = shown
        self.rows = 0
        self.subtracted = 0
        self.totals: dict[str, Decimal | None] = {field.path: None for field in sums}

    def add(self, path: str, number: Decimal, *, minus: bool) -> None:
        combine = _EXACT.subtract if minus else _EXACT.add
        self.totals[path] = combine(self.totals[path] or Decimal(0), number)

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
    subtracted = negative = 0
    for row in rows:
        values = [_grouping(field.read(row)) for field in keys]
        without.update(field.name for field, value in zip(keys, values) if value is None)
        identity = canonical_json([_alike(value) for value in values])
        shown = {field.name: clip(value) for field, value in zip(keys, values)}
        group = groups.setdefault(identity, _Group(shown, question.sums))
        counted, is_negative = _add_row(group, row, question.sums, minus, without)
        subtracted, negative = subtracted + counted, negative + is_negative
    timed = [field.name for field in question.by if field.part]
    ordered = sorted(groups.values(), key=lambda group: _place(group, timed, currency))
    return Groups([group.members() for group in ordered], subtracted, negative, dict(without))


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
    """Return a value that is the same for equal numbers, however they are written."""
    return str(number_of(value).normalize(_EXACT)) if isinstance(value, Decimal) else value  # type: ignore[union-attr]


def _add_row(
    group: _Group, row: Any, sums: Sequence[Field], minus: Minus | None, without: Counter[str]
) -> tuple[bool, bool]:
    """Add a row to its group; return whether it was subtracted, and whether an amount of it was below zero then."""
    group.rows += 1
    sign = Field(minus.field).read(row) if minus else None
    if minus and is_empty(sign):
        without[minus.field] += 1
    counts_minus = bool(minus) and str(sign) in minus.values  # type: ignore[union-attr]
    subtracted = is_negative = False
    for field in sums:
        number = number_of(field.read(row))
        if number is None:
            without[field.name] += 1
            continue
        turned = counts_minus and minus is not None and field.path in minus.of
        group.add(field.path, number, minus=turned)
        subtracted, is_negative = subtracted or turned, is_negative or (turned and number < 0)
    group.subtracted += subtracted
    return subtracted, is_negative


def _place(group: _Group, timed: Sequence[str], currency: Field | None) -> tuple[Any, ...]:
    """Sort groups by time where they have one, else by currency, the largest first."""
    times = [group.shown[name] or "~" for name in timed]
    money = str(group.shown[currency.name]) if currency else ""
    first = next(iter(group.totals.values()), None) if group.totals else Decimal(group.rows)
    size = (first is None, _EXACT.minus(first) if first is not None else Decimal(0))
    return (*times, money, *size, canonical_json(group.shown))
