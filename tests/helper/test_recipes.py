"""The recipes of skill.yaml: every call of each runs in order, and the answer is what the account's records say.

The records are read from the sandbox's own file and worked out here, without the helper.
"""

from __future__ import annotations

import csv
import json
import re
import shlex
import shutil
import sqlite3
from collections import defaultdict
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
import yaml
from support.agent import Helper
from support.places import ROOT, TESTS

RECIPES: list[dict[str, Any]] = yaml.safe_load((ROOT / "skill.yaml").read_text(encoding="utf-8"))["recipes"]
BILL = TESTS / "data" / "zugferd-corpus" / "XML-Rechnung" / "FX" / "EN16931_Einfach.pdf"
Record = dict[str, Any]
Check = Callable[[Helper, list[Record]], None]
CHECKS: dict[str, Check] = {}


def answers(ask: str) -> Callable[[Check], Check]:
    """Take a function as the check of the recipe for `ask`."""

    def taken(check: Check) -> Check:
        CHECKS[ask] = check
        return check

    return taken


def lines(helper: Helper) -> list[tuple[Record, Record]]:
    """Return each line of an invoice of August with its invoice."""
    with closing(sqlite3.connect(helper.sandbox.folder / "sandbox.sqlite")) as db:
        details = dict(db.execute("SELECT id, detail FROM record WHERE kind = 'invoice'").fetchall())
    parsed = {row["faktooraId"]: json.loads(details[row["faktooraId"]], parse_float=Decimal) for row in august(helper)}
    return [(row, line) for row in august(helper) for line in parsed[row["faktooraId"]]["invoiceItems"]]


def records(helper: Helper, kind: str) -> list[Record]:
    with closing(sqlite3.connect(helper.sandbox.folder / "sandbox.sqlite")) as db:
        rows = db.execute("SELECT doc FROM record WHERE kind = ?", (kind,)).fetchall()
    return [json.loads(row[0], parse_float=Decimal) for row in rows]


def change(helper: Helper, kind: str, state: str, name: str, value: str) -> None:
    """Set a member of the newest record in a state."""
    newest = "SELECT max(rowid) FROM record WHERE kind = ? AND json_extract(doc, '$.status') = ?"
    with closing(sqlite3.connect(helper.sandbox.folder / "sandbox.sqlite")) as db:
        (row,) = db.execute(newest, (kind, state)).fetchone()
        db.execute("UPDATE record SET doc = json_set(doc, '$.' || ?, ?) WHERE rowid = ?", (name, value, row))
        db.commit()


def issued(helper: Helper, first: str, last: str) -> list[Record]:
    return [
        row
        for row in records(helper, "invoice")
        if first <= row["issueDate"] <= last and row["status"] not in ("draft", "review")
    ]


def august(helper: Helper) -> list[Record]:
    return issued(helper, "20260801", "20260831")


def signed(row: Record, name: str) -> Decimal:
    return -Decimal(row[name]) if row["invoiceTypeCode"] == "381" else Decimal(row[name])


@answers("Who is overdue, with how much?")
def overdue(helper: Helper, documents: list[Record]) -> None:
    owed: defaultdict[str, Decimal] = defaultdict(Decimal)
    for row in records(helper, "invoice"):
        if row["status"] == "overdue":
            owed[row["buyerName"]] += signed(row, "openAmount")
    assert documents[-1]["complete"] is True
    assert {row["buyerName"]: row["openAmount"] for row in documents[-1]["items"]} == owed


@answers("Revenue and VAT of August")
def revenue(helper: Helper, documents: list[Record]) -> None:
    (found,) = documents[-1]["items"]
    assert (documents[-1]["complete"], documents[-1]["subtracted"]) == (True, 1)
    assert found["netAmount"] == sum(signed(row, "netAmount") for row in august(helper))
    assert found["taxAmount"] == sum(signed(row, "taxAmount") for row in august(helper))


