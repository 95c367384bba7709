"""Invoices as files: the official rules accept them, and they say what the records say."""

from __future__ import annotations

import json
import sqlite3
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from facturx import get_xml_from_pdf
from lxml import etree
from support.einvoice_rules import broken_rules
from support.einvoice_schemas import schema_errors

from einvoice.files import Document, read_document
from membrane_sandbox.account.api import API_KEY, Account
from membrane_sandbox.account.cii import EN_16931, XRECHNUNG
from membrane_sandbox.account.demo.people import SELLER_ACCOUNT
from membrane_sandbox.store import open_store
from membrane_sandbox.switches import Switches

PDF, XML = "application/pdf", "application/xml"
BUYER = {"name": "Muster GmbH", "street": "Weg 1", "postcode": "10115", "city": "Berlin", "country": "DE"}
FURTHER: dict[str, Any] = {
    "dueDate": "20261014",
    "paymentTerms": "14 Tage netto",
    "deliveryDate": "20260929",
    "deliveryPeriod": {"start": "2026-09-01", "end": "2026-09-29"},
    "buyerReference": "04011000-1234512345-06",
    "orderReference": "B-77",
    "note": "Danke & <bis> bald\u0001",
    "invoiceTypeCode": "381",
    "precedingInvoiceNumber": "2026/09/00390",
}


class User:
    """Somebody who calls the account of a fresh sandbox."""

    def __init__(self, template: Path) -> None:
        db = sqlite3.connect(":memory:", isolation_level=None)
        open_store(template / "sandbox.sqlite").backup(db)
        self.switches = Switches(db)
        self.account = Account(db, self.switches)

    def get(self, path: str, accept: str = "*/*") -> tuple[int, bytes]:
        answer = self.account.call("GET", path, headers={"X-API-KEY": API_KEY, "Accept": accept})
        return answer.status, answer.body

    def file(self, key: str, accept: str) -> bytes:
        status, body = self.get(f"/invoices/{key}", accept)
        assert status == 200
        return body

    def create(self, *, category: str = "S", rate: Any = 19, buyer: Any = None, price: Any = 95, **more: Any) -> str:
        """Make a draft and return its id."""
        taxes = [{"typeCode": "VAT", "categoryCode": category, "rate": rate}]
        product = {"name": "Beratung", "quantity": "12", "unitCode": "HUR", "price": price, "taxes": taxes}
        invoice = {"issueDate": "20260930", "buyer": {**BUYER, **(buyer or {})}, "draftOnly": True, **more}
        body = json.dumps({"invoices": [{**invoice, "invoiceItems": [{"id": "1", "product": product}]}]}).encode()
        headers = {"X-API-KEY": API_KEY, "Content-Type": "application/json"}
        answer = self.account.call("POST", "/invoices", headers=headers, body=body)
        assert answer.status == 202, answer.body
        return str(answer.json()["faktooraId"])


@pytest.fixture
def user(template: Path) -> User:
    return User(template)


def verdict(xml: bytes) -> dict[str, str]:
    """Return the rules that XML breaks, and what its schema says."""
    rule_sets = ("EN16931", "XRechnung") if XRECHNUNG.encode() in xml else ("EN16931",)
    schema = dict.fromkeys(schema_errors(etree.fromstring(xml)), "schema")
    return {**schema, **broken_rules(xml.decode(), "CII", rule_sets=rule_sets)}


def assert_same(document: Document, record: dict[str, Any]) -> None:
    """Compare a file that was read with the account's record."""
    invoice = document.invoice
    assert (document.problems, document.not_read, document.flaws) == ((), (), ())
    stated, terms, issued = invoice.totals, invoice.due_date, invoice.issue_date
    assert stated is not None
    assert terms is not None
    assert issued is not None
    assert (stated.net, stated.tax, stated.gross) == tuple(record[f"{name}Amount"] for name in ("net", "tax", "gross"))
    assert (f"{issued:%Y%m%d}", f"{terms:%Y%m%d}") == (record["issueDate"], record["dueDate"])
    assert (invoice.number, invoice.type_code) == (record["invoiceNumber"], record["invoiceTypeCode"])
    assert [row.number for row in invoice.preceding_invoice] == list(filter(None, [record["precedingInvoiceNumber"]]))
    assert invoice.buyer is not None
    assert invoice.buyer.name == record["buyerName"]


