"""An XML document keeps its bytes whatever encoding it names, or is called damaged.

No other codec of Python's is ever looked up.
"""

from __future__ import annotations

import codecs
import time

import pytest

from skill_helper.membrane.program import Reply
from skill_helper.membrane.replies import Answer, NoAnswer
from skill_helper.membrane.responses import parse_response
from skill_helper.output.answer_files import AnswerFile, file_in
from skill_helper.output.markup import Damaged, bytes_as_they_came, bytes_of_text

ENCODINGS = {
    "UTF-8": "utf-8",
    "utf8": "utf-8",
    "UTF-16": "utf-16",
    "UTF-16LE": "utf-16",
    "ISO-8859-1": "latin-1",
    "iso_8859-1": "latin-1",
    "Latin1": "latin-1",
    "ISO-8859-15": "iso8859-15",
    "windows-1252": "cp1252",
    "Windows-1252": "cp1252",
    "US-ASCII": "ascii",
}
CODECS_OF_PYTHON = (
    "undefined",
    "idna",
    "punycode",
    "unicode_escape",
    "raw_unicode_escape",
    "base64",
    "zlib",
    "hex",
    "rot13",
    "utf-7",
    "mbcs",
)


def document(encoding: str, quote: str = '"', letters: str = "") -> str:
    first = f"<?xml version='1.0' encoding={quote}{encoding}{quote} standalone='yes'?>"
    return f"{first}\n<name>{letters or 'Bäckerei Groß'}</name>"


def printed(raw: bytes) -> object:
    """Return what a request whose answer was printed as `raw` gives."""
    return parse_response(Reply(0, raw.decode("utf-8", errors="replace"), "", raw))


@pytest.mark.parametrize("quote", ['"', "'"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_bytes_that_came_as_they_are_stay_so(encoding: str, quote: str) -> None:
    letters = "Baecker" if encoding == "US-ASCII" else "Bäckerei Groß"
    raw = document(encoding, quote, letters).encode(ENCODINGS[encoding])
    assert printed(raw) == Answer(AnswerFile(raw, "application/xml"))


def test_utf_16_of_either_order_and_with_marks() -> None:
    text = document("UTF-16")
    for raw in (codecs.BOM_UTF16_BE + text.encode("utf-16-be"), text.encode("utf-16-be"), text.encode("utf-16-le")):
        assert printed(raw) == Answer(AnswerFile(raw, "application/xml"))
    marked = b"\xef\xbb\xbf" + document("UTF-8").encode()
    assert printed(marked) == Answer(AnswerFile(marked, "application/xml"))


@pytest.mark.parametrize("encoding", [name for name in ENCODINGS if name != "US-ASCII"])
def test_a_document_that_was_read_rightly_is_written_back(encoding: str) -> None:
    """Membrane read it in its own encoding and printed it as UTF-8, or within JSON."""
    text = document(encoding)
    expected = AnswerFile(text.encode(ENCODINGS[encoding]), "application/xml")
    assert printed(text.encode()) == Answer(expected)
    assert file_in(text) == expected
    assert file_in({"data": text}) == expected


@pytest.mark.parametrize(
    "encoding", ["UTF-16", "UTF-16LE", "ISO-8859-1", "ISO-8859-15", "windows-1252", "Shift_JIS", "idna"]
)
def test_a_document_that_was_read_wrongly_is_damaged(encoding: str) -> None:
    raw = document(encoding).encode(ENCODINGS.get(encoding, "latin-1"))
    spoilt = raw.decode("utf-8", errors="replace")
    result = printed(spoilt.encode())
    assert isinstance(result, NoAnswer)
    assert result.code == "file_damaged"
    with pytest.raises(Damaged):
        bytes_of_text(spoilt)


def test_letters_that_the_encoding_lacks_are_not_written_as_others() -> None:
    for encoding in ("ISO-8859-1", "US-ASCII", "windows-1252", "Shift_JIS", "undefined"):
        with pytest.raises(Damaged):
            bytes_of_text(document(encoding, letters="字"))
    with pytest.raises(Damaged):
        bytes_of_text(document("UTF-8", letters="\ud800"))
    assert bytes_of_text(document("ISO-8859-1", letters="5 €")).endswith(b"5 \x80</name>")


def test_utf_16_of_which_each_byte_came_as_a_character() -> None:
    raw = document("UTF-16").encode("utf-16")
    assert file_in(raw.decode("latin-1")) == AnswerFile(raw, "application/xml")


@pytest.mark.parametrize("encoding", CODECS_OF_PYTHON)
def test_no_other_codec_is_looked_up(encoding: str) -> None:
    plain = document(encoding, letters="a" * 60_000)
    began = time.perf_counter()
    assert bytes_of_text(plain) == bytes_as_they_came(plain.encode()) == plain.encode()
    with pytest.raises(Damaged):
        bytes_of_text(document(encoding, letters="ä" * 60_000))
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize(
    "text",
    ["<?xml " * 100_000, "<?xml " + "encoding" * 100_000, "<?xml encoding='" + "a" * 1_000_000, "\0" * 1_000_000],
)
def test_hostile_declarations_cost_no_time(text: str) -> None:
    began = time.perf_counter()
    file_in(text + ">")
    printed((text + ">").encode())
    assert time.perf_counter() - began < 1