@answers("What did we sell most in August?")
def sold_most(helper: Helper, documents: list[Record]) -> None:
    sold: defaultdict[str, Decimal] = defaultdict(Decimal)
    for row, line in lines(helper):
        sold[line["product"]["name"]] += signed({**row, **line}, "netAmount")
    best = sorted(sold.values(), reverse=True)[:5]
    assert (documents[0]["saved"], documents[0]["complete"]) == (len(august(helper)), True)
    assert [row["netAmount"] for row in documents[1]["items"]] == best
    assert all(sold[row["name"]] == row["netAmount"] for row in documents[1]["items"])


@answers("August for the VAT return, and as a DATEV batch")
def for_the_vat_return(helper: Helper, documents: list[Record]) -> None:
    bases: defaultdict[str, Decimal] = defaultdict(Decimal)
    for row in august(helper):
        for tax in row["taxes"]:
            bases[f"{tax['categoryCode']} {tax['rate']}"] += signed({**row, **tax}, "netAmount")
    figures = {figure["kz"]: figure["base"] for figure in documents[1]["figures"]}
    assert (figures["81"], figures["86"], figures["43"]) == (bases["S 19"], bases["S 7"], bases["G 0"])
    (debtors,) = [row for row in documents[2]["sums"] if row["account"] == "10000"]
    assert debtors["debit"] - debtors["credit"] == sum(signed(row, "grossAmount") for row in august(helper))


@answers("Bill Bäckerei Schönfeld for 12 hours at 95 EUR, due in 14 days")
def billed(helper: Helper, documents: list[Record]) -> None:
    net = 12 * Decimal(95)
    tax = (net * 19 / 100).quantize(Decimal("0.01"))
    (customer,) = [row for row in records(helper, "customer") if row["name"] == "Bäckerei Schönfeld GmbH"]
    made = records(helper, "invoice")[-1]
    assert made["faktooraId"] == documents[-1]["record"]["faktooraId"]
    assert (made["status"], made["sentAt"], made["buyerName"]) == ("draft", None, customer["name"])
    assert (made["netAmount"], made["taxAmount"], made["grossAmount"]) == (net, tax, net + tax)
    shown = documents[-1]["invoice"]
    assert customer["address"] in shown["buyer"]
    assert date.fromisoformat(shown["dueDate"]) == date.fromisoformat(shown["issueDate"]) + timedelta(days=14)
    assert shown["gross"] == net + tax
    assert not any("when the goods or services were supplied" in warning for warning in documents[-1]["warnings"])


@answers("Cancel invoice 2026/09/00388, it went to the wrong company")
def cancelled(helper: Helper, documents: list[Record]) -> None:
    (first,) = [row for row in records(helper, "invoice") if row["invoiceNumber"] == "2026/09/00388"]
    made = records(helper, "invoice")[-1]
    assert made["faktooraId"] == documents[-1]["record"]["faktooraId"]
    assert (made["status"], made["invoiceTypeCode"]) == ("draft", "381")
    assert (made["precedingInvoiceNumber"], made["grossAmount"]) == (first["invoiceNumber"], first["grossAmount"])
    assert first["status"] == "sent"


@answers("Check this bill and file it")
def checked_and_filed(helper: Helper, documents: list[Record]) -> None:
    (filed,) = [row for row in records(helper, "incoming") if row["invoiceNumber"] == "471102"]
    assert (documents[0]["number"], documents[0]["valid"], documents[0]["gross"]) == ("471102", True, Decimal("529.87"))
    assert [row["importId"] for row in documents[1]["items"]] == [filed["importId"]]
    assert documents[2]["record"]["status"] == filed["validationStatus"] == "rejected"