def test_every_invoice_of_the_demo_account_is_right(user: User) -> None:
    profiles = []
    for record in user.account.records.all("invoice"):
        xml, pdf = (user.file(record["faktooraId"], kind) for kind in (XML, PDF))
        inside = pypdf.PdfReader(BytesIO(pdf)).attachments["factur-x.xml"][0]
        assert EN_16931.encode() in inside
        for content in {xml, inside}:
            assert verdict(content) == {}, record["invoiceNumber"]
            document = read_document(content)
            assert_same(document, record)
        profiles.append(document.profile if xml == inside else read_document(xml).profile)
    assert (profiles.count(EN_16931), profiles.count(XRECHNUNG)) == (366, 34)


@pytest.mark.parametrize(
    "given",
    [
        {"format": "zf:1"},
        {"price": 0.0125},
        {"category": "AE", "rate": 0, "buyer": {"country": "AT", "vatId": "ATU12345678"}},
        {"category": "K", "rate": 0, "buyer": {"country": "FR", "vatId": "FR12345678901"}},
        {"category": "G", "rate": 0, "buyer": {"country": "CH"}},
        {"category": "E", "rate": 0},
        {"category": "Z", "rate": 0},
        {"category": "O", "rate": 0, "buyer": {"vatId": "DE123456788"}},
        {"buyer": {"routeId": "04011000-1234512345-06"}, "deliveryDate": "20260930"},
        {"format": "xrechnung", "buyer": {"email": "a@b.example"}, **FURTHER},
        {"format": "xrechnung", **FURTHER},
    ],
)
def test_created_drafts_are_right(user: User, given: dict[str, Any]) -> None:
    user.switches.set("carries", "all")
    key = user.create(**given)
    record = user.account.records.get("invoice", key)
    assert record is not None
    for content in (user.file(key, XML), get_xml_from_pdf(user.file(key, PDF))[1]):
        assert verdict(content) == {}
        assert_same(read_document(content), record)


def test_an_xrechnung_without_a_routing_id_is_wrong_as_it_should_be(user: User) -> None:
    broken = verdict(user.file(user.create(format="xrechnung"), XML))
    assert {rule for rule, flag in broken.items() if flag == "fatal"} == {"BR-DE-15", "PEPPOL-EN16931-R010"}


@pytest.mark.parametrize("carries", ["documented", "all"])
def test_a_switch_says_whether_undocumented_fields_reach_the_file(user: User, carries: str) -> None:
    user.switches.set("carries", carries)
    invoice = read_document(user.file(user.create(**FURTHER), PDF)).invoice
    period = invoice.service_period
    found = (
        invoice.due_date, invoice.payment_terms, invoice.service_date, period and (period.start, period.end),
        invoice.buyer_reference, invoice.order_reference, invoice.notes, invoice.type_code,
        [row.number for row in invoice.preceding_invoice],
    )  # fmt: skip
    assert found == {
        "documented": (date(2026, 9, 30), None, None, None, None, None, (), "380", []),
        "all": (
            date(2026, 10, 14), "14 Tage netto", date(2026, 9, 29), (date(2026, 9, 1), date(2026, 9, 29)),
            "04011000-1234512345-06", "B-77", ("Danke & <bis> bald",), "381", ["2026/09/00390"],
        ),
    }[carries]  # fmt: skip
    assert invoice.items[0].unit_price == Decimal("95.00")


def test_what_the_seller_is_paid_by_is_in_the_file_and_is_nobody_s(user: User) -> None:
    invoice = read_document(user.file(user.create(), PDF)).invoice
    assert invoice.payment is not None
    assert invoice.payment.iban == SELLER_ACCOUNT["iban"]
    assert invoice.payment.iban[4] == "9"
    assert invoice.seller is not None
    assert invoice.seller.contact is not None


def test_a_file_may_come_after_two_looks(user: User) -> None:
    user.switches.set("generation", "slow")
    key = user.create()
    assert json.loads(user.get(f"/invoices/{key}/status")[1])["importStatus"] == "processing"
    status, body = user.get(f"/invoices/{key}", PDF)
    assert (status, json.loads(body)["message"]) == (404, "The file of this invoice has not been generated yet")
    assert user.file(key, PDF).startswith(b"%PDF")
    assert json.loads(user.get(f"/invoices/{key}/status")[1])["importStatus"] == "completed"


def test_by_default_a_file_is_there_at_once(user: User) -> None:
    assert user.file(user.create(), PDF).startswith(b"%PDF")
