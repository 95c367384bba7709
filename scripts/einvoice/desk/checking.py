# skillc copies this file into each skill; change it in src/einvoice, not there
"""The command that checks invoices: what is wrong with each, by which rule, and what was not checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from ..checks import check_invoice
from ..checks.check import PLAIN, RULE_SETS, STRICT, Finding, Severity
from ..files.document import Document
from ..totals import totals
from .about_files import findings_of_file
from .sources import NO_FILE, Source, sources_of, told

ORDER = list(Severity)
COLUMNS = ("severity", "rule", "field", "message")


def check_files(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the findings of each of `files`, errors first.

    `rules` names the rule set (else the file does); `filledByOthers` are fields that somebody else fills in.
    """
    sources = sources_of(values["files"])
    problems = [source.problem for source in sources if not source.is_opened]
    if problems or not sources:
        return {"problems": problems or [NO_FILE]}
    filled = filled_fields(values)
    checked = [
        Checked(source.path, source.document, values.get("rules"), filled) if source.document else _NoInvoice(source)
        for source in sources
    ]
    rows = [row for each in checked for row in each.rows]
    several = len(checked) > 1
    facts = {"invoices": [each.facts for each in checked], **_doubles(checked)} if several else checked[0].facts
    return {
        "facts": facts,
        "answer": {"items": rows, "total": len(rows)},
        "columns": (["file"] if several else []) + list(COLUMNS),
    }


def _doubles(checked: Iterable[Checked | _NoInvoice]) -> dict[str, Any]:
    """Return the files that have a seller and a number in common: one invoice may be there twice."""
    files: dict[tuple[Any, Any], list[str]] = {}
    for each in checked:
        seller, number = each.facts.get("seller"), each.facts.get("number")
        if seller and number:
            files.setdefault((seller, number), []).append(each.facts["file"])
    doubles = [names for names in files.values() if len(names) > 1]
    return {"sameNumber": doubles} if doubles else {}


class _NoInvoice:
    """A file that is no e-invoice, or a damaged one."""

    def __init__(self, source: Source) -> None:
        self.facts: dict[str, Any] = {"file": source.path, "valid": False, "errors": 1, "warnings": 0}
        message = "; ".join(filter(None, (source.why, source.hint)))
        row = {"file": source.path, "severity": "error", "rule": "no e-invoice", "field": "", "message": message}
        self.rows = [row]


class Checked:
    """One file with what the checks say."""

    def __init__(self, path: str, document: Document, rules: str | None, filled: list[str]) -> None:
        """Check the invoice by the rule set `rules`, else by that of the file."""
        self.path, self.document = path, document
        self.rules = rules or rules_of(document)
        report = check_invoice(document.invoice, filled_by_others=filled, rule_sets=RULE_SETS[self.rules])
        self.report = replace(report, findings=(*findings_of_file(document), *report.findings))

    @cached_property
    def facts(self) -> dict[str, Any]:
        """What the invoice is recognised by, and how many findings there are."""
        counts = {severity.value: 0 for severity in ORDER}
        for row in self.rows:
            counts[row["severity"]] += 1
        about: dict[str, Any] = {
            "file": self.path,
            **self._known(),
            "rules": self.rules,
            "valid": counts["error"] == 0,
            "errors": counts["error"],
            "warnings": counts["warning"],
            "notChecked": [finding.pointer for finding in self.report.not_checked],
        }
        return {name: value for name, value in about.items() if value not in (None, [])}

    def _known(self) -> dict[str, Any]:
        """Return what an invoice is recognised by."""
        invoice = self.document.invoice
        sums = invoice.totals or totals(invoice)
        return {
            "number": invoice.number,
            "seller": invoice.seller.name if invoice.seller else None,
            "issueDate": str(invoice.issue_date) if invoice.issue_date else None,
            "gross": sums.gross if sums else None,
        }

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """A row for each finding, errors first."""
        unread = [
            {"file": self.path, "severity": "error", "rule": "unreadable", **told(problem)}
            for problem in self.document.problems
        ]
        gone = {row["field"] for row in unread}
        found = sorted(self.report.findings, key=lambda finding: ORDER.index(finding.severity))
        rows = [_row(self.path, finding) for finding in found if finding.pointer not in gone]
        return [*unread, *rows]


def filled_fields(values: Mapping[str, Any]) -> list[str]:
    """Return the JSON pointers of the fields that somebody else fills in."""
    return ["/" + name.strip("/").replace(".", "/") for name in values.get("filledByOthers", [])]


def rules_of(document: Document) -> str:
    """Return the rule set that a file names as its own (BT-24)."""
    return STRICT if STRICT in (document.profile or "").lower() else PLAIN


def _row(path: str, finding: Finding) -> dict[str, Any]:
    return {
        "file": path,
        "severity": finding.severity.value,
        "rule": finding.rule,
        "field": finding.pointer,
        "message": finding.message,
        "check": finding.check,
    }
