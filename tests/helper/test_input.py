"""Input in all its forms arrives as it was meant; what is wrong is told at once, before anything is sent."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from support.agent import Helper
from support.records import CUSTOMER, NEW_PRODUCT, PRODUCT

CUSTOMER_FLAGS = (
    "--isCompany",
    "true",
    "--address",
    "Weg 1",
    "--postcode",
    "01067",
    "--city",
    "Dresden",
    "--extras",
    '{"a":[1,{"b":null}]}',
)
CREATED = {
    "isCompany": True,
    "address": "Weg 1",
    "postcode": "01067",
    "city": "Dresden",
    "extras": {"a": [1, {"b": None}]},
}


def test_flags_are_typed_by_the_schema(helper: Helper) -> None:
    helper.ok("create-customer", *CUSTOMER_FLAGS)
    assert helper.sent_body() == CREATED


def test_every_form_of_json_input(helper: Helper) -> None:
    text = json.dumps(CREATED)
    (helper.work / "customer.json").write_bytes(b"\xef\xbb\xbf" + text.encode())
    for words, stdin in (
        (("--input", text), b""),
        ((f"--input={text}",), b""),
        (("--input", "@customer.json"), b""),
        (("--input", "-"), text.encode()),
    ):
        helper.ok("create-customer", *words, stdin=stdin)
        assert helper.sent_body() == CREATED
    helper.ok("create-customer", "--input", text, "--city", "Ulm")
    assert helper.sent_body()["city"] == "Ulm"
    helper.ok("create-customer", "--input", json.dumps(text))
    assert helper.sent_body() == CREATED


@pytest.mark.parametrize("number", ["129.90", "0.10", "1234567890123456789.123456789", "0.000000000000000000012", "19"])
def test_numbers_reach_membrane_as_written(helper: Helper, number: str) -> None:
    helper(*NEW_PRODUCT, f"--price={number}")
    assert json.loads(helper.last_input(), parse_float=Decimal)["price"] == Decimal(number)


def test_big_whole_numbers_stay_whole(helper: Helper) -> None:
    helper.ok("create-customer", *CUSTOMER_FLAGS[:-1], '{"n":123456789012345678901234567890}')
    assert helper.sent_body()["extras"] == {"n": 123456789012345678901234567890}


def test_digits_in_text_stay_text(helper: Helper) -> None:
    helper.ok(
        "update-customer",
        "--id",
        CUSTOMER,
        "--postcode",
        "01067",
        "--phoneNo",
        "0049",
        "--vatId=1e5a",
        "--customerId",
        "007",
    )
    sent = helper.sent_body()
    assert (sent["postcode"], sent["phoneNo"], sent["vatId"], sent["customerId"]) == ("01067", "0049", "1e5a", "007")


def test_arrays_repeat_their_flag_or_are_json(helper: Helper) -> None:
    for words in (("--keywords", "Bäckerei", "--keywords", "Berlin"), ("--keywords", '["Bäckerei","Berlin"]')):
        helper.ok("list-customers", *words)
        assert helper.last_account_call()["query"] == [["keywords", "Bäckerei"], ["keywords", "Berlin"]]


def test_missing_fields_are_read_from_the_record_and_sent_along(helper: Helper) -> None:
    record = helper.ok("get-customer", "--id", CUSTOMER, "--full")["record"]
    helper.ok("update-customer", "--id", CUSTOMER, "--email", "neu@example.com")
    kept = {name: record[name] for name in ("isCompany", "address", "postcode", "city", "extras")}
    assert helper.sent_body() == {"email": "neu@example.com", **kept}


def test_what_the_record_lacks_too_is_asked_for_and_never_made_up(helper: Helper) -> None:
    rows = helper.ok("list-customers", "--all", "--fields", "id,name")["items"]
    identifier = next(row["id"] for row in rows if row["name"] == "Altbestand Import 2019")
    answer = helper("update-customer", "--id", identifier, "--email", "neu@example.com")
    assert answer.outcome == (2, "record_incomplete")
    assert [problem["pointer"] for problem in answer.error["problems"]] == ["/postcode", "/extras"]
    assert helper.changes() == []


REFUSED: dict[str, tuple[tuple[str, ...], str, str]] = {
    "not json": (("--input", "{]"), "not_json", "--input is not JSON"),
    "stripped quotes": (("--input", "{name: Kiste}"), "quotes_removed", "removed its quotes"),
    "nan": (("--input", '{"price": NaN}'), "not_json", "NaN is not JSON"),
    "out of range": (("--input", '{"price": 1e9999999999999999999}'), "not_json", "out of range"),
    "too deep": (("--input", '{"name":' + "[" * 300 + "]" * 300 + "}"), "not_json", "too deeply"),
    "an array": (("--input", "[1]"), "not_an_object", "not a JSON object"),
    "no such file": (("--input", "@nothing.json"), "unreadable_file", '"nothing.json"'),
    "a folder": (("--input", "@."), "unreadable_file", "cannot be read"),
    "no value": (("--name", "--unit", "H87"), "missing_value", "--name needs a value"),
    "twice": (("--name", "a", "--name", "b"), "repeated_flag", "given 2 times"),
    "option twice": (("--input", "{}", "--input", "{}"), "bad_option", "given twice"),
    "option without value": (("--input",), "bad_option", "needs a value"),
    "a switch with a value": (("--full=yes",), "bad_option", "takes no value"),
    "a word": (("Kiste",), "unexpected_word", '"Kiste"'),
    "a limit of none": (("--limit", "0"), "bad_option", "whole number"),
}


@pytest.mark.parametrize(("words", "code", "said"), REFUSED.values(), ids=REFUSED)
def test_unusable_input_is_refused_with_what_is_wrong(
    helper: Helper, words: tuple[str, ...], code: str, said: str
) -> None:
    answer = helper("create-product", *words)
    assert answer.outcome == (2, code)
    assert said in answer.error["message"]
    assert helper.account_calls() == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_input_may_be_written_as_powershell_writes_it(helper: Helper, encoding: str) -> None:
    text = '{"name":"Tür, groß","unit":"H87","tax":19}'.encode(encoding)
    assert (
        helper.ok("create-product", "--input", "-", "--dry-run", stdin=text)["would_send"]["input"]["name"]
        == "Tür, groß"
    )


def test_standard_input_that_is_no_text_is_refused(helper: Helper) -> None:
    for junk in (b"\xff\x00", b"\xff\xfe\x00"):
        assert helper("create-product", "--input", "-", stdin=junk).outcome == (2, "unreadable_file")


def test_all_problems_are_told_at_once(helper: Helper) -> None:
    answer = helper(
        "create-product",
        "--naem",
        "x",
        "--tax",
        "19,5",
        "--price",
        "1.234,50",
        "--inventoryCount",
        "viele",
        "--globalID",
        "x",
    )
    problems: dict[str, Any] = {problem.get("pointer", ""): problem for problem in answer.error["problems"]}
    assert answer.outcome == (2, "bad_input")
    assert answer.error["message"].startswith(f"create-product: {len(answer.error['problems'])} problems")
    assert problems["/naem"]["hint"] == 'did you mean "name"?'
    assert problems["/tax"]["hint"] == "write 19.5"
    assert problems["/price"]["hint"] == "write 1234.50"
    assert {"/inventoryCount", "/globalID"} <= set(problems)
    assert "describe create-product" in answer.error["remedy"]
    assert helper.account_calls() == []


def test_reserved_words_are_no_ids(helper: Helper) -> None:
    for words in (
        ("get-customer", "--id", "verify-customer-number"),
        ("get-product", "--id", "valid-code"),
        ("delete-invoice", "--faktooraId", "next-number"),
        ("get-product", "--id", "../x"),
    ):
        assert helper(*words).outcome == (2, "bad_input")
    assert helper.account_calls() == []


def test_a_request_takes_its_body_from_a_file_byte_for_byte(helper: Helper) -> None:
    (helper.work / "body.txt").write_bytes("zeile\r\n€".encode())
    words = ("request", "/product", "-X", "POST", "-d", "@body.txt", "--rawData", "-H", "Content-Type: text/plain")
    assert helper(*words).error["plan"]["send"] == {
        "method": "POST", "path": "/product",
        "headers": ["Content-Type: text/plain"], "body": "zeile\r\n€", "raw": True,
    }  # fmt: skip
    helper.confirmed(*words)
    assert helper.last_account_call()["body"] == "zeile\r\n€"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("/product", "-d", "x"), "body_with_get"),
        (("/product", "-X", "POST", "-d", "x", "--json", "{}"), "two_bodies"),
        (("/product", "-X", "PURGE"), "bad_method"),
        (("/product/{id}",), "missing_path_parameter"),
        (("/product", "--query", "x"), "bad_option"),
        (("/product", "-X", "POST", "--json", "{a:1}"), "quotes_removed"),
        (("/product", "/customers"), "wrong_usage"),
        ((), "wrong_usage"),
        (("/product", "--methode", "GET"), "unknown_option"),
        (("/product", "-X", "POST", "-d", "@zero"), "call_impossible"),
    ],
)
def test_requests_that_cannot_be_meant_are_refused(helper: Helper, words: tuple[str, ...], code: str) -> None:
    (helper.work / "zero").write_bytes(b"a\0b")
    answer = helper("request", *words)
    assert answer.outcome == (2, code)
    assert helper.account_calls() == []


def test_a_product_is_found_again_with_its_price(helper: Helper) -> None:
    assert helper.ok("get-product", "--id", PRODUCT)["record"]["price"] == Decimal("289.00")
