"""Files that the account answers with, read as data by real commands: nothing is saved where data is asked for."""

from __future__ import annotations

import json
from base64 import b64encode
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from support.agent import Helper
from support.pages import Pages

from membrane_sandbox.account.pdf import one_page

ACTION = "get-outgoing-invoice-content"


@pytest.fixture
def credit_note(helper: Helper) -> dict[str, Any]:
    """Return the row of an issued credit note."""
    words = ("--where", "invoiceTypeCode=381", "--where", "status=archived", "--full", "--limit", "1")
    row: dict[str, Any] = helper.ok("list-outgoing-invoices", *words)["items"][0]
    return row


@pytest.mark.parametrize("form", ["base64", "object", "xml"])
def test_a_file_as_one_record_says_what_the_list_says(helper: Helper, credit_note: dict[str, Any], form: str) -> None:
    helper.sandbox.set("files", form)
    document = helper.ok(ACTION, "--faktooraId", credit_note["faktooraId"], "--full")
    record = document["record"]
    assert (record["number"], record["typeCode"]) == (credit_note["invoiceNumber"], "381")
    assert record["totals"]["net"] == credit_note["netAmount"]
    assert record["totals"]["gross"] == credit_note["grossAmount"]
    assert "file" not in {*document, *record}
    assert not list(helper.work.iterdir())


def test_only_the_fields_that_were_named_are_shown(helper: Helper, credit_note: dict[str, Any]) -> None:
    words = ("get-invoice-by-number", "--invoiceNumber", credit_note["invoiceNumber"], "--fields", "dueDate,totals.tax")
    document = helper.ok(*words)
    assert list(document["record"]) == ["dueDate", "totals.tax"]
    assert document["record"]["totals.tax"] == credit_note["taxAmount"]
    assert helper.ok(*words[:-1], "duDate")["note"].startswith("no record here has duDate")


def test_the_saved_file_has_the_same_record(helper: Helper, credit_note: dict[str, Any]) -> None:
    read = helper.ok("get-invoice-by-id", "--faktooraId", credit_note["faktooraId"], "--full")["record"]
    file = helper.ok("get-invoice-by-id", "--faktooraId", credit_note["faktooraId"])["file"]
    (saved,) = helper.ok("read-invoice", file["path"], "--full")["items"]
    assert {"file": file["path"], **read} == saved


def test_lines_are_rows_that_are_added_up_as_those_of_read_invoice(helper: Helper, credit_note: dict[str, Any]) -> None:
    words = ("get-invoice-by-id", "--faktooraId", credit_note["faktooraId"], "--lines")
    document = helper.ok(*words)
    assert (document["complete"], document["count"]) == (True, len(document["items"]))
    assert sum(row["netAmount"] for row in document["items"]) == credit_note["netAmount"]
    answer = helper.ok(*words, "--sum", "netAmount")
    assert answer["items"][0]["netAmount"] == -credit_note["netAmount"]
    assert (answer["subtracted"], answer["complete"]) == (document["count"], True)
    assert helper.ok(*words, "--where", "line>1")["count"] == document["count"] - 1
    assert not list(helper.work.iterdir())


def test_with_output_the_data_is_saved(helper: Helper, credit_note: dict[str, Any]) -> None:
    words = ("get-invoice-by-id", "--faktooraId", credit_note["faktooraId"])
    helper.ok(*words, "--fields", "number", "--output", "one.json")
    helper.ok(*words, "--lines", "--output", "lines.json")
    assert json.loads((helper.work / "one.json").read_text()) == {"number": credit_note["invoiceNumber"]}
    lines = json.loads((helper.work / "lines.json").read_text(), parse_float=Decimal)
    assert sum(line["netAmount"] for line in lines) == credit_note["netAmount"]
    helper.ok(*words, "--output", "as-it-is.pdf")
    assert (helper.work / "as-it-is.pdf").read_bytes().startswith(b"%PDF")


def test_a_question_needs_the_lines(helper: Helper) -> None:
    answer = helper("get-invoice-by-id", "--faktooraId", "FQIP1ZD", "--sum", "netAmount")
    assert answer.outcome == (2, "no_list")
    assert answer.error["remedy"].startswith("add --lines")
    assert not helper.account_calls()
    answer = helper("get-customer", "--id", "1", "--lines")
    assert (answer.outcome, answer.error["problems"][0]["message"]) == ((2, "bad_input"), 'unknown input "lines"')


def test_a_record_in_the_place_of_the_file_has_no_lines(helper: Helper, credit_note: dict[str, Any]) -> None:
    helper.sandbox.set("files", "json")
    words = ("get-invoice-by-id", "--faktooraId", credit_note["faktooraId"])
    assert helper.ok(*words, "--fields", "invoiceNumber")["record"] == {"invoiceNumber": credit_note["invoiceNumber"]}
    answer = helper(*words, "--lines", "--sum", "netAmount")
    assert answer.outcome == (7, "no_file")
    assert helper.shell(answer.error["remedy"].partition(": ")[2]).ok().document["record"]


def test_a_file_that_is_no_e_invoice_can_still_be_saved(tmp_path: Path) -> None:
    content = one_page("Rechnung", ["ohne XML"])
    pages = Pages(tmp_path, [b64encode(content).decode()])
    actions = {"items": [{"id": "a-file", "key": "get-invoice-by-id", "name": "get-invoice-by-id"}]}
    (pages.rules.folder / "actions").write_text(json.dumps(actions))
    helper = pages.rules.helper
    answer = helper("get-invoice-by-id", "--faktooraId", "F1", "--lines", "--where", "line=1", "--limit", "2")
    assert answer.outcome == (7, "no_data")
    assert answer.error["message"] == (
        "the file cannot be read as data: invoice-F1.pdf: the PDF has no e-invoice inside"
    )
    saved = helper.shell(answer.error["remedy"].partition(": ")[2]).ok().document["file"]
    assert Path(saved["path"]).read_bytes() == content
