"""Files that hold the good input of the tests, and what may be wrong with files."""

from __future__ import annotations

import io
import zlib
from functools import cache

import pypdf
from facturx import generate_from_binary
from reportlab.pdfgen.canvas import Canvas

from support.einvoice_inputs import good_input, invoice_of
from support.einvoice_rules import Syntax
from support.einvoice_xml import xml_of


@cache
def good_xml(syntax: Syntax) -> str:
    return xml_of(invoice_of(good_input()), syntax)


def changed(syntax: Syntax, old: str, new: str) -> bytes:
    """Return the good XML with the first of a text replaced."""
    assert old in good_xml(syntax)
    return good_xml(syntax).replace(old, new, 1).encode()


@cache
def plain_pdf() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.drawString(100, 700, "Rechnung")
    canvas.save()
    return file.getvalue()


def facturx_pdf(xml: bytes) -> bytes:
    """Return a Factur-X PDF, made by the library of that name."""
    pdf: bytes = generate_from_binary(plain_pdf(), xml, flavor="factur-x", level="en16931", check_xsd=False)
    return pdf


def encrypted(pdf: bytes) -> bytes:
    writer = pypdf.PdfWriter(io.BytesIO(pdf))
    writer.encrypt("secret")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def pdf_with(*attachments: tuple[str, bytes]) -> bytes:
    """Return the least of a PDF with attachments, of which each is a dictionary and its data."""
    objects = [
        f"{number} 0 obj\n<< /Type /EmbeddedFile {dictionary} >>\nstream\n".encode() + data + b"\nendstream\nendobj\n"
        for number, (dictionary, data) in enumerate(attachments, 1)
    ]
    return b"%PDF-1.7\n" + b"".join(objects) + b"trailer\n<< >>\n%%EOF\n"


def deflated(data: bytes) -> tuple[str, bytes]:
    return "/Filter /FlateDecode", zlib.compress(data)
