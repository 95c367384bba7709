"""Answers instead of rows, from real commands: over all pages, and only as complete as the pages prove."""

from __future__ import annotations

import json
import shlex
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from support.agent import Helper
from support.pages import Pages, page, rows
from support.places import TESTS

from membrane_sandbox.home import Sandbox

UBL = TESTS / "data" / "zugferd-corpus" / "XML-Rechnung" / "UBL"


@pytest.fixture
def invoices(helper: Helper) -> list[dict[str, Any]]:
    """Return all outgoing invoices of the account, as a file without any question has them."""
    helper.ok("list-outgoing-invoices", "--all", "--full", "--output", "all.json")
    found: list[dict[str, Any]] = json.loads((helper.work / "all.json").read_text(), parse_float=Decimal)
    return found


def test_overdue_per_customer_is_one_short_answer(helper: Helper, invoices: list[dict[str, Any]]) -> None:
    words = ("--where", "status=overdue", "--sum", "openAmount", "--by", "buyerName")
    answer = helper("list-outgoing-invoices", *words).ok()
    owed: Counter[str] = Counter()
    for row in invoices:
        owed[row["buyerName"]] += row["openAmount"] if row["status"] == "overdue" else 0
    expected = {name: amount for name, amount in owed.items() if amount}
    assert {row["buyerName"]: row["openAmount"] for row in answer.document["items"]} == expected
    facts = {name: value for name, value in answer.document.items() if name != "items"}
    whole = {"currency": "EUR", "openAmount": sum(expected.values()), "rows": 32}
    assert facts == {"ok": True, "count": len(expected), "rows": 32, "of": 400, "all": whole, "complete": True}
    assert len(answer.out) < 3000


def test_revenue_by_month_subtracts_credit_notes(helper: Helper, invoices: list[dict[str, Any]]) -> None:
    words = ("--where", "status!=draft", "--where", "status!=review", "--sum", "netAmount", "--by", "issueDate:month")
    document = helper.ok("list-outgoing-invoices", *words)
    revenue: Counter[str] = Counter()
    for row in invoices:
        month = f"{row['issueDate'][:4]}-{row['issueDate'][4:6]}"
        sign = -1 if row["invoiceTypeCode"] == "381" else 1
        revenue[month] += sign * row["netAmount"] if row["status"] not in ("draft", "review") else 0
    assert {row["issueDate:month"]: row["netAmount"] for row in document["items"]} == dict(revenue)
    assert [row["issueDate:month"] for row in document["items"]] == sorted(revenue)
    assert (document["subtracted"], document["complete"]) == (9, True)
    assert document["note"] == "9 rows are subtracted: invoiceTypeCode 381"


def test_webhooks_are_counted_and_nothing_is_claimed(helper: Helper) -> None:
    document = helper.ok("list-webhooks", "--count-by", "action")
    assert [row["rows"] for row in document["items"]] == [1, 1, 1, 1]
    assert "complete" not in document
    assert "nothing proves" in document["note"]


def test_lines_of_invoices_are_added_up_by_name(helper: Helper) -> None:
    words = ("read-invoice", str(UBL), "--lines", "--sum", "quantity,netAmount", "--by", "name", "--limit", "1")
    document = helper.ok(*words)
    assert document["items"] == [
        {"name": "Joghurt Banane", "currency": "EUR", "quantity": 350, "netAmount": 1925, "rows": 7}
    ]
    assert (document["count"], document["rows"], document["subtracted"]) == (1, 70, 1)
    assert document["complete"] is True  # each group is, and so is the sum of all
    everything = helper(*shlex.split(document["next"])[2:]).ok().document
    assert (everything["complete"], everything["rows"], everything["all"]) == (True, 70, document["all"])
    assert document["note"].startswith(f"the first 1 of {everything['count']} groups")
    assert sum(row["rows"] for row in everything["items"]) == 70


def test_a_file_that_cannot_be_read_is_missing_by_name(helper: Helper) -> None:
    (helper.work / "broken.xml").write_text("<no/>")
    good = str(UBL / "XRECHNUNG_Einfach.ubl.xml")
    document = helper.ok("read-invoice", good, "broken.xml", "--sum", "totals.gross")
    assert document["without"] == {"currency": 1, "totals.gross": 1, "typeCode": 1}
    assert [row["totals.gross"] for row in document["items"]] == [Decimal("529.87"), None]


