"""What the compiler has to say about a source file, as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

Pointer = tuple[str | int, ...]


class Severity(str, Enum):
    """How much a finding weighs: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a text; line and columns count from 1, `end_column` is the first column after it."""

    line: int
    column: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: where, what was found and what is allowed, and (in `hint`) something to type."""

    code: str
    severity: Severity
    message: str
    file: str
    span: Span
    pointer: Pointer = ()
    hint: str = ""
