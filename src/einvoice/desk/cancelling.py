# skillc copies this file into each skill; change it in src/einvoice, not there
"""What prepares the cancellation of an invoice: the same lines again, as type 381 with the reference to the first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from ..checks import check_invoice
from ..checks.check import PLAIN, RULE_SETS, STRICT
from ..drafting import Remarks
from ..drafting.terms import asked_terms
from ..files.document import Document, read_document
from ..files.no_invoice import NoInvoice
from ..model import Invoice, Item, PrecedingInvoice
from ..totals import totals
from .earlier import refuse_used_number
from .outgoing import ADDED, page_of, shown, values_of

CANCELLATION = "381"
NOT_ISSUED = ("draft", "review")
UNSENDABLE = ("allowances", "charges", "prepaid_amount", "rounding_amount", "payee", "tax_representative")
IN_FAKTOORA = "the user cancels it in Faktoora"


def prepare_cancellation(values: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of the draft that cancels `invoice`, a row of a list whose file is known; or every problem."""
    remarks = Remarks()
    row = values["invoice"]
    if isinstance(row, str):  # not looked up yet
        return {"values": dict(values), "facts": {"notChecked": ["/invoice"]}}
    refuse_used_number(values, known, remarks)
    _refuse_row(row, known.get("buyersInvoices") or (), remarks)
    document = _document(known, remarks)
    if document is None or remarks.problems:
        return {"problems": remarks.problems}
    first = document.invoice
    invoice = _cancellation(first, values, remarks)
    _refuse_unsendable(first, invoice, remarks)
    form = "xrechnung" if STRICT in (document.profile or "").lower() else "zf:2"
    report = check_invoice(invoice, filled_by_others=ADDED, rule_sets=RULE_SETS[STRICT if form == STRICT else PLAIN])
    for finding in report.errors:
        remarks.refuse(finding.pointer, f"{finding.message} ({finding.rule})", IN_FAKTOORA)
    if remarks.problems:
        return {"problems": remarks.problems}
    happens = (
        f"Draft in Faktoora that cancels {first.number} once the user sends it there; {first.number} stays as it is"
    )
    return {
        "values": values_of(invoice, {"format": form}),
        "facts": {"happens": happens, "invoice": shown(invoice), **remarks.facts()},
        "terms": asked_terms(invoice),
        "same": ["cancels", first.number],
        "page": lambda: page_of(invoice, report, happens),
    }


def _refuse_row(row: Mapping[str, Any], others: Any, remarks: Remarks) -> None:
    """Refuse to cancel what is not issued, is no invoice, or is cancelled already."""
    number = row.get("number")
    if row.get("status") in NOT_ISSUED:
        message = f"{number} is a {row['status']}: nobody has got it yet, so there is nothing to cancel"
        remarks.refuse("/invoice", message, "the user deletes or corrects it in Faktoora, or delete-invoice does")
    if str(row.get("typeCode") or "380") != "380":
        message = f"{number} is of type {row['typeCode']}; only an invoice (380) is cancelled so"
        remarks.refuse("/invoice", message, IN_FAKTOORA)
    for other in others:
        if number and other.get("precedingInvoiceNumber") == number and other.get("invoiceTypeCode") == CANCELLATION:
            message = f"{number} has a cancellation already: {other.get('invoiceNumber')} ({other.get('status')})"
            remarks.refuse("/invoice", message, "look at that one")


def _document(known: Mapping[str, Any], remarks: Remarks) -> Document | None:
    content = known.get("original")
    try:
        if isinstance(content, bytes):
            return read_document(content)
        why = known.get("unanswered", {}).get("original") or "its file is no XML or PDF"
    except NoInvoice as error:
        why = error.message
    remarks.refuse("/invoice", f"its lines are not known: {why}", IN_FAKTOORA)
    return None


def _cancellation(first: Invoice, values: Mapping[str, Any], remarks: Remarks) -> Invoice:
    today = str(date.today())  # noqa: DTZ011 - the user's
    issued = values.get("issueDate") or remarks.default("issueDate", today, "today")
    reason = values.get("note")
    return Invoice(
        number=values.get("number"),
        type_code=CANCELLATION,
        issue_date=date(*map(int, issued.split("-"))),
        currency=first.currency,
        buyer_reference=first.buyer_reference,
        order_reference=first.order_reference,
        preceding_invoice=(PrecedingInvoice(first.number, first.issue_date),),
        notes=(reason,) if reason else (),
        buyer=replace(first.buyer, electronic_address=None) if first.buyer else None,
        service_date=first.service_date,
        service_period=first.service_period,
        items=tuple(map(_item, first.items)),
    )


def _item(item: Item) -> Item:
    """Return an item with its allowances as one discount, and without what was computed."""
    less = sum((each.amount or Decimal(0) for each in item.allowances), Decimal(0))
    return Item(
        name=item.name,
        description=item.description,
        quantity=item.quantity,
        unit=item.unit,
        unit_price=item.unit_price,
        price_quantity=item.price_quantity,
        charges=item.charges,
        discount_amount=less or None,
        tax_category=item.tax_category,
        tax_rate=item.tax_rate,
        tax_exemption_reason=item.tax_exemption_reason,
        tax_exemption_reason_code=item.tax_exemption_reason_code,
    )


def _refuse_unsendable(first: Invoice, invoice: Invoice, remarks: Remarks) -> None:
    """Refuse an invoice that has more than a draft is known to carry, or whose sums would not be the same."""
    more = [name for name in UNSENDABLE if getattr(first, name)]
    more += [name for item in first.items for name in ("charges",) if getattr(item, name)]
    more += ["price_quantity" for item in first.items if item.price_quantity not in (None, Decimal(1))]
    if more:
        names = ", ".join(dict.fromkeys(name.replace("_", " ") for name in more))
        remarks.refuse("/invoice", f"{first.number} has {names}, which no known field of a draft carries", IN_FAKTOORA)
        return
    sums = totals(replace(invoice, type_code="380"))
    stated = first.totals.gross if first.totals else None
    if sums is None or sums.gross != stated:
        message = f"{first.number} states {stated}, and its lines add up to {sums.gross if sums else 'nothing'}"
        remarks.refuse("/invoice", message, IN_FAKTOORA)
