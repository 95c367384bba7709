# skillc copies this file into each skill; change it in src/einvoice, not there
"""How values look in German: 1.234,56 €, 26.11.2026, IBANs in groups of four."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from ..totals import CENT, EXACT
from .markup import Element, Node, foreign

MINUS = "\N{MINUS SIGN}"
GERMAN = str.maketrans({",": ".", ".": ",", "-": MINUS})
ACCOUNT = re.compile(r"[A-Za-z0-9 ]+\Z")


def number(value: Decimal) -> Element:
    """Return a number with all its decimals; it may break after a point when a column is narrow."""
    first, *groups = f"{value:,f}".translate(GERMAN).split(".")
    children: list[Node] = [first]
    for group in groups:
        children += [".", Element("wbr"), group]
    return Element("data", *children, value=f"{value:f}")


def money(amount: Decimal, currency: str | None) -> Element:
    """Return an amount with two decimals at least, and its currency."""
    cents = amount.quantize(CENT, context=EXACT)
    shown = number(cents if cents == amount else amount)
    unit = "€" if currency == "EUR" else foreign(currency) if currency else None
    return Element("span", shown, "\N{NO-BREAK SPACE}" if unit else None, unit, class_="money")


def percent(rate: Decimal) -> Element:
    """Return a rate: 19 %."""
    return Element("span", number(rate.normalize(EXACT)), "\N{NO-BREAK SPACE}%", class_="money")


def day(value: date) -> Element:
    """Return a date: 26.11.2026."""
    return Element("time", f"{value.day:02}.{value.month:02}.{value.year:04}", datetime=value.isoformat())


def iban(text: str) -> Element:
    """Return an account in groups of four, as far as it is one."""
    if not ACCOUNT.match(text):
        return foreign(text)
    joined = text.replace(" ", "")
    return foreign(" ".join(joined[start : start + 4] for start in range(0, len(joined), 4)))
