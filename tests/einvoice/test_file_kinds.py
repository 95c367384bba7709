"""What a file is: an invoice in one of its wrappings, or something else, which is said in a sentence."""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from decimal import Decimal

import pytest
from support.einvoice_files import deflated, encrypted, facturx_pdf, good_xml, pdf_with, plain_pdf
from support.einvoice_inputs import good_input, invoice_of
from support.einvoice_random import random_input
from support.einvoice_written import as_written
from support.einvoice_xml import xml_of

from einvoice.files import NoInvoice, read_document
from einvoice.json_form import write_invoice

XML = good_xml("CII").encode()
AS_LATIN_1 = good_xml("CII").replace("UTF-8", "ISO-8859-1").replace("Muster GmbH", "Müster GmbH").encode("latin-1")
SCAN = b"%PDF-1.4\n1 0 obj\n<< /Type /XObject /Subtype /Image /Filter /DCTDecode >>\nstream\n\xff\xd8\nendstream\n"


def refusal_of(content: bytes) -> str:
    with pytest.raises(NoInvoice) as refused:
        read_document(content)
    message = refused.value.message
    assert str(refused.value) == message
    assert len(message) < 250
    assert "\n" not in message
    return message


@pytest.mark.parametrize("seed", range(4))
def test_a_factur_x_pdf_of_another_library_is_read(seed: int) -> None:
    invoice = invoice_of(random_input(seed))
    document = read_document(facturx_pdf(xml_of(invoice, "CII").encode()))
    assert (document.syntax, document.is_pdf, document.problems, document.not_read) == ("CII", True, (), ())
    assert write_invoice(document.invoice) == write_invoice(as_written(invoice))


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + XML,
        b"\n " + XML,
        XML.replace(b"?>", b"?>\n<!-- a comment of FeRD -->\n<?target data?>", 1),
        good_xml("CII").replace("UTF-8", "UTF-16").encode("utf-16"),
        b"\xfe\xff" + good_xml("CII").replace("UTF-8", "UTF-16").encode("utf-16-be"),
        pdf_with(("", XML)),
        pdf_with(deflated(XML)),
        pdf_with(("/Filter [/ASCIIHexDecode]", binascii.hexlify(XML) + b">")),
        pdf_with(("/Filter [ /ASCII85Decode /FlateDecode ]", base64.a85encode(zlib.compress(XML)) + b"~>")),
        pdf_with(("/Filter /FlateDecode /Length 17", zlib.compress(XML))),
        pdf_with(deflated(XML)).replace(b"/Type /EmbeddedFile", b""),
        pdf_with(deflated(XML), deflated(XML), deflated(b"<order/>"), deflated(b"\x89PNG")),
        b"junk before\n" + pdf_with(deflated(XML)),
        # replaced by an update of the PDF, in which the object has the same number
        pdf_with(deflated(XML.replace(b"RE-2026-104", b"RE-0"))) + pdf_with(deflated(XML)),
    ],
)
def test_each_wrapping_of_an_invoice_is_opened(content: bytes) -> None:
    assert read_document(content).invoice == read_document(XML).invoice


def test_letters_of_other_encodings_are_read() -> None:
    seller = read_document(AS_LATIN_1).invoice.seller
    assert seller is not None
    assert seller.name == "Müster GmbH"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty"),
        (b" \n\x00", "the file is empty"),
        (b"\x89PNG\r\n\x1a\n", "the file is a PNG picture, not an e-invoice"),
        (b"PK\x03\x04", "the file is a ZIP archive or an Office document, not an e-invoice"),
        (b"<!DOCTYPE html><html>", "the file is a web page, not an e-invoice"),
        (b"Rechnung Nr. 1", "the file is neither XML nor PDF nor JSON"),
        (b"[1]", "the file is a JSON list, not an e-invoice"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', 'the XML is "svg" of "http://www.w3.org/2000/svg", not an e-'),
        (
            b'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"/>',
            'the XML is "Document" of "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09", not an e-invoice',
        ),
        (b"<Invoice/>", 'the XML is "Invoice", not an e-invoice'),
        (XML[:-100], "the XML is damaged in line 151: unclosed token"),
        (XML.replace(b"UTF-8", b"klingon"), "the encoding of the XML cannot be read: unknown encoding: klingon"),
        (XML.replace(b"UTF-8", b"UTF-16"), "the XML is damaged in line 1: encoding specified in XML declaration is in"),
        (plain_pdf(), "the PDF has no e-invoice inside"),
        (encrypted(plain_pdf()), "the PDF is encrypted, so that nothing in it can be read"),
        (encrypted(facturx_pdf(XML)), "the PDF is encrypted, so that nothing in it can be read"),
        (SCAN, "the PDF is a scan: pictures of pages, without the data of an e-invoice"),
        (pdf_with(("", b"\x89PNG")), "the PDF has attachments, but none of them is an e-invoice"),
        (pdf_with(("", b"<order/>")), 'what the PDF has inside is no e-invoice: the XML is "order", not an e-invoice'),
        (pdf_with(("/Filter /FlateDecode", XML)), "the file that is embedded in the PDF is damaged"),
        (
            pdf_with(("/Filter /FlateDecode", zlib.compress(XML)[:-9])),
            "the file that is embedded in the PDF is damaged",
        ),
        (
            pdf_with(("/Filter /LZWDecode", XML)),
            "the file that is embedded in the PDF is packed with LZWDecode, unknown",
        ),
        (
            pdf_with(deflated(XML), deflated(XML.replace(b"RE-2026-104", b"RE-0"))),
            "the PDF has 2 different e-invoices inside, and does not say which of them counts",
        ),
    ],
)
def test_what_is_no_invoice_is_told(content: bytes, message: str) -> None:
    assert refusal_of(content).startswith(message)


def test_json_is_read_with_exact_numbers_and_what_people_mean() -> None:
    value = good_input() | {"prepaidAmount": 0.1}
    document = read_document(json.dumps(value).encode("utf-8-sig"))
    assert (document.syntax, document.is_pdf, document.profile, document.problems) == ("JSON", False, None, ())
    assert document.invoice.prepaid_amount == Decimal("0.1")
    assert document.invoice.items[0].unit == "HUR"


def test_what_json_has_wrong_is_missing_and_told() -> None:
    value = good_input() | {"dueDate": "10.12.2026", "items": ["Buch", good_input()["items"][1]]}
    document = read_document(json.dumps(value).encode())
    assert [problem.pointer for problem in document.problems] == ["/dueDate", "/items/0"]
    assert document.invoice.due_date is None
    assert [item.name for item in document.invoice.items] == ["Buch"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "the JSON is damaged in line 1: Expecting property name"),
        ('{"number": "1", "number": "2"}', 'the JSON has the name "number" twice in one object'),
        ('{"\\u001b\\n": "1", "\\u001b\\n": "2"}', 'the JSON has the name "  " twice in one object'),
        ('{"prepaidAmount": NaN}', "the JSON has NaN, which is not a number"),
        ('{"prepaidAmount": ' + "9" * 1_000_000 + "}", "the JSON has a number of 1,000,000 characters"),
        ('{"prepaidAmount": 1e' + "9" * 50 + "}", "the JSON has a number that is beyond all bounds"),
        ('{"items": ' + "[" * 1_000_000, "the JSON is nested too deep for an invoice"),
        ('{"name": "faktoora", "version": 1}', "the JSON object has no term of an invoice"),
        ('{"number": "\xff"}', "the JSON is not written in UTF-8"),
    ],
)
def test_json_that_is_no_invoice_is_told(text: str, message: str) -> None:
    assert refusal_of(text.encode("latin-1")).startswith(message)
