# skillc copies this file into each skill; change it in src/einvoice, not there
"""How streams of a PDF are packed (ISO 32000-1, 7.4), as far as attachments use it."""

from __future__ import annotations

import base64
import binascii
import re
import zlib

from .no_invoice import NoInvoice

FILTERS = re.compile(rb"/Filter\s*(?:\[([^\]]*)\]|(/\w+))")
MOST_FILTERS = 4
HINT = "ask the sender for the file again"


def unpacked(dictionary: bytes, data: bytes, most: int, *, is_whole: bool = True) -> bytes:
    """Return what a stream holds, or its first `most` bytes when the whole is not asked for.

    Raises NoInvoice for what is damaged, larger than `most` bytes or packed in a way that is not known.
    """
    for name in _filters(dictionary):
        data = _without(name, data, most, is_whole=is_whole)
    return data


def _filters(dictionary: bytes) -> list[bytes]:
    """Look at the first entry only: a search for others would take long in a dictionary that is made for that."""
    found = FILTERS.match(dictionary, max(dictionary.find(b"/Filter"), 0))
    names = (found[1] or found[2]).split() if found else []
    if len(names) > MOST_FILTERS:
        raise NoInvoice(f"the file that is embedded in the PDF is packed {len(names):,} times over")
    return [*names, b"/Predictor"] if b"/Predictor" in dictionary else names


def _without(name: bytes, data: bytes, most: int, *, is_whole: bool) -> bytes:
    try:
        if name == b"/FlateDecode":
            return _inflated(data, most, is_whole=is_whole)
        if name == b"/ASCIIHexDecode":
            digits = b"".join(data.partition(b">")[0].split())
            return binascii.unhexlify(digits + b"0" * (len(digits) % 2))
        if name == b"/ASCII85Decode":
            return base64.a85decode(data.partition(b"~>")[0])
    except (ValueError, zlib.error):
        raise NoInvoice("the file that is embedded in the PDF is damaged", HINT) from None
    raise NoInvoice(f"the file that is embedded in the PDF is packed with {name.decode('latin-1')[1:40]}, unknown here")


def _inflated(data: bytes, most: int, *, is_whole: bool) -> bytes:
    stream = zlib.decompressobj()
    content = stream.decompress(data, most)
    if is_whole and stream.unconsumed_tail:
        raise NoInvoice("what is embedded in the PDF is too large for an invoice")
    if is_whole and not stream.eof:
        raise zlib.error
    return content
