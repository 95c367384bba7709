# skillc copies this file into each skill; change it in src/einvoice, not there
"""An invoice that goes out: the values that a service is sent, and what a person sees of it before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from ..checks import Report
from ..codes.units import german_unit
from ..drafting.terms import snake, text
from ..json_form import write_invoice
from ..model import Address, Invoice, Item, Party, PrecedingInvoice
from ..sheet import check_sheet
from ..totals import Line, Totals, totals, vat_key

# What the service that sends the invoice adds from the account.
ADDED = ("/seller", "/payment", "/buyer/electronicAddress", "/number")
ALSO_SHOWN = ("serviceDate", "servicePeriod", "paymentTerms", "buyerReference", "orderReference")
USUAL_TYPE = "380"
WRITTEN_ANEW = ("buyer", "items", "notes", "precedingInvoice", "seller", "payment", "totals")


def values_of(invoice: Invoice, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values to send, under the names of the input; of what is `given`, what an invoice does not say."""
    form = {"currency": invoice.currency, "typeCode": invoice.type_code, **write_invoice(invoice)}
    kept = {name: value for name, value in form.items() if name not in WRITTEN_ANEW}
    same = {name: given[name] for name in ("customer", "format", "invoice") if name in given}
    preceding = (*invoice.preceding_invoice, PrecedingInvoice())[0]
    written = given.get("items") or [{}] * len(invoice.items)
    found: dict[str, Any] = {
        "note": "\n".join(invoice.notes) or None,
        "precedingInvoice": preceding.number,
        "precedingInvoiceDate": str(preceding.issue_date) if preceding.issue_date else None,
        "buyer": _buyer(invoice.buyer, given.get("buyer") or {}) if invoice.buyer else None,
    }
    items = [_item(item, line.get("product")) for item, line in zip(invoice.items, written)]
    return {**kept, **same, **{name: value for name, value in found.items() if value}, "items": items}


def _buyer(buyer: Party, given: Mapping[str, Any]) -> dict[str, Any]:
    address = buyer.address or Address()
    terms = {
        "name": buyer.name,
        "street": address.street,
        "additional": address.additional,
        "postcode": address.postcode,
        "city": address.city,
        "country": address.country,
        "vatId": buyer.vat_id,
        "email": given.get("email"),
    }
    return {name: value for name, value in terms.items() if value is not None}


def _item(item: Item, product: Any) -> dict[str, Any]:
    category, rate = vat_key(item)
    terms = {
        "product": product,
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


def shown(invoice: Invoice) -> dict[str, Any]:
    """Return what a person must see of an invoice before it goes out."""
    sums = totals(invoice)
    buyer, address = invoice.buyer or Party(), (invoice.buyer or Party()).address or Address()
    place = " ".join(filter(None, (address.postcode, address.city)))
    nets: Iterable[Line | None] = sums.items if sums else (None,) * len(invoice.items)
    about: dict[str, Any] = {
        "typeCode": invoice.type_code if invoice.type_code != USUAL_TYPE else None,
        "number": invoice.number,
        "buyer": ", ".join(filter(None, (buyer.name, address.street, place, address.country, buyer.vat_id))),
        "issueDate": str(invoice.issue_date),
        "dueDate": str(invoice.due_date) if invoice.due_date else None,
        **{name: text(getattr(invoice, snake(name)) or "") for name in ALSO_SHOWN},
        "precedingInvoice": ", ".join(each.number or "" for each in invoice.preceding_invoice),
        "note": "\n".join(invoice.notes),
        "lines": [_line(item, line, invoice) for item, line in zip(invoice.items, nets)],
        **(_sums(sums) if sums else {}),
    }
    return {**{name: value for name, value in about.items() if value}, "currency": invoice.currency}


def _sums(sums: Totals) -> dict[str, Any]:
    rows = [{"category": row.category, "rate": row.rate, "base": row.base, "tax": row.tax} for row in sums.vat]
    return {"net": sums.net, "vat": rows, "gross": sums.gross}


def _line(item: Item, line: Line | None, invoice: Invoice) -> str:
    """Return an item in words: 12 Stunden Beratung at 95 EUR = 1140.00 EUR."""
    less = f"{item.discount_percent} %" if item.discount_percent else item.discount_amount
    discount = f" less {less}" if less else ""
    sum_of = f" = {line.net} {invoice.currency}" if line else ""
    unit = german_unit(item.unit or "", item.quantity or Decimal(0))
    why = f" ({item.tax_exemption_reason})" if item.tax_exemption_reason else ""
    return f"{item.quantity} {unit} {item.name}{why} at {item.unit_price} {invoice.currency}{discount}{sum_of}"


def page_of(invoice: Invoice, report: Report, happens: str) -> dict[str, Any]:
    """Return the check sheet as a file."""
    content = check_sheet(invoice, report, outcome=happens).encode()
    return {"name": f"sheet-{invoice.number or 'invoice'}", "content": content, "media_type": "text/html"}
