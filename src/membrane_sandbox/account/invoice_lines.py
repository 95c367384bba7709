"""The lines of a new invoice, checked and computed. Source: a third party's working client.

With the switch `carries` on all, a line also keeps its description, its discount and why it is not taxed, which no page
names.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from membrane_sandbox.account.answer import RefusalError
from membrane_sandbox.account.checks import LARGEST, money, require, unit_price

Record = dict[str, Any]

WHERE = "body/invoices/invoiceItems/product"
WHOLE = Decimal(100)


def new_line(item: object, position: int, *, carries_all: bool) -> Record:
    """Return a line with its net amount; quantity may be text, as a working client sends it."""
    product = item.get("product") if isinstance(item, dict) else None
    if not isinstance(product, dict):
        raise RefusalError(400, f"{WHERE} must be object")
    require(product, ("name", "quantity", "price"))
    quantity, price = _amount(product, "quantity"), _amount(product, "price")
    gross = money(quantity * price)
    more = _undocumented(product, gross) if carries_all else {}
    known = {
        "productId": product.get("productId"),
        "name": str(product["name"]),
        "quantity": str(quantity),
        "unitCode": str(product.get("unitCode") or "C62"),
        "price": unit_price(price),
        "taxes": [_tax(product, carries_all=carries_all)],
        **more,
    }
    return {"id": str(position), "product": known, "netAmount": gross - more.get("discountAmount", 0)}


def _tax(product: Record, *, carries_all: bool) -> Record:
    taxes = product.get("taxes") or [{"categoryCode": "S", "rate": 19}]
    first = taxes[0] if isinstance(taxes, list) and isinstance(taxes[0], dict) else {}
    return {
        "typeCode": "VAT",
        "categoryCode": str(first.get("categoryCode", "S")),
        "rate": _amount({"rate": 0, **first}, "rate"),
        **({"exemptionReason": str(first["exemptionReason"])} if carries_all and first.get("exemptionReason") else {}),
    }


def _undocumented(product: Record, gross: Decimal) -> Record:
    """Return description and discount: a percentage of quantity x price, or an amount, not both."""
    description = product.get("description")
    if not isinstance(description, (str, type(None))):
        raise RefusalError(400, f"{WHERE}/description must be string")
    known = {"description": description} if description else {}
    given = {name: _amount(product, name) for name in ("discountPercent", "discountAmount") if product.get(name)}
    if not given:
        return known
    if len(given) > 1:
        raise RefusalError(400, f"{WHERE} must NOT have both discountPercent and discountAmount")
    percent = given.get("discountPercent")
    off = money(given["discountAmount"] if percent is None else gross * percent / WHOLE)
    if not 0 <= off <= gross:
        raise RefusalError(400, f"{WHERE}/{next(iter(given))} must be from nothing to the whole line")
    return {**known, **given, "discountAmount": off}


def _amount(fields: Record, name: str) -> Decimal:
    value = fields[name]
    try:
        amount = Decimal(str(value))
    except InvalidOperation:
        raise RefusalError(400, f"{WHERE}/{name} must be number") from None
    if not amount.is_finite() or abs(amount) > LARGEST or isinstance(value, bool):
        raise RefusalError(400, f"{WHERE}/{name} must be number")
    return amount
