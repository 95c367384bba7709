"""A small valid one-page PDF, written by hand: text only, Helvetica, A4."""

from __future__ import annotations

from collections.abc import Sequence

TOP, LEFT, LEADING = 790, 56, 15
WIDTH = 95
"""Characters per line before it is cut."""
FIRST_FREE = 6
"""Number of the first object after those of the page."""

_PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
)


def one_page(title: str, lines: list[str], *, catalog: bytes = b"", more: Sequence[bytes] = ()) -> bytes:
    """Return a PDF 1.7 with a title and lines of text. Characters outside Windows-1252 become `?`.

    `catalog` is added to the catalog, and `more` are objects that it refers to, numbered from FIRST_FREE on.
    """
    return _file(
        [
            b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            _PAGE,
            stream(_content(title, lines)),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            *more,
        ]
    )


def stream(data: bytes, dictionary: bytes = b"") -> bytes:
    """Return an object that holds data; `dictionary` describes them."""
    return b"<< %s/Length %d >>\nstream\n%s\nendstream" % (dictionary, len(data), data)


def _content(title: str, lines: list[str]) -> bytes:
    out = [b"BT /F1 16 Tf %d %d Td (%s) Tj" % (LEFT, TOP, _text(title)), b"/F1 10 Tf 0 -30 Td %d TL" % LEADING]
    out += [b"(%s) Tj T*" % _text(line) for line in lines]
    return b"\n".join([*out, b"ET"])


def _text(line: str) -> bytes:
    """Return a line as a PDF string: one line, cut, with brackets and backslashes escaped."""
    cut = " ".join(line.split())[:WIDTH]
    return cut.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _file(objects: list[bytes]) -> bytes:
    """Return objects 1..n as a file with its cross-reference table. The second line marks the file as binary."""
    out = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return out + head + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
