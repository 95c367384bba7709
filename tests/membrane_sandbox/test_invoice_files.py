"""Invoices as files: the official rules accept them, and they say what the records say."""

from __future__ import annotations

import json
import os
import re
import sqlite3
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import pypdf
import pytest
from facturx import get_xml_from_pdf
from lxml import etree
from support.einvoice_rules import broken_rules
from support.einvoice_schemas import schema_errors

from einvoice.files import Document, read_document
from einvoice.totals import totals
from membrane_sandbox.account.api import API_KEY, Account
from membrane_sandbox.account.cii import EN_16931, XRECHNUNG
from membrane_sandbox.account.demo.people import SELLER_ACCOUNT
from membrane_sandbox.store import open_store
from membrane_sandbox.switches import Switches

LINE = re.compile(rb"<ram:IncludedSupplyChainTradeLineItem>.*?</ram:IncludedSupplyChainTradeLineItem>\s*", re.DOTALL)
TEXT = re.compile(rb">[^<>\n]+</(?!ram:(CategoryCode|RateApplicable|TypeCode|ExemptionReasonCode|CountryID))")
PDF, XML = "application/pdf", "application/xml"
BUYER = {"name": "Muster GmbH", "street": "Weg 1", "postcode": "10115", "city": "Berlin", "country": "DE"}
FURTHER: dict[str, Any] = {
    "dueDate": "20261014",
    "paymentTerms": "14 Tage netto",
    "deliveryDate": "20260929",
    "deliveryPeriod": {"start": "2026-09-01", "end": "2026-09-29"},
    "buyerReference": "04011000-1234512345-06",
    "orderReference": "B-77",
    "contractReference": "V-5",
    "projectReference": "P-9",
    "note": "Danke & <bis> bald\u0001",
    "invoiceTypeCode": "381",
    "precedingInvoiceNumber": "2026/09/00390",
    "precedingInvoiceDate": "20260924",
    "product": {"description": "12 Stunden <vor Ort>", "discountPercent": 12.5},
}

CORRECTION = {name: FURTHER[name] for name in ("invoiceTypeCode", "precedingInvoiceNumber", "precedingInvoiceDate")}


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

    def post(self, *, category: str = "S", rate: Any = 19, buyer: Any = None, product: Any = None, **more: Any) -> Any:
        """Ask for a draft and return status and answer."""
        taxes = [{"typeCode": "VAT", "categoryCode": category, "rate": rate}]
        sold = {"name": "Beratung", "quantity": "12", "unitCode": "HUR", "price": 95, "taxes": taxes, **(product or {})}
        invoice = {"issueDate": "20260930", "buyer": {**BUYER, **(buyer or {})}, "draftOnly": True, **more}
        body = json.dumps({"invoices": [{"invoiceItems": [{"id": "1", "product": sold}], **invoice}]}).encode()
        headers = {"X-API-KEY": API_KEY, "Content-Type": "application/json"}
        answer = self.account.call("POST", "/invoices", headers=headers, body=body)
        return answer.status, answer.json()

    def create(self, **given: Any) -> str:
        """Make a draft and return its id."""
        status, answer = self.post(**given)
        assert status == 202, answer
        return str(answer["faktooraId"])

    def status(self, key: str) -> Any:
        return json.loads(self.get(f"/invoices/{key}/status")[1])


@pytest.fixture
def user(template: Path) -> User:
    return User(template)


def verdict(xml: bytes) -> dict[str, str]:
    """Return the rules that XML breaks, and what its schema says."""
    rule_sets = ("EN16931", "XRechnung") if XRECHNUNG.encode() in xml else ("EN16931",)
    schema = dict.fromkeys(schema_errors(etree.fromstring(xml)), "schema")
    return {**schema, **broken_rules(xml.decode(), "CII", rule_sets=rule_sets)}


def assert_same(document: Document, record: dict[str, Any]) -> None:
    """Compare a file that was read with the account's record, and its sums with those that einvoice computes."""
    invoice = document.invoice
    assert (document.problems, document.not_read, document.flaws) == ((), (), ())
    stated, terms, issued = invoice.totals, invoice.due_date, invoice.issue_date
    assert stated is not None
    assert terms is not None
    assert issued is not None
    assert (stated.net, stated.tax, stated.gross) == tuple(record[f"{name}Amount"] for name in ("net", "tax", "gross"))
    sums = totals(invoice)
    assert sums is not None
    assert (stated.net, stated.tax, stated.gross) == (sums.net, sums.tax, sums.gross)
    assert (f"{issued:%Y%m%d}", f"{terms:%Y%m%d}") == (record["issueDate"], record["dueDate"])
    assert (invoice.number, invoice.type_code) == (record["invoiceNumber"], record["invoiceTypeCode"])
    assert [row.number for row in invoice.preceding_invoice] == list(filter(None, [record["precedingInvoiceNumber"]]))
    assert invoice.buyer is not None
    assert invoice.buyer.name == record["buyerName"]