@answers("August as CSV for the tax adviser")
def as_csv(helper: Helper, documents: list[Record]) -> None:
    expected = {row["invoiceNumber"]: row for row in august(helper)}
    text = (helper.work / "august.csv").read_bytes().decode("utf-8-sig")
    found = {row["invoiceNumber"]: row for row in csv.DictReader(text.splitlines())}
    assert (documents[-1]["complete"], documents[-1]["file"]["rows"]) == (True, len(expected))
    assert found.keys() == expected.keys()
    for number, row in found.items():
        for name in ("invoiceTypeCode", "issueDate", "dueDate", "buyerName", "currency"):
            assert row[name] == expected[number][name]
        for name in ("netAmount", "taxAmount", "grossAmount"):
            assert Decimal(row[name]) == expected[number][name]


@answers('The customer with "schön" in the name')
def customer_found(helper: Helper, documents: list[Record]) -> None:
    expected = {row["customerId"] for row in records(helper, "customer") if "schön" in (row["name"] or "").lower()}
    assert expected <= {row["customerId"] for row in documents[-1]["items"]}
    assert documents[-1]["complete"] is True


@answers("Tell my server when an invoice is paid")
def no_event_tells_of_a_payment(helper: Helper, documents: list[Record]) -> None:
    (events,) = [row["type"] for row in documents[0]["inputs"] if row["name"] == "action"]
    assert "invoiceSent" in events
    assert not re.search("paid|payment", events, re.IGNORECASE)
    assert any("no event for a payment" in note for note in documents[0]["notes"])
    paid = {row["invoiceNumber"] for row in records(helper, "invoice") if (row["paidAt"] or "")[:10] >= "2026-09-28"}
    assert paid
    assert {row["invoiceNumber"] for row in documents[1]["items"]} == paid


@pytest.fixture
def account(used_helper: Helper) -> Helper:
    """Return the helper beside an account in which each condition of a recipe leaves something out."""
    change(used_helper, "invoice", "draft", "issueDate", "20260820")
    change(used_helper, "invoice", "review", "issueDate", "20260820")
    change(used_helper, "incoming", "rejected", "invoiceNumber", "471102")
    change(used_helper, "incoming", "processing", "validationStatus", "accepted")
    used_helper.sandbox.set("carries", "all")
    shutil.copy(BILL, used_helper.work / "bill.pdf")
    return used_helper


def run(helper: Helper, calls: list[str]) -> list[Record]:
    """Type the calls in order; a word in capital letters is a member of the answer before."""
    documents: list[Record] = []
    for call in calls:
        words = [re.sub("[A-Z][A-Z_]+", lambda found: member(documents, found[0]), word) for word in shlex.split(call)]
        documents.append(helper.ok(*words))
    return documents


def member(documents: list[Record], name: str) -> str:
    first, *rest = name.lower().split("_")
    wanted = first + "".join(map(str.capitalize, rest))
    before = documents[-1] if documents else {}
    places = (before, before.get("record", {}), *before.get("items", [])[:1])
    return next((str(place[wanted]) for place in places if wanted in place), name)


def test_each_recipe_has_a_check() -> None:
    assert [recipe["ask"] for recipe in RECIPES] == list(CHECKS)


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe["ask"])
def test_a_recipe_gives_the_answer_that_the_records_give(recipe: Record, account: Helper) -> None:
    CHECKS[recipe["ask"]](account, run(account, recipe["calls"]))


CONDITIONS = [
    pytest.param(recipe, place, condition, id=f"{recipe['ask']} {condition}")
    for recipe in RECIPES
    for place, call in enumerate(recipe["calls"])
    if "--files" not in call  # whose conditions are those of another recipe, and which would fetch all files
    for condition in re.findall(r' --where (?:"[^"]*"|\S+)', call)
]


@pytest.mark.parametrize(("recipe", "place", "condition"), CONDITIONS)
def test_no_condition_of_a_recipe_is_idle(recipe: Record, place: int, condition: str, account: Helper) -> None:
    calls = [*recipe["calls"]]
    calls[place] = calls[place].replace(condition, "")
    documents = run(account, calls)
    with pytest.raises(AssertionError):
        CHECKS[recipe["ask"]](account, documents)
