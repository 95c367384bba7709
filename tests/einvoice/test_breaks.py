"""Each rule, broken in an invoice that is right, is found by the checks and by the official rules."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from support.einvoice_breaks import BREAKS, GONE, NOT_SHOWN, Break
from support.einvoice_inputs import good_input, invoice_of
from support.einvoice_rules import broken_rules
from support.einvoice_xml import xml_of

from einvoice.checks import CHECKS, check_invoice
from einvoice.checks.check import RuleSet


def changed(value: dict[str, Any], terms: dict[str, Any]) -> dict[str, Any]:
    """Return an input with terms set or taken away, by JSON pointer."""
    value = copy.deepcopy(value)
    for pointer, given in terms.items():
        *path, last = pointer[1:].split("/")
        holder: Any = value
        for step in path:
            holder = holder[int(step)] if isinstance(holder, list) else holder[step]
        if isinstance(holder, list):
            holder[int(last) :] = [copy.deepcopy(given)]
        elif given is GONE:
            holder.pop(last, None)
        else:
            holder[last] = copy.deepcopy(given)
    return value


@pytest.mark.parametrize("case", BREAKS, ids=lambda case: case.rule)
def test_a_broken_rule_is_found_by_both(case: Break) -> None:
    right = changed(good_input(), case.before)
    assert case.rule not in {finding.rule for finding in check_invoice(invoice_of(right)).findings}
    assert case.rule not in broken_rules(xml_of(invoice_of(right), "UBL"), "UBL")
    broken = invoice_of(changed(right, case.broken))
    assert case.rule in {finding.rule for finding in check_invoice(broken).findings}
    assert case.rule in broken_rules(xml_of(broken, "UBL"), "UBL")


def test_every_official_rule_is_broken_here_or_says_why_not() -> None:
    official = {check.rule for check in CHECKS if check.rule_set is not RuleSet.ADVICE}
    assert sorted(official ^ {case.rule for case in BREAKS} ^ set(NOT_SHOWN)) == []
