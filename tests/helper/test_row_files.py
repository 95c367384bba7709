"""The files of the rows of a list, saved by real commands: each once, none over another, whatever the rows say."""

from __future__ import annotations

import json
import os
import shlex
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest
from support.agent import Helper
from support.pages import Pages, page

from membrane_sandbox.account.records import Records
from membrane_sandbox.home import FILE
from membrane_sandbox.store import open_store

LIST = "list-outgoing-invoices"
SEPTEMBER = (*("--where", "issueDate:month=2026-09", "--where", "status!=draft"), *("--where", "status!=review"))
NEWEST = ("--limit", "4")


def renumbered(helper: Helper, *numbers: str) -> list[str]:
    """Give the newest invoices other numbers; return their ids."""
    records = Records(open_store(helper.sandbox.folder / FILE))
    invoices = records.all("invoice")[-len(numbers) :][::-1]
    for invoice, number in zip(invoices, numbers, strict=True):
        changed = {**invoice, "invoiceNumber": number}
        records.replace("invoice", invoice["faktooraId"], changed, number=number)
    return [invoice["faktooraId"] for invoice in invoices]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_files_of_a_month_add_up_to_what_the_list_says(helper: Helper) -> None:
    document = helper.ok(LIST, *SEPTEMBER, "--files", "september")
    (listed,) = helper.ok(LIST, *SEPTEMBER, "--sum", "netAmount,taxAmount")["items"]
    count = listed["rows"]
    facts = {name: value for name, value in document.items() if name != "items"}
    folder = helper.work / "september"
    assert facts == {
        "ok": True,
        "count": count,
        "rows": count,
        "of": 400,
        "saved": count,
        "folder": os.path.realpath(folder),
        "complete": True,
    }
    assert sorted(row["file"] for row in document["items"]) == names(folder)
    assert document["items"][0]["file"] == "2026-09-00390-FNWYT0P.pdf"
    (read,) = helper.ok("read-invoice", "september", "--sum", "totals.net,totals.tax")["items"]
    assert (read["rows"], read["totals.net"], read["totals.tax"]) == (count, listed["netAmount"], listed["taxAmount"])
    lines = helper.ok("read-invoice", "september", "--lines", "true", "--sum", "netAmount")
    assert lines["items"][0]["netAmount"] == listed["netAmount"]
    sums = helper.ok("vat-sums", "september", "--from", "2020-01-01", "--to", "2026-12-31")
    assert (sums["documents"], sum(figure["tax"] for figure in sums["figures"])) == (count, listed["taxAmount"])


def test_the_same_call_fetches_no_file_again(helper: Helper) -> None:
    helper.ok(LIST, "--limit", "2", "--files", "new")
    before = len(helper.account_calls())
    document = helper.ok(LIST, *NEWEST, "--files", "new")
    assert (document["count"], document["saved"], document["there"]) == (4, 2, 2)
    assert "not fetched again" in document["note"]
    assert len(helper.account_calls()) == before + 3  # a page and two files
    assert ["file" in row for row in document["items"]] == [True] * 4
    assert document["complete"] is False
    assert "--limit" not in shlex.split(document["next"])


def test_no_number_leads_out_of_the_folder(helper: Helper) -> None:
    (helper.work / "in").mkdir()
    ids = renumbered(helper, "../../etc/passwd", "C:\\Windows\\NUL", "nul.x", "/")
    document = helper.ok(LIST, *NEWEST, "--files", "in/side")
    assert names(helper.work / "in" / "side") == sorted(
        [f"etc-passwd-{ids[0]}.pdf", f"C-Windows-NUL-{ids[1]}.pdf", f"_nul.x-{ids[2]}.pdf", f"{ids[3]}.pdf"]
    )
    assert [row["invoiceNumber"] for row in document["items"]] == ["../../etc/passwd", "C:\\Windows\\NUL", "nul.x", "/"]
    assert (names(helper.work), names(helper.work / "in")) == (["in"], ["side"])