def shape(xml: bytes) -> tuple[bytes, frozenset[bytes]]:
    """Return what decides whether the official rules accept a file whose sums are right: its elements and codes.

    However often a kind of line stands in it.
    """
    bare = TEXT.sub(b"></", xml)
    return LINE.sub(b"", bare), frozenset(LINE.findall(bare))


def test_every_invoice_of_the_demo_account_is_right(user: User) -> None:
    """The official rules judge each shape once; with EINVOICES every file."""
    profiles, judged = [], set()
    for record in user.account.records.all("invoice"):
        xml, pdf = (user.file(record["faktooraId"], kind) for kind in (XML, PDF))
        inside = pypdf.PdfReader(BytesIO(pdf)).attachments["factur-x.xml"][0]
        assert EN_16931.encode() in inside
        for content in {xml, inside}:
            if shape(content) not in judged or "EINVOICES" in os.environ:
                assert verdict(content) == {}, record["invoiceNumber"]
            judged.add(shape(content))
            document = read_document(content)
            assert_same(document, record)
        profiles.append(document.profile if xml == inside else read_document(xml).profile)
    assert (profiles.count(EN_16931), profiles.count(XRECHNUNG)) == (366, 34)
    assert len(judged) > 100


@pytest.mark.parametrize(
    "given",
    [
        {"format": "zf:1"},
        {"product": {"price": 0.0125}},
        {"product": {"discountAmount": 40.5}},
        {"product": {"price": 33.33, "discountPercent": 33.333}},
        {"product": {"discountPercent": 100}},
        {"product": {"discountAmount": 0}},
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


def test_drafts_of_any_lines_are_right(user: User) -> None:
    user.switches.set("carries", "all")
    chance = Random(381)  # noqa: S311 - not for secrets
    for number in range(25):
        items = [{"product": _random_product(chance)} for _ in range(chance.randint(1, 6))]
        corrects = CORRECTION if number % 2 else {}
        key = user.create(invoiceItems=items, **corrects)
        record, xml = user.account.records.get("invoice", key), user.file(key, XML)
        assert record is not None
        assert verdict(xml) == {}
        assert_same(read_document(xml), record)


def _random_product(chance: Random) -> dict[str, Any]:
    discount = chance.choice([{}, {"discountPercent": chance.randint(1, 9999) / 100}, {"discountAmount": 0.05}])
    taxes = [{"typeCode": "VAT", "categoryCode": "S", "rate": chance.choice([7, 19])}]
    quantity, price = str(chance.randint(1, 400) / 8), chance.randint(100, 999_999) / 1000
    return {"name": "Ware", "quantity": quantity, "price": price, "taxes": taxes, **discount}


def test_an_xrechnung_without_a_routing_id_is_wrong_as_it_should_be(user: User) -> None:
    broken = verdict(user.file(user.create(format="xrechnung"), XML))
    assert {rule for rule, flag in broken.items() if flag == "fatal"} == {"BR-DE-15", "PEPPOL-EN16931-R010"}


@pytest.mark.parametrize("carries", ["documented", "all"])
def test_a_switch_says_whether_undocumented_fields_reach_the_file(user: User, carries: str) -> None:
    user.switches.set("carries", carries)
    invoice = read_document(user.file(user.create(**FURTHER), PDF)).invoice
    period = invoice.service_period
    (item,), record = invoice.items, user.account.records.all("invoice")[-1]
    found = (
        invoice.due_date, invoice.payment_terms, invoice.service_date, period and (period.start, period.end),
        invoice.buyer_reference, invoice.order_reference, invoice.notes, invoice.type_code,
        [(row.number, row.issue_date) for row in invoice.preceding_invoice], invoice.contract_reference,
        invoice.project_reference, item.description,
        [(row.amount, row.percent, row.base_amount) for row in item.allowances], item.net_amount,
        (record["invoiceTypeCode"], record["precedingInvoiceNumber"]),
    )  # fmt: skip
    assert found == {
        "documented": (
            date(2026, 9, 30), None, None, None, None, None, (), "380", [], None, None, None, [],
            Decimal("1140.00"), ("380", None),
        ),
        "all": (
            date(2026, 10, 14), "14 Tage netto", date(2026, 9, 29), (date(2026, 9, 1), date(2026, 9, 29)),
            "04011000-1234512345-06", "B-77", ("Danke & <bis> bald",), "381",
            [("2026/09/00390", date(2026, 9, 24))], "V-5", "P-9", "12 Stunden <vor Ort>",
            [(Decimal("142.50"), Decimal("12.5"), Decimal("1140.00"))], Decimal("997.50"), ("381", "2026/09/00390"),
        ),
    }[carries]  # fmt: skip
    assert item.unit_price == Decimal("95.00")
    assert record["netAmount"] == item.net_amount


def test_what_the_seller_is_paid_by_is_in_the_file_and_is_nobody_s(user: User) -> None:
    invoice = read_document(user.file(user.create(), PDF)).invoice
    assert invoice.payment is not None
    assert invoice.payment.iban == SELLER_ACCOUNT["iban"]
    assert invoice.payment.iban[4] == "9"
    assert invoice.seller is not None
    assert invoice.seller.contact is not None


def test_a_new_invoice_is_linked_to_the_customer_that_it_names(user: User) -> None:
    customer = user.account.records.all("customer")[3]
    user.create(customerId=customer["id"])
    assert user.account.records.all("invoice")[-1]["customer"] is None
    user.switches.set("carries", "all")
    user.create(customerId=customer["id"])
    linked = {name: customer[name] for name in ("id", "customerId", "name")}
    assert user.account.records.all("invoice")[-1]["customer"] == linked


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"customerId": "nobody"}, "customerId does not name a customer"),
        ({"precedingInvoiceDate": "20260924"}, "must have property precedingInvoiceNumber"),
        ({"precedingInvoiceDate": "2026-09-24", "precedingInvoiceNumber": "1"}, "must match pattern YYYYMMDD"),
        ({"invoiceTypeCode": "384"}, "must be one of 380, 381"),
        ({"invoiceTypeCode": "381", "product": {"quantity": "-12"}}, "of a correction (381) must be positive"),
        ({"product": {"discountPercent": 10, "discountAmount": 1}}, "must NOT have both"),
        ({"product": {"discountPercent": 100.5}}, "discountPercent must be from nothing to the whole line"),
        ({"product": {"discountAmount": 1140.01}}, "discountAmount must be from nothing to the whole line"),
        ({"product": {"discountAmount": -1}}, "discountAmount must be from nothing to the whole line"),
        ({"product": {"discountAmount": "a lot"}}, "discountAmount must be number"),
        ({"product": {"description": 5}}, "description must be string"),
    ],
)
def test_what_no_page_names_is_checked_only_where_it_is_kept(user: User, given: dict[str, Any], said: str) -> None:
    assert user.post(**given)[0] == 202
    user.switches.set("carries", "all")
    status, error = user.post(**given)
    assert (status, said in error["message"]) == (400, True), error


