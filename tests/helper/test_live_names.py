"""Membrane's own input names decide, whatever they are.

Connections and actions are never switched for good by one call.
"""

from __future__ import annotations

import json

import pytest
from support.agent import Helper
from support.records import CUSTOMER, DELETE, INVOICE, PRODUCT

SECOND = "cb8af0582cdfb58a84d16902"


def test_other_live_names_are_told_and_then_work(helper: Helper) -> None:
    helper.sandbox.set("names", "other")
    refused = helper("get-customer", "--id", CUSTOMER)
    assert refused.outcome == (2, "bad_input")
    assert any(problem.get("hint") == "known: customerId" for problem in refused.error["problems"])
    differs = helper.ok("describe", "get-customer")["live"]["differs"]
    assert 'Membrane calls "id" "customerId"' in differs
    assert helper.ok("get-customer", "--customerId", CUSTOMER)["record"]["id"] == CUSTOMER


def test_our_limits_hold_for_an_id_under_another_name(helper: Helper) -> None:
    helper.sandbox.set("names", "other")
    refused = helper("get-customer", "--customerId", "a/b")
    assert refused.outcome == (2, "bad_input")
    assert refused.error["problems"][0]["pointer"] == "/customerId"
    assert helper("delete-invoice", "--invoiceId", "../apikeys").outcome == (2, "bad_input")


def test_the_definitions_of_a_live_schema_are_followed(used_helper: Helper) -> None:
    (kept,) = used_helper.state.rglob("live.json")
    remembered = json.loads(kept.read_text(encoding="utf-8"))
    size = {"$ref": "#/$defs/Size"}
    schema = {
        "type": "object",
        "properties": {"perPage": size, "size": size},
        "$defs": {"Size": {"type": "integer", "maximum": 50}},
    }
    for action in remembered["actions"]:
        if action.get("key") in ("find-projects", "list-customers"):
            action["inputSchema"] = schema
    kept.write_text(json.dumps(remembered), encoding="utf-8")
    refused = used_helper("run", "find-projects", "--input", '{"perPage":60,"size":"x"}')
    assert [problem["pointer"] for problem in refused.error["problems"]] == ["/perPage", "/size"]
    assert used_helper.ok("describe", "find-projects")["inputs"][0]["type"] == "integer to 50"
    assert used_helper("list-customers", "--size", "60").error["problems"][0]["pointer"] == "/size"
    assert used_helper.ok("run", "find-projects", "--input", '{"perPage":2}')["count"] == 2


def test_our_limits_hold_for_live_inputs_of_the_same_name(helper: Helper) -> None:
    helper.sandbox.set("names", "other")
    assert helper("update-product", "--productId", PRODUCT, "--tax", "120").error["problems"][0]["pointer"] == "/tax"
    assert helper("list-customers", "--perPage", "5").error["problems"][0]["message"] == 'unknown input "perPage"'
    assert helper.ok("list-customers", "--size", "2")["count"] == 2


def test_fill_and_target_work_under_other_names(helper: Helper) -> None:
    helper.sandbox.set("names", "other")
    helper.ok("update-customer", "--customerId", CUSTOMER, "--zip", "01067", "--street", "Weg 1")
    assert helper.sent_body()["city"] == "Berlin"
    plan = helper("delete-customer", "--customerId", CUSTOMER)
    assert plan.error["plan"]["target"]["customerId"] == "K-10001"
    assert helper("delete-invoice", "--invoiceId", INVOICE).error["plan"]["target"]["invoiceNumber"] == "2026/09/00400"
    assert helper.confirmed("delete-product", "--productId", PRODUCT).code == 0


def test_every_page_is_read_under_other_names(helper: Helper) -> None:
    helper.sandbox.set("names", "other")
    answer = helper.ok("list-customers", "--all", "--fields", "id")
    assert (answer["count"], answer["complete"]) == (60, True)


def test_without_a_live_schema_the_compiled_names_are_used(helper: Helper) -> None:
    helper.sandbox.set("names", "none")
    assert helper.ok("get-customer", "--id", CUSTOMER)["record"]["id"] == CUSTOMER
    assert helper("get-customer", "--customerId", CUSTOMER).outcome == (2, "bad_input")
    assert helper.ok("describe", "get-customer")["live"]["differs"] == [
        "Membrane tells no input names for this action; the compiled ones are used"
    ]


def test_an_action_without_a_key_is_found_by_its_exact_name(helper: Helper) -> None:
    helper.sandbox.set("keys", "no")
    assert helper.ok("get-customer", "--id", CUSTOMER)["record"]["id"] == CUSTOMER
    assert helper.confirmed(*DELETE).code == 0


def test_a_search_names_the_command_that_covers_an_action_without_a_key(helper: Helper) -> None:
    helper.sandbox.set("keys", "no")
    assert helper.ok("actions", "get customer", "--limit", "1")["actions"][0]["use"] == "get-customer"


def forge_live(helper: Helper, old: str, new: str) -> None:
    """Rename an id in what the helper remembers."""
    (kept,) = helper.state.rglob("live.json")
    text = kept.read_text(encoding="utf-8")
    assert old in text
    kept.write_text(text.replace(old, new), encoding="utf-8")


def test_a_remembered_action_that_is_gone_is_looked_up_again(used_helper: Helper) -> None:
    helper = used_helper
    identifier = helper.ok("create-product", "--name", "a", "--unit", "H87", "--tax", "19", "--dry-run")["would_send"][
        "id"
    ]
    for errors in ("text", "bare"):
        helper.sandbox.set("errors", errors)
        forge_live(helper, identifier, "000000000000000000000000")
        gone = helper("create-product", "--name", "a", "--unit", "H87", "--tax", "19")
        assert gone.outcome == (6, "not_found_in_membrane")
        assert gone.error["remedy"].startswith("call again")
        assert helper("create-product", "--name", "a", "--unit", "H87", "--tax", "19").code == 0
    assert len(helper.changes()) == 2