def test_two_invoices_with_one_number_have_two_files(helper: Helper) -> None:
    renumbered(helper, "2026/1", "2026-1", "2026/1")
    assert helper.ok(LIST, "--limit", "3", "--files", "new")["saved"] == 3
    assert len(names(helper.work / "new")) == 3


def test_a_file_that_is_not_made_yet_does_not_hide_the_others(helper: Helper) -> None:
    helper.sandbox.set("generation", "never")
    item = json.dumps({"name": "Beratung", "quantity": 1, "unit": "HUR", "unitPrice": 95, "taxRate": 19})
    customer = helper.ok("list-customers", "--perPage", "1")["items"][0]["id"]
    helper.ok("create-draft-invoice", "--customer", customer, "--items", item)
    document = helper.ok(LIST, "--limit", "3", "--files", "new")
    first, *others = document["items"]
    assert (document["saved"], document["missing"], document["complete"]) == (2, 1, False)
    assert first["problem"] == "Faktoora answered 404; its file may not be made yet"
    assert ["file" in row for row in others] == [True, True]
    again = helper.ok(LIST, "--limit", "3", "--files", "new")
    assert (again["saved"], again["there"], again["missing"]) == (0, 2, 1)
    helper.sandbox.set("generation", "at-once")
    last = helper.ok(LIST, "--limit", "3", "--files", "new")
    assert (last["saved"], last["there"], "missing" in last) == (1, 2, False)


def test_nothing_that_matches_makes_no_folder(helper: Helper) -> None:
    document = helper.ok(LIST, "--where", "buyerName=Nobody", "--files", "none")
    assert (document["count"], document["note"]) == (0, "nothing matches buyerName=Nobody")
    assert not (helper.work / "none").exists()


def test_what_is_saved_stays_when_the_login_ends(helper: Helper) -> None:
    helper.ok(LIST, "--limit", "1", "--files", "new")  # the names of both actions are known from here on
    helper.sandbox.set("expire", "4")
    answer = helper(LIST, *NEWEST, "--files", "new")
    assert answer.outcome == (3, "login_needed")
    saved, there = answer.error["saved"], answer.error["there"]
    assert (there, 0 < saved < 3, answer.error["left"]) == (1, True, 0)
    assert answer.error["message"].startswith(f"{saved} of 4 files were saved in new (and 1 were there), then: ")
    assert "make the same call again" in answer.error["remedy"]
    assert len(names(helper.work / "new")) == saved + there


def test_refusals_one_after_the_other_end_the_call(helper: Helper) -> None:
    helper.sandbox.set("files", "damaged")
    answer = helper(LIST, "--limit", "9", "--files", "new")
    assert answer.outcome == (7, "file_damaged")
    assert (answer.error["missing"], names(helper.work / "new")) == (4, [])
    assert sum(path != "/invoices" for _, path in helper.account_calls()) == 5


def test_no_file_is_overwritten(helper: Helper) -> None:
    first, second, third, _ = renumbered(helper, "1", "2", "3", "4")
    folder = helper.work / "mine"
    folder.mkdir()
    (folder / f"1-{first}.pdf").write_bytes(b"")
    (folder / f"2-{second}.pdf").symlink_to(helper.work / "elsewhere")
    (folder / f"3-{third}.xml").write_text("<mine/>")
    document = helper.ok(LIST, *NEWEST, "--files", "mine")
    assert [row.get("problem") for row in document["items"]][:2] == [
        f'"1-{first}.pdf" is there with other content',
        f'"2-{second}.pdf" is there with other content',
    ]
    assert (document["saved"], document["there"], document["missing"]) == (1, 1, 2)
    assert (folder / f"1-{first}.pdf").read_bytes() == b""
    assert not (helper.work / "elsewhere").exists()


