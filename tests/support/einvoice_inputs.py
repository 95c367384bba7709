"""Invoices as agents would write them."""

from __future__ import annotations

from typing import Any

from einvoice.json_form import read_invoice
from einvoice.model import Invoice


def good_input() -> dict[str, Any]:
    """Return an invoice without findings."""
    return {
        "number": "RE-2026-104",
        "issueDate": "2026-11-26",
        "dueDate": "2026-12-10",
        "buyerReference": "04011000-12345ABCXYZ-86",
        "serviceDate": "2026-11-20",
        "seller": {
            "name": "Muster GmbH",
            "vatId": "DE136695976",
            "electronicAddress": {"value": "rechnung@muster.example", "scheme": "EM"},
            "address": {"street": "Hauptstr. 1", "postcode": "10115", "city": "Berlin", "country": "DE"},
            "contact": {"name": "Erika Muster", "phone": "+49 30 1234", "email": "erika@muster.example"},
        },
        "buyer": {
            "name": "Stadt Bremen",
            "electronicAddress": {"value": "04011000-12345ABCXYZ-86", "scheme": "0204"},
            "address": {"street": "Markt 2", "postcode": "28195", "city": "Bremen", "country": "DE"},
        },
        "payment": {"meansCode": 58, "iban": "DE02120300000000202051"},
        "items": [
            {"name": "Beratung", "quantity": 3, "unit": "Stunde", "unitPrice": 95, "taxRate": 19},
            {"name": "Buch", "quantity": 2, "unit": "Stück", "unitPrice": 20, "taxRate": 7},
        ],
    }


def invoice_of(value: dict[str, Any]) -> Invoice:
    """Return the invoice of an input that can be read."""
    invoice, problems = read_invoice(value)
    assert invoice is not None, problems
    return invoice
