# skillc copies this file into each skill; change it in src/einvoice, not there
"""What is embedded in a PDF, for ZUGFeRD and Factur-X.

An embedded file is a stream of its own, never within another one (ISO 32000-1, 7.5.7), so it is found without the
tables of the PDF, whatever has happened to them. Each byte is searched once, and unpacking is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .no_invoice import NoInvoice
from .pdf_filters import unpacked
from .xml import MOST_BYTES

MOST_PDF_BYTES = 100_000_000
MOST_STREAMS = 100_000
MOST_UNPACKED = 3 * MOST_BYTES  # of all streams together
PEEKED = 256  # bytes of a stream that does not say that it is an embedded file
OBJECT = re.compile(rb"(\d{1,10}\s+\d{1,5})\s+obj\b")
PICTURES = (b"/Image", b"/DCTDecode", b"/JPXDecode", b"/CCITTFaxDecode", b"/JBIG2Decode")
OTHERS = (*PICTURES, b"/ObjStm", b"/XRef", b"/Length1", b"/Metadata")
HINT = "a plain PDF is no e-invoice: ask the sender for ZUGFeRD, Factur-X or XRechnung"


@dataclass(frozen=True)
class _Stream:
    number: bytes  # of the object; a later one with the same number replaces it
    dictionary: bytes
    data: bytes

    def is_attachment(self) -> bool:
        return b"/EmbeddedFile" in self.dictionary

    def is_of(self, kinds: Iterable[bytes]) -> bool:
        return any(kind in self.dictionary for kind in kinds)


def embedded_xml(content: bytes) -> list[bytes]:
    """Return the XML files in a PDF, each once; raises NoInvoice, with why, when there is none."""
    if len(content) > MOST_PDF_BYTES:
        raise NoInvoice(f"the PDF has {len(content):,} bytes; at most {MOST_PDF_BYTES:,} are read")
    streams = list({stream.number: stream for stream in _streams(content)}.values())
    attachments = [stream for stream in streams if stream.is_attachment()]
    unmarked = [stream for stream in streams if not stream.is_attachment() and not stream.is_of(OTHERS)]
    problems: list[NoInvoice] = []
    found = _xml(attachments, problems) or _xml(filter(_seems_xml, unmarked), [])
    if found:
        return found
    raise _encrypted(content) or next(iter(problems), None) or _without_invoice(content, streams, attachments)


def _streams(content: bytes) -> Iterator[_Stream]:
    previous_end = position = 0
    for _ in range(MOST_STREAMS):
        keyword = content.find(b"stream", position)
        if keyword < 0:
            return
        position = keyword + len(b"stream")
        if not content[max(keyword - 20, 0) : keyword].rstrip().endswith(b">>"):
            continue
        end = content.find(b"endstream", position)
        end = len(content) if end < 0 else end
        head = content[previous_end:keyword]
        objects = list(OBJECT.finditer(head))
        if objects:
            dictionary = head[objects[-1].end() :]
            start = position + (2 if content[position : position + 2] == b"\r\n" else 1)
            yield _Stream(objects[-1][1], dictionary, content[start:end])
        previous_end = position = end + len(b"endstream")
    raise NoInvoice(f"the PDF has more than {MOST_STREAMS:,} streams, too many for an invoice", HINT)


def _xml(streams: Iterable[_Stream], problems: list[NoInvoice]) -> list[bytes]:
    found: dict[bytes, None] = {}
    left = MOST_UNPACKED
    for stream in streams:
        try:
            content = unpacked(stream.dictionary, stream.data, min(MOST_BYTES, left))
        except NoInvoice as problem:
            problems.append(problem)
            continue
        left -= len(content)
        if _begins_as_xml(content):
            found[content] = None
    return list(found)


def _seems_xml(stream: _Stream) -> bool:
    try:
        return _begins_as_xml(unpacked(stream.dictionary, stream.data, PEEKED, is_whole=False))
    except NoInvoice:
        return False


def _begins_as_xml(content: bytes) -> bool:
    start = content[:PEEKED].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")  # UTF-16 too
    return start.startswith(b"<")


def _encrypted(content: bytes) -> NoInvoice | None:
    if not re.search(rb"/Encrypt\b", content):
        return None
    return NoInvoice("the PDF is encrypted, so that nothing in it can be read", "ask the sender for one that is not")


def _without_invoice(content: bytes, streams: list[_Stream], attachments: list[_Stream]) -> NoInvoice:
    if attachments:
        return NoInvoice("the PDF has attachments, but none of them is an e-invoice", HINT)
    has_pictures = any(stream.is_of(PICTURES) for stream in streams)
    if has_pictures and b"/Font" not in content and b"/ObjStm" not in content:
        return NoInvoice("the PDF is a scan: pictures of pages, without the data of an e-invoice", HINT)
    return NoInvoice("the PDF has no e-invoice inside", HINT)
