# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Answers that are files (PDF, XML, an archive), in whatever wrapping they arrive."""

from __future__ import annotations

import binascii
import re
from typing import Any, NamedTuple

from ..base.exits import Exit
from ..base.outcome import Failure
from .markup import Damaged, bytes_of_text, is_utf_16_as_characters, type_of_bytes, type_of_text

CONTENT_NAMES = ("data", "content", "file", "body", "base64", "pdf", "xml")
DESTROYED = "Membrane handed the file over as text and destroyed its bytes"
DATA_URL = r"data:[A-Za-z0-9.+/-]*(?:;[A-Za-z0-9=.-]+)*;base64,"
BASE64_TEXT = r"[A-Za-z0-9+/]{16,}={0,2}|[A-Za-z0-9_-]{16,}={0,2}"
ENDINGS = {
    "application/pdf": ".pdf",
    "application/xml": ".xml",
    "text/html": ".html",
    "text/csv": ".csv",
    "application/zip": ".zip",
    "application/json": ".json",
}
LONGEST_BEGINNING = 300  # of a data URL, before its content
MOST_IN_A_BYTE = 255
FEW_MEMBERS = 4  # a record with more is a record, and the file in it one of its parts


class AnswerFile(NamedTuple):
    """The bytes of a file and its media type."""

    content: bytes
    media_type: str

    @property
    def ending(self) -> str:
        """The file name ending that goes with the type."""
        return ENDINGS.get(self.media_type, ".bin")


def file_in(answer: Any) -> AnswerFile | None:
    """Return the file that an answer is, or None when it is data."""
    if isinstance(answer, AnswerFile):
        return answer
    if isinstance(answer, dict):
        return file_in_record(answer)
    return file_in_text(answer) if isinstance(answer, str) else None


def file_in_record(answer: dict[str, Any]) -> AnswerFile | None:
    """Return the file in `{type: "Buffer", data: [bytes]}` or in a record whose one long text is the content."""
    numbers = answer.get("data")
    if (
        answer.get("type") == "Buffer"
        and isinstance(numbers, list)
        and all(isinstance(number, int) and 0 <= number <= MOST_IN_A_BYTE for number in numbers)
    ):
        return typed_file(bytes(numbers)) or AnswerFile(bytes(numbers), "application/octet-stream")
    for name in CONTENT_NAMES:
        inner = answer.get(name)
        found = file_in(inner) if isinstance(inner, (str, dict)) else None
        if found and (isinstance(inner, str) or len(answer) <= FEW_MEMBERS):
            return found
    return None


def file_in_text(text: str) -> AnswerFile | None:
    """Return the file that a text is: bytes as text, XML, a data URL or base64 (in lines, or in one)."""
    if text.startswith("%PDF-"):
        return AnswerFile(bytes_as_text(text), "application/pdf")
    if is_utf_16_as_characters(text):
        return typed_file(bytes_as_text(text))
    kind = type_of_text(text)
    if kind:
        return AnswerFile(markup_bytes(text), kind)
    url = re.match(DATA_URL, text[:LONGEST_BEGINNING])
    payload = re.sub(r"[\r\n]+", "", text[url.end() :] if url else text)
    if not re.fullmatch(BASE64_TEXT, payload):
        return None
    payload = payload.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        return typed_file(binascii.a2b_base64(payload + "=" * (-len(payload) % 4)))
    except binascii.Error:
        return None


def bytes_as_text(text: str) -> bytes:
    """Return bytes that came as one character each; fail when the way here has destroyed some."""
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        raise file_damaged() from None


def markup_bytes(text: str) -> bytes:
    """Return a markup document that came as text as its bytes; fail when the way here has destroyed some."""
    try:
        return bytes_of_text(text)
    except Damaged:
        raise file_damaged() from None


def file_damaged() -> Failure:
    """Return the outcome of a file whose bytes are lost."""
    return Failure(
        Exit.REFUSED,
        "file_damaged",
        f"{DESTROYED}, so it cannot be saved",
        "do not repeat; tell the user to download it in the app",
    )


def typed_file(content: bytes) -> AnswerFile | None:
    """Return the file when its first bytes tell its type."""
    if content.startswith(b"%PDF-"):
        return AnswerFile(content, "application/pdf")
    if content.startswith(b"PK\x03\x04"):
        return AnswerFile(content, "application/zip")
    kind = type_of_bytes(content)
    return AnswerFile(content, kind) if kind else None
