"""The rule units of CEN: each says of a piece of an invoice whether a rule holds there."""

from __future__ import annotations

from collections import Counter
from xml.etree import ElementTree as ET

from support.places import TESTS

from einvoice.checks import CHECKS, check_invoice
from einvoice.files import read_document

TEST = "{http://difi.no/xsd/vefa/validator/1.0}test"
CHECKED = {check.rule for check in CHECKS}

# What the model cannot say, so that the verdict differs, and how often.
OUTSIDE = {
    "-01": "a VAT breakdown that is absent, or has a row twice: without one it is computed",
    "-10": "a row's reason without an item of its category: reasons stand with the items",
    "BR-03": "a date that is none, which cannot be read",
    "BR-CL-17": "an allowance or charge that does not say which of both it is",
    "BR-CO-15": "totals in another currency",
}


def test_each_unit_has_the_marked_verdict() -> None:
    agreed: Counter[str] = Counter()
    differing: Counter[str] = Counter()
    for path in sorted((TESTS / "data" / "en16931" / "rule-units").glob("*.xml")):
        for unit in ET.parse(path).getroot().iter(TEST):  # noqa: S314 - known files
            marks, document = unit
            read = read_document(ET.tostring(document))
            for mark in marks:
                verdict, rule = mark.tag.rpartition("}")[2], mark.text or ""
                if verdict in {"success", "error", "warning"} and rule in CHECKED:
                    findings = {finding.rule for finding in check_invoice(read.invoice).findings}
                    is_found = bool(read.problems) or rule in findings
                    (agreed if is_found == (verdict != "success") else differing)[rule] += 1
    assert [rule for rule in differing if not rule.endswith(tuple(OUTSIDE))] == []
    assert (agreed.total(), differing.total()) == (773, 43)
