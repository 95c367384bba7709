"""An agent is shown all of an input, all of an answer, and what cannot be done."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from support.agent import Helper
from support.pages import Pages
from support.places import ROOT
from support.rules import rules
from support.sessions import a_session
from support.shelf import UPDATE, Shelf

from skill_helper.base.records import Output
from skill_helper.main import main
from skill_helper.output.envelope import Shape, present
from skillc.build import prepare


def named(document: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {row["name"]: row for row in document["inputs"]}


def test_describe_shows_what_lies_inside_an_input(helper: Helper) -> None:
    inputs = named(helper.ok("describe", "create-product"))
    assert inputs["globalID"]["type"] == "object"
    assert inputs["globalID.schemeId"]["about"] == "ISO/IEC 6523 code."
    assert inputs["name"] == {
        "name": "name",
        "type": "string, not empty, no emoji",
        "required": True,
        "about": "Name, without emoji.",
    }
    relations = named(helper.ok("describe", "list-customers"))["relationFields"]["type"]
    assert relations.startswith("list (one at least, none twice), each one of user, legalform,")
    assert helper.ok("describe", "update-product")["rules"] == ["give at least 2 of the inputs"]


def test_help_shows_the_values_that_are_allowed(helper: Helper) -> None:
    page = helper("create-webhook", "--help").out
    assert "--action one of invoiceCreate, invoiceCreated, invoiceSent" in page
    assert "globalID.id" in helper("create-product", "--help").out


def test_a_nested_live_input_can_be_written_at_once(tmp_path: Path) -> None:
    line = {
        "type": "object",
        "required": ["price"],
        "properties": {"price": {"type": "number"}, "kind": {"enum": ["a", "b"]}},
    }
    schema = {
        "type": "object",
        "required": ["lines"],
        "properties": {
            "lines": {"type": "array", "items": {"$ref": "#/$defs/Line"}},
            "who": {"oneOf": [{"type": "string"}, line]},
        },
        "anyOf": [{"required": ["lines"]}, {"required": ["who"]}],
        "$defs": {"Line": line},
    }
    action = {"id": "a-x", "key": "draft-invoice", "name": "Draft", "inputSchema": schema}
    helper = rules(tmp_path, {"actions": json.dumps({"items": [action]})}).helper
    document = helper.ok("describe", "draft-invoice")
    assert document["rules"] == ["give at least one of: lines | who"]
    assert [(row["name"], row["type"]) for row in document["inputs"]] == [
        ("lines", "list, each object"),
        ("lines[].price", "number"),
        ("lines[].kind", "one of a, b"),
        ("who", "string or object"),
        ("who.price (2)", "number"),
        ("who.kind (2)", "one of a, b"),
    ]


def test_a_nested_input_of_a_descriptor_is_described_and_refused_by_the_same_rules(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    line = {"type": "object", "required": ["price"], "properties": {"price": {"type": "number", "description": "Net."}}}
    inputs = {
        "type": "object",
        "required": ["id"],
        "anyOf": [{"required": ["title"]}, {"required": ["lines"]}],
        "properties": {
            "id": {"type": "string", "description": "Which book."},
            "title": {"type": "string", "description": "Its title."},
            "lines": {"type": "array", "items": line, "description": "What it costs."},
            "pay": {"oneOf": [{"type": "string"}, line], "description": "How."},
        },
    }
    shelf = Shelf.copied_to(tmp_path / "skill")
    example = {"ask": "Call it Bees", "input": {"id": "7", "title": "Bees"}}
    shelf.overlay(UPDATE, {"input": inputs, "fill": None, "run": {"action": "update-book"}, "examples": [example]})
    (tmp_path / "facts.json").write_bytes(prepare(shelf.root).files["scripts/bookshelf.json"])

    def document(*words: str) -> dict[str, Any]:
        main([str(shelf.root / "scripts" / "bookshelf.py"), *words], str(tmp_path / "facts.json"))
        found = json.loads(capfdbinary.readouterr().out)
        assert isinstance(found, dict)
        return found

    told = document("describe", "update-book")
    assert told["rules"] == ["give at least one of: title | lines"]
    assert {row["name"]: (row["type"], row.get("required", False)) for row in told["inputs"]} == {
        "id": ("string", True),
        "title": ("string", False),
        "lines": ("list, each object", False),
        "lines[].price": ("number", True),
        "pay": ("string or object", False),
        "pay.price (2)": ("number", True),
    }


def test_an_input_that_membrane_alone_has_is_described(tmp_path: Path) -> None:
    schema = {
        "properties": {
            "page": {"type": "integer"},
            "filter": {"type": "object", "properties": {"from": {"format": "date"}}},
        }
    }
    action = {"id": "a-list-products", "key": "list-products", "name": "List Products", "inputSchema": schema}
    helper = rules(tmp_path, {"actions": json.dumps({"items": [action]})}).helper
    helper("list-products")
    live = helper.ok("describe", "list-products")["live"]
    assert [row["name"] for row in live["new_inputs"]] == ["filter", "filter.from"]


def test_examples_use_the_names_that_are_taken_now(tmp_path: Path) -> None:
    schema = {"required": ["productId"], "properties": {"productId": {"type": "string"}}}
    action = {"id": "a-get-product", "key": "get-product", "name": "Get Product", "inputSchema": schema}
    helper = rules(tmp_path, {"actions": json.dumps({"items": [action]})}).helper
    helper("get-product", "--productId", "5")
    (example,) = helper.ok("describe", "get-product")["examples"]
    assert "--productId 39887" in example
    assert helper.shell(example).code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("actions", "webhook when an invoice is paid"), "no event for a payment"),
        (("actions", "Gutschrift für einen Teil"), "a credit note for a part of it"),
        (("actions", "print customers on paper"), "clearly fits"),
        (("actions", "xyzzy"), "offers nothing that fits"),
    ],
)
def test_a_search_says_when_nothing_fits(helper: Helper, words: tuple[str, ...], said: str) -> None:
    document = helper.ok(*words)
    assert said in document["note"]
    assert list(document)[-1] == "actions"


def test_a_cancellation_is_found_in_the_words_of_users(helper: Helper) -> None:
    for wish in ("cancel invoice", "Storno"):
        assert "cancel-invoice" in [row["use"] for row in helper.ok("actions", wish)["actions"]], wish
    for wish in ("Storno einer Rechnung", "Rechnung stornieren"):
        assert helper.ok("actions", wish)["note"].startswith("`cancel-invoice` cancels an issued invoice")


def test_a_search_that_fits_has_no_note(helper: Helper) -> None:
    for wish in ("list projects", "show the customers", "products"):
        assert "note" not in helper.ok("actions", wish)


def test_whoever_asks_for_an_event_of_a_payment_is_told(helper: Helper) -> None:
    error = helper("create-webhook", "--action", "invoicePaid", "--target", "https://x.example/h").error
    assert "no event for a payment" in error["remedy"]
    assert "did you mean" not in json.dumps(error)
    assert "no event for a payment" in helper("mark-invoice-as-paid").error["remedy"]
    assert "no event for a payment" in (ROOT / "references" / "webhook.md").read_text(encoding="utf-8").replace(
        "There is n", "n"
    )


def test_suggestions_come_within_two_typing_errors(helper: Helper) -> None:
    assert "list-customers" in helper("list-cutsomers").error["remedy"]
    assert "did you mean" not in helper("list-contracts").error["remedy"]
    problems = helper("create-product", "--nmae", "x", "--unit", "H87", "--tax", "19").error["problems"]
    assert any('did you mean "name"?' in problem.get("hint", "") for problem in problems)


SHAPE = Shape((), asked=False, full=False, limit=None, output=None, stem="x")


@pytest.mark.parametrize(
    ("answer", "show", "shown"),
    [
        ({"data": {"id": "1", "name": "N"}}, ("data.id",), {"data.id": "1"}),
        ({"data": {"id": "1", "name": "N"}}, ("id",), {"id": "1"}),
        ({"data": {"id": "1", "name": "N"}, "meta": {"x": 1}}, ("data.id",), {"data.id": "1"}),
        ({"data": {"id": "1", "name": "N"}, "meta": {"x": 1}}, ("id",), {"id": "1"}),
        ({"result": {"data": {"id": "1"}}}, ("result.data.id",), {"result.data.id": "1"}),
        ({"id": "1", "items": [{"a": 1}, {"a": 2}]}, ("id", "items"), {"id": "1", "items": [{"a": 1}, {"a": 2}]}),
        ({"id": "1", "data": {"id": "2"}}, ("id",), {"id": "1"}),
    ],
)
def test_the_record_is_what_the_columns_name(answer: Any, show: tuple[str, ...], shown: dict[str, Any]) -> None:
    document = present(a_session(), answer, SHAPE._replace(columns=show), Output(show=show))
    assert document["record"] == shown


def test_parts_of_an_object_that_are_not_shown_are_named() -> None:
    answer = {"data": {"id": "1", "name": "N", "place": {"city": "B", "street": "S"}}}
    shape = SHAPE._replace(columns=("data.id", "data.place.city"))
    document = present(a_session(), answer, shape, Output(show=("data.id", "data.place.city")))
    assert document["hidden"] == "data.name, data.place.street"


def test_a_record_with_an_id_is_no_list_whatever_it_holds() -> None:
    document = present(a_session(), {"id": "1", "items": [{"a": 1}], "total": 5}, SHAPE, Output())
    assert document == {"ok": True, "hidden": "items", "record": {"id": "1", "total": 5}}


def test_the_command_that_looks_is_taken(tmp_path: Path) -> None:
    helper = rules(tmp_path)
    helper.answer("", "socket hang up", 1)
    error = helper("create-product", "--name", "Kiste", "--unit", "H87", "--tax", "19").error
    look = error["remedy"].partition("looked: ")[2]
    assert "list-products --keyword Kiste" in look


def test_what_can_be_done_about_a_wrong_invoice_is_said() -> None:
    page = (ROOT / "references" / "invoice.md").read_text(encoding="utf-8")
    for word in (
        "A wrong or cancelled invoice",
        "Only in Faktoora",
        "Storno",
        "381",
        "(inferred)",
        "openAmount",
        "archived",
    ):
        assert word in page


def test_pages_asks_for_the_whole_page(tmp_path: Path) -> None:
    helper = Pages(tmp_path, [[]])
    helper("--all")
    assert '"perPage":100' in (helper.rules.folder / "asked").read_text(encoding="utf-8")
