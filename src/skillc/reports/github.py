"""Findings as GitHub's workflow commands, which annotate the lines of a pull request.

Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions, and for the escapes `command.ts`
of https://github.com/actions/toolkit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skillc.diagnostic import Diagnostic
    from skillc.reports import Report

_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def render(report: Report) -> str:
    """Return one line per finding."""
    return "".join(_command(diagnostic, report.folder) for diagnostic in report.diagnostics)


def _command(diagnostic: Diagnostic, folder: str) -> str:
    span = diagnostic.span
    properties = {
        "file": f"{folder}{diagnostic.file}",
        "line": span.line,
        "endLine": span.line,
        "col": span.column,
        "endColumn": span.end_column,
        "title": diagnostic.code,
    }
    listed = ",".join(f"{name}={str(value).translate(_PROPERTY)}" for name, value in properties.items())
    related = [
        f"{folder}{place.file}:{place.span.line}:{place.span.column} {place.message}" for place in diagnostic.related
    ]
    hints = [f"hint: {diagnostic.hint}"] if diagnostic.hint else []
    message = "\n".join([diagnostic.message, *related, *hints])
    return f"::{diagnostic.severity.value} {listed}::{message.translate(_DATA)}\n"
