"""POST /invoices: create outgoing invoices. Sources: docs page "outgoing", a third party's working client.

Without draftOnly or reviewMode an invoice is sent to the buyer by itself. All invoices of a call succeed or none
(assumed).
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from membrane_sandbox.account import generation
from membrane_sandbox.account.answer import Answer, RefusalError, Request, json_answer
from membrane_sandbox.account.checks import LARGEST, money, require, typed, unit_price
from membrane_sandbox.account.demo.people import SELLER
from membrane_sandbox.account.ids import faktoora_id
from membrane_sandbox.account.invoice_math import totals
from membrane_sandbox.account.numbers import free_number

if TYPE_CHECKING:
    from membrane_sandbox.account.api import Account

    Record = dict[str, Any]

FORMATS = ("zf:1", "zf:2", "xrechnung")
TYPES = {
    "format": "string", "invoiceNumber": "string", "issueDate": "string", "currency": "string",
    "buyer": "object", "seller": "object", "invoiceItems": "array", "draftOnly": "boolean", "reviewMode": "boolean",
    "validate": "boolean",
}  # fmt: skip
IN_DETAIL = {
    "paymentTerms": "string", "deliveryDate": "string", "deliveryPeriod": "object", "buyerReference": "string",
    "orderReference": "string",
}  # fmt: skip
UNDOCUMENTED = {
    **dict.fromkeys(("dueDate", "note", "invoiceTypeCode", "precedingInvoiceNumber"), "string"), **IN_DETAIL,
}  # fmt: skip
"""Fields that no page names; the account keeps them only when the switch `carries` says so."""
TYPE_CODES = ("380", "381")
DATE = re.compile("[0-9]{8}")
BUYER = dict.fromkeys(("name", "street", "postcode", "city", "country"), "string")
DETAILS = "https://app.faktoora.sandbox.example/invoices"


def create(account: Account, request: Request) -> Answer:
    """Answer 202 with {faktooraId, detailsPage}: one object for one invoice, an array for several (assumed)."""
    body = request.fields()
    require(body, ("invoices",))
    invoices = typed(body, {"invoices": "array"})["invoices"]
    if not invoices:
        raise RefusalError(400, "body/invoices must NOT have fewer than 1 items")
    made = [_create(account, invoice) for invoice in invoices]
    return json_answer(made[0] if len(made) == 1 else made, 202)


def _create(account: Account, invoice: object) -> Record:
    if not isinstance(invoice, dict):
        raise RefusalError(400, "body/invoices/0 must be object")
    fields = _checked(account, invoice)
    number = fields.get("invoiceNumber") or free_number(account)
    if account.records.id_of_number("invoice", number):
        raise RefusalError(409, f'Invoice number "{number}" is already in use')
    key = faktoora_id("invoice", account.next_number("invoice"))
    rows = [_line(item, position) for position, item in enumerate(fields["invoiceItems"], 1)]
    buyer = {**dict.fromkeys((*BUYER, "vatId", "routeId")), **fields["buyer"]}
    detail = {
        "seller": {**SELLER, **(fields.get("seller") or {})},
        "buyer": buyer,
        "invoiceItems": rows,
        **{name: fields[name] for name in IN_DETAIL if fields.get(name)},
    }
    if account.settings["generation"] == "slow":
        generation.begin(account, key)
    account.records.add("invoice", key, _record(key, number, fields, rows, account.now()), number=number, detail=detail)
    return {"faktooraId": key, "detailsPage": f"{DETAILS}/{key}"}


def _checked(account: Account, invoice: Record) -> Record:
    require(invoice, ("issueDate", "buyer", "invoiceItems"))
    fields = typed(invoice, {**TYPES, **UNDOCUMENTED} if account.settings["carries"] == "all" else TYPES)
    for name in ("issueDate", "dueDate", "deliveryDate"):
        if name in fields and not _is_date(fields[name] or ""):
            raise RefusalError(400, f"body/invoices/{name} must match pattern YYYYMMDD")
    if fields.get("invoiceTypeCode") not in (None, *TYPE_CODES):
        raise RefusalError(400, f"body/invoices/invoiceTypeCode must be one of {', '.join(TYPE_CODES)}")
    if fields.get("format") not in (None, *FORMATS):
        raise RefusalError(
            400, f"body/invoices/format must be equal to one of the allowed values: {', '.join(FORMATS)}"
        )
    if fields.get("validate") and account.settings["invoice-validation"] != "on":
        raise RefusalError(403, "The invoiceValidation feature is not enabled for this account")
    require(fields["buyer"], ("name",))
    typed(fields["buyer"], BUYER)
    if not fields["invoiceItems"]:
        raise RefusalError(400, "body/invoices/invoiceItems must NOT have fewer than 1 items")
    return fields


def _is_date(text: str) -> bool:
    from datetime import date  # noqa: PLC0415 - only creation needs it

    try:
        # Built from the parts: strptime would take 2026930, and fromisoformat the compact form only from 3.11 on.
        date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return False
    return bool(DATE.fullmatch(text))


def _line(item: object, position: int) -> Record:
    """Return a line with its net amount; quantity may be text, as a working client sends it."""
    product = item.get("product") if isinstance(item, dict) else None
    if not isinstance(product, dict):
        raise RefusalError(400, "body/invoices/invoiceItems/product must be object")
    require(product, ("name", "quantity", "price"))
    quantity, price = _amount(product["quantity"], "quantity"), _amount(product["price"], "price")
    taxes = product.get("taxes") or [{"typeCode": "VAT", "categoryCode": "S", "rate": 19}]
    first = taxes[0] if isinstance(taxes, list) and isinstance(taxes[0], dict) else {}
    tax = {
        "typeCode": "VAT",
        "categoryCode": str(first.get("categoryCode", "S")),
        "rate": _amount(first.get("rate", 0), "rate"),
    }
    known = {
        "productId": product.get("productId"),
        "name": str(product["name"]),
        "quantity": str(quantity),
        "unitCode": str(product.get("unitCode") or "C62"),
        "price": unit_price(price),
        "taxes": [tax],
    }
    return {"id": str(position), "product": known, "netAmount": money(quantity * price)}


def _amount(value: object, name: str) -> Decimal:
    try:
        amount = Decimal(str(value))
    except InvalidOperation:
        raise RefusalError(400, f"body/invoices/invoiceItems/product/{name} must be number") from None
    if not amount.is_finite() or abs(amount) > LARGEST or isinstance(value, bool):
        raise RefusalError(400, f"body/invoices/invoiceItems/product/{name} must be number")
    return amount


def _record(key: str, number: str, fields: Record, rows: list[Record], now: str) -> Record:
    state = "draft" if fields.get("draftOnly") else "review" if fields.get("reviewMode") else "sent"
    amounts = totals(rows)
    return {
        "faktooraId": key,
        "invoiceNumber": number,
        "invoiceTypeCode": fields.get("invoiceTypeCode") or "380",
        "format": fields.get("format") or "zf:2",
        "status": state,
        "issueDate": fields["issueDate"],
        "dueDate": fields.get("dueDate") or fields["issueDate"],
        "currency": fields.get("currency") or "EUR",
        "customer": None,
        "buyerName": fields["buyer"]["name"],
        **amounts,
        "openAmount": amounts["grossAmount"],
        "precedingInvoiceNumber": fields.get("precedingInvoiceNumber"),
        "note": fields.get("note"),
        "createdAt": now,
        "sentAt": now if state == "sent" else None,
        "paidAt": None,
    }
