"""Parts with rules of their own: exact JSON, flags, webhook targets, domains, search."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from membrane_sandbox import exactjson
from membrane_sandbox.account.targets import refusal_of
from membrane_sandbox.program.flags import UsageError, parse
from membrane_sandbox.protocol.catalog import ACTIONS
from membrane_sandbox.protocol.proxy import allowed_headers
from membrane_sandbox.protocol.search import ranked


@pytest.mark.parametrize(
    "text",
    [
        '{"a":100.00,"b":[1,-0.50,true,null],"c":{},"d":[],"e":"ü\\n\\"|`😀"}',
        "12345678901234567890.123456789",
        '"x"',
        "[[]]",
    ],
)
def test_json_comes_back_as_it_was(text: str) -> None:
    assert exactjson.dumps(exactjson.loads(text)) == text


def test_json_can_be_read_by_people() -> None:
    assert exactjson.dumps({"a": [1, {"b": Decimal("2.50")}], "c": {}}, 2) == (
        '{\n  "a": [\n    1,\n    {\n      "b": 2.50\n    }\n  ],\n  "c": {}\n}'
    )


def test_json_spells_exponents_out() -> None:
    assert exactjson.dumps([Decimal("1E+2"), Decimal("1E-7")]) == "[100,0.0000001]"


@pytest.mark.parametrize("text", ["NaN", "[Infinity]", "{", ""])
def test_json_that_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        exactjson.loads(text)


def test_json_has_no_floats() -> None:
    with pytest.raises(TypeError):
        exactjson.dumps({"price": 1.5})


@pytest.mark.parametrize(
    ("argv", "words", "values"),
    [
        (["a", "--x", "1", "b"], ["a", "b"], {"x": ["1"]}),
        (["--x=1=2", "--x", "3"], [], {"x": ["1=2", "3"]}),
        (["--x", "--y"], [], {"x": [""], "y": [""]}),
        (["--input", "-1"], [], {"input": [""], "1": [""]}),
        (["--json", "a"], ["a"], {"json": [""]}),
        (["--wait", "false", "a"], ["a"], {"wait": ["false"]}),
        (["-X", "POST", "-XPUT", "-d", "-"], [], {"method": ["POST", "PUT"], "data": ["-"]}),
        (["--", "--x", "-y"], ["--x", "-y"], {}),
        (["--connectionId", "123456789012345678901234"], [], {"connectionId": ["123456789012345678901234"]}),
        (["request", "c", "--json", "{}", "/p"], ["request", "c", "/p"], {"json": ["{}"]}),
        (["request", "c", "--json", "/p"], ["request", "c", "/p"], {"json": [""]}),
    ],
)
def test_flags_are_read_as_minimist_reads_them(argv: list[str], words: list[str], values: dict[str, Any]) -> None:
    assert parse(argv) == (words, values)


def test_flags_that_are_numbers() -> None:
    assert parse(["--n=5"]).number("n", 1) == 5
    assert parse([]).number("n", 1) == 1
    with pytest.raises(UsageError):
        parse(["--n=x"]).number("n", 1)


@pytest.mark.parametrize(
    "url",
    [
        "https://hooks.example.com/x", "http://example.org", "https://example.com:8443/a?b=c", "https://8.8.8.8/x", "https://[2606:4700::1111]/",
        "https://xn--mller-kva.example.com/", "https://hook.EXAMPLE.com./",
    ],
)  # fmt: skip
def test_public_targets_pass(url: str) -> None:
    assert refusal_of(url) is None


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost/x", "http://127.0.0.1:8000/", "http://10.1.2.3/",
        "http://172.16.0.1/", "http://192.168.0.1/", "http://169.254.1.1/",
        "http://[::1]/", "http://[fe80::1%25eth0]/", "http://[::ffff:10.0.0.1]/",
        "http://0.0.0.0/", "http://2130706433/", "http://127.1/",
        "http://0x7f.0.0.1/", "http://0x7f000001/", "https://printer.local/", "https://nowhere.invalid/", "https://intranet/",
        "https://db.internal/", "https://a.localhost/", "https://x.example/",
        "http://224.0.0.1/", "http://100.64.0.1/", "http://user@10.0.0.1/",
        "ftp://example.com/", "example.com", "https://",
        "https:///x", "https://example.com:port/", "javascript:alert(1)", "",
    ],
)  # fmt: skip
def test_private_and_broken_targets_are_refused(url: str) -> None:
    assert refusal_of(url)


@pytest.mark.parametrize(
    ("intent", "key"),
    [
        ("show me all customers", "list-customers"), ("create a webhook",
        "create-webhook"), ("update product", "update-product"),
        ("invoice by number", "get-invoice-by-number"),
        ("incoming invoices", "list-incoming-invoices"), ("projects", "find-projects"),
    ],
)  # fmt: skip
def test_search_finds_what_is_meant(intent: str, key: str) -> None:
    assert ranked(ACTIONS, intent)[0].key == key


def test_search_for_nothing_we_have() -> None:
    assert ranked(ACTIONS, "book a flight") == []


def test_the_proxy_passes_on_only_what_it_may() -> None:
    given = [
        ("Host", "x"),
        ("X-Forwarded-For", "1.2.3.4"),
        ("CF-Ray", "y"),
        ("Authorization", "Bearer z"),
        ("Accept", "application/pdf"),
    ]
    assert allowed_headers(given) == {"accept": "application/pdf"}
