"""A list as CSV: `--output NAME.csv` writes the columns that are chosen, and says in which form."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from pathlib import Path

from support.agent import Helper


def table(path: Path) -> list[dict[str, str]]:
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(content.decode("utf-8-sig").splitlines(), strict=True))


def test_the_chosen_rows_and_columns_of_all_pages_are_in_it(helper: Helper) -> None:
    fields = "invoiceNumber,buyerName,netAmount"
    words = ("list-outgoing-invoices", "--where", "status=overdue", "--fields", fields, "--output")
    saved = helper.ok(*words, "overdue.csv")
    helper.ok(*words, "overdue.json")
    expected = json.loads((helper.work / "overdue.json").read_text(encoding="utf-8"), parse_float=Decimal)
    rows = table(helper.work / "overdue.csv")
    assert [{**row, "netAmount": Decimal(row["netAmount"])} for row in rows] == expected
    facts = saved["file"]
    assert (saved["complete"], facts["rows"], facts["columns"]) == (True, 32, fields.split(","))
    assert facts["type"] == "text/csv"
    assert facts["form"].startswith("RFC 4180: commas, CRLF, a header row; UTF-8 with byte order mark")


def test_the_columns_are_those_that_a_list_shows_and_full_takes_all(helper: Helper) -> None:
    shown = helper.ok("list-customers", "--perPage", "1")["items"][0]
    assert helper.ok("list-customers", "--perPage", "1", "--output", "a.csv")["file"]["columns"] == list(shown)
    everything = helper.ok("list-customers", "--perPage", "1", "--full", "--output", "b.CSV")["file"]
    assert set(shown) < set(everything["columns"])
    assert everything["guarded"] == "texts with ' before what a spreadsheet would take for a formula: 1"
    assert table(helper.work / "b.CSV")[0]["phoneNo"].startswith("'+49 ")


def test_groups_and_records_are_tables_too(helper: Helper) -> None:
    words = ("list-outgoing-invoices", "--sum", "netAmount", "--by", "issueDate:year")
    items = helper.ok(*words)["items"]
    helper.ok(*words, "--output", "years.csv")
    rows = table(helper.work / "years.csv")
    assert [(row["issueDate:year"], Decimal(row["netAmount"])) for row in rows] == [
        (item["issueDate:year"], item["netAmount"]) for item in items
    ]
    first = helper.ok("list-customers", "--perPage", "1")["items"][0]
    helper.ok("get-customer", "--id", first["id"], "--fields", "id,name", "--output", "one.csv")
    assert table(helper.work / "one.csv") == [{"id": first["id"], "name": first["name"]}]


def test_no_rows_leave_a_header(helper: Helper) -> None:
    words = ("list-outgoing-invoices", "--where", "dueDate<2001-01-01", "--fields", "dueDate", "--output", "none.csv")
    assert helper.ok(*words)["file"]["rows"] == 0
    assert (helper.work / "none.csv").read_bytes() == b"\xef\xbb\xbfdueDate\r\n"
