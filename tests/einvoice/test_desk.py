"""The functions that callers ask, on files of others and on files that agents write."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from support.einvoice_inputs import good_input, invoice_of
from support.einvoice_xml import xml_of
from support.places import TESTS

from einvoice.desk.bookkeeping import datev_batch, sum_vat
from einvoice.desk.checking import check_files
from einvoice.desk.reading import read_invoices
from einvoice.desk.showing import sheet_of

CORPUS = TESTS / "data" / "zugferd-corpus"
PDF = str(CORPUS / "XML-Rechnung" / "FX" / "EN16931_Einfach.pdf")
BOOKS = {"adviserNumber": 1001, "clientNumber": 1, "fiscalYearStart": "2026-01-01"}


def rows(result: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = result["answer"]["items"]
    return found


def written(folder: Path, name: str = "invoice.xml", **changes: Any) -> str:
    """Write an invoice as XML and return its path."""
    path = folder / name
    path.write_text(xml_of(invoice_of({**good_input(), **changes}), "UBL"), encoding="utf-8")
    return str(path)


def test_a_file_is_one_row_with_the_terms_of_its_header() -> None:
    (row,) = rows(read_invoices({"files": [PDF]}))
    assert (row["file"], row["number"], row["typeCode"], row["currency"]) == (PDF, "471102", "380", "EUR")
    assert row["totals"]["gross"] == Decimal("529.87")
    assert (row["format"], row["lineCount"]) == ("CII in PDF", 2)
    assert "items" not in row


def test_lines_are_rows_that_say_whose_they_are() -> None:
    result = read_invoices({"files": [PDF], "lines": True})
    assert [(row["number"], row["line"], row["netAmount"]) for row in rows(result)] == [
        ("471102", 1, Decimal("198.00")),
        ("471102", 2, Decimal("275.00")),
    ]
    assert result["columns"][0] == "number"


def test_a_file_that_is_no_invoice_is_a_row_among_others_and_a_refusal_alone(tmp_path: Path) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.4\n%%EOF\n")
    result = read_invoices({"files": [PDF, str(scan)]})
    assert [row.get("number") for row in rows(result)] == ["471102", None]
    assert "problem" in result["columns"]
    (problem,) = read_invoices({"files": [str(scan)]})["problems"]
    assert problem["message"].startswith(f"{scan}: the PDF")


def test_a_folder_stands_for_its_files_and_an_empty_one_is_told(tmp_path: Path) -> None:
    written(tmp_path, "b.xml")
    written(tmp_path, "a.XML", number="RE-1")
    (tmp_path / "notes.txt").write_text("no invoice")
    assert [row["number"] for row in rows(read_invoices({"files": [str(tmp_path)]}))] == ["RE-1", "RE-2026-104"]
    empty = tmp_path / "empty"
    empty.mkdir()
    assert read_invoices({"files": [str(empty)]})["problems"][0]["message"] == "there is no PDF or XML file"
    assert check_files({"files": [str(empty)]})["problems"][0]["message"] == "there is no PDF or XML file"


@pytest.mark.parametrize("place", ["missing.pdf", "/dev/null"])
def test_what_cannot_be_opened_is_told(place: str) -> None:
    (problem,) = read_invoices({"files": [place]})["problems"]
    assert problem["message"].startswith(f"{place}: it ")


def test_a_value_that_cannot_be_read_is_told_and_left_out(tmp_path: Path) -> None:
    path = Path(written(tmp_path))
    path.write_text(path.read_text().replace(">95<", ">95,00<", 1), encoding="utf-8")
    result = read_invoices({"files": [str(path)]})
    (problem,) = rows(result)[0]["problems"]
    assert problem["field"] == "/items/0/unitPrice"
    assert "problems" in result["columns"]
    assert "unitPrice" not in rows(read_invoices({"files": [str(path)], "lines": True}))[0]
    checked = check_files({"files": [str(path)]})
    assert (checked["facts"]["valid"], rows(checked)[0]["field"]) == (False, "/items/0/unitPrice")
    assert len([row for row in rows(checked) if row["field"] == "/items/0/unitPrice"]) == 1
    assert datev_batch({"files": [str(path)], **BOOKS})["problems"][0]["pointer"] == "/items/0/unitPrice"


def test_findings_stand_errors_first_with_rule_and_field(tmp_path: Path) -> None:
    path = written(tmp_path, buyerReference=None, payment={"meansCode": 58, "iban": "DE00"})
    result = check_files({"files": [path]})
    assert [(row["severity"], row["rule"], row["field"]) for row in rows(result)] == [
        ("error", "BR-DE-15", "/buyerReference"),
        ("warning", "BR-DE-19", "/payment/iban"),
    ]
    facts = result["facts"]
    assert (facts["rules"], facts["valid"], facts["errors"], facts["warnings"]) == ("xrechnung", False, 1, 1)


def test_the_rules_are_those_of_the_file_or_those_that_are_named(tmp_path: Path) -> None:
    path = written(tmp_path, buyerReference=None)
    assert check_files({"files": [path], "rules": "en16931"})["facts"]["valid"]
    assert check_files({"files": [PDF]})["facts"]["rules"] == "en16931"


def test_what_somebody_else_fills_in_is_not_missed(tmp_path: Path) -> None:
    path = tmp_path / "invoice.json"
    value = {name: each for name, each in good_input().items() if name not in {"seller", "payment"}}
    path.write_text(json.dumps(value))
    assert not check_files({"files": [str(path)], "rules": "xrechnung"})["facts"]["valid"]
    facts = check_files({"files": [str(path)], "rules": "xrechnung", "filledByOthers": ["seller", "payment"]})["facts"]
    assert facts["valid"]
    assert {"/seller/name", "/payment"} <= set(facts["notChecked"])


def test_several_files_are_told_apart(tmp_path: Path) -> None:
    good, bad = written(tmp_path, "good.xml"), written(tmp_path, "bad.xml", buyerReference=None)
    result = check_files({"files": [good, bad]})
    assert [(each["file"], each["valid"]) for each in result["facts"]["invoices"]] == [(good, True), (bad, False)]
    assert result["columns"][0] == "file"
    assert [row["file"] for row in rows(result)] == [bad]


def test_a_batch_is_a_file_with_the_sums_of_its_accounts(tmp_path: Path) -> None:
    result = datev_batch({"files": [written(tmp_path)], **BOOKS})
    assert result["file"]["name"].startswith("EXTF_")
    assert result["file"]["content"].startswith(b'"EXTF";700;21;')
    assert {each["account"]: each["credit"] for each in result["facts"]["sums"]}["4400"] == Decimal("339.15")


def test_a_batch_has_all_of_its_files_or_none(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.4\n")
    problems = datev_batch({"files": [written(tmp_path), str(tmp_path / "scan.pdf")], **BOOKS})["problems"]
    assert len(problems) == 1
    problems = datev_batch({"files": [written(tmp_path, currency="USD")], **BOOKS})["problems"]
    assert problems[0]["pointer"] == "/currency"
    faulty = datev_batch({"files": [written(tmp_path)], **BOOKS, "accounts": {"S 20%": "4400"}})["problems"]
    assert faulty[0]["pointer"].startswith("/accounts/")


def test_vat_is_summed_for_a_period_and_what_lies_outside_is_named(tmp_path: Path) -> None:
    inside = written(tmp_path, "inside.xml")
    outside = written(tmp_path, "outside.xml", number="RE-2", serviceDate="2026-10-31")
    period = {"from": "2026-11-01", "to": "2026-11-30"}
    result = sum_vat({"files": [inside, outside], **period})
    assert [(row["case"], row["base"], row["tax"], row["figure"]) for row in rows(result)] == [
        ("S 19", Decimal("285.00"), Decimal("54.15"), "81"),
        ("S 7", Decimal("40.00"), Decimal("2.80"), "86"),
    ]
    assert [each["number"] for each in result["facts"]["outside"]] == ["RE-2"]
    assert [(each["kz"], each["formBase"]) for each in result["facts"]["figures"]] == [("81", 285), ("86", 40)]
    backwards = {"from": "2026-12-01", "to": "2026-11-30"}
    assert "before it starts" in sum_vat({"files": [inside], **backwards})["problems"][0]["message"]


def test_a_line_that_does_not_multiply_is_told_whatever_the_rules() -> None:
    path = str(CORPUS / "ZUGFeRDv2" / "fail" / "Mustangproject" / "noNetPriceValidation.xml")
    assert [row["message"] for row in rows(check_files({"files": [path]}))] == [
        "item 1 is stated as 316.00, but 400.0000 x 0.1000 is 40.00"
    ]
    (finding,) = [
        row for row in rows(check_files({"files": [path], "rules": "xrechnung"})) if "40.00" in row["message"]
    ]
    assert (finding["severity"], finding["rule"]) == ("error", "PEPPOL-EN16931-R120")


def test_a_sheet_is_a_page_with_the_findings(tmp_path: Path) -> None:
    result = sheet_of({"file": written(tmp_path, number="RE 1/2", buyerReference=None)})
    assert (result["file"]["name"], result["file"]["media_type"]) == ("sheet-RE 1/2", "text/html")
    page = result["file"]["content"].decode()
    assert "BR-DE-15" in page
    assert "invoice.xml" in page
    assert str(tmp_path) not in page
    assert result["facts"]["errors"] == 1
    (problem,) = sheet_of({"file": str(tmp_path / "missing.xml")})["problems"]
    assert problem["pointer"] == "/file"


def test_a_file_that_is_no_invoice_does_not_hide_the_others(tmp_path: Path) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.4\n%%EOF\n")
    result = check_files({"files": [written(tmp_path), str(scan)]})
    assert [each["valid"] for each in result["facts"]["invoices"]] == [True, False]
    assert [(row["file"], row["rule"]) for row in rows(result)] == [(str(scan), "no e-invoice")]


def test_a_number_that_is_there_twice_is_told(tmp_path: Path) -> None:
    one, two = written(tmp_path, "one.xml"), written(tmp_path, "two.xml")
    three = written(tmp_path, "three.xml", number="RE-3")
    assert check_files({"files": [one, three]})["facts"].get("sameNumber") is None
    assert check_files({"files": [one, two, three]})["facts"]["sameNumber"] == [[one, two]]
    (first, *_) = check_files({"files": [one, two]})["facts"]["invoices"]
    assert (first["seller"], first["issueDate"], first["gross"]) == ("Muster GmbH", "2026-11-26", Decimal("381.95"))
