"""An issued invoice becomes the draft that cancels it, or is refused with why."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from support.einvoice_files import plain_pdf
from support.einvoice_inputs import good_input, invoice_of
from support.einvoice_random import random_input
from support.einvoice_xml import xml_of

from einvoice.desk.cancelling import prepare_cancellation

ROW = {"faktooraId": "F1", "number": "RE-2026-104", "status": "sent", "typeCode": "380", "buyerName": "Stadt Bremen"}


def cancelled(invoice: dict[str, Any] | bytes, row: dict[str, Any] | None = None, **known: Any) -> dict[str, Any]:
    file = invoice if isinstance(invoice, bytes) else xml_of(invoice_of(invoice), "CII").encode()
    values = {"invoice": {**ROW, **(row or {})}, "number": "ST-1", "issueDate": "2026-11-27", "note": "Falsch"}
    return prepare_cancellation(values, {"original": file, **known})


def problems_of(result: dict[str, Any]) -> str:
    return " | ".join(f"{problem['pointer']} {problem['message']}" for problem in result["problems"])


def test_the_lines_are_the_same_and_the_first_is_named() -> None:
    result = cancelled(good_input())
    values = result["values"]
    assert (values["typeCode"], values["precedingInvoice"], values["precedingInvoiceDate"]) == (
        "381",
        "RE-2026-104",
        "2026-11-26",
    )
    assert [(item["name"], item["quantity"], item["unitPrice"]) for item in values["items"]] == [
        ("Beratung", 3, 95),
        ("Buch", 2, 20),
    ]
    assert values["format"] == "xrechnung"
    assert (values["number"], values["note"], values["buyerReference"]) == ("ST-1", "Falsch", "04011000-12345ABCXYZ-86")
    assert "seller" not in values
    assert result["facts"]["invoice"]["gross"] == Decimal("381.95")
    assert result["terms"]["typeCode"] == "381"
    assert result["terms"]["precedingInvoice"] == "RE-2026-104"


@pytest.mark.parametrize("seed", range(60))
def test_any_invoice_is_cancelled_with_its_own_total_or_refused_with_why(seed: int) -> None:
    invoice = invoice_of(random_input(seed))
    result = cancelled(xml_of(invoice, "CII").encode(), {"number": invoice.number})
    if "problems" in result:
        assert any(
            word in problems_of(result) for word in ("which no known field", "states", "only an invoice", "(BR-")
        )
        return
    assert (invoice.allowances, invoice.charges, invoice.prepaid_amount) == ((), (), None)
    assert result["values"]["precedingInvoice"] == invoice.number


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"status": "draft"}, "is a draft: nobody has got it yet"),
        ({"status": "review"}, "is a review: nobody has got it yet"),
        ({"typeCode": "381"}, "is of type 381"),
    ],
)
def test_what_is_no_issued_invoice_is_refused(row: dict[str, Any], said: str) -> None:
    assert said in problems_of(cancelled(good_input(), row))


def test_it_is_cancelled_once() -> None:
    other = {
        "invoiceNumber": "ST-0",
        "invoiceTypeCode": "381",
        "precedingInvoiceNumber": ROW["number"],
        "status": "sent",
    }
    result = cancelled(good_input(), buyersInvoices=[{"invoiceNumber": "X"}, other])
    assert "has a cancellation already: ST-0 (sent)" in problems_of(result)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"allowances": [{"amount": 5, "taxCategory": "S", "taxRate": 19}]}, "has allowances, which no known field"),
        ({"prepaidAmount": 10}, "has prepaid amount"),
    ],
)
def test_what_a_draft_could_not_carry_is_refused(changes: dict[str, Any], said: str) -> None:
    assert said in problems_of(cancelled({**good_input(), **changes}))


def test_a_discount_of_a_line_is_carried_as_an_amount() -> None:
    invoice = good_input()
    invoice["items"][0]["discountPercent"] = 10
    result = cancelled(invoice)
    assert result["values"]["items"][0]["discountAmount"] == Decimal("28.50")
    assert result["facts"]["invoice"]["gross"] == Decimal("348.04")


def test_a_file_that_is_no_e_invoice_says_nothing_of_its_lines() -> None:
    assert "its lines are not known" in problems_of(cancelled(plain_pdf()))
    refused = prepare_cancellation({"invoice": ROW}, {"unanswered": {"original": "not found"}})
    assert problems_of(refused) == "/invoice its lines are not known: not found"
