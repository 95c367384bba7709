"""What the checks accept, the official rules accept; what the official rules find, the checks find.

EINVOICES=2000 is the full run; `make test` takes a sample.
"""

from __future__ import annotations

import os
import re

import pytest
from support.einvoice_inputs import invoice_of
from support.einvoice_random import random_input
from support.einvoice_rules import Syntax, broken_rules
from support.einvoice_xml import xml_of

from einvoice.checks import CHECKS, check_invoice
from einvoice.json_form import write_invoice

EINVOICES = int(os.environ.get("EINVOICES", "60"))
SYNTAXES: tuple[Syntax, ...] = ("UBL", "CII")
CHECKED = {check.rule for check in CHECKS}

# Rules that break because another one does: the XML lacks an element, or a sum is wrong because of a rate.
RATES = r"BR-(S|Z|E|AE|IC|G|O|AF|AG)-0[567]|BR-CO-04|BR-3[27]|BR-CL-1[78]"
BECAUSE_OF = {
    r"BR-\w+-0[189]|BR-CO-17|BR-CL-1[78]|PEPPOL-EN16931-R(040|120)": RATES,
    r"BR-O-\d+": r"BR-O-\d+",
    r"BR-DE-27": r"BR-DE-6",
    r"BR-DE-28": r"BR-DE-7",
    r"BR-DE-1": r"BR-49",
    r"BR-DE-19": r"BR-61|BR-50",
    r"BR-DE-20": r"BR-DE-25-a|BR-DE-31",
    r"BR-11": r"BR-10",
    r"BR-CL-14": r"BR-09|BR-11|BR-20|BR-57",
}

# The rules for CII refuse a rate of zero for L and M, which the standard and the rules for UBL allow.
STRICTER_IN_CII = re.compile(r"BR-A[FG]-0[567]")


def is_explained(rule: str, findings: set[str]) -> bool:
    return rule in findings or any(
        re.fullmatch(broken, rule) and any(re.fullmatch(cause, found) for found in findings)
        for broken, cause in BECAUSE_OF.items()
    )


@pytest.mark.parametrize("part", range(4))
def test_what_is_right_is_accepted_by_the_checks_and_the_official_rules(part: int) -> None:
    for seed in range(part, EINVOICES // 2, 4):
        invoice = invoice_of(random_input(seed))
        assert (seed, check_invoice(invoice).errors) == (seed, ())
        for syntax in SYNTAXES:
            assert (seed, syntax, broken_rules(xml_of(invoice, syntax), syntax)) == (seed, syntax, {})
        assert invoice_of(write_invoice(invoice)) == invoice


@pytest.mark.parametrize("part", range(4))
def test_what_the_official_rules_find_the_checks_find(part: int) -> None:
    for seed in range(EINVOICES + part, EINVOICES + EINVOICES // 2, 4):
        invoice = invoice_of(random_input(seed, faults=1 + seed % 2))
        report = check_invoice(invoice)
        findings = {finding.rule for finding in report.findings}
        for syntax in SYNTAXES:
            official = broken_rules(xml_of(invoice, syntax), syntax)
            if syntax == "CII":
                official = {rule: flag for rule, flag in official.items() if not STRICTER_IN_CII.match(rule)}
            unexplained = [rule for rule in official if rule in CHECKED and not is_explained(rule, findings)]
            assert (seed, syntax, unexplained) == (seed, syntax, [])
            if not report.errors:
                assert (seed, [rule for rule, flag in official.items() if flag == "fatal"]) == (seed, [])
