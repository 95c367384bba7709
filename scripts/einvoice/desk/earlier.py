# skillc copies this file into each skill; change it in src/einvoice, not there
"""What earlier invoices say of a new one: its number is used, or it is likely there already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from ..drafting import Remarks
from ..model import Invoice
from ..totals import totals

NEAR_DAYS = 7


def refuse_used_number(values: Mapping[str, Any], known: Mapping[str, Any], remarks: Remarks) -> None:
    """Refuse a number that is not free; warn where nobody could say."""
    number, check = values.get("number"), known.get("numberCheck")
    if isinstance(check, Mapping) and check.get("succeed") is False:
        remarks.refuse(
            "/number", f"the number {number} is used already", "leave number out: the next free one is taken"
        )
    elif "numberCheck" in known.get("unanswered", ()):
        remarks.warnings.append(
            f"whether the number {number} is free was not said: {known['unanswered']['numberCheck']}"
        )


def likely_doubles(invoice: Invoice, rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return a warning for each row of a list that is near in time, and has the same buyer and gross amount."""
    sums = totals(invoice)
    buyer = invoice.buyer.name if invoice.buyer else None
    if sums is None or buyer is None or invoice.issue_date is None:
        return []
    return [
        f"this may be there already: {row.get('invoiceNumber')} of {issued} to the same buyer, with the same total"
        for row in rows
        for issued in [day_of(row.get("issueDate"))]
        if row.get("buyerName") == buyer
        and _amount(row.get("grossAmount")) == sums.gross
        and issued is not None
        and abs((issued - invoice.issue_date).days) <= NEAR_DAYS
        and row.get("invoiceTypeCode") in (None, invoice.type_code)
    ]


def day_of(value: Any) -> date | None:
    """Return the day of a text such as 20261127 or 2026-11-27T10:00; None for any other value."""
    digits = str(value).replace("-", "")[:8]
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def _amount(value: Any) -> Decimal | None:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None
