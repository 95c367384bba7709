# skillc copies this file into each skill; change it in src/einvoice, not there
"""Everything that can be wrong with an invoice: one module for each family of checks."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ..model import Invoice
from . import amounts, code_lists, dates, ids, parties, payment, required, small_business, stated, vat, xrechnung
from .check import Check, Finding, Place, RuleSet

FAMILIES = (required, parties, amounts, stated, vat, code_lists, payment, dates, xrechnung, ids, small_business)
CHECKS: tuple[Check, ...] = tuple(check for family in FAMILIES for check in family.CHECKS)


@dataclass(frozen=True)
class Report:
    """What the checks say about an invoice."""

    findings: tuple[Finding, ...]
    not_checked: tuple[Finding, ...]  # terms that are missing here, and that somebody else fills in

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What a receiver may refuse the invoice for."""
        return tuple(finding for finding in self.findings if finding.severity.value == "error")


def check_invoice(
    invoice: Invoice, *, filled_by_others: Collection[str] = (), rule_sets: Collection[RuleSet] = tuple(RuleSet)
) -> Report:
    """Return all findings.

    `filled_by_others` are JSON pointers, such as /seller or /payment/iban: what is missing at or below them is told as
    not checked. Advice about a field is left out where an official rule has found it already.
    """
    findings: list[tuple[Finding, Check]] = []
    not_checked: list[Finding] = []
    for check in CHECKS:
        if check.rule_set in rule_sets:
            for place in check.search(invoice):
                is_filled = place.is_missing and any(_is_below(at, filled_by_others) for at in place.pointers)
                if is_filled:
                    not_checked.append(_finding(check, place))
                else:
                    findings.append((_finding(check, place), check))
    official = {finding.pointer for finding, check in findings if check.rule_set is not RuleSet.ADVICE}
    kept = [
        finding
        for finding, check in findings
        if check.rule_set is not RuleSet.ADVICE or finding.pointer not in official
    ]
    return Report(tuple(kept), tuple(not_checked))


def _is_below(pointer: str, roots: Collection[str]) -> bool:
    return any(pointer == root or pointer.startswith(f"{root}/") for root in roots)


def _finding(check: Check, place: Place) -> Finding:
    return Finding(check.id, check.rule, check.severity, place.pointers[0], place.message)