def test_a_sent_invoice_gets_on_by_itself(user: User) -> None:
    user.switches.set("generation", "slow")
    key = user.create(draftOnly=False)
    seen = [user.status(key) for _ in range(6)]
    assert [(each["importStatus"], each["validation"]["validity"], each["delivery"]["status"]) for each in seen] == [
        ("processing", None, "waiting"),
        ("processing", None, "waiting"),
        ("completed", None, "waiting"),
        ("completed", "valid", "waiting"),
        ("completed", "valid", "delivered"),
        ("completed", "valid", "delivered"),
    ]


@pytest.mark.parametrize(
    ("mode", "state", "validity"),
    [
        ({"draftOnly": False}, "review", "invalid"),
        ({"draftOnly": False, "reviewMode": True, "validate": True}, "review", "invalid"),
        ({"validate": True}, "draft", "invalid"),
        ({"draftOnly": False, "reviewMode": True}, "review", None),
        ({}, "draft", None),
    ],
)
def test_an_invoice_that_is_found_invalid_is_not_sent(
    user: User, mode: dict[str, Any], state: str, validity: str | None
) -> None:
    user.switches.set("invoice-validity", "invalid")
    key = user.create(**mode)
    found, record = user.status(key), user.account.records.get("invoice", key)
    assert record is not None
    assert (record["status"], record["sentAt"], found["delivery"]["status"]) == (state, None, "waiting")
    assert found["validation"]["validity"] == validity
    status, report = user.get(f"/invoices/{key}/validation-report")
    assert (status, b"Result: invalid" in report) == ((200, True) if validity else (404, False))


def test_a_draft_is_validated_when_that_is_asked_for(user: User) -> None:
    assert user.status(user.create(validate=True))["validation"]["validity"] == "valid"
    assert user.status(user.create())["validation"]["validity"] is None


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
