"""Findings for a program: one JSON document, described by `skillc/schemas/report.schema.json`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from skillc.diagnostic import Severity

if TYPE_CHECKING:
    from skillc.diagnostic import Diagnostic, Pointer, Span
    from skillc.reports import Report

_VERSION = 1


def render(report: Report) -> str:
    """Return the document, indented, on lines of its own."""
    severities = [diagnostic.severity for diagnostic in report.diagnostics]
    document = {
        "version": _VERSION,
        "root": report.root.as_posix(),
        "errors": severities.count(Severity.ERROR),
        "warnings": severities.count(Severity.WARNING),
        "diagnostics": [_diagnostic(diagnostic) for diagnostic in report.diagnostics],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        **_place(diagnostic.file, diagnostic.span),
        "pointer": json_pointer(diagnostic.pointer),
        "related": [
            {"message": related.message, **_place(related.file, related.span)} for related in diagnostic.related
        ],
    }


def _place(file: str, span: Span) -> dict[str, Any]:
    return {"file": file, "line": span.line, "column": span.column, "endColumn": span.end_column}


def json_pointer(pointer: Pointer) -> str:
    """Return `pointer` as RFC 6901 writes it."""
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in pointer)
