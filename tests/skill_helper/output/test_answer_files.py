"""Files in whatever wrapping they arrive, and data that only looks like one."""

from __future__ import annotations

import base64
import time
from typing import Any

import pytest

from skill_helper.base.outcome import Failure
from skill_helper.output.answer_files import file_in

PDF = b"%PDF-1.7\n\xe2\xe3\xcf\xd3 binary"
XML = '<?xml version="1.0" encoding="ISO-8859-1"?>\n<a>ä</a>\n'
B64 = base64.b64encode(PDF).decode()


@pytest.mark.parametrize(
    ("answer", "content", "kind"),
    [
        (PDF.decode("latin-1"), PDF, "application/pdf"),
        (B64, PDF, "application/pdf"),
        (B64.rstrip("="), PDF, "application/pdf"),
        (base64.encodebytes(PDF * 5).decode(), PDF * 5, "application/pdf"),
        (base64.urlsafe_b64encode(PDF).decode(), PDF, "application/pdf"),
        (f"data:application/pdf;name=x.pdf;base64,{B64}", PDF, "application/pdf"),
        ({"contentType": "application/pdf", "fileName": "x", "data": B64}, PDF, "application/pdf"),
        ({"type": "Buffer", "data": list(PDF)}, PDF, "application/pdf"),
        ({"file": {"type": "Buffer", "data": list(PDF)}}, PDF, "application/pdf"),
        ({"type": "Buffer", "data": [1, 2]}, b"\1\2", "application/octet-stream"),
        (XML, XML.encode("latin-1"), "application/xml"),
        ("\ufeff<a>€</a>", "\ufeff<a>€</a>".encode(), "application/xml"),
        # As browsers and Node.js read a document that claims to be Latin-1: it is Windows-1252.
        (
            '<?xml version="1.0" encoding="latin-1"?><a>€</a>',
            b'<?xml version="1.0" encoding="latin-1"?><a>\x80</a>',
            "application/xml",
        ),
        ("<!DOCTYPE html><html></html>", b"<!DOCTYPE html><html></html>", "text/html"),
        (base64.b64encode(b"PK\3\4 an archive").decode(), b"PK\3\4 an archive", "application/zip"),
    ],
)
def test_files(answer: Any, content: bytes, kind: str) -> None:
    file = file_in(answer)
    assert file is not None
    assert (file.content, file.media_type) == (content, kind)
    assert file.ending != ".bin" or kind == "application/octet-stream"


@pytest.mark.parametrize(
    "answer",
    [
        "", "plain text", "PABCDEFGHIJKLMNOP",
        "PLEASE call me back today", "< 5 days", "a" * 17, "ABCDEFGHIJKLMNOPQRSTU",
        {"id": "x", "data": "PABCDEFGHIJKLMNOP"},
        {"data": [1, 2]}, {"type": "Buffer", "data": [256]}, {"a": 1,
        "b": 2, "c": 3, "d": 4, "file": {"data": B64}}, 5, None, [B64],
    ],
)  # fmt: skip
def test_data(answer: Any) -> None:
    assert file_in(answer) is None


def test_bytes_that_are_lost_are_not_saved() -> None:
    with pytest.raises(Failure, match="destroyed"):
        file_in(PDF.decode("utf-8", "replace"))


def test_hostile_text_costs_no_time() -> None:
    began = time.perf_counter()
    for text in (
        " " * 500_000 + "!",
        "A" * 500_000 + "!",
        "<" * 500_000,
        "\n" * 500_000 + "A",
        "data:" + ";a=b" * 50_000,
    ):
        assert file_in(text) is None
    assert time.perf_counter() - began < 2
