"""`complete: true` is proved by the answers, or not said."""

from __future__ import annotations

import json
import shlex
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from support.agent import Helper
from support.pages import Pages, page, rows
from support.rules import rules

UNPROVED = "the app names no total, so nothing proves that these are all"


@pytest.mark.parametrize(
    ("reply", "complete"),
    [
        (page(rows(1, 2, 3), totalItems=3), True),
        (page(rows(1, 2, 3), totalItems=4), False),
        (page(rows(1, 2, 3), totalItems=2), False),
        (page(rows(1, 2, 2), totalItems=3), False),
        (page(rows(1, 2, 2), totalItems=2), False),
        (page(rows(1, 2, 3), totalItems=3, totalPages=2), False),
        (page(rows(1, 2, 3), perPage=25), True),
        (page(rows(1, 2, 3), perPage=3), None),
        (page(rows(1, 2, 3), perPage=3, totalPages=1), True),
        (page(rows(1, 2, 2), perPage=25), False),
        (page(rows(1, 2, 3), perPage=25, nextCursor="x"), False),
        (page(rows(1, 2, 3), totalItems=3, hasMore=True), False),
        (page(rows(1, 2, 3)), None),
        (page([], totalItems=0), True),
        (page([], totalItems=5), False),
        (page([]), None),
        (rows(1, 2, 3), None),
        ([], None),
        ({"items": rows(1, 2, 3)}, None),
        ({"items": rows(1, 2, 3), "cursor": "abc"}, False),
        ({"content": rows(1, 2), "totalElements": 2, "size": 20, "number": 0}, True),
        ({"results": rows(1, 2), "total": "2"}, None),
    ],
)
def test_one_page_claims_what_it_proves(tmp_path: Path, reply: Any, complete: object) -> None:
    document = Pages(tmp_path, [reply])()
    assert document.get("complete") is complete
    if complete is None:
        assert UNPROVED in document["note"]


def test_a_later_page_is_never_the_whole(tmp_path: Path) -> None:
    document = Pages(tmp_path, [page(rows(1, 2), perPage=25)])("--page", "2")
    assert document["complete"] is False
    assert "next" not in document


def test_an_invoice_that_is_made_between_two_pages_is_read(tmp_path: Path) -> None:
    before = [
        page(rows(4, 3), totalItems=4),
        page(rows(3, 2), totalItems=5),
        page(rows(1), totalItems=5),
        page([], totalItems=5),
    ]
    after = [page(rows(5, 4), totalItems=5), page(rows(3, 2), totalItems=5), page(rows(1), totalItems=5)]
    document = Pages(tmp_path, before + after)("--all")
    assert [row["id"] for row in document["items"]] == ["5", "4", "3", "2", "1"]
    assert (document["complete"], document["total"], document["count"]) == (True, 5, 5)


def test_an_invoice_that_is_deleted_between_two_pages_is_no_row_too_few(tmp_path: Path) -> None:
    before = [page(rows(5, 4), totalItems=5), page(rows(2, 1), totalItems=4)]
    after = [page(rows(4, 3), totalItems=4), page(rows(2, 1), totalItems=4)]
    document = Pages(tmp_path, before + after)("--all")
    assert [row["id"] for row in document["items"]] == ["4", "3", "2", "1"]
    assert document["complete"] is True


def test_an_invoice_that_is_made_and_one_that_is_deleted_between_two_pages_are_noticed(tmp_path: Path) -> None:
    before = [page(rows(4, 3), totalItems=4), page(rows(3, 2), totalItems=4), page(rows(1), totalItems=4)]
    after = [page(rows(5, 3), totalItems=4), page(rows(2, 1), totalItems=4)]
    document = Pages(tmp_path, before + after)("--all")
    assert [row["id"] for row in document["items"]] == ["5", "3", "2", "1"]
    assert document["complete"] is True
    restless = Pages(tmp_path / "again", before * 2)("--all")
    assert restless["complete"] is False
    assert "1 of them twice" in restless["note"]


def test_a_list_that_never_rests_says_so(tmp_path: Path) -> None:
    replies = [page(rows(4, 3), totalItems=4), page(rows(3, 2, 1), totalItems=5), page([], totalItems=5)]
    document = Pages(tmp_path, replies * 2)("--all")
    assert document["complete"] is False
    assert "changed while it was read" in document["note"]
    assert len({row["id"] for row in document["items"]}) == document["count"]


