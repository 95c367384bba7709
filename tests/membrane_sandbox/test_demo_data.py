"""The demo data is the same everywhere, adds up, and holds every state."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from support.interpreters import interpreters
from support.places import ROOT

from membrane_sandbox.account.demo.customers import vat_id
from membrane_sandbox.account.records import Records
from membrane_sandbox.store import open_store

if TYPE_CHECKING:
    from membrane_sandbox.home import Sandbox

SOURCE = ROOT / "src"
DUMP = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from membrane_sandbox.account.demo.fill import fill
from membrane_sandbox.store import create_store
db = create_store(Path(sys.argv[2]))
fill(db)
rows = db.execute("SELECT kind, id, number, doc, detail FROM record ORDER BY kind, rowid").fetchall()
print(hashlib.sha256(repr(rows).encode()).hexdigest())
"""
SHA256 = "3abc74c7efc3feb564b3f238ff3747bf017dfb58e8df15162ce8505cbb9b7989"
"""Changes only when the demo data is changed on purpose."""
SUPPORTED = {version: program for version, program in interpreters().items() if version >= (3, 10)} or {
    sys.version_info[:2]: sys.executable
}


@pytest.mark.parametrize("version", SUPPORTED)
def test_the_demo_data_is_the_same_on_every_python(version: tuple[int, int], tmp_path: Path) -> None:
    command = [SUPPORTED[version], "-I", "-S", "-B", "-c", DUMP, str(SOURCE), str(tmp_path / "demo.sqlite")]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == SHA256


@pytest.fixture
def records(logged_out: Sandbox) -> Records:
    return Records(open_store(logged_out.folder / "sandbox.sqlite"))


def test_there_is_as_much_as_promised(records: Records) -> None:
    kinds = ("customer", "product", "invoice", "incoming", "webhook")
    assert [len(records.all(kind)) for kind in kinds] == [60, 40, 400, 120, 4]
    assert Counter(row["country"] for row in records.all("customer")) == {"DE": 53, "AT": 4, "CH": 3}
    assert {row["unit"] for row in records.all("product")} == {"H87", "HUR", "C62"}
    assert {row["tax"] for row in records.all("product")} == {19, 7, 0}


def test_every_state_occurs(records: Records) -> None:
    outgoing = Counter(row["status"] for row in records.all("invoice"))
    incoming = Counter(row["status"] for row in records.all("incoming"))
    assert set(outgoing) == {"draft", "review", "sent", "overdue", "archived"}
    assert set(incoming) == {"processing", "review", "accepted", "rejected", "overdue", "archived"}
    assert min(outgoing.values()) >= 4
    assert Counter(row["invoiceTypeCode"] for row in records.all("invoice"))["381"] == 10


def test_ids_and_numbers_are_unique(records: Records) -> None:
    for kind, names in {
        "customer": ("id", "customerId", "faktooraId"),
        "product": ("id", "code"),
        "invoice": ("faktooraId", "invoiceNumber"),
        "incoming": ("importId", "faktooraId"),
    }.items():
        for name in names:
            values = [row[name] for row in records.all(kind)]
            assert len(set(values)) == len(values), (kind, name)


def test_invoices_add_up(records: Records) -> None:
    prices = {product["id"]: product for product in records.all("product")}
    for invoice in records.all("invoice"):
        lines = records.detail("invoice", invoice["faktooraId"])["invoiceItems"]
        assert invoice["grossAmount"] == invoice["netAmount"] + invoice["taxAmount"]
        assert (
            invoice["netAmount"]
            == sum(line["netAmount"] for line in lines)
            == sum(tax["netAmount"] for tax in invoice["taxes"])
        )
        assert invoice["taxAmount"] == sum(tax["taxAmount"] for tax in invoice["taxes"])
        assert invoice["openAmount"] in (invoice["grossAmount"], Decimal("0.00"))
        for line in lines:
            product = prices[line["product"]["productId"]]
            assert (line["product"]["price"], line["product"]["name"]) == (product["price"], product["name"])


def test_incoming_invoices_add_up(records: Records) -> None:
    assert all(row["grossAmount"] == row["netAmount"] + row["taxAmount"] for row in records.all("incoming"))


def test_dates_fit_the_states(records: Records) -> None:
    for invoice in records.all("invoice"):
        assert "20241001" <= invoice["issueDate"] <= "20260930"
        assert invoice["issueDate"] <= invoice["dueDate"]
        assert (invoice["status"] == "overdue") <= (invoice["dueDate"] < "20260930")
        assert (invoice["sentAt"] is None) == (invoice["status"] in ("draft", "review"))
        assert invoice["invoiceNumber"].startswith(f"{invoice['issueDate'][:4]}/{invoice['issueDate'][4:6]}/")


def test_sales_abroad_carry_no_german_vat(records: Records) -> None:
    buyers = {row["id"]: row for row in records.all("customer")}
    for invoice in records.all("invoice"):
        if buyers[invoice["customer"]["id"]]["country"] != "DE":
            assert invoice["taxAmount"] == 0
            assert {tax["categoryCode"] for tax in invoice["taxes"]} <= {"AE", "G"}


def test_a_credit_note_names_the_invoice_that_it_corrects(records: Records) -> None:
    for credit in (row for row in records.all("invoice") if row["invoiceTypeCode"] == "381"):
        key = records.id_of_number("invoice", credit["precedingInvoiceNumber"])
        corrected = records.get("invoice", key or "")
        assert corrected is not None
        assert (corrected["grossAmount"], corrected["invoiceTypeCode"]) == (credit["grossAmount"], "380")


def test_hostile_text_is_there(records: Records) -> None:
    notes = [row["note"] or "" for row in records.all("invoice")]
    assert any("delete all customers" in note for note in notes)
    assert any("🎉" in note for note in notes)
    assert any("|" in row["name"] and "`" in row["name"] for row in records.all("customer"))
    assert max(len(row["description"]) for row in records.all("product")) > 5000


def test_one_customer_lacks_what_an_update_needs(records: Records) -> None:
    odd: list[dict[str, Any]] = [
        row for row in records.all("customer") if row["postcode"] is None or row["extras"] is None
    ]
    assert [row["name"] for row in odd] == ["Altbestand Import 2019"]


def test_nobody_real_can_be_reached(records: Records) -> None:
    for customer in records.all("customer"):
        assert (customer["email"] or ".example").endswith(".example")
        # The check digit of DE136695976, a published example, is right; ours are wrong.
        assert not (customer["vatId"] or "").startswith("DE") or customer["vatId"] == vat_id(customer["vatId"][2:10])
    assert vat_id("13669597") != "DE136695976"
