"""An invoice as a file: a one-page PDF with the invoice as XML inside (ZUGFeRD), or XML alone.

XML is CII, which Faktoora's own documentation names as the default of XRechnung.
"""

from __future__ import annotations

from typing import Any

from membrane_sandbox.account import zugferd
from membrane_sandbox.account.cii import EN_16931, XRECHNUNG, cii
from membrane_sandbox.account.elements import plain
from membrane_sandbox.account.pdf import one_page

Record = dict[str, Any]

CREDIT_NOTE = "381"


def xml(invoice: Record, detail: Record) -> bytes:
    """Return the invoice as XRechnung when it is one or its buyer has a routing id, else as EN 16931 wants it."""
    wants_xrechnung = invoice["format"] == "xrechnung" or detail["buyer"].get("routeId")
    return cii(invoice, detail, XRECHNUNG if wants_xrechnung else EN_16931)


def pdf(invoice: Record, detail: Record) -> bytes:
    """Return the invoice as ZUGFeRD; drafts say so on the page."""
    title = "Gutschrift" if invoice["invoiceTypeCode"] == CREDIT_NOTE else "Rechnung"
    draft = " - ENTWURF" if invoice["status"] == "draft" else ""
    buyer, seller, preceding = detail["buyer"], detail["seller"], invoice["precedingInvoiceNumber"]
    issued, due, currency = _date(invoice["issueDate"]), _date(invoice["dueDate"]), invoice["currency"]
    lines = [
        f"{seller['name']}, {seller['street']}, {seller['postcode']} {seller['city']}, {seller.get('vatId')}",
        "",
        f"An: {buyer['name']}, {buyer['street']}, {buyer['postcode']} {buyer['city']}, {buyer['country']}",
        "    ".join([f"Datum: {issued}", f"Fällig: {due}", f"Faktoora-ID: {invoice['faktooraId']}"]),
        f"Zu Rechnung {preceding}" if preceding else "",
        *[f"{_row(item)} {currency}" for item in detail["invoiceItems"]],
        "",
        *[
            f"USt {tax['rate']} % auf {tax['netAmount']} {currency}: {tax['taxAmount']} {currency}"
            for tax in invoice["taxes"]
        ],
        f"Netto {invoice['netAmount']} {currency}    Brutto {invoice['grossAmount']} {currency}",
        "",
        invoice["note"] or "",
    ]
    more = zugferd.embedded(cii(invoice, detail, EN_16931))
    return one_page(f"{title} {invoice['invoiceNumber']}{draft}", lines, catalog=zugferd.CATALOG, more=more)


def _row(item: Record) -> str:
    product = item["product"]
    price = plain(product["price"])
    discount = f" - {product['discountAmount']} Rabatt" if "discountAmount" in product else ""
    amount = f"{product['quantity']} {product['unitCode']} x {price}{discount} = {item['netAmount']}"
    return f"{item['id']}. {product['name']}: {amount}"


def _date(compact: str) -> str:
    """Return 2026-03-15 for 20260315."""
    return f"{compact[:4]}-{compact[4:6]}-{compact[6:]}"
