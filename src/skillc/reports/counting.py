"""Counts in words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from skillc.diagnostic import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from skillc.diagnostic import Diagnostic


def counted(number: int, noun: str) -> str:
    """Return `1 error`, `2 errors`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """Return the line that counts the errors and warnings."""
    found = Counter(diagnostic.severity for diagnostic in diagnostics)
    counts = [counted(found[severity], severity.value) for severity in Severity if found[severity]]
    files = len({diagnostic.file for diagnostic in diagnostics})
    return f"{' and '.join(counts)} in {counted(files, 'file')}" if counts else "no problems"
