# skillc copies this file into each skill; change it in src/einvoice, not there
"""What a file is, by how it begins."""

from __future__ import annotations

from .no_invoice import NoInvoice

BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
HEADER_WITHIN = 1024  # bytes that may stand before the header of a PDF
BLANKS = b" \t\r\n"
OTHERS = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"II*\x00": "a TIFF picture",
    b"MM\x00*": "a TIFF picture",
    b"PK\x03\x04": "a ZIP archive or an Office document",
    b"\xd0\xcf\x11\xe0": "an old Office document or e-mail",
    b"\x1f\x8b": "a gzip archive",
    b"{\\rtf": "an RTF document",
    b"[": "a JSON list",
}
HINT = "an e-invoice is XML in UBL or CII (XRechnung), or a PDF that has it inside (ZUGFeRD, Factur-X)"


def kind_of(content: bytes) -> str:
    """Return "PDF", "XML" or "JSON", or raise NoInvoice with what the file is instead."""
    start = content[:HEADER_WITHIN]
    text = start.replace(b"\x00", b"")  # as good as UTF-16 for this
    for mark in BYTE_ORDER_MARKS:
        text = text.removeprefix(mark)
    text = text.lstrip(BLANKS).lower()
    if not text:
        raise NoInvoice("the file is empty")
    for sign, name in OTHERS.items():
        if start.lstrip(BLANKS).startswith(sign):
            raise NoInvoice(f"the file is {name}, not an e-invoice", HINT)
    if text.startswith((b"<!doctype html", b"<html")):
        raise NoInvoice("the file is a web page, not an e-invoice", HINT)
    if text.startswith(b"<"):
        return "XML"
    if text.startswith(b"{"):
        return "JSON"
    if b"%PDF-" in start:
        return "PDF"
    raise NoInvoice("the file is neither XML nor PDF nor JSON", HINT)
