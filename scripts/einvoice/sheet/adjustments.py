# skillc copies this file into each skill; change it in src/einvoice, not there
"""Allowances and charges, of an item and of the invoice."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from ..model import Item
from ..totals import Line, line_allowances
from .fields import Fields, row, section, table
from .markup import Element, both
from .values import MINUS, percent
from .vat import vat_cell
from .words import Words

COLUMNS = (("Grund", "Reason"), ("Berechnung", "Basis"), ("USt.", "VAT"), ("Betrag", "Amount"))


class Kind(NamedTuple):
    """Whether an amount is taken off or put on."""

    name: str
    words: Words
    sign: str


ALLOWANCE = Kind("allowances", ("Nachlass", "Allowance"), MINUS)
CHARGE = Kind("charges", ("Zuschlag", "Charge"), "+")


def adjustments(fields: Fields) -> Element | None:
    """Return the allowances and charges of the invoice, or nothing when there are none."""
    invoice, computed = fields.invoice, fields.computed
    parts = _pointers("", ALLOWANCE, invoice.allowances) + _pointers("", CHARGE, invoice.charges)
    amounts = [*computed.adjustments, *computed.surcharges] if computed else [None] * len(parts)
    content = table("adjustments", COLUMNS, [_row(*part, amount, fields) for part, amount in zip(parts, amounts)])
    return section("", ("Nachlässe und Zuschläge", "Allowances and charges"), content) if parts else None


def item_adjustments(at: str, item: Item, line: Line | None, fields: Fields) -> list[Element]:
    """Return the allowances of an item, its discount the first, and its charges."""
    has_discount = len(line_allowances(item)) > len(item.allowances)
    parts = [(f"{at}/discount", ALLOWANCE)] if has_discount else []
    parts += _pointers(at, ALLOWANCE, item.allowances) + _pointers(at, CHARGE, item.charges)
    amounts = [*line.allowances, *line.charges] if line else [None] * len(parts)
    return [_detail(*part, amount, fields) for part, amount in zip(parts, amounts)]


def _pointers(at: str, kind: Kind, parts: tuple[object, ...]) -> list[tuple[str, Kind]]:
    return [(f"{at}/{kind.name}/{index}", kind) for index, _ in enumerate(parts)]


def _row(at: str, kind: Kind, amount: Decimal | None, fields: Fields) -> Element:
    return row(
        at,
        COLUMNS,
        Element("span", *both(*kind.words), ": ", fields.always(f"{at}/reason"), " ", fields.part(f"{at}/reasonCode")),
        _basis(at, fields) or Element("span", *both("Festbetrag", "fixed")),
        vat_cell(at, fields),
        fields.amount(f"{at}/amount", amount, kind.sign),
    )


def _detail(at: str, kind: Kind, amount: Decimal | None, fields: Fields) -> Element:
    words = (*both(*kind.words), " ", _basis(at, fields), " ", fields.amount(_term(at, "amount"), amount, kind.sign))
    reasons = (fields.part(_term(at, "reason")), " ", fields.part(_term(at, "reasonCode")))
    return Element("p", *words, " ", *reasons, id=at, class_="detail")


def _basis(at: str, fields: Fields) -> Element | None:
    rate = fields.part(_term(at, "percent"), percent)
    base = fields.part(_term(at, "baseAmount"), fields.money)
    return Element("span", rate, " von " if base else None, base) if rate or base else None


def _term(at: str, name: str) -> str:
    """Return the pointer of a term; those of a discount are terms of its item: discountAmount."""
    return f"{at}{name.capitalize()}" if at.endswith("/discount") else f"{at}/{name}"
