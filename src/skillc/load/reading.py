"""One source file to text: a regular file of limited size, in UTF-8."""

from __future__ import annotations

import codecs
import stat
from typing import TYPE_CHECKING

from skillc.diagnostic import Diagnostic, Severity, Span
from skillc.load.codes import LoadCode
from skillc.load.document import START

if TYPE_CHECKING:
    from pathlib import Path

_SIZE_LIMIT = 1_000_000
_OTHER_ENCODINGS = {  # the longer mark first: that of UTF-32 begins like that of UTF-16
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_MARK_LENGTH = 4


def read_text(root: Path, path: str) -> str | Diagnostic:
    """Return the text of the file at `path` below `root`, without a byte order mark; or why it is not read."""
    file = root / path
    try:
        status = file.lstat()
        if stat.S_ISLNK(status.st_mode):
            return refused_link(path)
        if not stat.S_ISREG(status.st_mode):  # and is not opened: reading a pipe would wait for ever
            return unreadable(path, "this is not a regular file", "replace it with the file itself")
        if status.st_size > _SIZE_LIMIT:
            return _refusal(
                LoadCode.TOO_BIG, path, START, "the file is larger than 1 MB", "split it, or shorten its texts"
            )
        raw = file.read_bytes().removeprefix(codecs.BOM_UTF8)
    except FileNotFoundError:
        return unreadable(path, "this file is missing", "create it, or name another folder: skillc validate PATH")
    except OSError as error:
        return unreadable(path, f"the file cannot be read: {error.strerror}", "check its permissions")
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        return _wrong_encoding(path, raw, error.start)


def unreadable(path: str, message: str, hint: str) -> Diagnostic:
    """Return the error about a file or folder that cannot be read."""
    return _refusal(LoadCode.UNREADABLE, path, START, message, hint)


def refused_link(path: str) -> Diagnostic:
    """Return the error about a symbolic link, which may lead out of the skill or in a circle."""
    return unreadable(path, "this is a symbolic link, which is not followed", "replace it with what it leads to")


def _wrong_encoding(path: str, raw: bytes, position: int) -> Diagnostic:
    named = next((name for mark, name in _OTHER_ENCODINGS.items() if raw[:_MARK_LENGTH].startswith(mark)), None)
    if named:
        return _refusal(LoadCode.ENCODING, path, START, f"the file is {named}, not UTF-8", "save it as UTF-8")
    before = raw[:position].decode().replace("\r\n", "\n").replace("\r", "\n").split("\n")
    place = Span(len(before), len(before[-1]) + 1, len(before[-1]) + 2)
    return _refusal(
        LoadCode.ENCODING,
        path,
        place,
        f"the file is not UTF-8: it contains the byte 0x{raw[position]:02X} here",
        "save it as UTF-8",
    )


def _refusal(code: LoadCode, path: str, place: Span, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code.value, Severity.ERROR, message, path, place, (), hint)
