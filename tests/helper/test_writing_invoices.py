"""Invoices that are written: what is sent, what a person sees before, and what is stopped."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from support.agent import Helper
from support.einvoice_wrong import HOURS, WRONG

BUYER = "Bäckerei Schönfeld GmbH"
ISSUED = "2026/09/00388"


def given(**values: Any) -> list[str]:
    return ["--input", json.dumps({"customer": BUYER, "items": [HOURS], **values}, ensure_ascii=False)]


def test_a_draft_is_made_and_nothing_is_sent(helper: Helper) -> None:
    answer = helper.ok("create-draft-invoice", *given(paymentTermsDays=14))
    today = date.today()  # noqa: DTZ011 - the user's
    assert (answer["invoice"]["net"], answer["invoice"]["gross"]) == (Decimal("1140.00"), Decimal("1356.60"))
    assert answer["invoice"]["dueDate"] == str(today + timedelta(days=14))
    assert set(answer["defaultsApplied"]) == {
        "number",
        "items.0.taxRate",
        "items.0.taxCategory",
        "issueDate",
        "format",
        "currency",
    }
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


AMBIGUOUS: dict[str, tuple[dict[str, Any], str, str]] = {
    "an amount of an item": ({"items": [{**HOURS, "amount": 5}]}, "/items/0/amount", "write unitPrice"),
    "a total of an item": ({"items": [{**HOURS, "total": 5}]}, "/items/0/total", "the line is computed"),
    "a price that may be in cents": ({"items": [{**HOURS, "unitAmount": 500}]}, "/items/0/unitAmount", "cents"),
    "VAT as an amount": ({"items": [{**HOURS, "taxAmount": 19}]}, "/items/0/taxAmount", "VAT is computed"),
    "a discount of either kind": ({"items": [{**HOURS, "discount": 5}]}, "/items/0/discount", "percent or an amount"),
    "a total": ({"total": 1000}, "/total", "expectedTotal"),
    "a public buyer without a reference": ({"format": "xrechnung"}, "/buyerReference", "BR-DE-15"),
    "a number of an earlier invoice": ({"number": ISSUED}, "/number", "used already"),
}
SEEN_BY_THE_SCHEMA: dict[str, tuple[dict[str, Any], str, str]] = {
    "no items": ({"items": []}, "/items", "at least 1 is needed"),
    "a day that is none": ({"issueDate": "2026-02-30"}, "/issueDate", "is not a date"),
    "a currency that is none": ({"currency": "EURO"}, "/currency", "does not match"),
}
OF_NO_RECORD_HERE = {"a record without an address", "a supply within the EU to nobody known"}
CASES = {**WRONG, **AMBIGUOUS, **SEEN_BY_THE_SCHEMA}


@pytest.mark.parametrize("case", sorted(CASES.keys() - OF_NO_RECORD_HERE))
def test_what_is_wrong_is_stopped_before_anything_is_sent(helper: Helper, case: str) -> None:
    """Each with the field and the rule, whether a draft or an invoice is asked for."""
    changes, pointer, said = CASES[case]
    values = {"customer": BUYER, "items": [HOURS], "issueDate": "2026-11-27", **changes}
    given = json.dumps({name: value for name, value in values.items() if value is not None}, default=float)
    for command in ("create-draft-invoice", "issue-invoice"):
        answer = helper(command, "--input", given)
        assert answer.code == 2
        told = {
            problem["pointer"]: f"{problem['message']} {problem.get('hint')}" for problem in answer.error["problems"]
        }
        assert said in told[pointer]
    assert helper.changes() == []


def test_other_spellings_are_taken(helper: Helper) -> None:
    line = {"title": "Beratung", "qty": 1, "unit_code": "HUR", "price": 10, "vat_rate": 7}
    value = {"client": BUYER, "line_items": [line], "due_date": "2030-01-31", "invoice_number": "X-1"}
    helper.ok("create-draft-invoice", "--input", json.dumps(value))
    (sent,) = helper.sent_body()["invoices"]
    assert (sent["invoiceNumber"], sent["dueDate"]) == ("X-1", "20300131")
    assert sent["invoiceItems"][0]["product"]["taxes"][0]["rate"] == 7
    line = {"Title": "Kurs", "Quantity": 1, "UnitCode": "HUR", "UnitPrice": 10}
    value = {"Contact": BUYER, "LineItems": [line], "DueDate": "2030-01-31", "InvoiceNumber": "X-2"}
    helper.ok("create-draft-invoice", "--input", json.dumps(value))
    (sent,) = helper.sent_body()["invoices"]
    assert (sent["invoiceNumber"], sent["dueDate"]) == ("X-2", "20300131")


def test_two_spellings_of_an_input_are_not_taken_together(helper: Helper) -> None:
    answer = helper("create-draft-invoice", *given(dueDate="2030-01-31", due_date="2030-02-28"))
    assert answer.outcome == (2, "given_twice")
    assert answer.error["problems"][0]["pointer"] == "/dueDate"


def test_a_dry_run_reads_nothing_and_says_what_it_would_read(helper: Helper) -> None:
    shown = helper.ok("create-draft-invoice", *given(items=[{"product": "Drucker", "quantity": 1}]), "--dry-run")
    assert helper.sandbox.calls() == []
    reads = [line.split("faktoora.py ")[1].split(" ")[0] for line in shown["reads_first"]]
    assert reads == [
        "get-next-invoice-number",
        "list-customers",
        "list-products",
        "check-invoice-number",
        "list-outgoing-invoices",
    ]
    assert "/buyer/name" in shown["notChecked"]
    assert shown["would_send"]["body"]["invoices"][0]["draftOnly"] is True


def test_a_number_that_is_used_is_refused(helper: Helper) -> None:
    """By what Faktoora says of numbers; a number that is taken in between is refused by its 409."""
    answer = helper("create-draft-invoice", *given(number=ISSUED))
    assert answer.outcome == (2, "bad_input")
    assert answer.error["problems"] == [
        {
            "pointer": "/number",
            "message": f"the number {ISSUED} is used already",
            "hint": "leave number out: the next free one is taken",
        }
    ]
    assert helper.changes() == []


UNDOCUMENTED = {"dueDate": "2026-12-24", "serviceDate": "2026-11-20", "note": "Danke", "orderReference": "B-17"}


def test_what_the_file_of_a_draft_lacks_is_named(helper: Helper) -> None:
    answer = helper.ok("create-draft-invoice", *given(**UNDOCUMENTED))
    assert {*answer["notCarried"], *answer["differs"]} >= set(UNDOCUMENTED)
    assert answer["differs"] == {"dueDate": answer["invoice"]["issueDate"]}
    assert "Tell the user" in answer["todo"]
    assert answer["readBack"].endswith("fields as they were written")
    for name in UNDOCUMENTED:
        assert name in answer["inferred"]


def test_an_undocumented_field_is_issued_once_a_draft_was_read_back_with_it(helper: Helper) -> None:
    words = ("issue-invoice", *given(**UNDOCUMENTED))
    refused = helper(*words)
    assert refused.outcome == (2, "not_proved")
    assert {problem["pointer"] for problem in refused.error["problems"]} == {f"/{name}" for name in UNDOCUMENTED}
    assert "create-draft-invoice" in refused.error["remedy"]

    helper.ok("create-draft-invoice", *given(note="not carried"))
    assert helper(*words).outcome == (2, "not_proved")

    helper.sandbox.set("carries", "all")
    draft = helper.ok("create-draft-invoice", *given(**{**UNDOCUMENTED, "note": "another"}))
    assert "notCarried" not in draft
    planned = helper(*words)
    assert planned.outcome == (5, "confirmation_needed")
    helper.ok(*words, "--confirm", planned.error["digest"])
    (sent,) = helper.sent_body()["invoices"]
    assert (sent["dueDate"], sent["note"]) == ("20261224", "Danke")
    assert "customerId" not in sent

    helper.sandbox.set("carries", "documented")
    helper.ok("create-draft-invoice", *given(note="a third"))
    assert [problem["pointer"] for problem in helper(*words).error["problems"]] == ["/note"]


def test_a_term_of_payment_is_proved_by_the_due_date_that_it_makes(helper: Helper) -> None:
    refused = helper("issue-invoice", *given(paymentTermsDays=14))
    assert refused.outcome == (2, "not_proved")
    assert refused.error["problems"][0]["pointer"] == "/dueDate"


def test_a_file_that_is_made_later_is_compared_later(helper: Helper) -> None:
    helper.sandbox.set("generation", "never")
    answer = helper.ok("create-draft-invoice", *given(dueDate="2026-12-24"))
    assert "not there yet" in answer["readBack"]
    helper.sandbox.set("generation", "at-once")
    later = helper.shell(answer["next"]).ok().document
    assert (later["notCarried"], set(later["differs"])) == (["buyer.vatId"], {"dueDate"})


def test_nothing_is_compared_with_an_invoice_that_was_not_written_here(helper: Helper) -> None:
    row = helper.ok("list-outgoing-invoices", "--limit", "1", "--fields", "faktooraId")["items"][0]
    answer = helper("compare-invoice", "--faktooraId", row["faktooraId"])
    assert answer.outcome == (6, "nothing_remembered")


def states(helper: Helper) -> list[Path]:
    return sorted(path for path in helper.state.rglob("*") if path.is_file())


def test_what_is_remembered_holds_no_words_of_an_invoice(helper: Helper) -> None:
    helper.ok("create-draft-invoice", *given(note="streng geheim", dueDate="2026-12-24"))
    remembered = "".join(path.read_text(encoding="utf-8") for path in states(helper))
    assert "written" in {path.stem for path in states(helper)}
    for word in ("geheim", "Beratung", "Schönfeld", "1356", "2026-12-24"):
        assert word not in remembered


def test_the_same_again_within_a_day_needs_a_plan_that_says_so(helper: Helper) -> None:
    first = helper.ok("create-draft-invoice", *given())
    again = helper("create-draft-invoice", *given())
    assert again.outcome == (5, "confirmation_needed")
    assert first["record"]["faktooraId"] in again.error["plan"]["again"]
    assert "may be there already" in str(again.error["plan"]["warnings"])
    assert len(helper.changes()) == 1
    helper.ok("create-draft-invoice", *given(), "--confirm", again.error["digest"])
    assert len(helper.changes()) == 2
    helper.ok("create-draft-invoice", *given(items=[{**HOURS, "quantity": 13}]))


def test_a_preview_is_saved_before_anything_is_sent(helper: Helper) -> None:
    words = ("issue-invoice", *given(), "--preview", "sheet.html")
    planned = helper(*words)
    assert planned.outcome == (5, "confirmation_needed")
    assert helper.changes() == []
    sheet = (helper.work / "sheet.html").read_text(encoding="utf-8")
    assert "SENDS it to Bäckerei Schönfeld GmbH" in sheet
    assert "356,60" in sheet
    done = helper.ok(*words, "--confirm", planned.error["digest"])
    assert done["preview"]["sha256"] == planned.error["preview"]["sha256"]


def test_a_preview_never_replaces_another_file(helper: Helper) -> None:
    (helper.work / "sheet.html").write_text("mine", encoding="utf-8")
    answer = helper("create-draft-invoice", *given(), "--preview", "sheet.html")
    assert answer.outcome == (2, "file_exists")
    assert helper.changes() == []
    assert helper("delete-customer", "--id", "x", "--preview", "x.html").outcome == (2, "bad_input")


def test_a_cancellation_is_done_only_when_it_reads_back_as_one(helper: Helper) -> None:
    before = helper.ok("list-outgoing-invoices", "--keyword", ISSUED, "--full")["items"]
    answer = helper("cancel-invoice", "--invoice", ISSUED, "--note", "Falscher Empfänger")
    assert answer.outcome == (10, "not_carried")
    assert "typeCode is 380, precedingInvoice is missing" in answer.error["message"]
    identifier = answer.error["new_id"]
    assert identifier in answer.error["message"]
    assert answer.error["remedy"].endswith(f"delete-invoice --faktooraId {identifier}")
    assert answer.error["record"]["detailsPage"].endswith(identifier)
    assert answer.error["looked_up"]["invoice"]["invoiceNumber"] == ISSUED
    assert helper.changes() == [("POST", "/invoices")]
    assert helper.ok("list-outgoing-invoices", "--keyword", ISSUED, "--full")["items"] == before


def test_what_is_likely_to_be_no_cancellation_again_needs_a_plan(helper: Helper) -> None:
    assert helper("cancel-invoice", "--invoice", ISSUED).outcome == (10, "not_carried")
    again = helper("cancel-invoice", "--invoice", "2026/09/00387")
    assert again.outcome == (5, "confirmation_needed")
    assert "did not carry typeCode and precedingInvoice" in again.error["plan"]["again"]
    helper.sandbox.set("carries", "all")
    helper.ok("cancel-invoice", "--invoice", "2026/09/00387", "--confirm", again.error["digest"])
    helper.ok("cancel-invoice", "--invoice", "2026/09/00386")


def test_a_draft_with_another_total_is_not_what_was_asked_for(helper: Helper) -> None:
    """The discount is dropped, and the agent would tell the user a total that no invoice has."""
    answer = helper("create-draft-invoice", *given(items=[{**HOURS, "discountPercent": 10}]))
    assert answer.outcome == (10, "not_carried")
    assert "in its file gross is 1356.6" in answer.error["message"]
    assert "Do not send this draft" in answer.error["remedy"]
    assert answer.error["invoice"]["gross"] == Decimal("1220.94")
    helper.sandbox.set("carries", "all")
    answer = helper("create-draft-invoice", *given(items=[{**HOURS, "discountAmount": 100}]))
    assert "notCarried" not in answer.ok().document


def test_an_issued_invoice_is_cancelled_by_a_draft(helper: Helper) -> None:
    helper.sandbox.set("carries", "all")
    answer = helper.ok("cancel-invoice", "--invoice", ISSUED, "--note", "Falscher Empfänger", "--preview", "s.html")
    assert answer["invoice"]["precedingInvoice"] == ISSUED
    (sent,) = helper.sent_body()["invoices"]
    assert (sent["invoiceTypeCode"], sent["precedingInvoiceNumber"], sent["draftOnly"]) == ("381", ISSUED, True)
    identifier = answer["record"]["faktooraId"]
    (row,) = helper.ok("list-outgoing-invoices", "--where", f"faktooraId={identifier}", "--full")["items"]
    first = helper.ok("list-outgoing-invoices", "--where", f"invoiceNumber={ISSUED}", "--full")["items"][0]
    assert (row["status"], row["invoiceTypeCode"]) == ("draft", "381")
    assert [row[name] for name in ("netAmount", "taxAmount", "grossAmount")] == [
        first[name] for name in ("netAmount", "taxAmount", "grossAmount")
    ]
    again = helper("cancel-invoice", "--invoice", first["faktooraId"])
    assert again.outcome == (2, "bad_input")
    assert "has a cancellation already" in again.error["problems"][0]["message"]


@pytest.mark.parametrize(("status", "said"), [("draft", "nothing to cancel"), ("review", "nothing to cancel")])
def test_what_is_not_issued_is_not_cancelled(helper: Helper, status: str, said: str) -> None:
    rows = helper.ok("list-outgoing-invoices", "--where", f"status={status}", "--fields", "faktooraId")["items"]
    answer = helper("cancel-invoice", "--invoice", rows[0]["faktooraId"])
    assert answer.outcome == (2, "bad_input")
    assert said in answer.error["problems"][0]["message"]
    assert helper.changes() == []


def test_a_cancellation_whose_file_is_not_there_yet_is_not_done(helper: Helper) -> None:
    helper.sandbox.set("carries", "all")
    helper.sandbox.set("generation", "never")
    answer = helper("cancel-invoice", "--invoice", ISSUED)
    assert answer.outcome == (10, "not_read_back")
    helper.sandbox.set("generation", "at-once")
    assert "notCarried" not in helper.shell(answer.error["remedy"].rpartition(": ")[2]).ok().document


def test_without_a_place_for_state_a_draft_is_compared_all_the_same(helper: Helper) -> None:
    (helper.work / "file").write_text("", encoding="utf-8")
    helper.environment["FAKTOORA_STATE_DIR"] = str(helper.work / "file")
    answer = helper.process("create-draft-invoice", *given(dueDate="2026-12-24")).ok().document
    assert answer["differs"] == {"dueDate": answer["invoice"]["issueDate"]}


def test_every_field_is_found_again_where_it_is_carried(helper: Helper) -> None:
    """So that what is said not to be carried is a fact about the account, not about the comparison."""
    helper.sandbox.set("carries", "all")
    items = [
        {**HOURS, "description": "im November", "discountPercent": 5, "taxRate": 7},
        {"name": "Kurs", "quantity": 1.5, "unit": "Tag", "unitPrice": 0.125, "discountAmount": 0.1},
        {
            "name": "Frei",
            "quantity": 1,
            "unit": "LS",
            "unitPrice": 9,
            "taxCategory": "E",
            "taxExemptionReason": "§ 4 Nr. 21 UStG",
        },
    ]
    fields = {
        **UNDOCUMENTED,
        "buyer": {"email": "rechnung@schoenfeld.example", "vatId": "DE136695976", "street": "Neue Str. 1"},
        "paymentTerms": "14 Tage netto",
        "buyerReference": "04011000-12345-34",
        "precedingInvoice": ISSUED,
        "items": items,
    }
    answer = helper.ok("create-draft-invoice", *given(**fields))
    assert ("notCarried" in answer, answer.get("differs")) == (False, None)
    del fields["serviceDate"]
    period = {"start": "2026-11-01", "end": "2026-11-30"}
    answer = helper.ok("create-draft-invoice", *given(**{**fields, "servicePeriod": period, "note": "zwei"}))
    assert ("notCarried" in answer, answer.get("differs")) == (False, None)
