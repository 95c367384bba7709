"""Files of the corpus that are known to be wrong: the program says of each what is wrong with it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from support.einvoice_inputs import good_input, invoice_of
from support.einvoice_schemas import DATA
from support.einvoice_xml import xml_of
from support.places import ROOT

from einvoice.desk.checking import check_files
from einvoice.desk.showing import sheet_of

CORPUS = DATA / "zugferd-corpus"
BROKEN = CORPUS / "ZUGFeRDv2" / "fail" / "Mustangproject"
RAM = "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
BUYER_REFERENCE = (
    "XML schema",
    "ApplicableHeaderTradeAgreement/BuyerReference",
    f'BuyerReference is in no namespace; it belongs in "{RAM}", usually as ram:BuyerReference',
)
FOUND = {
    "MustangGnuaccountingBeispielRE-20171118_506.pdf": [
        (
            "CII-DT-031",
            "IncludedSupplyChainTradeLineItem[1]/…/GrossPriceProductTradePrice/ChargeAmount/@currencyID",
            "the attribute currencyID belongs to TaxTotalAmount only (in 19 places)",
        )
    ],
    "MustangGnuaccountingBeispielRE-20190610_507a.pdf": [BUYER_REFERENCE],
    "MustangGnuaccountingBeispielRE-20190610_507b.pdf": [
        BUYER_REFERENCE,
        (
            "BR-CL-11",
            "/seller/registrationScheme",
            '"9930" is not a scheme of ISO 6523, such as 0088 for a GLN or 0160 for a GTIN',
        ),
    ],
    "noNetPriceValidation.xml": [
        ("EN 16931, BT-131", "/items/0/netAmount", "item 1 is stated as 316.00, but 400.0000 x 0.1000 is 40.00"),
    ],
}
OF_THE_BUYER = (
    "check digits of VAT ids"  # the examples have a VAT id without right check digits, which is only a warning
)


def answer_about(path: Path, home: Path) -> Any:
    """Return what `check-invoice` prints."""
    command = [sys.executable, str(ROOT / "scripts" / "faktoora.py"), "check-invoice", str(path)]
    done = subprocess.run(command, capture_output=True, check=False, env={**os.environ, "HOME": str(home)})
    assert b"Traceback" not in done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", FOUND)
def test_what_is_wrong_with_a_broken_file_is_named(name: str, tmp_path: Path) -> None:
    rows = answer_about(BROKEN / name, tmp_path)["items"]
    assert [(row["rule"], row["field"], row["message"]) for row in rows if row["rule"] != OF_THE_BUYER] == FOUND[name]


def test_a_file_whose_xml_is_damaged_is_named_with_the_line(tmp_path: Path) -> None:
    answer = answer_about(BROKEN / "factur-x-invalid-xml-encoding-attribute.pdf", tmp_path)
    (row,) = answer["items"]
    assert (answer["valid"], row["rule"]) == (False, "no e-invoice")
    assert "the XML is damaged in line 1: XML declaration not well-formed" in row["message"]


def test_no_broken_file_is_left_out() -> None:
    assert {path.name for path in BROKEN.iterdir()} == {*FOUND, "factur-x-invalid-xml-encoding-attribute.pdf"}


def findings(path: Path) -> list[tuple[str, str, str]]:
    """Return severity, rule and sentence of each finding."""
    rows = check_files({"files": [str(path)]})["answer"]["items"]
    return [(row["severity"], row["rule"], row["message"]) for row in rows]


def test_zugferd_1_is_no_e_invoice_any_more() -> None:
    paths = sorted((CORPUS / "ZUGFeRDv1").rglob("*.pdf"))[2:]
    assert len(paths) == 5
    for path in paths:
        law = [(severity, message) for severity, rule, message in findings(path) if rule == "§ 14 UStG"]
        assert [severity for severity, _ in law] == ["warning"]
        assert law[0][1].startswith("this is ZUGFeRD 1.0, which is older than EN 16931")


@pytest.mark.parametrize(("profile", "name"), [("minimum", "MINIMUM"), ("basicwl", "BASIC WL"), ("basic", "")])
def test_a_profile_without_lines_is_no_invoice(profile: str, name: str, tmp_path: Path) -> None:
    xml = xml_of(invoice_of(good_input()), "CII")
    own = xml.split("GuidelineSpecifiedDocumentContextParameter>")[1].split("ID>")[1].removesuffix("</ram:")
    path = tmp_path / "invoice.xml"
    path.write_text(xml.replace(own, f"urn:factur-x.eu:1p0:{profile}"), encoding="utf-8")
    law = [message for _, rule, message in findings(path) if rule == "§ 14 UStG"]
    assert [message.split(" holds")[0] for message in law] == ([f"the profile {name}"] if name else [])


def test_flaws_stand_before_the_rules_and_on_the_sheet(tmp_path: Path) -> None:
    path = tmp_path / "invoice.xml"
    xml = xml_of(invoice_of(good_input()), "UBL")
    path.write_text(xml.replace("cbc:BuyerReference", "cbc:Reference"), encoding="utf-8")
    assert [(severity, rule) for severity, rule, _ in findings(path)] == [
        ("error", "XML schema"),
        ("error", "BR-DE-15"),
    ]
    page = sheet_of({"file": str(path)})["file"]["content"].decode()
    assert "Reference is not known in Invoice" in page
