"""The business cases of XRechnung and the examples of CEN, as they are read, add up to what they state."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from support.places import TESTS

from einvoice.checks import check_invoice
from einvoice.checks.check import RuleSet
from einvoice.files import read_document
from einvoice.model import Invoice, StatedTotals
from einvoice.totals import Totals, totals

XRECHNUNG = sorted((TESTS / "data" / "xrechnung").glob("*.xml"))
EXAMPLES = sorted((TESTS / "data" / "en16931" / "ubl-examples").glob("*.xml"))

# Their items are not quantity x price - allowances + charges, which only the rules of Peppol and XRechnung ask.
NOT_MULTIPLIED = {
    "guide-example1.xml": "item 20 is -109.98 of a positive quantity and price",
    "guide-example2.xml": "item 1 is one piece of two",
    "guide-example3.xml": "both items are a quarter of quantity x price",
    "ubl-tc434-example1.xml": "as guide-example1.xml",
    "ubl-tc434-example10.xml": "as guide-example1.xml",
    "ubl-tc434-example2.xml": "as guide-example2.xml",
    "ubl-tc434-example3.xml": "both items are half of quantity x price",
}
# Their items are rounded another way: down, or from a price with more decimals. The difference in the payable amount.
OFF_BY_CENTS = {
    "03.01a-INVOICE_ubl.xml": Decimal("0.01"),
    "03.04a-INVOICE_ubl.xml": Decimal("-0.03"),
    "03.05a-INVOICE_ubl.xml": Decimal("-0.01"),
}


def read(path: Path) -> Invoice:
    document = read_document(path.read_bytes())
    assert document.problems == ()
    return document.invoice


def sums_of(amounts: StatedTotals | Totals) -> list[Decimal | None]:
    names = ("lines", "allowances", "charges", "net", "tax", "gross", "payable")
    return [getattr(amounts, name) or Decimal(0) for name in names]


@pytest.mark.parametrize("path", [*XRECHNUNG, *EXAMPLES], ids=lambda path: path.name)
def test_the_totals_are_the_stated_ones(path: Path) -> None:
    invoice = read(path)
    computed = totals(invoice)
    assert computed is not None
    assert invoice.totals is not None
    assert invoice.totals.payable is not None
    if path.name in OFF_BY_CENTS:
        assert computed.payable - invoice.totals.payable == OFF_BY_CENTS[path.name]
    else:
        assert (sums_of(computed) == sums_of(invoice.totals)) == (path.name not in NOT_MULTIPLIED)


@pytest.mark.parametrize("path", XRECHNUNG, ids=lambda path: path.name)
def test_the_business_cases_have_no_errors(path: Path) -> None:
    assert check_invoice(read(path)).errors == ()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_examples_break_no_rule_of_en_16931(path: Path) -> None:
    assert check_invoice(read(path), rule_sets=[RuleSet.EN16931]).findings == ()
