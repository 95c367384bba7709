"""Invoices that are written: what is sent, what a person sees before, and what is stopped."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from support.agent import Helper

BUYER = "Bäckerei Schönfeld GmbH"
HOURS = {"name": "Beratung", "quantity": 12, "unit": "Stunde", "unitPrice": 95}


def given(**values: Any) -> list[str]:
    return ["--input", json.dumps({"customer": BUYER, "items": [HOURS], **values}, ensure_ascii=False)]


def test_a_draft_is_made_and_nothing_is_sent(helper: Helper) -> None:
    answer = helper.ok("create-draft-invoice", *given(paymentTermsDays=14))
    today = date.today()  # noqa: DTZ011 - the user's
    assert (answer["invoice"]["net"], answer["invoice"]["gross"]) == (Decimal("1140.00"), Decimal("1356.60"))
    assert answer["invoice"]["dueDate"] == str(today + timedelta(days=14))
    assert set(answer["defaultsApplied"]) == {"number", "items.0.taxRate", "issueDate", "format", "currency"}
    assert answer["looked_up"]["customer"]["name"] == BUYER
    (sent,) = helper.sent_body()["invoices"]
    assert sent["draftOnly"] is True
    assert (sent["issueDate"], sent["format"], sent["currency"]) == (f"{today:%Y%m%d}", "zf:2", "EUR")
    assert sent["buyer"]["postcode"] == "10115"
    assert sent["invoiceItems"] == [
        {
            "id": "1",
            "product": {
                "name": "Beratung",
                "quantity": "12",
                "unitCode": "HUR",
                "price": 95,
                "taxes": [{"typeCode": "VAT", "categoryCode": "S", "rate": 19}],
            },
        }
    ]
    status = helper.ok("list-outgoing-invoices", "--keyword", answer["defaultsApplied"]["number"]["value"], "--full")
    assert [row["status"] for row in status["items"]] == ["draft"]


def test_an_invoice_is_issued_by_its_plan_alone(helper: Helper) -> None:
    words = ("issue-invoice", *given(expectedTotal=1356.6))
    planned = helper(*words)
    assert planned.outcome == (5, "confirmation_needed")
    plan = planned.error["plan"]
    assert plan["invoice"]["gross"] == Decimal("1356.60")
    assert "10115 Berlin" in plan["invoice"]["buyer"]
    assert "sent to its buyer" in plan["warning"]
    assert helper.changes() == []
    done = helper(*words, "--confirm", planned.error["digest"]).ok().document
    assert done["record"]["faktooraId"]
    assert helper.changes() == [("POST", "/invoices")]
    assert "draftOnly" not in helper.sent_body()["invoices"][0]


def test_products_are_taken_by_code_name_or_id(helper: Helper) -> None:
    rows = helper.ok("list-products", "--perPage", "2", "--fields", "id,code,name,price,tax,unit")["items"]
    items = [{"product": rows[0]["code"], "quantity": 1}, {"product": rows[1]["name"], "quantity": 2, "unitPrice": 1}]
    answer = helper.ok("create-draft-invoice", *given(items=[*items, {"product": rows[0]["code"], "quantity": 3}]))
    sent = helper.sent_body()["invoices"][0]["invoiceItems"]
    assert [item["product"]["productId"] for item in sent] == [rows[0]["id"], rows[1]["id"], rows[0]["id"]]
    assert [item["product"]["price"] for item in sent] == [rows[0]["price"], 1, rows[0]["price"]]
    assert set(answer["looked_up"]) == {"customer", "items.0.product", "items.1.product", "items.2.product"}
    reads = [call for call in helper.runs() if "list-products" in str(call)]
    assert len(reads) <= 4, "each product is looked up once"


def test_a_product_or_a_customer_that_is_not_certain_ends_the_call(helper: Helper) -> None:
    answer = helper("create-draft-invoice", *given(items=[HOURS, {"product": "Laser", "quantity": 1}]))
    assert answer.outcome == (2, "record_not_named")
    assert answer.error["problems"][0]["pointer"] == "/items/1/product"
    assert helper("create-draft-invoice", *given(customer="Bäckerei")).outcome == (2, "record_not_named")
    assert helper.changes() == []


@pytest.mark.parametrize(
    ("changes", "pointer", "said"),
    [
        ({"items": [{**HOURS, "amount": 5}]}, "/items/0/amount", "write unitPrice"),
        ({"items": [{**HOURS, "unitAmount": 500}]}, "/items/0/unitAmount", "cents"),
        ({"items": [{**HOURS, "taxAmount": 19}]}, "/items/0/taxAmount", "VAT is computed"),
        ({"total": 1000}, "/total", "expectedTotal"),
        ({"items": [{**HOURS, "taxRate": 0.19}]}, "/items/0/taxRate", "did you mean 19?"),
        ({"expectedTotal": 1140}, "/expectedTotal", "1356.60"),
        ({"items": [{**HOURS, "taxCategory": "E"}]}, "/items/0/taxExemptionReason", "BR-E-10"),
        ({"format": "xrechnung"}, "/buyerReference", "BR-DE-15"),
    ],
)
def test_what_is_wrong_is_stopped_before_anything_is_sent(
    helper: Helper, changes: dict[str, Any], pointer: str, said: str
) -> None:
    answer = helper("create-draft-invoice", *given(**changes))
    assert answer.outcome == (2, "bad_input")
    (problem,) = answer.error["problems"]
    assert problem["pointer"] == pointer
    assert said in f"{problem['message']} {problem.get('hint')}"
    assert helper.changes() == []


@pytest.mark.parametrize("name", ["dueDate", "serviceDate", "note", "buyerReference"])
def test_what_faktoora_does_not_document_is_not_sent_to_a_buyer(helper: Helper, name: str) -> None:
    answer = helper("issue-invoice", *given(**{name: "2026-12-24"}))
    assert answer.outcome == (2, "bad_input")
    assert "create-draft-invoice" in answer.error["problems"][0]["hint"]
    assert helper.account_calls() == []


def test_other_spellings_are_taken(helper: Helper) -> None:
    line = {"title": "Beratung", "qty": 1, "unit_code": "HUR", "price": 10, "vat_rate": 7}
    value = {"client": BUYER, "line_items": [line], "due_date": "2030-01-31", "invoice_number": "X-1"}
    helper.ok("create-draft-invoice", "--input", json.dumps(value))
    (sent,) = helper.sent_body()["invoices"]
    assert (sent["invoiceNumber"], sent["dueDate"]) == ("X-1", "20300131")
    assert sent["invoiceItems"][0]["product"]["taxes"][0]["rate"] == 7


def test_a_dry_run_reads_nothing_and_says_what_it_would_read(helper: Helper) -> None:
    shown = helper.ok("create-draft-invoice", *given(items=[{"product": "Drucker", "quantity": 1}]), "--dry-run")
    assert helper.sandbox.calls() == []
    assert len(shown["reads_first"]) == 3
    assert "/buyer/name" in shown["notChecked"]
    assert shown["would_send"]["body"]["invoices"][0]["draftOnly"] is True


def test_a_number_that_is_used_is_refused(helper: Helper) -> None:
    first = helper.ok("create-draft-invoice", *given(number="R-77"))
    assert first["record"]["faktooraId"]
    answer = helper("create-draft-invoice", *given(number="R-77"))
    assert answer.code == 7
    assert "leave number out" in answer.error["remedy"]
