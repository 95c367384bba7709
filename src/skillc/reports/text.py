"""Findings for a person: the place, the line with carets, related places, and a hint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillc.diagnostic import Severity
from skillc.load.document import LINE_BREAK
from skillc.reports.counting import summary
from skillc.reports.excerpt import excerpt, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillc.diagnostic import Diagnostic, Span
    from skillc.reports import Report

_INDENT = "    "
_COLOURS = {"place": "1", Severity.ERROR: "1;31", Severity.WARNING: "1;33", "hint": "36", "related": "34"}


def render(report: Report) -> str:
    """Return all findings, ending with a line that counts them."""
    return _Printer(report).text()


class _Printer:
    """Prints one report."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._prefix = "" if report.root.as_posix() == "." else f"{report.root.as_posix()}/"
        self._lines: dict[str, list[str]] = {}

    def text(self) -> str:
        """Return the whole report."""
        blocks = ["\n".join([*self._block(diagnostic), ""]) for diagnostic in self._report.diagnostics]
        return "\n".join([*blocks, summary(self._report.diagnostics)]) + "\n"

    def _block(self, diagnostic: Diagnostic) -> Iterator[str]:
        kind = "warning: " if diagnostic.severity is Severity.WARNING else ""
        code = self._painted(f"{diagnostic.code} {kind}".rstrip(), diagnostic.severity)
        yield f"{self._place(diagnostic.file, diagnostic.span)} {code} {visible(diagnostic.message)}"
        yield from self._excerpt(diagnostic.file, diagnostic.span, _INDENT, diagnostic.severity)
        for related in diagnostic.related:
            yield f"{_INDENT}{self._place(related.file, related.span)} {visible(related.message)}"
            yield from self._excerpt(related.file, related.span, _INDENT * 2, "related")
        if diagnostic.hint:
            yield f"{_INDENT}{self._painted('hint:', 'hint')} {visible(diagnostic.hint)}"

    def _place(self, file: str, span: Span) -> str:
        return self._painted(visible(f"{self._prefix}{file}:{span.line}:{span.column}"), "place")

    def _excerpt(self, file: str, span: Span, indent: str, style: str) -> Iterator[str]:
        if file not in self._lines:
            self._lines[file] = LINE_BREAK.split(self._report.texts.get(file, ""))
        line = "".join(self._lines[file][span.line - 1 : span.line])
        if line.strip():
            shown, carets = excerpt(line, span.column - 1, span.end_column - 1)
            yield f"{indent}{shown}"
            yield f"{indent}{self._painted(carets, style)}"

    def _painted(self, text: str, style: str) -> str:
        return f"\x1b[{_COLOURS[style]}m{text}\x1b[0m" if self._report.colour else text
