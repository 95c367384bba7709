"""The file of an invoice that was made a moment ago: a remedy that leads to it, not to another id."""

from __future__ import annotations

import json

import pytest
from support.agent import Helper

from membrane_sandbox.account.api import API_KEY, Account
from membrane_sandbox.home import FILE, Sandbox
from membrane_sandbox.store import open_store
from membrane_sandbox.switches import Switches

INVOICE = {
    "issueDate": "20260930",
    "buyer": {"name": "A"},
    "invoiceItems": [{"product": {"name": "B", "quantity": "1", "price": 1}}],
}


def sent_invoice(sandbox: Sandbox) -> str:
    """Make an invoice that is sent, and return its faktooraId."""
    headers = {"X-API-KEY": API_KEY, "Content-Type": "application/json"}
    db = open_store(sandbox.folder / FILE)
    body = json.dumps({"invoices": [INVOICE]}).encode()
    return str(Account(db, Switches(db)).call("POST", "/invoices", (), headers, body).json()["faktooraId"])


@pytest.mark.parametrize(
    ("action", "looks"),
    [
        ("get-invoice-by-id", 1),
        ("get-outgoing-invoice-content", 1),
        ("get-invoice-by-number", 1),
        ("get-invoice-validation-report", 2),
    ],
)
def test_a_file_that_is_not_made_yet_is_reached_by_the_remedy(used_helper: Helper, action: str, looks: int) -> None:
    used_helper.sandbox.set("generation", "slow")
    key = sent_invoice(used_helper.sandbox)
    by_number = action == "get-invoice-by-number"
    words = (action, "--invoiceNumber", "2026/09/00401") if by_number else (action, "--faktooraId", key)
    early = used_helper(*words)
    assert early.outcome == (6, "not_found")
    assert "made a moment ago" in early.error["remedy"]
    assert "`get-outgoing-invoice-status" in early.error["remedy"]
    for _ in range(looks):
        status = used_helper.ok("get-outgoing-invoice-status", "--faktooraId", key)
    assert status["record"]["importStatus"] == ("processing" if looks == 1 else "completed")
    assert used_helper.ok(*words)["file"]["path"]