def test_filtered_rows_say_of_how_many_and_are_cut_as_lists_are(helper: Helper) -> None:
    document = helper.ok("list-outgoing-invoices", "--where", "status=overdue", "--limit", "2", "--fields", "dueDate")
    assert (document["count"], document["rows"], document["of"], document["complete"]) == (2, 32, 400, False)
    assert [list(row) for row in document["items"]] == [["dueDate"], ["dueDate"]]
    saved = helper.ok("list-outgoing-invoices", "--where", "status=overdue", "--output", "overdue.json")
    assert (saved["count"], saved["complete"]) == (32, True)
    assert len(json.loads((helper.work / "overdue.json").read_text())) == 32


def test_rows_that_are_too_many_to_print_go_into_a_file(helper: Helper) -> None:
    document = helper.ok("list-outgoing-invoices", "--where", "status=archived", "--full")
    assert document["rows"] == 346
    assert document["count"] < 346
    assert document["complete"] is False
    assert "--output" in document["next"]
    saved = helper(*shlex.split(document["next"])[2:]).ok().document
    assert (saved["count"], saved["complete"]) == (346, True)


def test_nothing_that_matches_is_said_with_what_was_asked(helper: Helper) -> None:
    document = helper.ok("list-outgoing-invoices", "--where", "dueDate<2001-01-01", "--sum", "openAmount")
    assert (document["count"], document["rows"], document["of"], document["items"]) == (0, 0, 400, [])
    assert document["note"] == "nothing matches dueDate<2001-01-01"


def test_a_sum_claims_what_the_pages_prove(tmp_path: Path) -> None:
    def answer(*replies: Any) -> dict[str, Any]:
        return Pages(tmp_path / str(len(list(tmp_path.iterdir()))), replies)("--count-by", "code")

    whole = answer(page(rows(1, 2), totalItems=3), page(rows(3), totalItems=3))
    assert (whole["complete"], whole["rows"], whole["items"]) == (True, 3, [{"code": "c", "rows": 3}])
    short = answer(page(rows(1, 2), totalItems=4), page(rows(3), totalItems=4), page([], totalItems=4))
    assert (short["complete"], short["rows"]) == (False, 3)
    assert "the app names a total of 4 and gave 3 rows" in short["note"]
    unproved = answer(page(rows(1, 2)), page([]))
    assert "complete" not in unproved
    assert "nothing proves" in unproved["note"]


def test_a_list_that_is_too_long_gives_no_whole_sum(tmp_path: Path) -> None:
    endless = page([{"id": "@N@-1", "code": "c"}, {"id": "@N@-2", "code": "c"}], hasMore=True)
    document = Pages(tmp_path, [endless])("--count-by", "code")
    assert document["complete"] is False
    assert "narrow the search" in document["note"]
    assert "next" not in document
    assert "`next`" not in document["note"]


def test_a_limit_does_not_end_the_reading_early(tmp_path: Path) -> None:
    pages = Pages(tmp_path, [page(rows(1, 2), totalItems=4), page(rows(3, 4), totalItems=4)])
    document = pages("--where", "name=N4", "--limit", "1")
    assert (document["count"], document["rows"], document["of"], document["complete"]) == (1, 1, 4, True)


def test_a_request_answers_for_its_one_page(helper: Helper) -> None:
    document = helper.ok("request", "/invoices", "--query", "perPage=10", "--sum", "grossAmount")
    assert (document["rows"], document["complete"]) == (10, False)
    assert "no descriptor says whether some rows count minus" in document["note"]
    assert "only one page was read" in document["note"]


@pytest.mark.parametrize(
    "words",
    [
        ("create-product", "--name", "x", "--unit", "H87", "--tax", "19"),
        ("get-invoice-by-number", "--invoiceNumber", "1"),
        ("datev", "invoice.xml", "--adviserNumber", "1001", "--clientNumber", "1", "--fiscalYearStart", "2026-01-01"),
        ("request", "/invoices/next-number", "-X", "POST"),
    ],
)
def test_what_is_no_list_is_refused_before_anything_is_sent(
    helper: Helper, sandbox: Sandbox, words: tuple[str, ...]
) -> None:
    sandbox.forget_calls()
    answer = helper(*words, "--where", "a=1")
    assert sandbox.calls() == []
    assert answer.outcome == (2, "no_list"), answer.out
    assert answer.error["message"].endswith("nothing was sent")


def test_an_unknown_field_adds_nothing_up(helper: Helper) -> None:
    answer = helper("list-outgoing-invoices", "--sum", "grossAmout")
    assert answer.outcome == (2, "unknown_field")
    assert answer.error["remedy"] == 'did you mean "grossAmount"?'


def test_a_question_without_quotes_is_read_from_one_word(helper: Helper) -> None:
    assert helper.ok("list-customers", "--count-by=isCompany", "--where=category!=Privat")["rows"] == 46