def test_rows_that_come_twice_are_left_out_and_speak_against_the_end(tmp_path: Path) -> None:
    replies = [page(rows(1, 2), perPage=2), page(rows(2, 3), perPage=2), page(rows(4), perPage=2)]
    document = Pages(tmp_path, replies * 2)("--all")
    assert [row["id"] for row in document["items"]] == ["1", "2", "3", "4"]
    assert document["complete"] is False


def test_a_total_that_no_page_fills_is_not_reached(tmp_path: Path) -> None:
    document = Pages(tmp_path, [page(rows(1, 2), totalItems=5), page([], totalItems=5)])("--all")
    assert (document["complete"], document["count"], document["total"]) == (False, 2, 5)
    assert "names a total of 5 and gave 2 rows" in document["note"]


@pytest.mark.parametrize(
    ("replies", "complete"),
    [
        ([rows(1, 2), rows(3), []], None),
        ([page(rows(1, 2), perPage=2), page([], perPage=2)], True),
        ([page(rows(1, 2), perPage=2), page(rows(3), perPage=2)], True),
        ([page(rows(1, 2), perPage=2, totalPages=2), page(rows(3, 4), perPage=2, totalPages=2)], True),
        ([page(rows(1), perPage=2, totalPages=2), page(rows(3), perPage=2, totalPages=2)], None),
        ([rows(1, 2)], None),
    ],
)
def test_the_last_of_all_pages_claims_what_it_proves(tmp_path: Path, replies: list[Any], complete: object) -> None:
    document = Pages(tmp_path, replies)("--all")
    assert document.get("complete") is complete
    assert len({row["id"] for row in document["items"]}) == document["count"]


def test_a_list_of_one_new_row_a_page_ends_soon_and_can_be_gone_on_with(tmp_path: Path) -> None:
    helper = Pages(tmp_path, [{"items": [{"id": "@N@", "name": "x"}]}])
    document = helper("--all")
    assert helper.calls <= 25
    assert document["complete"] is False
    assert f"--page {helper.calls + 1}" in document["next"]


def test_a_page_that_moves_on_by_one_row_ends_too(tmp_path: Path) -> None:
    helper = Pages(tmp_path, [{"items": [{"id": "@N@"}, {"id": "@N@0"}, {"id": "@N@00"}], "total": 100_000}])
    helper("--all")
    assert helper.calls <= 100


def test_the_facts_come_before_the_rows(tmp_path: Path) -> None:
    helper = Pages(tmp_path, [page(rows(1, 2), totalItems=60, perPage=2, totalPages=30)])
    assert list(helper("--perPage", "2"))[:4] == ["ok", "count", "total", "complete"]
    for words in ((), ("--all", "--limit", "1"), ("--full",)):
        assert list(helper(*words))[-1] == "items"
    assert list(helper.rules.helper.ok("actions"))[-1] == "actions"


def test_a_list_too_long_to_print_is_cut_with_the_command_that_goes_on(helper: Helper) -> None:
    words = ("list-outgoing-invoices", "--full")
    whole: list[str] = []
    document = helper.ok(*words, "--all")
    assert document["complete"] is False
    assert "cut after" in document["note"]
    while True:
        text = json.dumps(document["items"], default=str)
        assert len(text) < 25_000
        whole += [row["faktooraId"] for row in document["items"]]
        if "next" not in document:
            break
        document = helper.shell(document["next"]).document
        assert document["complete"] is False
    assert (len(whole), len(set(whole))) == (400, 400)


def test_a_later_page_is_cut_so_that_the_next_one_begins_after_it(helper: Helper) -> None:
    document = helper.ok("list-outgoing-invoices", "--full", "--perPage", "90", "--page", "2")
    following = helper.shell(document["next"]).document
    expected = helper.ok("list-outgoing-invoices", "--all", "--fields", "faktooraId")["items"]
    shown = [row["faktooraId"] for row in document["items"] + following["items"]]
    assert shown == [row["faktooraId"] for row in expected[90 : 90 + len(shown)]]


def test_a_long_answer_of_a_request_is_saved_only_when_asked_for(helper: Helper) -> None:
    document = helper.ok("request", "/invoices", "--query", "perPage=100", "--full")
    assert document["count"] < 100
    assert list(helper.work.iterdir()) == []
    saved = helper.shell(document["next"]).document
    assert len(json.loads(Path(saved["file"]["path"]).read_text(encoding="utf-8"))) == 100


