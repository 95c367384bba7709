# skillc copies this file into each skill; change it in src/einvoice, not there
"""What prepares an invoice: the input of a caller becomes the values for a service, with what is to be told of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from ..checks.check import PLAIN, RULE_SETS
from ..drafting import Draft, draft_of
from ..json_form import write_invoice
from ..model import Address, Invoice, Item, Party
from ..totals import Line, vat_key

# What the service that sends the invoice adds from the account.
ADDED = ("/seller", "/payment", "/buyer/electronicAddress", "/number")


def prepare(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values to send, with sums, defaults, warnings and what was not checked; or every problem."""
    rule_sets = RULE_SETS.get(values.get("format", ""), RULE_SETS[PLAIN])
    draft, problems = draft_of(values, date.today(), rule_sets=rule_sets, filled_by_others=ADDED)  # noqa: DTZ011 - the user's
    if draft is None:
        return {"problems": problems}
    return {"values": _values(values, draft), "facts": _facts(draft)}


def _values(given: Mapping[str, Any], draft: Draft) -> dict[str, Any]:
    """Return the input with all that was filled in, under the names of the input."""
    invoice = draft.invoice
    form = {"currency": invoice.currency, **write_invoice(invoice)}
    kept = {name: value for name, value in form.items() if name not in ("buyer", "items", "notes")}
    names = ("customer", "format", "note", "precedingInvoice")
    items = [_item(index, item, given["items"][index]) for index, item in enumerate(invoice.items)]
    buyer = {"buyer": _buyer(invoice.buyer)} if invoice.buyer else {}
    return {**kept, **{name: given[name] for name in names if name in given}, **buyer, "items": items}


def _buyer(buyer: Party) -> dict[str, Any]:
    address = buyer.address or Address()
    terms = {
        "name": buyer.name,
        "street": address.street,
        "additional": address.additional,
        "postcode": address.postcode,
        "city": address.city,
        "country": address.country,
        "vatId": buyer.vat_id,
        "registrationId": buyer.registration_id,
    }
    return {name: value for name, value in terms.items() if value is not None}


def _item(index: int, item: Item, given: Mapping[str, Any]) -> dict[str, Any]:
    category, rate = vat_key(item)
    terms = {
        "id": str(index + 1),
        "product": given.get("product"),
        "name": item.name,
        "description": item.description,
        "quantity": item.quantity,
        "unit": item.unit,
        "unitPrice": item.unit_price,
        "taxCategory": category or None,
        "taxRate": rate,
        "taxExemptionReason": item.tax_exemption_reason,
        "discountPercent": item.discount_percent,
        "discountAmount": item.discount_amount,
    }
    return {name: value for name, value in terms.items() if value is not None}


def _facts(draft: Draft) -> dict[str, Any]:
    """Return what a person must see before it is sent."""
    defaults = {"defaultsApplied": dict(draft.defaults)} if draft.defaults else {}
    warnings = {"warnings": list(draft.warnings)} if draft.warnings else {}
    unchecked = {"notChecked": list(draft.not_checked)} if draft.not_checked else {}
    return {"invoice": _shown(draft), **defaults, **warnings, **unchecked}


def _shown(draft: Draft) -> dict[str, Any]:
    invoice, sums = draft.invoice, draft.sums
    buyer, address = invoice.buyer or Party(), (invoice.buyer or Party()).address or Address()
    place = " ".join(filter(None, (address.postcode, address.city)))
    nets = sums.items if sums else (None,) * len(invoice.items)
    shown: dict[str, Any] = {
        "buyer": ", ".join(filter(None, (buyer.name, address.street, place, address.country, buyer.vat_id))),
        "issueDate": str(invoice.issue_date),
        "dueDate": str(invoice.due_date) if invoice.due_date else None,
        "lines": [_line(item, line, invoice) for item, line in zip(invoice.items, nets)],
    }
    if sums:
        rows = [{"category": row.category, "rate": row.rate, "base": row.base, "tax": row.tax} for row in sums.vat]
        shown.update({"net": sums.net, "vat": rows, "gross": sums.gross, "payable": sums.payable})
    return {**{name: value for name, value in shown.items() if value}, "currency": invoice.currency}


def _line(item: Item, line: Line | None, invoice: Invoice) -> str:
    """Return an item in words: 12 HUR Beratung at 95 EUR = 1140.00 EUR."""
    sum_of = f" = {line.net} {invoice.currency}" if line else ""
    return f"{item.quantity} {item.unit} {item.name} at {item.unit_price} {invoice.currency}{sum_of}"
