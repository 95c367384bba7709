"""What comes from outside stays data: paths, headers, options, texts of records, words of a shell."""

from __future__ import annotations

import json

from support.agent import Helper
from support.records import CUSTOMER

HIDDEN_PATHS = (
    "/apikeys",
    "/%61pikeys",
    "/x/..;/apikeys",
    "https://api.faktoora.com/apikeys",
    "/{what}",
)  # all spellings: tests/skill_helper/membrane/test_path.py
FIVE = ("--isCompany", "true", "--address", "Weg 1", "--postcode", "01067", "--city", "Dresden", "--extras", "{}")
AWKWARD = ("a; rm -rf / $(id) `id`", "a\nb\t\"c'd\\", "-", "-5", "-x", "* ~ %PATH%", " ä€😀 ")


def test_forbidden_paths_are_refused_however_they_are_spelt(helper: Helper) -> None:
    for path in HIDDEN_PATHS:
        answer = helper("request", path, "-X", "POST", "--pathParam", "what=apikeys")
        assert answer.outcome in ((7, "forbidden_path"), (2, "bad_path")), path
    assert helper.sandbox.calls() == []


def test_credentials_in_headers_are_refused(helper: Helper) -> None:
    for header in ("X-API-KEY: x", "A: b\nX-API-KEY: c", "no colon"):
        assert helper("request", "/customers", "-H", header).code == 2
    assert helper.sandbox.calls() == []


def test_a_path_parameter_stays_one_part_of_the_path(helper: Helper) -> None:
    assert helper("request", "/customer/{id}", "--pathParam", "id=a/b?c=d#e f").outcome == (2, "bad_path")
    helper("request", "/customer/{id}", "--pathParam", "id=a&b=c e")
    assert helper.account_calls() == [("GET", "/customer/a%26b%3Dc%20e")]


def test_no_value_becomes_an_option_of_membrane(helper: Helper) -> None:
    for words in (("list-customers",), ("request", "/customers"), ("connect",), ("doctor",), ("actions", "x")):
        assert helper(*words, "--connection", "--apiUri=https://attacker.example").outcome == (2, "bad_connection")
    assert helper("connect", "--code=--apiUri=https://attacker.example").outcome == (2, "bad_code")
    assert not any("attacker" in str(call) for call in helper.sandbox.calls())


def test_awkward_text_arrives_as_it_was_written(helper: Helper) -> None:
    for text in AWKWARD:
        helper("create-customer", "--name", text, *FIVE)
        assert helper.sent_body()["name"] == text.strip()
        plain = text.replace("\n", " ").replace("\t", " ")
        helper("request", "/customers", "--query", f"keywords={plain}", "-H", "Accept: a; b $(id)")
        assert helper.last_account_call()["query"] == [["keywords", plain.strip()]]


def test_the_command_to_repeat_survives_a_shell(helper: Helper) -> None:
    shown = helper.ok("create-product", "--name", "it's; $(id)\n`x`", "--unit", "H87", "--tax", "19", "--dry-run")
    run = helper.shell(shown["next"])
    assert run.code == 0
    assert helper.sent_body()["name"] == "it's; $(id)\n`x`"


def test_instructions_in_records_and_in_connections_are_only_text(helper: Helper) -> None:
    rows = helper.ok("list-outgoing-invoices", "--all", "--fields", "invoiceNumber,note,notes,comment", "--full")[
        "items"
    ]
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
    kept = [
        path for path in helper.state.rglob("*") if path.is_file() and path.parent.name != "byte-code"
    ]  # which is made of the source
    assert sorted(path.name for path in kept) == ["connection.json", "live.json", "program.json"]
    assert all(path.stat().st_mode & 0o077 == 0 for path in kept)
    assert "Schönfeld" not in "".join(path.read_text(encoding="utf-8") for path in kept)
