"""The flaws of XML are those that the official schemas find: in files of others, and in changes at random."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from lxml import etree
from support.einvoice_inputs import good_input, invoice_of
from support.einvoice_mutations import mutated
from support.einvoice_rules import Syntax
from support.einvoice_schemas import INVOICES, NO_XML, is_judged, schema_errors, xml_in
from support.einvoice_xml import xml_of
from support.places import ROOT

from einvoice.files import structure
from einvoice.files.document import NAMESPACES, read_document
from einvoice.files.structure import Flaw, flaws_of
from einvoice.files.xml import parse_xml

EINVOICES = int(os.environ.get("EINVOICES", "60"))
SMALL = 30_000  # bytes
WITH_FLAWS = {"RE-20190610_507a.pdf", "RE-20190610_507b.pdf"}


def flaws(xml: bytes) -> list[Flaw]:
    """Return what the schema does not allow."""
    return [flaw for flaw in flaws_of(parse_xml(xml, NAMESPACES)) if flaw.rule == "XML schema"]


@pytest.mark.parametrize("path", [path for path in INVOICES if path.name != NO_XML], ids=lambda path: path.name)
def test_files_of_others_have_flaws_where_the_schema_finds_them(path: Path) -> None:
    xml = xml_in(path)
    if is_judged(xml):
        errors = schema_errors(etree.fromstring(xml.lstrip()))
        assert (bool(flaws(xml)), errors) == (bool(errors), errors)
        assert bool(errors) == path.name.endswith(tuple(WITH_FLAWS))
    else:
        assert flaws(xml) == []


@pytest.mark.parametrize("syntax", ["UBL", "CII"])
def test_what_is_changed_at_random_has_flaws_where_the_schema_finds_them(syntax: Syntax) -> None:
    xml = [path.read_bytes().lstrip() for path in INVOICES if path.suffix == ".xml" and path.stat().st_size < SMALL]
    starts = [each for each in xml if is_judged(each) and (b"CrossIndustryInvoice" in each) == (syntax == "CII")]
    wrong = 0
    for seed in range(EINVOICES):
        chance = random.Random(seed)  # noqa: S311
        root = etree.fromstring(chance.choice(starts))
        change = mutated(root, chance)
        changed = etree.tostring(root)
        errors = schema_errors(etree.fromstring(changed))
        assert (seed, change, errors, bool(flaws(changed))) == (seed, change, errors, bool(errors))
        wrong += bool(errors)
    assert EINVOICES / 2 < wrong < EINVOICES


CASES: list[tuple[Syntax, str, str, str, str]] = [
    ("UBL", "<cbc:CityName>", "<cbc:Town/><cbc:CityName>", "PostalAddress/Town", "Town is not known in PostalAddress"),
    (
        "UBL",
        "<cbc:IssueDate>2026-11-26</cbc:IssueDate>",
        "<cbc:Issued>2026-11-26</cbc:Issued>",
        "Invoice/Issued",
        "Issued is not known in Invoice",
    ),
    (
        "UBL",
        "<cbc:IssueDate>2026-11-26</cbc:IssueDate>",
        "",
        "Invoice/IssueDate",
        "IssueDate is missing in Invoice",
    ),
    (
        "UBL",
        "<cbc:DueDate>",
        "<cbc:IssueDate>2026-11-26</cbc:IssueDate><cbc:DueDate>",
        "Invoice/IssueDate[2]",
        "IssueDate is there twice in Invoice; it may be there once",
    ),
    (
        "UBL",
        "<cbc:IssueDate>2026-11-26</cbc:IssueDate>",
        "<cbc:Note>x</cbc:Note><cbc:IssueDate>2026-11-26</cbc:IssueDate>",
        "Invoice/Note",
        "Note comes too early: it belongs after InvoiceTypeCode",
    ),
    (
        "UBL",
        "<cac:LegalMonetaryTotal>",
        "<cbc:Note>x</cbc:Note><cac:LegalMonetaryTotal>",
        "Invoice/Note",
        "Note comes too late: it belongs before DocumentCurrencyCode",
    ),
    (
        "UBL",
        ' currencyID="EUR"',
        "",
        "TaxTotal/TaxAmount/@currencyID",
        "the attribute currencyID is missing at TaxAmount",
    ),
    (
        "UBL",
        "<cac:PostalAddress>",
        "<cac:PostalAddress>x\n y",
        "Party/PostalAddress",
        'PostalAddress holds the text "x y" beside elements',
    ),
    (
        "UBL",
        "<cbc:CityName>",
        "<cbc:CityName><cbc:Name/>",
        "PostalAddress/CityName",
        "CityName holds elements such as Name instead of a value",
    ),
    (
        "CII",
        "<udt:DateTimeString",
        "<udt:DateTime>2026-11-26T00:00:00</udt:DateTime><udt:DateTimeString",
        "IssueDateTime/DateTimeString",
        "IssueDateTime holds 2 elements; it may hold one: DateTimeString or DateTime",
    ),
    (
        "CII",
        "</ram:DueDateDateTime>",
        "</ram:DueDateDateTime><ram:PartialPaymentPercent/>",
        "SpecifiedTradePaymentTerms/PartialPaymentPercent",
        "PartialPaymentPercent is empty and has to be a number such as 1000.00",
    ),
    (
        "CII",
        "<ram:GrandTotalAmount>",
        '<ram:GrandTotalAmount currencyID="EUR">',
        "SpecifiedTradeSettlementHeaderMonetarySummation/GrandTotalAmount/@currencyID",
        "the attribute currencyID belongs to TaxTotalAmount only",
    ),
]


@pytest.mark.parametrize(("syntax", "old", "new", "place", "message"), CASES)
def test_a_flaw_is_told_once_with_its_place(syntax: Syntax, old: str, new: str, place: str, message: str) -> None:
    xml = xml_of(invoice_of(good_input()), syntax)
    assert old in xml
    found = flaws_of(parse_xml(xml.replace(old, new, 1).encode(), NAMESPACES))
    assert [(flaw.place, flaw.message) for flaw in found] == [(place, message)]


@pytest.mark.parametrize(
    ("syntax", "element", "message"),
    [
        ("UBL", "cac:InvoiceLine", "InvoiceLine is missing in Invoice"),
        ("CII", "udt:DateTimeString", "DateTimeString or DateTime is missing in IssueDateTime"),
    ],
)
def test_what_is_needed_and_taken_away_everywhere_is_missed(syntax: Syntax, element: str, message: str) -> None:
    xml = xml_of(invoice_of(good_input()), syntax)
    found = flaws_of(parse_xml(re.sub(f"(?s)<{element}.*?</{element}>", "", xml).encode(), NAMESPACES))
    assert found[0].message == message


def test_the_tables_are_what_the_tool_takes_from_the_schemas(tmp_path: Path) -> None:
    subprocess.run([sys.executable, ROOT / "tools" / "schema_tables.py", tmp_path], check=True)
    shipped = Path(structure.__file__).parent
    for table in ("cii_table.py", "ubl_table.py"):
        assert (tmp_path / table).read_text(encoding="utf-8") == (shipped / table).read_text(encoding="utf-8")


def test_a_flaw_in_many_places_is_one() -> None:
    value = {**good_input(), "items": [{"name": "A", "quantity": 1, "unit": "H87", "unitPrice": 1, "taxRate": 19}] * 90}
    xml = xml_of(invoice_of(value), "UBL").replace("cbc:LineExtensionAmount", "cbc:Sum")
    found = read_document(xml.encode()).flaws
    assert [(flaw.place, flaw.message) for flaw in found] == [
        ("LegalMonetaryTotal/Sum", "Sum is not known in LegalMonetaryTotal"),
        ("InvoiceLine[1]/Sum", "Sum is not known in InvoiceLine (in 90 places)"),
    ]


def test_a_file_that_is_nothing_but_flaws_is_judged_fast() -> None:
    strangers = "".join(f"<cbc:X{number}/><cbc:ID/>" for number in range(40_000))
    xml = xml_of(invoice_of(good_input()), "UBL").replace("</cac:InvoiceLine>", f"</cac:InvoiceLine>{strangers}", 1)
    root = parse_xml(xml.encode(), NAMESPACES)
    start = time.process_time()
    assert len(flaws_of(root)) == 20
    assert time.process_time() - start < 5


def test_a_value_that_the_reader_tells_of_is_no_second_finding() -> None:
    xml = xml_of(invoice_of(good_input()), "UBL").replace(">95<", ">95,00<")
    document = read_document(xml.encode())
    assert ([problem.pointer for problem in document.problems], document.flaws) == (["/items/0/unitPrice"], ())
