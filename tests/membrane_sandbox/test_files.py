"""Invoices as files: valid, and in every form in which Membrane might hand them over."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

if TYPE_CHECKING:
    from support.sandbox_user import Program

    from membrane_sandbox.home import Sandbox

NUMBER = {"invoiceNumber": "2026/09/00390"}


@pytest.fixture
def pdf(membrane: Program) -> bytes:
    return membrane.raw("request", "faktoora", "/invoices", "--query", "invoiceNumber=2026/09/00390").stdout


def output(sandbox: Sandbox, membrane: Program, form: str) -> Any:
    sandbox.set("files", form)
    return membrane.action("get-invoice-by-number", NUMBER).json()["output"]


def test_the_pdf_is_sound(pdf: bytes) -> None:
    assert pdf.startswith(b"%PDF-1.7\n")
    assert pdf.endswith(b"%%EOF\n")
    start = int(re.findall(rb"startxref\n(\d+)\n", pdf)[0])
    assert pdf[start:].startswith(b"xref\n0 9\n")
    for number, offset in enumerate(re.findall(rb"(\d{10}) 00000 n \n", pdf), 1):
        assert pdf[int(offset) :].startswith(b"%d 0 obj\n" % number)
    streams = re.findall(rb"/Length (\d+) >>\nstream\n(.*?)\nendstream", pdf, re.DOTALL)
    assert [len(data) for _, data in streams] == [int(length) for length, _ in streams]
    assert len(streams) == 3


def test_the_pdf_says_what_the_invoice_says(pdf: bytes, membrane: Program) -> None:
    record = membrane.run("request", "faktoora", "/invoices", "--query=keyword=2026/09/00390").json()["data"][0]
    assert b"Rechnung 2026/09/00390" in pdf
    assert f"Brutto {record['grossAmount']:.2f} EUR".encode() in pdf
    assert record["buyerName"].split()[0].encode("cp1252") in pdf


def test_forms_that_keep_every_byte(sandbox: Sandbox, membrane: Program, pdf: bytes) -> None:
    whole = output(sandbox, membrane, "object")
    assert (whole["contentType"], whole["fileName"]) == ("application/pdf", "2026-09-00390.pdf")
    assert base64.b64decode(whole["data"]) == pdf
    assert base64.b64decode(output(sandbox, membrane, "base64")) == pdf
    assert output(sandbox, membrane, "data-url") == f"data:application/pdf;base64,{base64.b64encode(pdf).decode()}"
    assert output(sandbox, membrane, "text").encode("latin-1") == pdf
    buffer = output(sandbox, membrane, "buffer")
    assert (buffer["type"], bytes(buffer["data"])) == ("Buffer", pdf)


def test_the_damaged_form_is_damaged(sandbox: Sandbox, membrane: Program, pdf: bytes) -> None:
    text = output(sandbox, membrane, "damaged")
    assert text.startswith("%PDF-1.7")
    assert "\ufffd" in text
    assert text.encode() != pdf


def test_the_json_form_is_the_record(sandbox: Sandbox, membrane: Program) -> None:
    record = output(sandbox, membrane, "json")
    assert record["invoiceNumber"] == "2026/09/00390"
    assert record["invoiceItems"][0]["product"]["taxes"][0]["typeCode"] == "VAT"


def test_hostile_notes_do_not_break_files(membrane: Program) -> None:
    found = membrane.run("request", "faktoora", "/invoices", "--query=keyword=Auszeichnung").json()["data"]
    xml = membrane.raw(
        "request", "faktoora", f"/invoices/{found[0]['faktooraId']}", "-H", "Accept: application/xml"
    ).stdout
    root = ET.fromstring(xml)  # noqa: S314 - our own file
    assert "`mit` **Auszeichnung**" in (root.findtext(".//{*}IncludedNote/{*}Content") or "")


@pytest.mark.parametrize(
    ("price", "quantity", "shown", "line"),
    [("0.0125", "1000", "0.0125", "12.50"), ("5", "2", "5.00", "10.00"), ("1e-7", "10000000", "0.0000001", "1.00")],
)
def test_a_price_of_one_piece_is_not_rounded(
    membrane: Program, price: str, quantity: str, shown: str, line: str
) -> None:
    product = f'{{"name":"Schraube","quantity":"{quantity}","price":{price}}}'
    invoice = f'{{"issueDate":"20261101","buyer":{{"name":"N"}},"invoiceItems":[{{"product":{product}}}]}}'
    body = f'{{"invoices":[{invoice}]}}'
    words = ("request", "faktoora", "/invoices", "-X", "POST", "-H", "Content-Type: application/json")
    key = membrane.run(*words, "-d", body).json()["faktooraId"]
    text = membrane.raw("request", "faktoora", f"/invoices/{key}", "-H", "Accept: application/xml").stdout.decode()
    assert f">{shown}</ram:ChargeAmount>" in text
    assert re.findall(r">([0-9.]+)</ram:LineTotalAmount>", text) == [line, line]


def test_a_product_s_price_is_not_rounded(membrane: Program) -> None:
    body = '{"name":"Schraube","unit":"H87","tax":19,"price":0.0125,"cost":0.0125}'
    words = ("request", "faktoora", "/product", "-X", "POST", "-H", "Content-Type: application/json", "-d", body)
    text = membrane.raw(*words).stdout.decode()
    assert re.search(r'"price": ?0\.0125\b', text)
    assert re.search(r'"cost": ?0\.01\b', text)
