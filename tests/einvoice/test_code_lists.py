"""The tables of codes are those that the official rules hold."""

from __future__ import annotations

import re

import pytest
from support.einvoice_rules import RULES

from einvoice.codes.countries import COUNTRIES, VAT_PREFIXES
from einvoice.codes.currencies import CURRENCIES
from einvoice.codes.electronic_addresses import SCHEMES
from einvoice.codes.exemption_reasons import EXEMPTION_REASONS
from einvoice.codes.identifier_schemes import IDENTIFIER_SCHEMES
from einvoice.codes.payment_means import PAYMENT_MEANS
from einvoice.codes.type_codes import CREDIT_NOTES, INVOICES, TYPE_CODES, type_code_of
from einvoice.codes.units import TRAPS, UNITS, unit_of
from einvoice.codes.vat_categories import VAT_CATEGORIES
from einvoice.model import Invoice

CEN = (RULES / "EN16931-UBL.xsl").read_text(encoding="utf-8")


def official(rule: str) -> list[set[str]]:
    """Return the lists of codes in the test of a rule, in their order."""
    (test,) = re.findall(rf'id="{rule}">\s*<xsl:attribute name="test">(.*?)</xsl:attribute>', CEN, re.DOTALL)[:1]
    return [set(codes.split()) for codes in re.findall(r"' ([^']+ [^']+) '", test)]


@pytest.mark.parametrize(
    ("rule", "ours"),
    [
        ("BR-CL-01", [INVOICES, CREDIT_NOTES]),
        ("BR-CL-04", [CURRENCIES]),
        ("BR-CL-10", [IDENTIFIER_SCHEMES]),
        ("BR-CL-11", [IDENTIFIER_SCHEMES]),
        ("BR-CL-14", [COUNTRIES]),
        ("BR-CL-16", [PAYMENT_MEANS]),
        ("BR-CL-21", [IDENTIFIER_SCHEMES]),
        ("BR-CL-25", [SCHEMES]),
        ("BR-CL-26", [IDENTIFIER_SCHEMES]),
        ("BR-CO-09", [VAT_PREFIXES]),
    ],
)
def test_a_list_is_the_official_one(rule: str, ours: list[frozenset[str]]) -> None:
    theirs = official(rule)
    assert [sorted(each ^ other) for each, other in zip(ours, theirs, strict=True)] == [[] for _ in ours]


@pytest.mark.parametrize(
    ("rule", "ours"),
    [("BR-CL-18", set(VAT_CATEGORIES)), ("BR-CL-22", EXEMPTION_REASONS), ("BR-CL-23", {*UNITS, *TRAPS})],
)
def test_each_code_is_in_the_official_list(rule: str, ours: set[str]) -> None:
    (theirs,) = official(rule)
    assert sorted(ours - theirs) == []


def test_what_people_write_for_a_unit_becomes_its_code() -> None:
    words = ["Stk.", "Stück", "hours", "Std.", "Pauschale", "m²", "kWh", "Lfm", "lump sum", "PCE", "HR", "MO", "PK"]
    codes = ["H87", "H87", "HUR", "HUR", "LS", "MTK", "KWH", "LM", "LS", "H87", "HUR", "MON", "XPK"]
    assert list(map(unit_of, words)) == codes


def test_no_word_means_two_units() -> None:
    words = [word for words in UNITS.values() for word in words]
    assert len(words) == len(set(words))


def test_a_word_for_a_document_becomes_its_code() -> None:
    assert [type_code_of(word) for word in ("creditNote", "Gutschrift", "Storno", "correction")] == [
        "381",
        "381",
        "381",
        "384",
    ]
    assert Invoice().type_code in TYPE_CODES
