# skillc copies this file into each skill; change it in src/einvoice, not there
"""Texts as the fields of a booking take them; what must be changed for it is changed so that one sees it."""

from __future__ import annotations

import re
import unicodedata

ENCODING = "cp1252"
MOST_IN_DOCUMENT, MOST_IN_OTHER_DOCUMENT, MOST_IN_TEXT, MOST_IN_VAT_ID = 36, 12, 60, 15
NOT_IN_DOCUMENT = re.compile(r"[^A-Za-z0-9$&%*+/_-]")


def document_field(number: str) -> str:
    """Return a document's number as "Belegfeld 1" and 2 take it: "_" for other characters, and at most 36, the last."""
    return NOT_IN_DOCUMENT.sub("_", number)[-MOST_IN_DOCUMENT:]


def text_field(text: str) -> tuple[str, bool]:
    """Return a text of at most 60 characters on one line, and whether it had characters that became question marks."""
    line = " ".join(unicodedata.normalize("NFC", text).split())
    encoded = line.encode(ENCODING, "replace").decode(ENCODING)
    return encoded[:MOST_IN_TEXT].rstrip(), encoded != line
