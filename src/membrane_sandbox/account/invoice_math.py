"""Lines and totals of an invoice: net per line, VAT per rate, gross. Amounts are Decimal with two digits.

A price of one piece keeps the digits that it has.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from membrane_sandbox.account.checks import money

Record = dict[str, Any]

STANDARD, REVERSE_CHARGE, EXPORT, ZERO = "S", "AE", "G", "Z"
"""VAT categories of UNCL5305: standard rate, reverse charge, export, zero rate."""


def tax_category(customer: Record) -> str:
    """Return the tax category of a customer: companies in Austria owe the VAT themselves, Switzerland is export."""
    if customer["country"] == "CH":
        return EXPORT
    return REVERSE_CHARGE if customer["country"] == "AT" and customer["vatId"] else STANDARD


def line(position: int, product: Record, quantity: Decimal, category: str) -> Record:
    """Return one line in the form of POST /invoices, with its net amount."""
    rate = product["tax"] if category == STANDARD else 0
    code = ZERO if category == STANDARD and rate == 0 else category
    return {
        "id": str(position),
        "product": {
            "productId": product["id"],
            "name": product["name"],
            "quantity": str(quantity),
            "unitCode": product["unit"],
            "price": product["price"],
            "taxes": [{"typeCode": "VAT", "categoryCode": code, "rate": rate}],
        },
        "netAmount": money(product["price"] * quantity),
    }


def totals(lines: list[Record]) -> Record:
    """Return netAmount, taxAmount, grossAmount and taxes; of these the highest rate first."""
    bases: dict[tuple[Decimal, str], Decimal] = {}
    reasons: dict[str, Record] = {}
    for row in lines:
        tax = row["product"]["taxes"][0]
        group = (Decimal(tax["rate"]), tax["categoryCode"])
        bases[group] = bases.get(group, Decimal(0)) + row["netAmount"]
        reasons[group[1]] = {name: tax[name] for name in ("exemptionReason",) if name in tax}
    taxes = [{**_tax(rate, code, base), **reasons[code]} for (rate, code), base in sorted(bases.items(), reverse=True)]
    net = sum((row["netAmount"] for row in lines), Decimal("0.00"))
    tax_sum = sum((tax["taxAmount"] for tax in taxes), Decimal("0.00"))
    return {"netAmount": net, "taxAmount": tax_sum, "grossAmount": net + tax_sum, "taxes": taxes}


def _tax(rate: Decimal, code: str, base: Decimal) -> Record:
    return {"categoryCode": code, "rate": _plain(rate), "netAmount": base, "taxAmount": money(base * rate / 100)}


def _plain(rate: Decimal) -> int | Decimal:
    """Return 19 for 19.00: a rate is printed as it is spoken."""
    return int(rate) if rate == rate.to_integral_value() else rate


def buyer_of(customer: Record) -> Record:
    """Return a customer as the buyer on an invoice."""
    return {
        "name": customer["name"],
        "street": customer["address"],
        "postcode": customer["postcode"],
        "city": customer["city"],
        "country": customer["country"],
        "vatId": customer["vatId"],
        "routeId": customer["routeId"],
    }
