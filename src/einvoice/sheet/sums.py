# skillc copies this file into each skill; change it in src/einvoice, not there
"""The totals of an invoice, computed, beside what is stated."""

from __future__ import annotations

from .fields import Fields, section
from .markup import Element, both
from .values import MINUS
from .words import Words, payable_words

# attribute of the totals, pointer, label, sign
SUMS = (
    ("lines", "/totals/lines", ("Summe der Positionen", "Sum of items"), ""),
    ("allowances", "/totals/allowances", ("Nachlässe", "Allowances"), MINUS),
    ("charges", "/totals/charges", ("Zuschläge", "Charges"), "+"),
    ("net", "/totals/net", ("Nettobetrag", "Net"), ""),
    ("tax", "/totals/tax", ("Umsatzsteuer", "VAT"), ""),
    ("gross", "/totals/gross", ("Bruttobetrag", "Gross"), ""),
    ("prepaid", "/prepaidAmount", ("Bereits gezahlt", "Prepaid"), MINUS),
    ("rounding", "/roundingAmount", ("Rundung", "Rounding"), ""),
)
UNKNOWN = ("Nicht nachgerechnet: Angaben fehlen.", "Not computed: terms are missing.")
OFTEN_ZERO = {"allowances", "charges", "prepaid", "rounding"}  # left out when they are


def sums(fields: Fields) -> Element:
    """Return the totals from the sum of the items to what is payable."""
    rows = []
    for name, pointer, words, sign in SUMS:
        computed = getattr(fields.computed, name, None)
        if name not in OFTEN_ZERO or computed or fields.value(pointer) is not None:
            rows.append(_row(words, fields.amount(pointer, computed, sign)))
    rows.append(_row(payable_words(fields.invoice.type_code), payable(fields), "payable"))
    table = Element("table", Element("tbody", *rows), class_="sums")
    return section("/totals", ("Summen", "Totals"), None if fields.computed else Element("p", *both(*UNKNOWN)), table)


def payable(fields: Fields) -> Element:
    """Return what is payable."""
    return fields.amount("/totals/payable", fields.computed.payable if fields.computed else None)


def _row(words: Words, amount: Element, class_: str = "") -> Element:
    return Element("tr", Element("th", *both(*words), scope="row"), Element("td", amount), class_=class_)