def test_a_confirmed_plan_never_runs_another_action_than_it_shows(helper: Helper) -> None:
    plan = helper(*DELETE).error["plan"]
    forge_live(helper, plan["send"]["id"], "000000000000000000000000")
    gone = helper.confirmed(*DELETE)
    assert gone.outcome == (6, "not_found_in_membrane")
    assert helper.changes() == []
    assert helper(*DELETE).error["plan"]["send"]["id"] == plan["send"]["id"]


def test_an_action_that_is_not_offered_is_said_to_be_missing(helper: Helper) -> None:
    helper.sandbox.set("actions", "empty")
    assert helper("list-customers").outcome == (6, "action_not_offered")
    assert helper.ok("actions", "kunden")["count"] == 0
    assert helper("run", "find-projects").outcome == (6, "action_not_offered")
    assert helper("describe", "list-customer").outcome == (6, "action_not_offered")


def test_a_search_finds_what_membrane_does_not_know(helper: Helper) -> None:
    for wish, use in (
        ("delete webhook", "delete-webhook"),
        ("next invoice number", "get-next-invoice-number"),
        ("upload incoming invoice", "upload-incoming-invoice"),
        ("get customer", "get-customer"),
    ):
        assert helper.ok("actions", wish, "--limit", "1")["actions"][0]["use"] == use


@pytest.mark.parametrize("wish", ["rotate the API key", "new apikey", "MCP server"])
def test_a_search_for_what_is_left_out_says_so(helper: Helper, wish: str) -> None:
    assert "left out of this skill on purpose" in helper.ok("actions", wish)["note"]


def test_live_actions_are_found_described_and_run(helper: Helper) -> None:
    found = next(row for row in helper.ok("actions", "find projects")["actions"] if "id" in row)
    assert (found["name"], found["use"]) == ("Find Projects", f"run {found['id']}")
    assert helper.ok("actions", "list customers")["actions"][0]["use"] == "list-customers"
    assert helper.ok("describe", "find-projects")["effect"] == "read"
    assert helper.ok("run", "find-projects", "--input", '{"perPage":2}')["count"] == 2
    wrong = helper("run", "find-projects", "--input", '{"perpage":2}')
    assert wrong.outcome == (2, "bad_input")
    assert wrong.error["problems"][0]["hint"] == 'did you mean "perPage"?'
    assert helper.ok("run", "find-projects", "--dry-run")["would_send"]["action"] == "Find Projects"
    assert helper("actions", "x" * 201).outcome == (2, "intent_too_long")
    assert helper("actions", "kunden", "--limit", "1").document["count"] <= 1


@pytest.mark.parametrize(
    "words",
    [
        ("list-customers",),
        ("request", "/customers"),
        ("actions", "list customers"),
        ("describe", "find-projects"),
        ("run", "find-projects"),
        ("doctor",),
        ("connect",),
    ],
    ids=" ".join,
)
def test_of_two_accounts_each_call_names_one(helper: Helper, words: tuple[str, ...]) -> None:
    helper.sandbox.set("connections", "two")
    unclear = helper(*words)
    assert unclear.outcome == (4, "several_connections")
    assert {choice["id"] for choice in unclear.error["choices"]} >= {SECOND} if "choices" in unclear.error else True
    assert helper(*words, "--connection", SECOND).code == 0
    assert helper(*words).outcome == (4, "several_connections"), "one call has switched the account for good"


def test_two_connections_do_not_share_action_ids(helper: Helper) -> None:
    helper.sandbox.set("connections", "two")
    first = helper("list-customers").error["choices"][0]["id"]
    shown = []
    for identifier in (first, SECOND, first):
        helper.ok("list-products", "--perPage", "1", "--connection", identifier)
        shown.append(
            helper.ok(
                "create-product",
                "--input",
                json.dumps({"name": "a", "unit": "H87", "tax": 19}),
                "--dry-run",
                "--connection",
                identifier,
            )
        )
    ids = [document["would_send"]["id"] for document in shown]
    assert ids[0] == ids[2] != ids[1]


def test_a_connection_that_is_gone_is_said_to_be_gone(helper: Helper) -> None:
    assert helper("list-customers", "--connection", "66f0c0ffee0000000000c001").outcome == (6, "not_found_in_membrane")
    helper.ok("list-customers")
    (kept,) = helper.state.rglob("connection.json")
    kept.write_text('{"id":"66f0c0ffee0000000000c001"}')
    gone = helper("list-customers")
    assert gone.outcome == (6, "not_found_in_membrane")
    assert gone.error["remedy"].endswith("connect")
    helper.ok("connect")
    assert helper("list-customers").code == 0


def test_a_live_pattern_that_may_take_for_ever_is_left_to_membrane(helper: Helper) -> None:
    helper.ok("list-products", "--perPage", "1")
    live = next(helper.state.rglob("live.json"))
    memory = json.loads(live.read_text(encoding="utf-8"))
    schema = {"properties": {"word": {"type": "string", "pattern": "(a+)+$"}}}
    memory["actions"].append({"id": "odd", "key": "odd", "name": "Odd", "inputSchema": schema})
    live.write_text(json.dumps(memory), encoding="utf-8")
    assert helper.ok("describe", "odd")["unchecked_patterns"] == {"word": "(a+)+$"}
    words = ("run", "odd", "--input", json.dumps({"word": "a" * 60 + "!"}), "--dry-run")
    assert helper.ok(*words)["would_send"]["action"] == "Odd"