@pytest.mark.parametrize(
    ("words", "code", "part"),
    [
        ((LIST, "--files", "new", "--sum", "netAmount"), "bad_option", "groups are asked for"),
        ((LIST, "--files", "new", "--output", "x.json"), "bad_option", "--output the rows as one file"),
        ((LIST, "--files", "no/new"), "no_such_folder", "the folder around it does not exist"),
        ((LIST, "--files", "file"), "not_a_folder", '--files "file" is no folder'),
        ((LIST, "--files", ""), "not_a_folder", "is no folder"),
        ((LIST, "--files", "link/new"), "output_in_skill", "lies in the skill folder"),
        (("list-customers", "--files", "new"), "no_files", "the rows of list-customers"),
        (("list-incoming-invoices", "--files", "new"), "no_files", "the rows of list-incoming-invoices"),
        (("get-invoice-by-id", "--faktooraId", "F1", "--files", "new"), "bad_input", "1 problem"),
    ],
)
def test_what_cannot_be_saved_is_refused_before_anything_is_sent(
    helper: Helper, words: tuple[str, ...], code: str, part: str
) -> None:
    (helper.work / "file").write_text("")
    (helper.work / "link").symlink_to(Path(helper.command[-1]).parent)
    answer = helper(*words)
    assert answer.outcome == (2, code), answer.out
    assert part in answer.error["message"]
    assert not helper.account_calls()


class Invoices(Pages):
    """A stand-in with a list of invoices and one answer for each file."""

    def __init__(self, folder: Path, rows: list[dict[str, Any]], *files: Any) -> None:
        super().__init__(folder, [page(rows, totalItems=len(rows)), *files])
        actions = [{"id": f"a-{key}", "key": key, "name": key} for key in (LIST, "get-invoice-by-id")]
        (self.rules.folder / "actions").write_text(json.dumps({"items": actions}))

    def __call__(self, *words: str) -> dict[str, Any]:
        document: dict[str, Any] = self.rules.helper.ok(LIST, *words)
        return document


def numbered(count: int) -> list[dict[str, Any]]:
    return [{"faktooraId": f"F{number:06}", "invoiceNumber": str(number)} for number in range(count)]


PDF = b64encode(b"%PDF-1.4 all alike").decode()


def test_no_more_than_200_new_files_in_one_call(tmp_path: Path) -> None:
    invoices = Invoices(tmp_path, numbered(203), PDF)
    document = invoices("--where", "invoiceNumber!=x", "--files", "all")
    assert (document["count"], document["saved"], document["left"], document["complete"]) == (203, 200, 3, False)
    assert "stopped after 200 new files; `next` goes on" in document["note"]
    (invoices.rules.folder / "calls").write_text("0")
    rest = invoices.rules.helper.shell(document["next"]).ok().document
    assert (rest["saved"], rest["there"], rest["complete"]) == (3, 200, True)
    assert "next" not in rest


def test_rows_without_a_file_do_not_go_on_for_ever(tmp_path: Path) -> None:
    document = Invoices(tmp_path, numbered(103), {"id": "no file"})("--where", "invoiceNumber!=x", "--files", "all")
    assert (document["saved"], document["missing"], document["left"]) == (0, 100, 3)
    assert document["items"][0]["problem"] == "get-invoice-by-id gave a record, not a file"
    assert "next" not in document
    assert "stopped after 100 rows without a file" in document["note"]


def test_rows_that_have_no_file_are_named_with_why(tmp_path: Path) -> None:
    rows = [{"faktooraId": "../customers", "invoiceNumber": "1"}, {"invoiceNumber": "2"}, *numbered(2)]
    invoices = Invoices(tmp_path, rows, "<html><body>Sorry</body></html>", PDF)
    document = invoices("--where", "invoiceNumber!=x", "--files", "all")
    odd, *problems = [row.get("problem", "") for row in document["items"]]
    assert odd.startswith("faktooraId: ")
    assert problems == ["the row has no faktooraId", "get-invoice-by-id gave a web page, not a file", ""]
    assert (document["saved"], document["missing"], document["complete"]) == (1, 3, False)
    assert names(invoices.rules.helper.work / "all") == ["1-F000001.pdf"]
