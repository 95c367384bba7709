"""A finding as data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from typing_extensions import Self

Pointer = tuple[str | int, ...]


class Severity(str, Enum):
    """An error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Code(str, Enum):
    """The findings of a step that is not a check.

    Each member is a code and its page, written like the docstring of a check.
    """

    _value_: str
    page: str

    def __new__(cls, code: str, page: str) -> Self:
        """Return the member with the value `code`."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.page = page
        return member


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a text; line and columns count from 1, `end_column` is the first column after it."""

    line: int
    column: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a finding; `message` says what is there."""

    message: str
    file: str
    span: Span


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: its place, what was found and what is allowed, and in `hint` what to type.

    `file` is relative to the skill's folder, with slashes; columns count Unicode code points.
    """

    code: str
    severity: Severity
    message: str
    file: str
    span: Span
    pointer: Pointer = ()
    hint: str = ""
    related: tuple[Related, ...] = ()

    def see(self, *related: Related) -> Diagnostic:
        """Return this finding with other places that it is about."""
        return replace(self, related=(*self.related, *related))

    def as_error(self) -> Diagnostic:
        """Return this finding as an error."""
        return replace(self, severity=Severity.ERROR)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether one of the findings stops a build."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
