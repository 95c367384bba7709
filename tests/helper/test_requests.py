"""What a proxy request may be, what its plan shows, and what the plan of a live action goes by.

Attacks and reports, each with variants.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.agent import Helper
from support.records import PRODUCT
from support.rules import Rules, rules

ESCAPES = (
    ("/x%3f/../apikeys",), ("/x%3f/../../../admin",), ("/x%23/../mcp/tools",), ("/%3f/../apikeys",),
    ("/x;%3f/../apikeys",),
    ("/x%25253f/../apikeys",), ("/x/{i}", "--pathParam", "i=?/../../apikeys"), ("/{i}", "--pathParam", "i=apikeys"),
    ("apikeys",),
    ("/{i}/keys", "--pathParam", "i=MCP"), ("/x\\..\\apikeys",), ("/x/..%2fapikeys",), ("/https:evil.example",),
    ("/\uff41pikeys",),
    ("https://api.faktoora.com/api/v1/apikeys",), ("/x/%2e%2e/apikeys",), ("/apikeys.json",), ("//apikeys",),
)  # fmt: skip
INVOICE = '{"invoices":[{"invoiceNumber":"A-1"%s}]%s}'


@pytest.fixture
def stand_in(tmp_path: Path) -> Rules:
    """Return the helper beside a stand-in."""
    return rules(tmp_path)


@pytest.mark.parametrize("words", ESCAPES, ids=lambda words: ascii(" ".join(words)))
def test_no_path_leads_away_or_to_what_is_forbidden(stand_in: Rules, words: tuple[str, ...]) -> None:
    stand_in.helper.environment["FAKTOORA_READ_ONLY"] = "1"
    assert stand_in("request", *words).outcome in ((2, "bad_path"), (7, "forbidden_path"))
    assert stand_in("request", *words, "-X", "DELETE").outcome in ((2, "bad_path"), (7, "forbidden_path"))
    assert int(stand_in.done) == 0


def test_an_encoded_mark_does_not_hide_that_invoices_are_sent(stand_in: Rules) -> None:
    assert stand_in("request", "/x%3f/../invoices", "-X", "POST", "--json", "{}").outcome == (2, "bad_path")


@pytest.mark.parametrize(
    "header",
    [
        "X_HTTP_Method_Override: DELETE", "X-Original-Method: DELETE", "X-Original-URL: /apikeys",
        "X-Rewrite-URL: /apikeys",
        "X_API_KEY: x",
        "Apikey: x", "Token: x", "Host: evil.example", "Content-Length: 0", "Transfer-Encoding: chunked",
        "X-HTTP-Method: DELETE",
        "Accept: a\nHost: b",
    ],
)  # fmt: skip
def test_a_read_sends_no_header_that_makes_it_another_request(stand_in: Rules, header: str) -> None:
    answer = stand_in("request", "/things", "-H", header)
    assert answer.code == 2
    assert answer.error["code"] in ("header_not_allowed", "bad_header")


@pytest.mark.parametrize(
    "query", ["_method=DELETE", "X-HTTP-Method-Override=DELETE", "method=delete", "a=b&_method=DELETE"]
)
def test_a_read_sends_no_query_that_replaces_its_method(stand_in: Rules, query: str) -> None:
    assert stand_in("request", "/things", "--query", query).outcome == (2, "method_in_query")


def test_the_usual_headers_and_queries_are_sent(stand_in: Rules) -> None:
    words = ("request", "/things", "-X", "POST", "--json", "{}", "-H", "idempotency-key: k 1", "--query", "a=b & c")
    plan = stand_in(*words).error
    assert plan["plan"]["send"]["headers"] == ["Idempotency-Key: k 1", "Content-Type: application/json"]
    assert stand_in(*words, "--confirm", plan["digest"]).code == 0
    sent = (stand_in.folder / "done").read_text(encoding="utf-8")
    assert "--header=Idempotency-Key: k 1 --header=Content-Type: application/json --query=a=b & c" in sent


@pytest.mark.parametrize("method", ["DELETE", "PUT", "PATCH"])
@pytest.mark.parametrize("query", [(), ("--query", "a=b"), ("--query", "x=1", "--query", "y=2")], ids=len)
def test_the_target_is_in_the_plan_whatever_the_query(tmp_path: Path, method: str, query: tuple[str, ...]) -> None:
    stand_in = rules(tmp_path, {"get": '{"id":5,"name":"Kiste","lines":[1]}'})
    words = ("request", "/things/5", "-X", method, *query)
    plan = stand_in(*words).error
    assert plan["plan"]["target"] == {"id": 5, "name": "Kiste"}
    (stand_in.folder / "get").write_text('{"id":5,"name":"Kiste","lines":[2]}', encoding="utf-8")
    changed = stand_in(*words, "--confirm", plan["digest"])
    assert changed.outcome == (5, "confirmation_needed")
    assert "has changed" in changed.error["message"]
    assert int(stand_in.done) == 0
    assert stand_in(*words, "--confirm", changed.error["digest"]).code == 0
    assert stand_in.done == 1


@pytest.mark.parametrize(
    ("get", "target"),
    [
        ('{"data":{"id":5,"name":"Kiste"}}', {"id": 5, "name": "Kiste"}),
        ('{"data":[{"id":5,"name":"Kiste"},{"id":6}],"meta":{"totalItems":2}}', {"id": 5, "name": "Kiste"}),
        ('[{"id":"5","name":"Kiste"},{"id":6}]', {"id": "5", "name": "Kiste"}),
        ('[{"thingId":"5","name":"Kiste"}]', {"thingId": "5", "name": "Kiste"}),
        ('[{"thingId":"5","name":"A"},{"otherId":"5"}]', "a list of 2 rows at /things/5"),
        ('{"data":[{"id":7}],"meta":{"totalItems":90}}', "a list of 90 rows at /things/5"),
        ("[]", "a list of 0 rows at /things/5"),
        ('"open"', "open"),
        ("", "none: nothing can be read there, and no list above /things/5 names the record"),
        (
            '{"statusCode":404,"message":"no"}',
            "none: nothing can be read there, and no list above /things/5 names the record",
        ),
        (
            '{"statusCode":405,"message":"no"}',
            "none: nothing can be read there, and no list above /things/5 names the record",
        ),
        ("%PDF-1.4\n%%EOF\n", "none: a file stands there, and no list above /things/5 names the record"),
    ],
)
def test_a_plan_says_what_stands_there_or_why_nothing_is_shown(tmp_path: Path, get: str, target: object) -> None:
    stand_in = rules(tmp_path, {"get": get})
    plan = stand_in("request", "/things/5", "-X", "DELETE", "--query", "a=b").error
    assert plan["plan"]["target"] == target
    assert stand_in("request", "/things/5", "-X", "DELETE", "--query", "a=b", "--confirm", plan["digest"]).code == 0


def test_a_post_says_that_it_has_no_target(stand_in: Rules) -> None:
    assert stand_in("request", "/things", "-X", "POST").error["plan"]["target"].startswith("none: a POST")


@pytest.mark.parametrize(
    ("more", "applies", "remark"),
    [
        (("", ""), ["invoices[0] A-1"], ""),
        (("", ',"draftOnly":true'), ["invoices[0] A-1"], "/draftOnly = true changes nothing"),
        (
            (',"delivery":{"draftOnly":true}', ""),
            ["invoices[0] A-1"],
            "/invoices/0/delivery/draftOnly = true changes nothing",
        ),
        ((',"draftOnly":"true"', ""), ["invoices[0] A-1"], '/invoices/0/draftOnly = "true" changes nothing'),
        ((',"draftOnly":true', ""), None, ""),
        ((',"reviewMode":true', ',"draftOnly":true'), None, ""),
    ],
)
def test_a_plan_says_which_invoices_are_sent(
    stand_in: Rules, more: tuple[str, str], applies: list[str] | None, remark: str
) -> None:
    error = stand_in("request", "/invoices", "-X", "POST", "--json", INVOICE % more).error
    plan = error["plan"]
    assert plan.get("applies_to") == applies
    assert ("warning" in plan) is (applies is not None)
    assert ("sent to its buyer: invoices[0] A-1" in error["message"]) is (applies is not None)
    assert " ".join(plan.get("remarks", [])).startswith(remark)


@pytest.mark.parametrize("size", [131_072, 400_000, 1_000_000, 3_000_000])
@pytest.mark.parametrize("option", ["--json", "--data"])
def test_a_body_that_is_too_big_gets_no_plan(stand_in: Rules, size: int, option: str) -> None:
    (stand_in.helper.work / "body.json").write_text(json.dumps({"text": "x" * size}), encoding="utf-8")
    words = ("request", "/things/5", "-X", "PUT", option, "@body.json")
    for more in ((), ("--dry-run",)):
        assert stand_in(*words, *more).outcome == (2, "input_too_big")
    assert not list(stand_in.helper.state.rglob("plan-*"))


def test_an_input_that_is_too_big_gets_no_plan(tmp_path: Path) -> None:
    action = {"id": "a-x", "name": "Do something", "type": "http-request"}
    stand_in = rules(tmp_path, {"actions": json.dumps({"items": [action]})})
    (stand_in.helper.work / "input.json").write_text(json.dumps({"text": "x" * 140_000}), encoding="utf-8")
    assert stand_in("run", "a-x", "--input", "@input.json").outcome == (2, "input_too_big")


def test_a_body_that_fits_is_sent(stand_in: Rules) -> None:
    (stand_in.helper.work / "body.json").write_text(json.dumps({"text": "x" * 120_000}), encoding="utf-8")
    words = ("request", "/things", "-X", "POST", "--json", "@body.json")
    assert stand_in(*words, "--confirm", stand_in(*words).error["digest"]).code == 0


def test_a_body_with_a_null_character_gets_no_plan(stand_in: Rules) -> None:
    (stand_in.helper.work / "body").write_bytes(b"a\0b")
    assert stand_in("request", "/things", "-X", "POST", "-d", "@body").outcome == (2, "call_impossible")


def with_live(folder: Path, *actions: dict[str, str]) -> Rules:
    return rules(folder, {"actions": json.dumps({"items": list(actions)})})


@pytest.mark.parametrize(
    "kind", ["delete-data-record", "update-data-record", "create-data-record", "find-or-create-data-record"]
)
@pytest.mark.parametrize("read_only", [True, False])
def test_a_live_action_of_another_type_does_not_run_as_a_read(tmp_path: Path, kind: str, *, read_only: bool) -> None:
    stand_in = with_live(tmp_path, {"id": "x1", "name": "List products", "type": kind})
    if read_only:
        stand_in.helper.environment["FAKTOORA_READ_ONLY"] = "1"
    assert stand_in("list-products").outcome == (6, "action_not_offered")
    assert stand_in("run", "x1").outcome == ((7, "read_only") if read_only else (5, "confirmation_needed"))
    assert int(stand_in.done) == 0


@pytest.mark.parametrize(
    "name", ["Delete All Customers", "Rechnungen versenden", "Refund Payment", "SubmitInvoices", "Kunden löschen"]
)
@pytest.mark.parametrize("member", ["name", "key"])
def test_a_live_action_named_as_a_change_is_planned(tmp_path: Path, name: str, member: str) -> None:
    action = {"id": "x1", "name": "Customers", "type": "list-data-records"} | {member: name}
    stand_in = with_live(tmp_path, action)
    plan = stand_in("run", "x1")
    assert plan.outcome == (5, "confirmation_needed")
    assert "delete, send or pay" in plan.error["message"]
    assert int(stand_in.done) == 0
    assert stand_in("run", "x1", "--confirm", plan.error["digest"]).code == 0


def test_a_live_read_runs_and_a_keyless_one_is_bound(tmp_path: Path) -> None:
    stand_in = with_live(
        tmp_path,
        {"id": "a-get-x", "name": "List Refunds", "type": "list-data-records"},
        {"id": "a-get-product", "name": "Get Product", "type": "find-data-record-by-id"},
    )
    assert stand_in("run", "a-get-x").code == 0
    assert stand_in("get-product", "--id", "5").document["record"]["name"] == "Kiste"


def test_a_write_whose_live_action_is_named_as_graver_is_planned(tmp_path: Path) -> None:
    stand_in = with_live(tmp_path, {"id": "x1", "key": "create-product", "name": "Create and send product"})
    plan = stand_in("create-product", "--name", "A", "--unit", "H87", "--tax", "19")
    assert plan.outcome == (5, "confirmation_needed")
    assert "send" in plan.error["message"]


def test_a_path_that_git_bash_has_rewritten_is_told(stand_in: Rules) -> None:
    answer = stand_in("request", "C:/Program Files/Git/invoices/next-number")
    assert answer.outcome == (2, "bad_path")
    assert "Git Bash" in answer.error["message"]
    assert '"invoices/next-number"' in answer.error["remedy"]
    assert stand_in("request", "invoices/next-number").document["record"] == {}


def test_what_was_piped_is_written_out_in_the_next_command(helper: Helper) -> None:
    first = helper.ok("list-outgoing-invoices", "--input", "-", stdin=b'{"perPage": 2,\n "keyword":"GmbH"}\n')
    following = helper.shell(first["next"]).document
    assert (following["page"], following["count"]) == (2, 2)
    words = ("request", f"/product/{PRODUCT}", "-X", "PATCH", "--json", "-")
    plan = helper(*words, stdin=b'{"name":"N"}').error
    assert helper.shell(plan["remedy"].partition("run within 15 minutes: ")[2]).code == 0
    assert helper.sent_body() == {"name": "N"}
    assert helper.shell(helper(*words, "--dry-run", stdin=b'{"name":"M"}').document["next"]).outcome == (
        5,
        "confirmation_needed",
    )


@pytest.mark.parametrize("text", ['{"name":"' + "N" * 600 + '"}', '{"name":"' + "N" * 60_000 + '"}'], ids=len)
def test_what_was_piped_and_is_too_long_is_to_be_piped_again(helper: Helper, text: str) -> None:
    words = ("request", f"/product/{PRODUCT}", "-X", "PATCH", "--json", "-")
    plan = helper(*words, stdin=text.encode()).error
    assert '--json "@FILE"' in plan["remedy"]
    (helper.work / "body.json").write_text(text, encoding="utf-8")
    assert helper(*words[:-1], "@body.json", "--confirm", plan["digest"]).code == 0
    assert helper(*words, "--dry-run", stdin=text.encode()).document["next"].startswith("pipe the same input again")


def program(helper: Helper, text: str) -> Helper:
    """Put a program in the place of membrane: it prints `text` for a login, else a connection that waits."""
    path = helper.work / "membrane"
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    helper.environment["MEMBRANE_BIN"] = str(path)
    return helper


LOGIN = "https://api.getmembrane.com/oauth/authorize?client_id=membrane-cli"


@pytest.mark.parametrize(
    ("printed", "address"),
    [
        (f"Update: https://evil.example/x\nOpen {LOGIN}", LOGIN),
        (f"http://evil.example/oauth/authorize?client_id=x\n{LOGIN}", LOGIN),
        ("http://localhost:3000/oauth/authorize", "http://localhost:3000/oauth/authorize"),
        ("http://evil.example/oauth/authorize", None),
        ("javascript:alert(1)", None),
    ],
)
def test_a_login_shows_the_address_of_the_login_only(stand_in: Rules, printed: str, address: str | None) -> None:
    helper = program(
        stand_in.helper, f'case "$1" in login) echo "{printed}";; *) echo "Not authenticated" >&2; exit 1;; esac'
    )
    answer = helper("connect")
    assert answer.outcome == (3, "login_needed" if address else "login_failed")
    assert answer.error.get("login_url") == address


@pytest.mark.parametrize(
    ("address", "passed_on"),
    [
        ("https://app.getmembrane.com/screens/connections?connectionRequestId=1", True),
        ("javascript:alert(document.cookie)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("https://app.getmembrane.com@evil.example/", False),
    ],
)
def test_a_page_for_the_user_is_a_web_address(stand_in: Rules, address: str, *, passed_on: bool) -> None:
    action = {"type": "connect", "description": "Log in", "uiUrl": address}
    connection = {
        "id": "c1",
        "name": "Faktoora",
        "key": "faktoora",
        "state": "CLIENT_ACTION_REQUIRED",
        "clientAction": action,
    }
    helper = program(stand_in.helper, f"cat <<'END'\n{json.dumps({'items': [connection]})}\nEND")
    answer = helper("list-products")
    assert answer.outcome == (4, "client_action_required")
    assert answer.error["third_party"]["description"] == "Log in"
    assert ("uiUrl" in answer.error["third_party"]) is passed_on
    assert address in answer.out if passed_on else address not in answer.out
