# skillc copies this file into each skill; change it in src/einvoice, not there
"""Amounts: their decimals, their signs, and percentages."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..model import Adjustment, Invoice, LineAdjustment
from ..records import json_name
from ..totals import gross_price, percentage, taxed_parts, totals, vat_key
from .check import Check, Place, core, wrong, xrechnung

HALF = Decimal("0.5")


@core("item-price-negative", "BR-27")
def _negative_price(invoice: Invoice) -> Iterator[Place]:
    for index, item in enumerate(invoice.items):
        if item.unit_price is not None and item.unit_price < 0:
            message = f"item {index + 1} has a negative unit price; make the quantity negative instead"
            yield wrong(message, f"/items/{index}/unitPrice")


@xrechnung("item-price-quantity", "PEPPOL-EN16931-R121")
def _price_quantity(invoice: Invoice) -> Iterator[Place]:
    for index, item in enumerate(invoice.items):
        if item.price_quantity is not None and item.price_quantity <= 0:
            message = f"the price of item {index + 1} is for {item.price_quantity} units; that number is above zero"
            yield wrong(message, f"/items/{index}/priceQuantity")


def _decimals(check_id: str, rule: str, *path: str) -> Check:
    """Return the check that amounts of one term have two decimals at most."""

    @core(check_id, rule)
    def has_cents(invoice: Invoice) -> Iterator[Place]:
        for pointer, amount in _amounts(invoice, "", path):
            if _has_more_than_cents(amount):
                yield wrong(f"{amount} has more than two decimals", pointer)

    return has_cents


def _amounts(holder: object, at: str, path: tuple[str, ...]) -> Iterator[tuple[str, Decimal]]:
    """Yield the amounts at a path of attributes, into each member of a list, with their pointers."""
    name, *others = path
    value = getattr(holder, name)
    pointer = f"{at}/{json_name(name)}"
    if isinstance(value, Decimal):
        yield pointer, value
    elif isinstance(value, tuple):
        for index, member in enumerate(value):
            yield from _amounts(member, f"{pointer}/{index}", tuple(others))
    elif value is not None:
        yield from _amounts(value, pointer, tuple(others))


def _has_more_than_cents(amount: Decimal) -> bool:
    return amount != amount.quantize(Decimal("0.01"))


def _parts(invoice: Invoice) -> Iterator[tuple[str, Adjustment | LineAdjustment, Decimal | None]]:
    """Yield every allowance and charge with its pointer and what its percentage refers to, when it says so."""
    for kind in ("allowances", "charges"):
        for index, part in enumerate(getattr(invoice, kind)):
            yield f"/{kind}/{index}", part, part.base_amount
        for number, item in enumerate(invoice.items):
            for index, line_part in enumerate(getattr(item, kind)):
                base = gross_price(item) if line_part.base_amount is None else line_part.base_amount
                yield f"/items/{number}/{kind}/{index}", line_part, base


@xrechnung("percentage-amount", "PEPPOL-EN16931-R040")
def _percentage_amount(invoice: Invoice) -> Iterator[Place]:
    for pointer, part, base in _parts(invoice):
        if part.amount is not None and part.percent is not None and base is not None:
            expected = percentage(part.percent, base)
            if part.amount != expected:
                yield wrong(f"{part.percent} % of {base} is {expected}, not {part.amount}", f"{pointer}/amount")
    for index, item in enumerate(invoice.items):
        if item.discount_amount is not None and item.discount_percent is not None:
            expected = percentage(item.discount_percent, gross_price(item))
            if item.discount_amount != expected:
                message = f"a discount of {item.discount_percent} % is {expected}, not {item.discount_amount}"
                yield wrong(message, f"/items/{index}/discountAmount")


@xrechnung("base-without-percentage", "PEPPOL-EN16931-R042")
def _base_without_percentage(invoice: Invoice) -> Iterator[Place]:
    for pointer, part, _ in _parts(invoice):
        if part.base_amount is not None and part.percent is None:
            yield wrong("a base amount says nothing without a percentage", f"{pointer}/baseAmount")


@core("vat-rate-tiny", "BR-CO-17")
def _tiny_rate(invoice: Invoice) -> Iterator[Place]:
    """The official rules round rates to whole numbers to find those that are zero."""
    computed = totals(invoice)
    for group in computed.vat if computed else ():
        if group.rate and abs(group.rate) < HALF and abs(group.tax) >= HALF:
            index = next(index for index, part in enumerate(taxed_parts(invoice)) if vat_key(part)[1] == group.rate)
            message = f"official rules refuse a VAT rate below 0.5 %, as {group.rate} % is"
            yield wrong(message, f"/items/{index}/taxRate" if index < len(invoice.items) else "/items")


CHECKS = (
    _negative_price,
    _price_quantity,
    _decimals("allowance-decimals", "BR-DEC-01", "allowances", "amount"),
    _decimals("allowance-base-decimals", "BR-DEC-02", "allowances", "base_amount"),
    _decimals("charge-decimals", "BR-DEC-05", "charges", "amount"),
    _decimals("charge-base-decimals", "BR-DEC-06", "charges", "base_amount"),
    _decimals("prepaid-decimals", "BR-DEC-16", "prepaid_amount"),
    _decimals("rounding-decimals", "BR-DEC-17", "rounding_amount"),
    _decimals("item-net-amount-decimals", "BR-DEC-23", "items", "net_amount"),
    _decimals("item-discount-decimals", "BR-DEC-24", "items", "discount_amount"),
    _decimals("item-allowance-decimals", "BR-DEC-24", "items", "allowances", "amount"),
    _decimals("item-allowance-base-decimals", "BR-DEC-25", "items", "allowances", "base_amount"),
    _decimals("item-charge-decimals", "BR-DEC-27", "items", "charges", "amount"),
    _decimals("item-charge-base-decimals", "BR-DEC-28", "items", "charges", "base_amount"),
    _percentage_amount,
    _base_without_percentage,
    _tiny_rate,
)
