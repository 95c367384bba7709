"""Findings as SARIF 2.1.0, which code scanning and editors read.

Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from skillc.explain.formats import as_markdown, as_text
from skillc.explain.pages import pages
from skillc.reports.json import json_pointer
from skillc.version import version

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from skillc.diagnostic import Diagnostic, Span
    from skillc.explain.pages import FindingPage
    from skillc.reports import Report

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BASE = "%SRCROOT%"


def render(report: Report) -> str:
    """Return one SARIF log with one run; the rules are those that found something."""
    rules = _rules({diagnostic.code for diagnostic in report.diagnostics})
    codes = [rule["id"] for rule in rules]
    run = {
        "tool": {"driver": {"name": "skillc", "version": version(), "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"],
        "originalUriBaseIds": {_BASE: {"description": {"text": "The folder in which skillc ran."}}},
        "results": [_result(diagnostic, codes, report.folder) for diagnostic in report.diagnostics],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rules(codes: Iterable[str]) -> list[dict[str, Any]]:
    known = {page.code: page for page in pages()}
    return [_rule(known[code]) for code in sorted(codes)]


def _rule(page: FindingPage) -> dict[str, Any]:
    return {
        "id": page.code,
        "shortDescription": {"text": page.title},
        "fullDescription": {"text": f"{page.title} {page.why}"},
        "help": {"text": as_text(page), "markdown": as_markdown(page)},
    }


def _result(diagnostic: Diagnostic, codes: Sequence[str], folder: str) -> dict[str, Any]:
    location = _location(diagnostic.file, diagnostic.span, folder)
    if diagnostic.pointer:
        location["logicalLocations"] = [{"fullyQualifiedName": json_pointer(diagnostic.pointer)}]
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": codes.index(diagnostic.code),
        "level": diagnostic.severity.value,
        "message": {
            "text": f"{diagnostic.message}\nhint: {diagnostic.hint}" if diagnostic.hint else diagnostic.message
        },
        "locations": [location],
        "relatedLocations": [
            {"id": number, "message": {"text": related.message}, **_location(related.file, related.span, folder)}
            for number, related in enumerate(diagnostic.related, start=1)
        ],
    }


def _location(file: str, span: Span, folder: str) -> dict[str, Any]:
    artifact = {"uri": quote(os.fsencode(f"{folder}{file}")), "uriBaseId": _BASE}
    region = {"startLine": span.line, "startColumn": span.column, "endColumn": span.end_column}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}
