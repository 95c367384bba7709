# skillc copies this file into each skill; change it in src/einvoice, not there
"""The files that a caller names, read as invoices."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ..files.document import Document, read_document
from ..files.no_invoice import NoInvoice

MOST_BYTES = 100_000_000  # of one file
MOST_FILES = 10_000
ENDINGS = (".pdf", ".xml")

Problem = dict[str, str]
NO_FILE = {"pointer": "/files", "message": "there is no PDF or XML file", "hint": "name the files that hold invoices"}


@dataclass(frozen=True)
class Source:
    """One file: the invoice in it, or why there is none."""

    path: str
    document: Document | None
    why: str = ""
    hint: str = ""
    is_opened: bool = True

    @property
    def problem(self) -> Problem:
        """Why there is no invoice, as a problem of the input."""
        return {
            "pointer": "/files",
            "message": f"{self.path}: {self.why}",
            **({"hint": self.hint} if self.hint else {}),
        }


def sources_of(places: Iterable[str]) -> list[Source]:
    """Return each file once, in the order given; a folder stands for the PDF and XML files in it."""
    paths = dict.fromkeys(path for place in places for path in _files_of(os.path.expanduser(place)))
    return [_source(path) for path in list(paths)[:MOST_FILES]]


def documents_of(places: Iterable[str]) -> tuple[list[tuple[str, Document]], list[Problem]]:
    """Return the invoices by their files, and a problem for each file that is none."""
    sources = sources_of(places)
    problems = [source.problem for source in sources if source.document is None]
    documents = [(source.path, source.document) for source in sources if source.document]
    return documents, problems or ([] if documents else [NO_FILE])


def _files_of(place: str) -> list[str]:
    if not os.path.isdir(place):
        return [place]
    try:
        names = sorted(os.listdir(place))
    except OSError:
        return [place]
    return [os.path.join(place, name) for name in names if name.lower().endswith(ENDINGS)]


def _source(path: str) -> Source:
    try:
        return source_in(path, _content(path))
    except NoInvoice as error:
        return Source(path, None, error.message, error.hint)
    except (OSError, ValueError) as error:
        return Source(path, None, f"it cannot be read ({getattr(error, 'strerror', None) or error})", is_opened=False)


def source_in(path: str, content: bytes) -> Source:
    """Return the invoice in the content of a file, or why there is none."""
    try:
        return Source(path, read_document(content))
    except NoInvoice as error:
        return Source(path, None, error.message, error.hint)


def _content(path: str) -> bytes:
    about = os.stat(path)
    if not stat.S_ISREG(about.st_mode):
        raise NoInvoice("it is not a regular file")
    if about.st_size > MOST_BYTES:
        raise NoInvoice(f"it has {about.st_size:,} bytes; no invoice has more than {MOST_BYTES:,}")
    with open(path, "rb") as file:
        return file.read(MOST_BYTES + 1)


def told(problem: Any) -> Problem:
    """Return a problem of reading as a JSON object."""
    return {"field": problem.pointer, "message": problem.message}
