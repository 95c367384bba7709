"""From what a user says to an invoice that is sent and cancelled, by the commands that the skill names."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal

import pytest
from support.agent import Helper

BUYER = "Bäckerei Schönfeld GmbH"
ITEMS = json.dumps({"items": [{"name": "Beratung", "quantity": 12, "unit": "Stunde", "unitPrice": 95, "taxRate": 19}]})
BILL = ("--customer", BUYER, "--paymentTermsDays", "14", "--expectedTotal", "1356.60", "--input", ITEMS)


@pytest.mark.parametrize("carries", ["documented", "all"])
def test_twelve_hours_are_billed_as_a_draft(helper: Helper, carries: str) -> None:
    """What Faktoora documents is equal in the file, the rest is named."""
    helper.sandbox.set("carries", carries)
    draft = helper.ok("create-draft-invoice", *BILL, "--preview", "sheet.html")
    identifier = draft["record"]["faktooraId"]
    sheet = (helper.work / "sheet.html").read_text(encoding="utf-8")
    assert "nothing is sent" in sheet
    assert BUYER in sheet

    status = helper.ok("get-outgoing-invoice-status", "--faktooraId", identifier)
    assert status["record"]["status"] == "draft"
    saved = helper.ok("get-invoice-by-id", "--faktooraId", identifier, "--output", "bill.pdf")
    assert saved["file"]["type"] == "application/pdf"

    read = helper.ok("read-invoice", "bill.pdf", "--full")["items"][0]
    (line,) = helper.ok("read-invoice", "bill.pdf", "--lines", "true", "--full")["items"]
    due = str(date.today() + timedelta(days=14))  # noqa: DTZ011 - the user's
    assert (read["number"], read["currency"]) == (draft["invoice"]["number"], "EUR")
    assert (read["buyer"]["name"], read["buyer"]["address"]["postcode"]) == (BUYER, "10115")
    assert (line["quantity"], line["unit"], line["unitPrice"], line["taxRate"]) == (12, "HUR", 95, 19)
    assert read["totals"]["gross"] == draft["invoice"]["gross"] == Decimal("1356.60")
    if carries == "all":
        assert "notCarried" not in draft
        assert "differs" not in draft
        assert read["dueDate"] == due
    else:
        assert draft["notCarried"] == ["buyer.vatId"]
        assert draft["differs"] == {"dueDate": read["dueDate"]} == {"dueDate": read["issueDate"]}
        assert "they add it in Faktoora" in draft["todo"]


def test_they_are_issued_by_a_plan_and_cancelled_by_a_draft(helper: Helper) -> None:
    helper.sandbox.set("carries", "all")
    helper.ok("create-draft-invoice", *BILL)
    planned = helper("issue-invoice", *BILL)
    assert planned.outcome == (5, "confirmation_needed")
    assert planned.error["plan"]["happens"].startswith(f"Faktoora makes it and SENDS it to {BUYER}")
    issued = helper.ok("issue-invoice", *BILL, "--confirm", planned.error["digest"])
    assert "notCarried" not in issued
    number = issued["invoice"]["number"]
    status = helper.ok("get-outgoing-invoice-status", "--faktooraId", issued["record"]["faktooraId"])
    assert status["record"]["status"] == "sent"

    cancelled = helper.ok("cancel-invoice", "--invoice", number)
    rows = helper.ok("list-outgoing-invoices", "--keyword", BUYER, "--all", "--full")["items"]
    states = {row["faktooraId"]: (row["status"], row["invoiceTypeCode"], row["grossAmount"]) for row in rows}
    assert states[issued["record"]["faktooraId"]] == ("sent", "380", Decimal("1356.60"))
    assert states[cancelled["record"]["faktooraId"]] == ("draft", "381", Decimal("1356.60"))
