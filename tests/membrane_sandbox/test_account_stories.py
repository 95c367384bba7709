"""What several calls to the account do together: numbering, uploads, imports, documents of projects."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any

import pytest

from membrane_sandbox.account.api import API_KEY, Account
from membrane_sandbox.store import open_store
from membrane_sandbox.switches import Switches

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., tuple[int, Any]]

INVOICE = {
    "issueDate": "20260930",
    "draftOnly": True,
    "buyer": {"name": "A"},
    "invoiceItems": [{"id": "1", "product": {"name": "B", "quantity": "1", "price": 1}}],
}
TEMPLATE = "/settings/invoice-number-template"


@pytest.fixture
def call(template: Path) -> Call:
    """Return a function that calls the account of a fresh sandbox: the status and the JSON of the answer."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    open_store(template / "sandbox.sqlite").backup(db)
    account = Account(db, Switches(db))

    def made(method: str, path: str, body: object = None, file: bytes = b"") -> tuple[int, Any]:
        headers = {"X-API-KEY": API_KEY, "Content-Type": "application/json"}
        sent = b"" if body is None else json.dumps(body).encode()
        if file:
            headers["Content-Type"] = "multipart/form-data; boundary=XX"
            head = b'--XX\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
            sent = head + file + b"\r\n--XX--\r\n"
        answer = account.call(method, path.partition("?")[0], _query(path), headers, sent)
        return answer.status, answer.json()

    return made


def _query(path: str) -> list[tuple[str, str]]:
    pairs = path.partition("?")[2]
    return [(name, value) for name, _, value in (pair.partition("=") for pair in pairs.split("&"))] if pairs else []


def test_a_preview_reserves_nothing_and_an_invoice_takes_the_number(call: Call) -> None:
    first, second = (call("GET", "/invoices/next-number")[1]["invoiceNumber"] for _ in range(2))
    assert first == second == "2026/09/00401"
    call("POST", "/invoices", {"invoices": [INVOICE]})
    assert call("GET", f"/invoices/verify-number?invoiceNumber={first}")[1] == {"succeed": False}
    assert call("GET", "/invoices/next-number")[1]["invoiceNumber"] == "2026/09/00402"


def test_a_taken_number_is_passed_over(call: Call) -> None:
    call("POST", "/invoices", {"invoices": [{**INVOICE, "invoiceNumber": "2026/09/00402"}]})
    assert call("GET", "/invoices/next-number")[1] == {"invoiceNumber": "2026/09/00403", "counter": 401}


def test_a_new_template_counts_for_the_preview_and_for_new_invoices(call: Call) -> None:
    assert call("PUT", TEMPLATE, {"template": "RE-YYYY-id", "padLength": 3})[0] == 200
    assert call("GET", TEMPLATE)[1] == {"template": "RE-YYYY-id", "padLength": 3, "counter": 400}
    assert call("GET", "/invoices/next-number")[1]["invoiceNumber"] == "RE-2026-401"
    assert call("GET", "/invoices/next-number?template=YYYY-id")[1]["invoiceNumber"] == "2026-401"
    call("POST", "/invoices", {"invoices": [INVOICE]})
    assert call("GET", "/invoices/verify-number?invoiceNumber=RE-2026-401")[1] == {"succeed": False}


@pytest.mark.parametrize(
    ("file", "validation", "state"),
    [
        (b"<rsm:CrossIndustryInvoice/>", "accepted", "review"),
        (b'<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>', "accepted", "review"),
        (b"not an invoice", "rejected", "rejected"),
    ],
)
def test_an_upload_is_checked_in_the_background(call: Call, file: bytes, validation: str, state: str) -> None:
    path = f"/import/incoming/{call('POST', '/import/incoming', file=file)[1]['importId']}"
    assert call("GET", f"{path}/validation")[0] == 404
    assert call("GET", f"{path}/status")[1]["status"] == "processing"
    assert call("GET", f"{path}/validation") == (200, {"status": validation})
    assert call("GET", f"{path}/status")[1]["status"] == state
    assert call("GET", "/import/incoming?perPage=1")[1]["data"][0]["fileName"] == "a"


def test_customers_are_imported_in_two_steps(call: Call) -> None:
    rows = "name;address;postcode;city;isCompany\nNeu GmbH;Weg 1;34117;Kassel;ja\nEva Neu;Weg 2;01067;Dresden;nein\n"
    file = call("POST", "/customers/import/upload", file=rows.encode())[1]["id"]
    status, made = call("POST", "/customers/import", {"fileId": file})
    assert (status, [(row["name"], row["isCompany"], row["postcode"]) for row in made]) == (
        201,
        [("Neu GmbH", True, "34117"), ("Eva Neu", False, "01067")],
    )
    assert call("GET", f"/customer/{made[1]['id']}")[1]["city"] == "Dresden"
    assert call("POST", "/customers/import", {"fileId": file})[0] == 404


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("name,address,postcode,city\nA,Weg 1,34117,Kassel\nB,Weg 2,123,Kassel", "Line 3: Invalid postcode"),
        ("name,address,postcode,city,isCompany\nA,Weg 1,34117,Kassel,perhaps", 'Line 2: isCompany is "perhaps"'),
        ("name,address,postcode,city", "The file has no rows"),
    ],
)
def test_a_file_with_a_bad_row_imports_nothing(call: Call, rows: str, said: str) -> None:
    before = call("GET", "/customers")[1]["meta"]["totalItems"]
    file = call("POST", "/customers/import/upload", file=rows.encode())[1]["id"]
    status, error = call("POST", "/customers/import", {"fileId": file})
    assert (status, error["message"][: len(said)]) == (400, said)
    assert call("GET", "/customers")[1]["meta"]["totalItems"] == before


def test_a_project_has_one_document_and_a_document_one_project(call: Call) -> None:
    first, second, *_ = (row["id"] for row in call("GET", "/projects")[1]["data"])
    invoice, bill = (call("GET", path)[1]["data"][0]["id"] for path in ("/invoices", "/import/incoming"))
    document = {"documentId": invoice, "documentType": "invoice"}
    assert call("POST", f"/project/{first}/document", document)[0] == 201
    other = {"documentId": bill, "documentType": "invoiceincoming"}
    assert call("POST", f"/project/{first}/document", other)[0] == 409
    assert call("POST", f"/project/{second}/document", document)[0] == 409
    held = call("GET", f"/project/{first}")[1]["document"]
    assert (held["invoiceId"], held["letterId"]) == (invoice, None)
    assert call("DELETE", f"/project/{first}/document", document) == (200, {"succeed": True})
    assert call("GET", f"/project/{first}")[1]["document"] is None
    assert call("POST", f"/project/{second}/document", document)[0] == 201


def test_a_deleted_project_leaves_its_document(call: Call) -> None:
    first, second, *_ = (row["id"] for row in call("GET", "/projects")[1]["data"])
    bill = call("GET", "/import/incoming")[1]["data"][0]["id"]
    document = {"documentId": bill, "documentType": "invoiceincoming"}
    call("POST", f"/project/{first}/document", document)
    assert call("DELETE", f"/project/{first}")[1] == {"succeed": True}
    assert call("GET", "/import/incoming")[1]["data"][0]["id"] == bill
    assert call("POST", f"/project/{second}/document", document)[0] == 201
