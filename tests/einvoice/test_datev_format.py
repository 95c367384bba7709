"""The file is DATEV's format, field by field: EXTF 700, category 21, version 13."""

from __future__ import annotations

import csv
from datetime import datetime
from typing import Any

from support.einvoice_sales import item_of, sale_of, settings_of

from einvoice.datev import Batch, booking_batch
from einvoice.model import Invoice

CREATED = datetime(2026, 11, 27, 8, 5, 9, 123456)  # noqa: DTZ001 - the format knows no time zone


def batch_of(*invoices: Invoice, **settings: Any) -> Batch:
    documents = [(f"{index}.xml", invoice) for index, invoice in enumerate(invoices)]
    batch, refusals = booking_batch(documents, settings_of(**settings), created=CREATED)
    assert batch is not None, refusals
    return batch


def lines_of(batch: Batch) -> list[str]:
    return batch.content.decode("cp1252").split("\r\n")


def columns_of(batch: Batch, row: int = 0) -> dict[int, str]:
    """Return the fields of a booking that are not empty, by the number of their column."""
    fields = list(csv.reader(lines_of(batch), delimiter=";"))[2 + row]
    return {number: text for number, text in enumerate(fields, start=1) if text}


def test_the_header_has_31_fields() -> None:
    fields = lines_of(batch_of(sale_of(), chart="03", fiscalYearStart="2026-01-01"))[0].split(";")
    assert dict(enumerate(fields, start=1)) == {
        1: '"EXTF"',
        2: "700",
        3: "21",
        4: '"Buchungsstapel"',
        5: "13",
        6: "20261127080509123",
        7: "",
        8: '"RE"',
        9: '""',
        10: '""',
        11: "29098",
        12: "55003",
        13: "20260101",
        14: "4",
        15: "20261101",
        16: "20261130",
        17: '"Ausgangsrechnungen"',
        18: '""',
        19: "1",
        20: "0",
        21: "0",
        22: '"EUR"',
        23: "",
        24: '""',
        25: "",
        26: "",
        27: '"03"',
        28: "",
        29: "",
        30: '""',
        31: '""',
    }


def test_the_columns_stand_where_the_format_wants_them() -> None:
    names = lines_of(batch_of(sale_of()))[1].split(";")
    wanted = {
        1: "Umsatz (ohne Soll/Haben-Kz)",
        2: "Soll/Haben-Kennzeichen",
        3: "WKZ Umsatz",
        4: "Kurs",
        7: "Konto",
        8: "Gegenkonto (ohne BU-Schlüssel)",
        9: "BU-Schlüssel",
        10: "Belegdatum",
        11: "Belegfeld 1",
        12: "Belegfeld 2",
        13: "Skonto",
        14: "Buchungstext",
        20: "Beleglink",
        21: "Beleginfo - Art 1",
        36: "Beleginfo - Inhalt 8",
        37: "KOST1 - Kostenstelle",
        40: "EU-Land u. UStID (Bestimmung)",
        41: "EU-Steuersatz (Bestimmung)",
        42: "Abw. Versteuerungsart",
        48: "Zusatzinformation - Art 1",
        87: "Zusatzinformation - Inhalt 20",
        88: "Stück",
        114: "Festschreibung",
        115: "Leistungsdatum",
        116: "Datum Zuord. Steuerperiode",
        117: "Fälligkeit",
        118: "Generalumkehr (GU)",
        119: "Steuersatz",
        120: "Land",
        125: "Abw. Skontokonto",
    }
    assert {number: names[number - 1] for number in wanted} == wanted
    assert (len(names), len(set(names))) == (125, 125)


def test_a_booking_fills_these_columns_and_no_others() -> None:
    assert columns_of(batch_of(sale_of(number="RE-7", dueDate="2026-12-05", issueDate="2026-11-03"))) == {
        1: "339,15",  # gross: 285.00 and 19 %
        2: "S",
        3: "EUR",
        7: "10000",
        8: "4400",
        10: "0311",
        11: "RE-7",
        14: "RE-7 Stadt Bremen",
        114: "0",
        115: "20112026",
        116: "20112026",
        117: "05122026",
    }


def test_each_row_has_all_columns_and_quotes_its_texts() -> None:
    batch = batch_of(sale_of())
    rows = lines_of(batch)[2:-1]
    assert [len(row.split(";")) for row in rows] == [125] * len(batch.bookings) == [125, 125]
    fields = dict(enumerate(rows[0].split(";"), start=1))
    quoted = {number for number, field in fields.items() if field.startswith('"')}
    assert {2, 3, 6, 9, 11, 12, 14, 16, 20, 21, 40, 42, 48, 87, 118, 120, 123} < quoted
    assert not {1, 4, 5, 7, 8, 10, 13, 15, 19, 39, 41, 88, 114, 115, 116, 117, 119, 122, 124, 125} & quoted


def test_lines_end_with_cr_and_lf_and_texts_are_windows_1252() -> None:
    content = batch_of(sale_of(buyer={"name": 'Müller "Söhne" €'})).content
    assert content.count(b"\n") == content.count(b"\r\n") == 4
    assert b'"RE-2026-104 M\xfcller ""S\xf6hne"" \x80"' in content
    assert not content.startswith(b"\xef\xbb\xbf")


def test_the_same_invoices_make_the_same_file() -> None:
    assert batch_of(sale_of()) == batch_of(sale_of())
    assert batch_of(sale_of()).name == "EXTF_Ausgangsrechnungen_20261101_20261130.csv"


def test_the_period_covers_the_months_of_all_documents() -> None:
    batch = batch_of(sale_of(number="1", issueDate="2026-02-03"), sale_of(number="2", issueDate="2026-04-15"))
    assert (str(batch.first), str(batch.last)) == ("2026-02-01", "2026-04-30")


def test_a_text_stays_on_its_line_and_within_60_characters() -> None:
    batch = batch_of(sale_of(buyer={"name": "Łódź\n;" + "x" * 90}))
    assert columns_of(batch)[14] == ("RE-2026-104 ?ód? ;" + "x" * 90)[:60]
    assert [(remark.file, remark.pointer) for remark in batch.warnings] == [("0.xml", "/buyer/name")]


def test_letters_of_two_characters_become_one() -> None:
    batch = batch_of(sale_of(buyer={"name": "Mu\u0308ller"}))
    assert (columns_of(batch)[14], batch.warnings) == ("RE-2026-104 Müller", ())


def test_a_tax_key_has_four_digits() -> None:
    accounts = {"S 16": {"account": "4410", "taxKey": "3"}}
    assert columns_of(batch_of(sale_of(items=[item_of("S", taxRate=16)]), accounts=accounts))[9] == "0003"


def test_a_general_account_for_receivables_has_no_due_date() -> None:
    columns = columns_of(batch_of(sale_of(), collectiveDebtor="1200"))
    assert (columns[7], 117 in columns) == ("1200", False)


def test_longer_accounts_end_with_zeros() -> None:
    columns = columns_of(batch_of(sale_of(), accountLength=6))
    assert (columns[7], columns[8]) == ("1000000", "440000")
