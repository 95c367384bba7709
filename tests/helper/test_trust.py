"""What comes from outside stays data: paths, headers, options, texts of records, words of a shell."""

from __future__ import annotations

import json

import pytest
from agent import Helper
from records import CUSTOMER

HIDDEN_PATHS = (
    "/apikeys", "/mcp", "/APIKEYS", "/apikeys/", "/apikeys/1", "/%61pikeys", "/%2561pikeys", "/%2525252525252561pikeys", "//apikeys", "/./apikeys",
    "/x/../apikeys", "/x/..;/apikeys", "/x/%2e%2e/apikeys", "/apikeys;v=1", "/apikeys%3bv=1", "/apikeys%2f", "/%2fapikeys", "/%5capikeys", "\\apikeys",
    "/x\\..\\apikeys", "https://api.faktoora.com/apikeys", "//api.faktoora.com/apikeys", "apikeys", "/apikeys%20", "/apikeys.", "/apikeys%00", "/apikeys%0a",
    "/apikeys?a=b", "/apikeys%3fa=b", "/apikeys#a", "/{what}",
)  # fmt: skip
REFUSED_HEADERS = (
    "Authorization: Bearer x", "X-API-KEY: x", "x-api-key: x", "Cookie: a=b", "Proxy-Authorization: x", "X-HTTP-Method-Override: DELETE",
    "X-Method-Override: DELETE", "A: b\nX-API-KEY: c", "A: b\rX-API-KEY: c", "A\nX-API-KEY: c", "Bad Name: x", ": x", "no colon",
)  # fmt: skip
FIVE = ("--isCompany", "true", "--address", "Weg 1", "--postcode", "01067", "--city", "Dresden", "--extras", "{}")
AWKWARD = ("a; rm -rf /", "$(id)", "`id`", "a\nb", "a\"b'c", "-", "-5", "-x", "*", "~", "%PATH%", "ä€😀", " spaces ", "\\", "a\tb")


def test_forbidden_paths_are_refused_however_they_are_spelt(helper: Helper) -> None:
    for path in HIDDEN_PATHS:
        for method in ("GET", "POST"):
            answer = helper("request", path, "-X", method, "--pathParam", "what=apikeys")
            assert answer.outcome in ((7, "forbidden_path"), (2, "bad_path")), path
    assert helper.sandbox.calls() == []


@pytest.mark.parametrize("header", REFUSED_HEADERS)
def test_headers_that_are_not_the_caller_s_are_refused(helper: Helper, header: str) -> None:
    assert helper("request", "/customers", "-H", header).code == 2
    assert helper.sandbox.calls() == []


def test_a_path_parameter_stays_one_part_of_the_path(helper: Helper) -> None:
    helper("request", "/customer/{id}", "--pathParam", "id=a/b?c=d#e f")
    assert helper.account_calls() == [("GET", "/customer/a%2Fb%3Fc%3Dd%23e%20f")]


@pytest.mark.parametrize("words", [("list-customers",), ("request", "/customers"), ("connect",), ("doctor",), ("actions", "x")], ids=" ".join)
def test_no_value_becomes_an_option_of_membrane(helper: Helper, words: tuple[str, ...]) -> None:
    assert helper(*words, "--connection", "--apiUri=https://attacker.example").outcome == (2, "bad_connection")
    assert helper("connect", "--code=--apiUri=https://attacker.example").outcome == (2, "bad_code")
    assert not any("attacker" in str(call) for call in helper.sandbox.calls())


def test_awkward_text_arrives_as_it_was_written(helper: Helper) -> None:
    for text in AWKWARD:
        helper("create-customer", "--name", text, *FIVE)
        assert helper.sent_body()["name"] == text
        helper("request", "/customers", "--query", f"keywords={text}", "-H", "X-Text: a; b $(id)")
        assert helper.last_account_call()["query"] == [["keywords", text]]


def test_the_command_to_repeat_survives_a_shell(helper: Helper) -> None:
    shown = helper.ok("create-product", "--name", "it's; $(id)\n`x`", "--unit", "H87", "--tax", "19", "--dry-run")
    run = helper.shell(shown["next"])
    assert run.code == 0
    assert helper.sent_body()["name"] == "it's; $(id)\n`x`"


def test_instructions_in_records_and_in_connections_are_only_text(helper: Helper) -> None:
    rows = helper.ok("list-outgoing-invoices", "--all", "--fields", "invoiceNumber,note,notes,comment", "--full")["items"]
    assert any("Ignore previous instructions" in json.dumps(row, default=str) for row in rows)
    helper.sandbox.set("connection", "disconnected")
    helper.sandbox.set("instructions", "hostile")
    told = helper("connect")
    assert told.outcome == (4, "client_action_required")
    assert "curl" in told.error["third_party"]["agentInstructions"]
    assert "curl" not in told.error["message"] + told.error["remedy"]
    assert helper.changes() == []


def test_no_secret_is_kept(helper: Helper) -> None:
    helper.ok("list-customers", "--perPage", "1")
    helper("update-customer", "--id", CUSTOMER, "--city", "Ulm", "--dry-run")
    kept = [path for path in helper.state.rglob("*") if path.is_file()]
    assert sorted(path.name for path in kept) == ["connection.json", "live.json", "program.json"]
    assert all(path.stat().st_mode & 0o077 == 0 for path in kept)
    assert "Schönfeld" not in "".join(path.read_text(encoding="utf-8") for path in kept)
