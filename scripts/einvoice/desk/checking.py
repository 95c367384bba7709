# skillc copies this file into each skill; change it in src/einvoice, not there
"""The commands that check invoices: what is wrong with each, by which rule, and what was not checked."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..checks import check_invoice
from ..checks.check import Finding, RuleSet, Severity
from ..files.document import Document
from ..sheet import check_sheet
from .about_files import findings_of_file
from .sources import documents_of, told

RULE_SETS = {
    "en16931": (RuleSet.EN16931, RuleSet.ADVICE),
    "xrechnung": (RuleSet.EN16931, RuleSet.XRECHNUNG, RuleSet.ADVICE),
}
ORDER = list(Severity)
COLUMNS = ("severity", "rule", "field", "message")


def check_files(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the findings of each of `files`, errors first.

    `rules` names the rule set (else the file does); `filledByOthers` are fields that somebody else fills in.
    """
    documents, problems = documents_of(values["files"])
    if problems:
        return {"problems": problems}
    filled = filled_fields(values)
    checked = [_Checked(path, document, values.get("rules"), filled) for path, document in documents]
    rows = [row for each in checked for row in each.rows]
    several = len(checked) > 1
    return {
        "facts": {"invoices": [each.facts for each in checked]} if several else checked[0].facts,
        "answer": {"items": rows, "total": len(rows)},
        "columns": (["file"] if several else []) + list(COLUMNS),
    }


class _Checked:
    """One file with what the checks say."""

    def __init__(self, path: str, document: Document, rules: str | None, filled: list[str]) -> None:
        self.path, self.document = path, document
        self.rules = rules or rules_of(document)
        report = check_invoice(document.invoice, filled_by_others=filled, rule_sets=RULE_SETS[self.rules])
        self.report = replace(report, findings=(*findings_of_file(document), *report.findings))

    @property
    def facts(self) -> dict[str, Any]:
        counts = {severity.value: 0 for severity in ORDER}
        for row in self.rows:
            counts[row["severity"]] += 1
        about: dict[str, Any] = {
            "file": self.path,
            "number": self.document.invoice.number,
            "rules": self.rules,
            "valid": counts["error"] == 0,
            "errors": counts["error"],
            "warnings": counts["warning"],
            "notChecked": [finding.pointer for finding in self.report.not_checked],
        }
        return {name: value for name, value in about.items() if value not in (None, [])}

    @property
    def rows(self) -> list[dict[str, Any]]:
        unread = [
            {"file": self.path, "severity": "error", "rule": "unreadable", **told(problem)}
            for problem in self.document.problems
        ]
        gone = {row["field"] for row in unread}
        found = sorted(self.report.findings, key=lambda finding: ORDER.index(finding.severity))
        rows = [_row(self.path, finding) for finding in found if finding.pointer not in gone]
        return [*unread, *rows]


def sheet_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the invoice in the one `file` and its findings as an HTML page, for a person to look at."""
    documents, problems = documents_of([values["file"]])
    if len(documents) > 1:
        problems = [
            {"pointer": "/file", "message": f"{values['file']} holds {len(documents)} files", "hint": "name one"}
        ]
    if problems:
        return {"problems": [{**problem, "pointer": "/file"} for problem in problems]}
    ((path, document),) = documents
    checked = _Checked(path, document, values.get("rules"), filled_fields(values))
    page = check_sheet(document.invoice, checked.report, source=os.path.basename(path))
    name = f"sheet-{document.invoice.number or 'invoice'}"
    facts = {name: value for name, value in checked.facts.items() if name != "file"}
    return {"facts": facts, "file": {"name": name, "content": page.encode(), "media_type": "text/html"}}


def filled_fields(values: Mapping[str, Any]) -> list[str]:
    """Return the JSON pointers of the fields that somebody else fills in."""
    return ["/" + name.strip("/").replace(".", "/") for name in values.get("filledByOthers", [])]


def rules_of(document: Document) -> str:
    """Return the rule set that a file names as its own (BT-24)."""
    return "xrechnung" if "xrechnung" in (document.profile or "").lower() else "en16931"


def _row(path: str, finding: Finding) -> dict[str, Any]:
    return {
        "file": path,
        "severity": finding.severity.value,
        "rule": finding.rule,
        "field": finding.pointer,
        "message": finding.message,
        "check": finding.check,
    }
