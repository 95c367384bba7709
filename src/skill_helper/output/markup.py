# skillc copies this file into each skill; change it in src/skill_helper, not there
"""XML and HTML documents: their bytes as they came or, where letters were destroyed on the way, none.

Encodings come from a short list. Python would look up any name that a document declares, some of which are no encodings
of text, fail for ever or take for ever.
"""

from __future__ import annotations

import codecs
import re

DECLARATION = r"""\ufeff?<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([A-Za-z0-9._:-]{1,40})["']"""
UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
UTF_16_BEGINNINGS = (*UTF_16_MARKS, b"<\0?\0", b"\0<\0?")
CODECS = {
    "utf8": "utf-8",
    "utf16": "utf-16-le",
    "utf16le": "utf-16-le",
    "utf16be": "utf-16-be",
    "iso88591": "latin-1",
    "latin1": "latin-1",
    "iso885915": "iso8859-15",
    "latin9": "iso8859-15",
    "windows1252": "cp1252",
    "cp1252": "cp1252",
    "usascii": "ascii",
    "ascii": "ascii",
}
LOST = "\ufffd"
# White space, marks of the order of bytes, and what is left of those that were destroyed.
MARKS = b"\xef\xbb\xbf\xbd\xff\xfe \r\n\t"
LONGEST_BEGINNING = 400


class Damaged(Exception):  # noqa: N818 - an outcome, not a fault of the program
    """Letters of the document were destroyed on the way here."""


def markup_type(begin: bytes, end: bytes) -> str:
    """Return the media type of a markup document by its first and last bytes; empty when it is none."""
    if not re.match(rb"<[?!A-Za-z_]", begin) or not end.rstrip().endswith(b">"):
        return ""
    return "text/html" if re.match(rb"(?i)<(!doctype\s+html|html)\b", begin) else "application/xml"


def type_of_bytes(content: bytes) -> str:
    """Return the media type of markup in any of the encodings; empty when it is none."""
    begin, end = content[:LONGEST_BEGINNING].replace(b"\0", b""), content[-LONGEST_BEGINNING:].replace(b"\0", b"")
    return markup_type(begin.lstrip(MARKS), end)


def type_of_text(text: str) -> str:
    """Return the media type of a text that is markup; empty when it is none.

    A document in UTF-16 that was read as UTF-8 counts too.
    """
    ends = text if len(text) <= 2 * LONGEST_BEGINNING else text[:LONGEST_BEGINNING] + text[-LONGEST_BEGINNING:]
    return type_of_bytes(ends.encode("utf-8", errors="replace"))


def is_utf_16_as_characters(text: str) -> bool:
    """Whether a text is a document in UTF-16 of which each byte came as one character."""
    return text.startswith(tuple(mark.decode("latin-1") for mark in UTF_16_MARKS)) and "\0" in text[:LONGEST_BEGINNING]


def bytes_as_they_came(raw: bytes) -> bytes:
    """Return the document that a program printed.

    Raises Damaged when the program has read it in a wrong encoding before.

    A program that has read it in the right one has printed it as UTF-8: then it is written back in the one that it
    declares.
    """
    if raw.startswith(UTF_16_BEGINNINGS):
        return raw
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw
    return bytes_of_text(text.rstrip("\n"))


def bytes_of_text(text: str) -> bytes:
    """Return a document that came as text, in the encoding that it declares.

    Raises Damaged when that has no such letters.
    """
    codec = declared_codec(text)
    if "\0" in text[:LONGEST_BEGINNING] or (LOST in text and codec != "utf-8"):
        raise Damaged
    bare = text.lstrip("\ufeff")
    try:
        if codec.startswith("utf-16"):
            return ("\ufeff" + bare).encode(codec)
        if codec == "latin-1":
            return _as_browsers_read_it(bare)
        return text.encode("utf-8") if codec == "utf-8" else bare.encode(codec or "ascii")
    except UnicodeEncodeError:
        raise Damaged from None


def declared_codec(text: str) -> str:
    """Return Python's name of the encoding that a document declares, UTF-8 by default.

    Empty for one that is not on the list.
    """
    declared = re.match(DECLARATION, text.replace("\0", "") if "\0" in text[:LONGEST_BEGINNING] else text)
    return CODECS.get(re.sub(r"[^a-z0-9]", "", declared[1].lower()), "") if declared else "utf-8"


def _as_browsers_read_it(text: str) -> bytes:
    """Return a text in ISO-8859-1, or in Windows-1252.

    As that, browsers and Node.js read every document that claims to be ISO-8859-1.
    """
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return text.encode("cp1252")