def test_nothing_matches_names_what_was_searched_for(helper: Helper) -> None:
    assert helper.ok("list-customers", "--keywords", "gibtesnicht", "--keywords", "x")["note"].startswith(
        'nothing matches keywords "gibtesnicht", "x"'
    )
    note = helper.ok("list-products", "--keyword", "gibtesnicht", "--sort", "name", "--perPage", "3")["note"]
    assert note == 'nothing matches keyword "gibtesnicht"'


def test_a_bare_array_of_a_request_claims_nothing(tmp_path: Path) -> None:
    helper = rules(tmp_path, {"get": json.dumps(rows(*range(25)))}).helper
    document = helper.ok("request", "/product", "--query", "perPage=25", "--query", "page=1")
    assert document["count"] == 25
    assert "complete" not in document
    assert UNPROVED in document["note"]


def test_letters_with_separate_accents_are_found(helper: Helper) -> None:
    composed = helper.ok("list-customers", "--keywords", "Schönfeld")
    decomposed = helper.ok("list-customers", "--keywords", "Scho\u0308nfeld")
    assert composed["count"] > 0
    assert decomposed["items"] == composed["items"]


def test_nothing_matches_names_what_a_request_and_a_live_action_searched_for(helper: Helper, tmp_path: Path) -> None:
    words = ("request", "/customers", "--query", "keywords[]=gibtesnicht", "--query", "perPage=5")
    assert helper.ok(*words)["note"].startswith('nothing matches keywords[] "gibtesnicht"')
    schema = {"properties": {"word": {"type": "string"}, "limit": {"type": "integer"}}}
    action = {"id": "a-get-x", "key": "list-books", "name": "List Books", "type": "list-books", "inputSchema": schema}
    live = rules(tmp_path / "live", {"actions": json.dumps({"items": [action]})})
    program = live.folder / "membrane"
    program.write_text(program.read_text(encoding="utf-8").replace('{"id":"5","name":"Kiste"}', "[]"), encoding="utf-8")
    found = live.helper.confirmed("run", "a-get-x", "--input", '{"word":"bees","limit":5}').document
    assert found["note"].startswith('nothing matches word "bees";')


def test_a_list_of_all_that_is_empty_says_that(tmp_path: Path) -> None:
    assert Pages(tmp_path, [page([], totalItems=0)])()["note"] == "the list is empty"


def test_hidden_fields_are_named_once(helper: Helper) -> None:
    first = helper.ok("list-customers", "--perPage", "2")
    assert "vatId" in first["hidden"]
    assert "hidden" not in helper.shell(first["next"]).document
    assert "hidden" not in helper.ok("create-product", "--name", "Kiste", "--unit", "H87", "--tax", "19")


def test_the_answer_of_a_change_names_no_command_that_repeats_it(helper: Helper) -> None:
    helper.sandbox.set("request", "plain")
    words = ("request", "/product", "-X", "POST", "--json", '{"name":"Kiste","unit":"H87","tax":19}', "--limit", "1")
    document = helper.confirmed(*words).document
    assert "next" not in document
    assert shlex.join(words) not in json.dumps(document, default=str)


def test_the_turnover_can_be_told_from_the_rows_that_are_shown(helper: Helper) -> None:
    saved = helper.ok("list-outgoing-invoices", "--all", "--output", "rows.json")
    assert saved["complete"] is True
    everything = json.loads(Path(saved["file"]["path"]).read_text(encoding="utf-8"), parse_float=Decimal)
    document = helper.ok("list-outgoing-invoices", "--all")
    shown = list(document["items"])
    while "next" in document:
        document = helper.shell(document["next"]).document
        shown += document["items"]
    turnover = sum(_signed(row) for row in shown)
    assert turnover == sum(_signed(row) for row in everything)
    assert turnover < sum(abs(_signed(row)) for row in everything)


def _signed(row: dict[str, Any]) -> Decimal:
    """Return what an issued invoice adds to the turnover, as SKILL.md and the reference page tell it."""
    if row["status"] in ("draft", "review"):
        return Decimal(0)
    return Decimal(row["grossAmount"]) * (-1 if row["invoiceTypeCode"] == "381" else 1)


def test_a_type_stands_in_the_rows_of_invoices(helper: Helper) -> None:
    found = helper.ok("list-outgoing-invoices", "--all", "--fields", "invoiceTypeCode,status,grossAmount")["items"]
    shown = helper.ok("list-outgoing-invoices", "--perPage", "5")["items"]
    assert all("invoiceTypeCode" in row for row in shown)
    issued = [row for row in found if row["status"] not in ("draft", "review")]
    assert {row["invoiceTypeCode"] for row in issued} == {"380", "381"}
