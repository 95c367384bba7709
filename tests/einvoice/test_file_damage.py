"""Damaged and hostile files: never a wrong figure, never a traceback, and little time and memory."""

from __future__ import annotations

import resource
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from random import Random

import pytest
from lxml import etree
from support.einvoice_figures import figures_in, figures_of
from support.einvoice_files import deflated, facturx_pdf, good_xml, pdf_with

from einvoice.files import Document, NoInvoice, read_document

CII = good_xml("CII").encode()
UBL = good_xml("UBL").encode()
PDF = facturx_pdf(CII)
INVOICE = read_document(CII).invoice
SECONDS = 6  # of a slow processor
KILOBYTES = 400_000


def outcome(content: bytes) -> Document | None:
    try:
        return read_document(content)
    except NoInvoice:
        return None


def truncated(content: bytes) -> Iterator[bytes]:
    return (content[:end] for end in range(0, len(content), len(content) // 150))


def flipped(content: bytes) -> Iterator[bytes]:
    random = Random(7)  # noqa: S311 - not for secrets
    for _ in range(300):
        place = random.randrange(len(content))
        yield content[:place] + bytes([content[place] ^ 1 << random.randrange(8)]) + content[place + 1 :]


@pytest.mark.parametrize("damaged", [truncated, flipped])
def test_a_damaged_pdf_is_refused_or_has_its_invoice(damaged: Callable[[bytes], Iterator[bytes]]) -> None:
    documents = [outcome(content) for content in damaged(PDF)]
    assert {document.invoice == INVOICE for document in documents if document} == {True}
    assert None in documents


@pytest.mark.parametrize("content", [CII, UBL])
def test_a_truncated_xml_is_refused(content: bytes) -> None:
    assert [outcome(part) for part in truncated(content.rstrip())] == [None] * len(list(truncated(content.rstrip())))


@pytest.mark.parametrize("content", [CII, UBL])
def test_in_a_damaged_xml_nothing_is_read_that_is_not_there(content: bytes) -> None:
    read = 0
    for damaged in flipped(content):
        document = outcome(damaged)
        if document and not (document.problems or document.not_read):
            with suppress(etree.XMLSyntaxError):  # lxml refuses addresses of namespaces that are no addresses
                assert figures_of(document.invoice) == figures_in(damaged)
                read += 1
    assert read > 20


def zeros_deflated(megabytes: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(1_000_000)) for _ in range(megabytes)) + packer.flush()


def xml_with(inside: bytes) -> bytes:
    return UBL.replace(b"<cac:TaxTotal>", inside + b"<cac:TaxTotal>", 1)


LAUGHS = b"".join(b'<!ENTITY a%d "%s">' % (level + 1, b"&a%d;" % level * 10) for level in range(10))
EMBEDDED = b"1 0 obj\n<< /EmbeddedFile >>\nstream\nendstream\n"
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "a deflate bomb": (
        lambda: pdf_with(("/Filter /FlateDecode", zeros_deflated(50))),
        "what is embedded in the PDF is too large for an invoice",
    ),
    "many deflate bombs": (
        lambda: pdf_with(*[("/Filter /FlateDecode", zeros_deflated(19))] * 50),
        "what is embedded in the PDF is too large for an invoice",
    ),
    "a bomb in a bomb": (
        lambda: pdf_with(("/Filter [/FlateDecode /FlateDecode]", zlib.compress(zeros_deflated(50)))),
        "what is embedded in the PDF is too large for an invoice",
    ),
    "many attachments": (lambda: b"%PDF-1.4\n" + EMBEDDED * 300_000, "the PDF has more than 100,000 streams"),
    "the word stream": (lambda: b"%PDF-1.4\n" + b"stream\n" * 5_000_000, "the PDF has more than 100,000 streams"),
    "streams that never end": (lambda: b"%PDF-1.4\n" + b">>stream\n" * 1_000_000, "the PDF has no e-invoice inside"),
    "a long dictionary": (
        lambda: b"%PDF-1.4\n1 0 obj <<" + b"/Filter [" * 1_000_000 + b">>\nstream\nx\nendstream",
        "the PDF has no e-invoice inside",
    ),
    "many filters": (
        lambda: pdf_with((f"/Filter [{'/ASCIIHexDecode ' * 200_000}]", b"3c3e>")),
        "the file that is embedded in the PDF is packed 200,000 times over",
    ),
    "a large XML": (lambda: xml_with(b" " * 20_000_000), "the XML has 20,00"),
    "deep XML": (lambda: b"<a>" * 1_000_000, "the elements of the XML are nested more than 50 deep"),
    "300,000 elements": (lambda: xml_with(b"<x/>" * 300_000), "the XML has more than 300,000 elements"),
    "a large attribute": (lambda: xml_with(b'<x y="' + b"z" * 15_000_000 + b'"/>'), "the XML has a tag or comment"),
    "many attributes": (
        lambda: xml_with(b"<x " + b" ".join(b'a%d=""' % number for number in range(1_000_000)) + b"/>"),
        "the XML has a tag or comment of more than 1,000,000 bytes",
    ),
    "billion laughs": (
        lambda: b'<!DOCTYPE x [<!ENTITY a0 "ha">' + LAUGHS + b"]><x>&a10;</x>",
        "the XML has a document type declaration (DOCTYPE)",
    ),
    "an external entity": (
        lambda: b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
        "the XML has a document type declaration (DOCTYPE)",
    ),
    "an external DTD": (
        lambda: b'<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd"><x/>',
        "the XML has a document type declaration (DOCTYPE)",
    ),
    "an entity from nowhere": (lambda: xml_with(b"&e;"), "the XML is damaged in line"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_at_little_cost(name: str) -> None:
    make, message = HOSTILE[name]
    content = make()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    with pytest.raises(NoInvoice) as refused:
        read_document(content)
    assert refused.value.message.startswith(message)
    assert time.process_time() - started < SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < KILOBYTES


def test_millions_of_digits_are_a_problem_and_no_work() -> None:
    started = time.process_time()
    document = read_document(UBL.replace(b">381.95<", b">" + b"9" * 5_000_000 + b"<"))
    assert len(document.problems) == 2  # the gross amount and what is payable
    assert time.process_time() - started < SECONDS


def test_an_invoice_of_many_lines_is_read() -> None:
    line = UBL[UBL.index(b"<cac:InvoiceLine>") : UBL.index(b"</Invoice>")]
    started = time.process_time()
    document = read_document(UBL.replace(b"</Invoice>", line * 1_000 + b"</Invoice>"))
    assert len(document.invoice.items) == 2_002
    assert time.process_time() - started < SECONDS


def test_a_pdf_with_many_pictures_is_searched_once() -> None:
    pictures = b"9 0 obj\n<< /Subtype /Image >>\nstream\n" + bytes(1_000_000) + b"\nendstream\n"
    started = time.process_time()
    document = read_document(b"%PDF-1.4\n" + pictures * 60 + pdf_with(deflated(CII)))
    assert document.invoice == INVOICE
    assert time.process_time() - started < SECONDS / 3
