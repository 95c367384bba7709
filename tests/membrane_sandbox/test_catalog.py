"""The live actions agree with the published skill and with the account behind them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from membrane_sandbox.account.routes import ROUTES
from membrane_sandbox.protocol.catalog import ACTIONS, Action
from membrane_sandbox.protocol.naming import live_name

if TYPE_CHECKING:
    from support.sandbox_user import Program

    from membrane_sandbox.home import Sandbox

PUBLISHED = re.findall(r"[a-z-]+", """
list-incoming-invoices list-outgoing-invoices list-products list-customers get-invoice-by-id get-invoice-by-number
get-product get-customer create-product create-customer update-product update-customer delete-invoice delete-product
delete-customer
get-outgoing-invoice-content get-outgoing-invoice-status list-webhooks create-webhook update-webhook
""")  # fmt: skip


def test_the_twenty_keys_are_there_and_three_more() -> None:
    assert [action.key for action in ACTIONS[:20]] == PUBLISHED
    assert [action.name for action in ACTIONS[20:]] == [
        "Find Projects",
        "Create Draft Invoice",
        "Get Next Invoice Number",
    ]


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.key)
def test_an_action_stands_on_a_call_of_the_account(action: Action) -> None:
    calls = {(method, path.replace("{importId}", "{id}")) for method, path, _ in ROUTES}
    assert (action.method, action.path) in calls
    assert set(action.required) <= set(action.inputs)


def test_real_actions_are_large_and_so_are_ours(membrane: Program) -> None:
    run = membrane.run("action", "list", "--connectionId=faktoora", "--intent=list customers", "--limit=1", "--json")
    assert len(run.out) > 10_000
    assert run.json()["items"][0]["inputSchema"]["properties"]["order"]["enum"] == ["asc", "desc"]


def test_each_connection_has_ids_of_its_own(sandbox: Sandbox, membrane: Program) -> None:
    sandbox.set("connections", "two")
    ids = []
    for key in ("faktoora", "faktoora-2"):
        items = membrane.run("action", "list", f"--connectionId={key}", "--limit=1000", "--json").json()["items"]
        assert len(items) == 23
        ids.append({item["id"] for item in items})
    assert not ids[0] & ids[1]
    wrong = membrane.run("action", "run", min(ids[0]), "--connectionId=faktoora-2", "--json")
    assert "not found" in wrong.err


def test_the_other_names_never_clash() -> None:
    for action in ACTIONS:
        names = [live_name(action, name, "other") for name in action.inputs]
        assert len(set(names)) == len(names), action.key


def test_a_whole_life_of_a_customer(sandbox: Sandbox, membrane: Program) -> None:
    five = {"isCompany": True, "address": "Weg 1", "postcode": "34117", "city": "Kassel", "extras": {"a": "b"}}
    made = membrane.action("create-customer", {**five, "name": "Neu GmbH"}).json()["output"]
    assert membrane.action("get-customer", {"id": made["id"]}).json()["output"] == made
    changed = membrane.action("update-customer", {"id": made["id"], **five, "email": "neu@example.com"}).json()[
        "output"
    ]
    assert (changed["name"], changed["email"], changed["extras"]) == ("Neu GmbH", "neu@example.com", {"a": "b"})
    assert changed["updatedAt"] > made["updatedAt"]
    assert membrane.action("delete-customer", {"id": made["id"]}).json()["output"] == {"succeed": True}
    assert membrane.action("get-customer", {"id": made["id"]}).code == 1
    paths = [call["path"] for call in sandbox.calls() if call["kind"] == "account" and call["method"] == "DELETE"]
    assert paths == [f"/customer/{made['id']}"]


def test_money_keeps_its_digits(membrane: Program) -> None:
    assert '"price": 289.00,' in membrane.action("get-product", {"id": "39887"}).out
