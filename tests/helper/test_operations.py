"""What no Membrane action does goes out as a proxy request: what is sent, what is planned, what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from support.agent import Helper

PROJECT = "c79cab92-70e9-41e0-a5e5-88860afcb18d"
DOCUMENT = "2d17a165-4219-4037-a6ee-c20886659452"
TEMPLATE = ("update-invoice-number-template", "--template", "YYYY-id", "--padLength", "4")
OF_INVOICE = ("--id", PROJECT, "--documentType", "invoice", "--documentId", DOCUMENT)


def test_numbers_are_previewed_checked_and_changed_after_a_yes(helper: Helper) -> None:
    assert helper.ok("get-next-invoice-number")["record"] == {"invoiceNumber": "2026/09/00401"}
    assert helper.ok("get-next-invoice-number", "--template", "YYYY-id")["record"] == {"invoiceNumber": "2026-00401"}
    plan = helper(*TEMPLATE)
    assert plan.outcome == (5, "confirmation_needed")
    assert plan.error["message"].startswith("It changes how every new invoice of the account is numbered")
    assert plan.error["plan"]["target"] == {"template": "YYYY/MM/id", "padLength": 5, "counter": 400}
    assert helper.changes() == []
    assert helper(*TEMPLATE, "--confirm", plan.error["digest"]).document["record"]["template"] == "YYYY-id"
    assert helper.changes() == [("PUT", "/settings/invoice-number-template")]
    assert helper.sent_body() == {"template": "YYYY-id", "padLength": 4}
    assert helper.ok("get-next-invoice-number")["record"] == {"invoiceNumber": "2026-0401"}


@pytest.mark.parametrize(
    ("action", "name", "taken", "free"),
    [
        ("check-invoice-number", "invoiceNumber", "2026/03/00252", "2026/03/99999"),
        ("check-customer-number", "customerId", "K-10031", "K-99999"),
        ("check-product-code", "code", "DIE-002", "NEU-1"),
    ],
)
def test_that_something_is_taken_is_an_answer_and_no_failure(
    helper: Helper, action: str, name: str, taken: str, free: str
) -> None:
    for value, is_free in ((taken, False), (free, True)):
        document = helper.ok(action, f"--{name}", value)
        assert document["record"] == {"succeed": is_free}
        assert document["inferred"].startswith(f"Faktoora documents {name} only in part")
    assert helper.last_account_call()["query"] == [[name, free]]


def test_reports_are_saved_under_names_of_their_own(helper: Helper) -> None:
    invoice = helper.ok("get-invoice-by-id", "--faktooraId", "FQIP1ZD")["file"]
    report = helper.ok("get-invoice-validation-report", "--faktooraId", "FQIP1ZD")["file"]
    bill = helper.ok("get-incoming-invoice-validation-report", "--importId", "IMP456789")["file"]
    names = [file["path"].rpartition("/")[2] for file in (invoice, report, bill)]
    assert names == [
        "invoice-FQIP1ZD.pdf",
        "invoice-validation-report-FQIP1ZD.pdf",
        "incoming-invoice-validation-report-IMP456789.pdf",
    ]
    none = helper("get-invoice-validation-report", "--faktooraId", "FAC7LXR")
    assert none.outcome == (6, "not_found")
    assert "a draft has none" in none.error["remedy"]


def test_an_incoming_invoice_is_looked_at_and_corrected(helper: Helper) -> None:
    assert helper.ok("get-incoming-invoice-validation", "--importId", "IMP456789")["record"] == {"status": "accepted"}
    change = ("update-incoming-invoice", "--importId", "IMP456789", "--input", '{"changes":{"dueDate":"20261015"}}')
    plan = helper(*change).error["plan"]
    assert plan["target"]["sellerName"] == "Mobilfunk Freie Leitung GmbH"
    assert plan["inferred"].startswith("Faktoora documents update-incoming-invoice only in part")
    assert helper.confirmed(*change).document["record"]["dueDate"] == "20261015"
    assert helper.sent_body() == {"dueDate": "20261015"}


@pytest.mark.parametrize(
    ("action", "instead"), [("upload-incoming-invoice", "check-invoice"), ("upload-customer-csv", "create-customer")]
)
def test_a_file_is_never_sent(helper: Helper, action: str, instead: str) -> None:
    refused = helper(action, "--file", "a.xml")
    assert refused.outcome == (7, "file_not_sendable")
    assert f"`{instead}`" in refused.error["remedy"]
    assert helper.account_calls() == []


def test_customers_are_imported_after_a_yes(helper: Helper) -> None:
    answer = helper.confirmed("import-customers", "--fileId", "7d3b24f0-3a0c-4c0e-9d52-0d6a3f1b9c11")
    assert answer.outcome == (6, "not_found")
    assert helper.changes() == [("POST", "/customers/import")]


def test_a_project_from_its_beginning_to_its_end(helper: Helper) -> None:
    made: Any = helper.ok("create-project", "--name", "Umzug", "--estMinutes", "90", "--status", "active")["record"]
    assert helper.sent_body() == {"name": "Umzug", "estMinutes": 90, "status": "active"}
    found = helper.ok("list-projects", "--keyword", "umzug", "--status", "active", "--status", "paused")
    assert (found["complete"], [row["name"] for row in found["items"]]) == (True, ["Umzug Praxis Überall", "Umzug"])
    helper.ok("update-project", "--id", made["id"], "--input", '{"estMinutes":null,"status":"paused"}')
    assert helper.sent_body() == {"estMinutes": None, "status": "paused"}
    assert helper.ok("get-project", "--id", made["id"])["record"]["estMinutes"] is None
    assert helper.confirmed("delete-project", "--id", made["id"]).document["record"] == {"succeed": True}
    assert helper("get-project", "--id", made["id"]).outcome == (6, "not_found")


def test_a_document_is_put_into_a_project_and_taken_out_with_a_body(helper: Helper) -> None:
    helper.ok("add-project-document", *OF_INVOICE)
    full = helper("add-project-document", *OF_INVOICE)
    assert full.outcome == (7, "app_refused")
    assert "at most one document" in full.error["remedy"]
    plan = helper("remove-project-document", *OF_INVOICE)
    assert "can be undone" in plan.error["message"]
    assert plan.error["plan"]["target"]["document"]["invoiceId"] == DOCUMENT
    assert helper("remove-project-document", *OF_INVOICE, "--confirm", plan.error["digest"]).code == 0
    last = helper.last_account_call()
    assert (last["method"], last["path"]) == ("DELETE", f"/project/{PROJECT}/document")
    assert helper.sent_body() == {"documentId": DOCUMENT, "documentType": "invoice"}


def test_a_webhook_is_deleted_after_a_yes(helper: Helper) -> None:
    hook = helper.ok("list-webhooks")["items"][0]
    assert helper("delete-webhook", "--id", hook["id"]).error["plan"]["target"] == {
        name: hook[name] for name in ("action", "target")
    }
    assert helper.confirmed("delete-webhook", "--id", hook["id"]).code == 0
    assert hook["id"] not in [row["id"] for row in helper.ok("list-webhooks")["items"]]
    assert helper("delete-webhook", "--id", hook["id"]).outcome == (6, "target_not_found")


def test_what_is_documented_in_part_is_said_once_and_nothing_else_is(helper: Helper) -> None:
    assert "inferred" in helper.ok("get-outgoing-invoice-status", "--faktooraId", "FQIP1ZD")
    assert "inferred" in helper.ok("describe", "check-product-code")
    assert "inferred" in helper.ok("check-product-code", "--code", "A", "--dry-run")
    for words in (("get-next-invoice-number",), ("list-projects",), ("list-customers",), ("describe", "get-project")):
        assert "inferred" not in helper.ok(*words)
