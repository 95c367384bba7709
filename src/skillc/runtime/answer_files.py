"""Answers that are files (PDF, XML, an archive), in whatever wrapping they arrive, and files that the helper writes."""

from __future__ import annotations

import binascii
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .exits import Exit
from .outcome import Failure
from .session import Json, Session
from .state import write_by_rename

CONTENT_NAMES = ("data", "content", "file", "body", "base64", "pdf", "xml")
MEDIA_NAMES = ("contentType", "content-type", "mimeType", "mediaType")
ENCODING = re.compile(r"""^\ufeff?<\?xml[^>]*encoding=["']([A-Za-z0-9._-]+)["']""")
DATA_URL = re.compile(r"data:[A-Za-z0-9.+/-]*;base64,")
BASE64_TEXT = re.compile(r"[A-Za-z0-9+/\s]+={0,2}\s*|[A-Za-z0-9_\-\s]+={0,2}\s*")


@dataclass(frozen=True)
class AnswerFile:
    """The bytes of a file and its media type."""

    content: bytes
    media_type: str

    @property
    def ending(self) -> str:
        """The file name ending that goes with the type."""
        return {"application/pdf": ".pdf", "application/xml": ".xml", "application/zip": ".zip"}.get(self.media_type, ".bin")


def file_in(answer: Any) -> AnswerFile | None:
    """Return the file that an answer is, or None when it is data."""
    if isinstance(answer, dict):
        return file_in_record(answer)
    if isinstance(answer, str):
        return file_in_text(answer)
    return None


def file_in_record(answer: Json) -> AnswerFile | None:
    """Return the file in `{type: "Buffer", data: [bytes]}` or in a record whose one long text is the content."""
    numbers = answer.get("data")
    if answer.get("type") == "Buffer" and isinstance(numbers, list) and all(isinstance(number, int) and 0 <= number < 256 for number in numbers):
        return typed_file(bytes(numbers))
    for name in CONTENT_NAMES:
        inner = answer.get(name)
        found = file_in(inner) if isinstance(inner, (str, dict)) else None
        if found and (isinstance(inner, str) or len(answer) <= 4):
            return found
    return None


def file_in_text(text: str) -> AnswerFile | None:
    """Return the file that a text is: bytes as text, XML, a data URL or base64."""
    if text.startswith("%PDF-"):
        return AnswerFile(bytes_as_text(text), "application/pdf")
    if text.lstrip("\ufeff \r\n\t").startswith("<") and "</" in text:
        return AnswerFile(xml_bytes(text), "application/xml")
    url = DATA_URL.match(text)
    payload = text[url.end() :] if url else text
    if len(payload) < 16 or not BASE64_TEXT.fullmatch(payload):
        return None
    try:
        standard = re.sub(r"\s+", "", payload).translate(str.maketrans("-_", "+/"))
        return typed_file(binascii.a2b_base64(standard + "=" * (-len(standard) % 4)))
    except (binascii.Error, ValueError):
        return None


def bytes_as_text(text: str) -> bytes:
    """Return bytes that came as one character each; fail when the way here has destroyed some."""
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        message = "Membrane handed the file over as text and destroyed its bytes, so it cannot be saved"
        raise Failure(Exit.REFUSED, "file_damaged", message, "do not repeat; tell the user to download it in the app") from None


def xml_bytes(text: str) -> bytes:
    """Return XML in the encoding that it declares, UTF-8 by default."""
    declared = ENCODING.match(text)
    try:
        return text.lstrip("\ufeff").encode(declared.group(1) if declared else "utf-8")
    except (LookupError, UnicodeEncodeError):
        return text.encode("utf-8", errors="surrogatepass")


def typed_file(content: bytes) -> AnswerFile | None:
    """Return the file when its first bytes tell its type."""
    if content.startswith(b"%PDF-"):
        return AnswerFile(content, "application/pdf")
    if content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        return AnswerFile(content, "application/xml")
    if content.startswith(b"PK\x03\x04"):
        return AnswerFile(content, "application/zip")
    return None


def check_output_place(session: Session, output: str | None, *, file_expected: bool) -> None:
    """Fail before anything is sent when what comes back could not be saved where it should go."""
    if output is not None:
        refuse_skill_folder(session, Path(output))
        if not Path(output).resolve().parent.is_dir():
            raise Failure(Exit.BAD_INPUT, "no_such_folder", f'--output "{output}": its folder does not exist')
    elif file_expected and inside_skill(session, Path.cwd()):
        raise Failure(Exit.BAD_INPUT, "output_needed", "the current folder belongs to the skill, where nothing is saved", "add --output FILE with a path elsewhere")


def inside_skill(session: Session, place: Path) -> bool:
    """Whether a path lies in the skill's folder."""
    resolved = place.resolve()
    return resolved == session.skill_folder or session.skill_folder in resolved.parents


def refuse_skill_folder(session: Session, target: Path) -> None:
    """Fail when a file would land in the skill's folder."""
    if inside_skill(session, target):
        raise Failure(Exit.BAD_INPUT, "output_in_skill", f'"{target}" lies in the skill folder, where nothing is saved', "choose a path elsewhere")


def save_file(session: Session, file: AnswerFile, output: str | None, stem: str) -> Json:
    """Save a file and return path, type, size in bytes and sha256. A file that is there with other content is never overwritten."""
    target = Path(output) if output is not None else Path(safe_name(stem) + file.ending)
    refuse_skill_folder(session, target)
    for number in range(1, 100):
        if not target.exists() or target.read_bytes() == file.content:
            break
        if output is not None:
            raise Failure(Exit.BAD_INPUT, "file_exists", f'"{output}" exists with other content', "choose another --output")
        target = Path(f"{safe_name(stem)}-{number}{file.ending}")
    try:
        write_by_rename(target.resolve(), file.content, 0o644)
    except OSError as error:
        raise Failure(Exit.BAD_INPUT, "not_saved", f'"{target}" cannot be written: {error.strerror}', "choose another --output") from None
    facts = {"path": str(target.resolve()), "type": file.media_type, "size": len(file.content)}
    return {**facts, "sha256": hashlib.sha256(file.content).hexdigest()}


def safe_name(stem: str) -> str:
    """Return a file name that holds nothing but letters, digits, dots and dashes, and does not begin with a dot."""
    return re.sub(r"[^A-Za-z0-9.]+", "-", stem).strip("-.")[:80] or "answer"
