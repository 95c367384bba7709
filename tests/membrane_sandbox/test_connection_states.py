"""A connection goes through the states that its switch names."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.sandbox_user import Program

    from membrane_sandbox.home import Sandbox

ENSURE = ("connection", "ensure", "https://faktoora.com/", "--json")
GET = ("connection", "get", "faktoora", "--json")


def states(membrane: Program, times: int) -> list[str]:
    return [membrane.run(*GET).json()["state"] for _ in range(times)]


def test_the_first_way_from_nothing_to_a_list(logged_out: Sandbox, membrane: Program) -> None:
    logged_out.set("connection", "approve")
    assert membrane.run("logout").code == 0
    assert membrane.run(*ENSURE).code == 1
    assert membrane.run("login", "start").code == 0
    assert membrane.run("login", "complete", "WRONG").code == 1
    assert membrane.run("login", "complete", "SANDBOX-1234").code == 0
    assert membrane.run("login", "complete", "SANDBOX-1234").code == 1  # a code works once
    waiting = membrane.run(*ENSURE).json()
    assert waiting["clientAction"]["uiUrl"].startswith("https://")
    assert states(membrane, 2) == ["CLIENT_ACTION_REQUIRED"] * 2
    assert logged_out.approve() == 1
    assert states(membrane, 1) == ["READY"]
    assert logged_out.approve() == 0
    assert membrane.run(*ENSURE).json()["id"] == waiting["id"]
    assert membrane.action("list-customers").json()["output"]["meta"]["totalItems"] == 60


def test_building_then_the_person_then_ready(sandbox: Sandbox, membrane: Program) -> None:
    sandbox.set("connection", "building")
    assert states(membrane, 4) == ["BUILDING", "BUILDING", "CLIENT_ACTION_REQUIRED", "CLIENT_ACTION_REQUIRED"]
    sandbox.approve()
    assert states(membrane, 1) == ["READY"]


def test_building_again_after_the_person(sandbox: Sandbox, membrane: Program) -> None:
    sandbox.set("connection", "rebuild")
    sandbox.approve()
    assert states(membrane, 2) == ["BUILDING", "READY"]


def test_building_for_ever(sandbox: Sandbox, membrane: Program) -> None:
    sandbox.set("connection", "building-forever")
    assert states(membrane, 3) == ["BUILDING"] * 3


@pytest.mark.parametrize("name", ["setup-failed", "configuration-error"])
@pytest.mark.parametrize(
    ("form", "members"),
    [("both", {"errors", "error"}), ("errors", {"errors"}), ("error", {"error"}), ("request-error", {"requestError"})],
)
def test_a_failure_says_why_where_the_switch_says(
    sandbox: Sandbox, membrane: Program, name: str, form: str, members: set[str]
) -> None:
    sandbox.set("connection", name)
    sandbox.set("connection-error", form)
    membrane.run(*GET)
    failed = membrane.run(*GET).json()
    assert failed["state"] == name.upper().replace("-", "_")
    assert members == {"errors", "error", "requestError"} & set(failed)


def test_a_client_action_is_there_only_when_it_is_due(sandbox: Sandbox, membrane: Program) -> None:
    sandbox.set("connection", "building")
    for _ in range(3):
        connection = membrane.run(*GET).json()
        assert ("clientAction" in connection) == (connection["state"] == "CLIENT_ACTION_REQUIRED")
        assert ("buildingAgentSessionId" in connection) == (connection["state"] == "BUILDING")


def test_wait_holds_while_building_at_most_its_timeout(sandbox: Sandbox, membrane: Program) -> None:
    sandbox.set("connection", "building-forever")
    sandbox.set("building-seconds", "30")
    start = time.monotonic()
    assert membrane.run(*GET, "--wait", "--timeout=1").json()["state"] == "BUILDING"
    assert time.monotonic() - start >= 1


def test_an_unknown_app_is_built_and_fails(membrane: Program) -> None:
    words = ("connection", "ensure", "https://shop.example.com/", "--json")
    seen = [membrane.run(*words).json()["state"] for _ in range(3)]
    assert seen == ["BUILDING", "BUILDING", "SETUP_FAILED"]


def test_what_was_just_created_can_be_missing_once(logged_out: Sandbox, membrane: Program) -> None:
    logged_out.set("after-create", "missing")
    assert membrane.run(*GET).code == 1
    assert membrane.run(*GET).code == 0
    made = membrane.run("action", "create", "list offers", "--connectionId=faktoora", "--json").json()
    got = [membrane.run("action", "get", made["id"], "--json").code for _ in range(2)]
    assert got == [1, 0]
