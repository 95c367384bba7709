"""POST /invoices: create outgoing invoices. Sources: docs page "outgoing", a third party's working client.

Without draftOnly or reviewMode an invoice is sent to the buyer by itself. All invoices of a call succeed or none
(assumed).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from membrane_sandbox.account import progress
from membrane_sandbox.account.answer import Answer, RefusalError, Request, json_answer
from membrane_sandbox.account.checks import require, typed
from membrane_sandbox.account.demo.people import SELLER
from membrane_sandbox.account.ids import faktoora_id
from membrane_sandbox.account.invoice_lines import new_line
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
    "orderReference": "string", "contractReference": "string", "projectReference": "string",
    "precedingInvoiceDate": "string",
}  # fmt: skip
UNDOCUMENTED = {
    **dict.fromkeys(("customerId", "dueDate", "note", "invoiceTypeCode", "precedingInvoiceNumber"), "string"),
    **IN_DETAIL,
}
"""Fields that no page names; the account keeps them only when the switch `carries` says so."""
DATES = ("issueDate", "dueDate", "deliveryDate", "precedingInvoiceDate")
INVOICE, CORRECTION = "380", "381"
DATE = re.compile("[0-9]{8}")
BUYER = dict.fromkeys(("name", "street", "postcode", "city", "country"), "string")
UNDOCUMENTED_OF_BUYER = ("vatId", "email", "routeId")
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
    detail = _detail(fields, carries_all=account.settings["carries"] == "all")
    record = {
        "faktooraId": key,
        "invoiceNumber": number,
        **_record(fields, detail["invoiceItems"]),
        "customer": _customer(account, fields.get("customerId")),
        **_begun(account, key, fields),
    }
    account.records.add("invoice", key, record, number=number, detail=detail)
    return {"faktooraId": key, "detailsPage": f"{DETAILS}/{key}"}


def _checked(account: Account, invoice: Record) -> Record:
    require(invoice, ("issueDate", "buyer", "invoiceItems"))
    fields = typed(invoice, {**TYPES, **UNDOCUMENTED} if account.settings["carries"] == "all" else TYPES)
    for name in DATES:
        if name in fields and not _is_date(fields[name] or ""):
            raise RefusalError(400, f"body/invoices/{name} must match pattern YYYYMMDD")
    if fields.get("invoiceTypeCode") not in (None, INVOICE, CORRECTION):
        raise RefusalError(400, f"body/invoices/invoiceTypeCode must be one of {INVOICE}, {CORRECTION}")
    if fields.get("precedingInvoiceDate") and not fields.get("precedingInvoiceNumber"):
        raise RefusalError(400, "body/invoices must have property precedingInvoiceNumber beside precedingInvoiceDate")
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


def _customer(account: Account, key: str | None) -> Record | None:
    """Return the customer that an invoice is linked to, as lists show it."""
    if key is None:
        return None
    customer = account.records.get("customer", key)
    if customer is None:
        raise RefusalError(400, "body/invoices/customerId does not name a customer")
    return {name: customer[name] for name in ("id", "customerId", "name")}


def _detail(fields: Record, *, carries_all: bool) -> Record:
    items = enumerate(fields["invoiceItems"], 1)
    known = (*BUYER, *UNDOCUMENTED_OF_BUYER) if carries_all else BUYER
    buyer = {name: value for name, value in fields["buyer"].items() if name in known}
    return {
        "seller": {**SELLER, **(fields.get("seller") or {})},
        "buyer": {**dict.fromkeys((*BUYER, "vatId", "routeId")), **buyer},
        "invoiceItems": [new_line(item, position, carries_all=carries_all) for position, item in items],
        **{name: fields[name] for name in IN_DETAIL if fields.get(name)},
    }


def _record(fields: Record, rows: list[Record]) -> Record:
    amounts, kind = totals(rows), fields.get("invoiceTypeCode") or INVOICE
    if kind == CORRECTION and amounts["grossAmount"] < 0:
        raise RefusalError(400, f"body/invoices/invoiceItems of a correction ({CORRECTION}) must be positive")
    return {
        "invoiceTypeCode": kind,
        "format": fields.get("format") or "zf:2",
        "issueDate": fields["issueDate"],
        "dueDate": fields.get("dueDate") or fields["issueDate"],
        "currency": fields.get("currency") or "EUR",
        "buyerName": fields["buyer"]["name"],
        **amounts,
        "openAmount": amounts["grossAmount"],
        "precedingInvoiceNumber": fields.get("precedingInvoiceNumber"),
        "note": fields.get("note"),
    }


def _begun(account: Account, key: str, fields: Record) -> Record:
    """Let a new invoice be worked on; return its status and its times."""
    send = not (fields.get("draftOnly") or fields.get("reviewMode"))
    is_sent = progress.begin(account, key, send=send, validate=bool(fields.get("validate")))
    status, now = "draft" if fields.get("draftOnly") else "review", account.now()
    return {
        "status": "sent" if is_sent else status,
        "createdAt": now,
        "sentAt": now if is_sent else None,
        "paidAt": None,
    }
