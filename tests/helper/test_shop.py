"""A skill of a shop, tests/golden/shop: what its actions send, and what is made of the answers."""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import Any

import pytest
from support.apis.shop import open_shop, orders_in
from support.served import Served, compiled_facts, stand_in_here

ITEMS = [{"product": 93, "quantity": 2}]


class Shop(Served):
    """The helper of the skill, in front of the shop."""

    def __call__(self, *words: str) -> tuple[int, dict[str, Any]]:
        return self.call([*words, "--connection", "c1"])

    def given(self, key: str, values: dict[str, Any], *words: str) -> tuple[int, dict[str, Any]]:
        """Call an action with its input as JSON."""
        return self(key, "--input", json.dumps(values), *words)

    def again(self, command: str) -> tuple[int, dict[str, Any]]:
        """Call the command that an answer names."""
        words = shlex.split(command)[2:]
        place = words.index("--connection")
        return self(*words[:place], *words[place + 2 :])


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compiled_facts("shop", tmp_path_factory.mktemp("skill"))


@pytest.fixture
def shop(
    facts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Shop:
    app = stand_in_here("shop", tmp_path, monkeypatch)
    open_shop(app.folder)
    return Shop(app, facts, lambda: capfdbinary.readouterr().out, "/wp-json/wc/v3")


def test_a_page_names_the_command_for_the_next_and_claims_nothing_more(shop: Shop) -> None:
    code, document = shop("list-orders", "--size", "2")
    assert (code, [row["id"] for row in document["items"]]) == (0, [703, 702])
    assert document["items"][0]["total"] == 25
    assert not {"complete", "total"} & set(document)
    code, document = shop.again(document["next"])
    assert (code, [row["id"] for row in document["items"]], document["complete"]) == (0, [701], False)
    assert shop.lines == ["GET /orders?per_page=2", "GET /orders?page=2&per_page=2"]


def test_all_pages_are_as_big_as_the_app_allows(shop: Shop) -> None:
    open_shop(shop.app.folder, orders=130)
    code, document = shop("list-orders", "--all", "--fields", "id", "--status", "pending", "--status", "on-hold")
    assert (code, document["count"], document["items"][0], document["items"][-1]) == (0, 130, {"id": 830}, {"id": 701})
    assert "complete" not in document
    assert document["note"] == "the app names no total, so nothing proves that these are all"
    assert shop.lines == [f"GET /orders?status=pending,on-hold&page={page}&per_page=100" for page in (1, 2, 3)]


def test_more_rows_than_a_page_holds_are_refused_before_the_app_is_asked(shop: Shop) -> None:
    code, document = shop("list-orders", "--size", "101", "--after", "2026-09-28")
    assert (code, {problem["pointer"] for problem in document["error"]["problems"]}) == (2, {"/after", "/size"})
    assert shop.lines == []


def test_an_order_is_made_for_the_customer_with_this_address(shop: Shop) -> None:
    given = {
        "customer": "ada@example.com",
        "items": [{"product": 93, "quantity": 2, "total": 20.5}, {"product": 22, "variation": 23, "quantity": 1}],
        "delivery": [{"title": "By post", "cost": 4.9}],
        "coupons": ["WELCOME"],
        "paid": True,
    }
    code, document = shop.given("create-order", given)
    plan = document["error"]["plan"]
    assert (code, plan["looked_up"]["customer"]["id"], plan["target"]) == (5, 25, "none: a new record")
    assert shop.changes == []
    code, document = shop.given("create-order", given, "--confirm", document["error"]["digest"])
    assert (code, document["record"]["id"], document["record"]["status"]) == (0, 704, "processing")
    assert shop.lines[0] == "GET /customers?search=ada@example.com&role=all&page=1&per_page=100"
    assert [sent.body for sent in shop.changes] == [
        {
            "customer_id": 25,
            "line_items": [
                {"product_id": 93, "quantity": 2, "total": "20.5"},
                {"product_id": 22, "variation_id": 23, "quantity": 1},
            ],
            "shipping_lines": [{"method_id": "flat_rate", "method_title": "By post", "total": "4.9"}],
            "coupon_lines": [{"code": "WELCOME"}],
            "set_paid": True,
        }
    ]


def test_the_names_of_the_vendor_and_camel_case_are_understood(shop: Shop) -> None:
    bodies = []
    for given in (
        {"line_items": [{"product_id": 93, "quantity": 1}], "billing": {"first_name": "Ada"}, "customer_note": "Hi"},
        {"lineItems": [{"productId": 93, "quantity": 1}], "billing": {"firstName": "Ada"}, "customerNote": "Hi"},
        {"items": [{"product": 93, "quantity": 1}], "billing": {"first_name": "Ada"}, "note": "Hi"},
    ):
        code, document = shop.given("create-order", given, "--dry-run")
        assert code == 0
        bodies.append(document["would_send"]["body"])
    assert bodies[0] == bodies[1] == bodies[2]
    assert bodies[0]["line_items"] == [{"product_id": 93, "quantity": 1}]
    code, document = shop.given("create-order", {"items": ITEMS, "line_items": ITEMS})
    assert (code, document["error"]["remedy"]) == (2, "give items alone")
    assert shop.changes == []


def test_an_address_of_two_customers_is_refused_with_both(shop: Shop) -> None:
    code, document = shop.given("create-order", {"customer": "office@example.com", "items": ITEMS})
    assert (code, [row["id"] for row in document["error"]["candidates"]]) == (2, [26, 27])
    assert document["error"]["remedy"] == "ask the user which one is meant, and give its id"
    assert shop.lines == [
        "GET /customers?search=office@example.com&role=all&page=1&per_page=100",
        "GET /customers?role=all&page=1&per_page=100",
        "GET /customers?role=all&page=2&per_page=100",
    ]
    assert shop.changes == []
    code, document = shop.given("create-order", {"customer": 27, "items": ITEMS}, "--dry-run")
    assert (code, document["would_send"]["body"]["customer_id"]) == (0, 27)


def test_a_refund_is_planned_and_then_paid_back_once(shop: Shop) -> None:
    words = ("refund-order", "--order", "702", "--amount", "10.50", "--reason", "Broken")
    code, document = shop(*words)
    error = document["error"]
    assert (code, error["message"]) == (5, "Pays money back through the gateway; nothing was sent yet")
    assert (error["plan"]["target"]["total"], error["plan"]["target"]["refunds"]) == (25, [])
    assert error["plan"]["send"]["body"] == {"amount": "10.50", "reason": "Broken", "api_refund": True}
    assert shop.changes == []
    code, document = shop(*words, "--confirm", error["digest"])
    assert (code, document["record"]["amount"], document["record"]["refunded_payment"]) == (0, 10.5, True)
    code, document = shop(*words, "--confirm", error["digest"])
    assert (code, document["error"]["plan"]["target"]["refunds"][0]["total"]) == (5, -10.5)
    assert [(sent.line.rpartition("v3")[2], sent.body["amount"]) for sent in shop.changes] == [
        ("/orders/702/refunds", "10.50")
    ]
    assert shop("list-refunds", "--order", "702")[1]["items"][0]["amount"] == 10.5


def test_a_refund_that_failed_is_looked_for_among_the_refunds_of_the_order(shop: Shop) -> None:
    open_shop(shop.app.folder, payment_method="cod")
    words = ("refund-order", "--order", "702", "--amount", "10")
    code, document = shop(*words, "--confirm", shop(*words)[1]["error"]["digest"])
    look = document["error"]["remedy"].partition("do not repeat before you have looked: ")[2]
    assert (code, "does not support automatic refunds" in document["error"]["message"]) == (10, True)
    assert shop.again(f"{look} --connection c1")[1]["items"] == []


def test_the_plan_for_several_orders_shows_each(shop: Shop) -> None:
    words = ("update-orders", "--ids", "701", "--ids", "702", "--status", "completed")
    code, document = shop(*words)
    plan = document["error"]["plan"]
    assert (code, [row["number"] for row in plan["target"]]) == (5, ["701", "702"])
    assert plan["send"]["body"] == {"update": [{"id": 701, "status": "completed"}, {"id": 702, "status": "completed"}]}
    code, document = shop(*words, "--confirm", document["error"]["digest"])
    assert (code, [(row["id"], row["status"]) for row in document["items"]]) == (
        0,
        [(701, "completed"), (702, "completed")],
    )
    assert orders_in(shop.app.folder) == {703: "pending", 702: "completed", 701: "completed"}


def test_an_order_that_was_not_changed_with_the_others_says_why(shop: Shop) -> None:
    open_shop(shop.app.folder, locked=True)
    words = ("update-orders", "--ids", "701", "--status", "completed")
    code, document = shop(*words, "--confirm", shop(*words)[1]["error"]["digest"])
    assert (code, document["items"]) == (0, [{"id": 701, "error.message": "The order is locked."}])
    assert orders_in(shop.app.folder)[701] == "pending"


def test_several_orders_of_which_one_is_missing_are_not_planned(shop: Shop) -> None:
    code, document = shop("update-orders", "--ids", "701", "--ids", "799", "--status", "completed")
    assert (code, document["error"]["code"]) == (6, "not_found")
    assert shop.changes == []


def test_an_order_goes_to_the_trash_or_for_good(shop: Shop) -> None:
    code, document = shop("delete-order", "--id", "701")
    message = "delete-order needs a yes, though it can be undone in WooCommerce; nothing was sent yet"
    assert (code, document["error"]["message"]) == (5, message)
    assert shop("delete-order", "--id", "701", "--confirm", document["error"]["digest"])[0] == 0
    assert orders_in(shop.app.folder)[701] == "trash"
    code, document = shop("purge-order", "--id", "701")
    assert (code, document["error"]["message"]) == (5, "purge-order cannot be undone; nothing was sent yet")
    assert shop("purge-order", "--id", "701", "--confirm", document["error"]["digest"])[0] == 0
    assert 701 not in orders_in(shop.app.folder)
    assert [sent.line.rpartition("v3")[2] for sent in shop.changes] == [
        "/orders/701?force=false",
        "/orders/701?force=true",
    ]


def test_a_deletion_is_planned_anew_when_the_order_has_changed(shop: Shop) -> None:
    digest = shop("delete-order", "--id", "701")[1]["error"]["digest"]
    open_shop(shop.app.folder, status="completed")
    code, document = shop("delete-order", "--id", "701", "--confirm", digest)
    assert (code, document["error"]["plan"]["target"]["status"]) == (5, "completed")
    assert shop.changes == []


def test_a_price_is_sent_as_text_and_read_as_a_number(shop: Shop) -> None:
    code, document = shop("update-product-price", "--id", "93", "--price", "14.90")
    assert (code, document["error"]["plan"]["target"]["regular_price"]) == (5, 12.5)
    words = ("update-product-price", "--id", "93", "--price", "14.90", "--confirm", document["error"]["digest"])
    code, document = shop(*words)
    assert (code, document["record"]["price"], document["record"]["sale_price"]) == (0, 14.9, "")
    assert [sent.body for sent in shop.changes] == [{"regular_price": "14.90"}]


@pytest.mark.parametrize("key", ["get-order", "update-order", "delete-order"])
def test_an_order_that_is_not_there_is_to_be_looked_up(shop: Shop, key: str) -> None:
    words = ("--status", "completed") if key == "update-order" else ()
    code, document = shop(key, "--id", "799", *words)
    assert (code, "list-orders" in document["error"]["remedy"]) == (6, True)
    assert shop.changes == []
