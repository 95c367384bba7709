"""Faults happen when they are said to, and leave the account as they are said to."""

from __future__ import annotations

import json
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from support.sandbox_user import Program

    from membrane_sandbox.home import Sandbox

FIVE = {"isCompany": True, "address": "Weg 1", "postcode": "34117", "city": "Kassel", "extras": {}}
LIST = ("connection", "list", "--json")


@contextmanager
def hanging(membrane: Program, *argv: str) -> Iterator[None]:
    """Run a call that hangs and end it afterwards."""
    with subprocess.Popen([str(membrane.path), *argv], stdout=subprocess.DEVNULL) as process:
        try:
            yield
            assert process.poll() is None
        finally:
            process.kill()


def wait_until(met: Callable[[], bool]) -> None:
    """Wait for a condition, ten seconds at most."""
    for _ in range(200):
        if met():
            return
        time.sleep(0.05)
    pytest.fail("waited in vain")


def total(membrane: Program) -> int:
    return int(membrane.action("list-customers", {"perPage": 1}).json()["output"]["meta"]["totalItems"])


@pytest.mark.parametrize("fault", ["rate-limit", "gateway"])
def test_a_fault_that_happens_once(sandbox: Sandbox, membrane: Program, fault: str) -> None:
    sandbox.set(fault, "once")
    assert [membrane.run(*LIST).code for _ in range(3)] == [1, 0, 0]


def test_the_login_ends_at_the_nth_call(sandbox: Sandbox, membrane: Program) -> None:
    sandbox.set("expire", "3")
    sandbox.set("errors", "bare")
    runs = [membrane.run(*LIST) for _ in range(4)]
    assert [run.code for run in runs] == [0, 0, 1, 1]
    assert [run.json()["message"].split(".")[0] for run in runs[2:]] == ["Not authenticated", "You are not logged in"]


def test_a_lost_answer_leaves_its_effect(sandbox: Sandbox, membrane: Program) -> None:
    sandbox.set("lost-answer", "gateway")
    assert membrane.action("create-customer", FIVE).code == 1
    assert total(membrane) == 61


def test_a_hanging_call_has_done_nothing(sandbox: Sandbox, membrane: Program) -> None:
    sandbox.set("hang", "once")
    with hanging(membrane, "action", "run", "list-products", "--connectionId=faktoora", "--json"):
        wait_until(lambda: sandbox.value("hang") == "no")
        assert [call["kind"] for call in sandbox.calls()] == ["membrane"]
        assert membrane.run(*LIST).code == 0  # it blocks nobody
    assert [call["exit"] for call in sandbox.calls()] == [None, 0]


def test_a_call_hangs_as_long_as_the_switch_says(sandbox: Sandbox, membrane: Program) -> None:
    sandbox.set("hang", "always")
    sandbox.set("hang-seconds", "1")
    start = time.monotonic()
    assert membrane.run(*LIST).code == 0
    assert time.monotonic() - start >= 1


def test_a_write_that_hangs_has_happened(sandbox: Sandbox, membrane: Program) -> None:
    sandbox.set("lost-answer", "hang")
    with hanging(membrane, "request", "faktoora", "/project", "-X", "POST", "-d", '{"name":"Neu"}'):
        wait_until(lambda: [call["status"] for call in sandbox.calls() if call["kind"] == "account"] == [201])
    assert [call["exit"] for call in sandbox.calls() if call["kind"] == "membrane"] == [None]


def test_a_refused_create_changes_nothing(membrane: Program) -> None:
    assert membrane.action("create-customer", {**FIVE, "postcode": "1"}).code == 1
    assert total(membrane) == 60


def test_several_invoices_succeed_together_or_not_at_all(membrane: Program) -> None:
    line = {"product": {"name": "A", "quantity": "1", "price": 1}}
    good = {"issueDate": "20260930", "buyer": {"name": "X"}, "invoiceItems": [line], "draftOnly": True}
    body = json.dumps({"invoices": [good, {**good, "issueDate": "soon"}]})
    before = membrane.run("request", "faktoora", "/invoices/next-number").json()
    assert membrane.run("request", "faktoora", "/invoices", "-X", "POST", "-d", body).json()["statusCode"] == 400
    assert membrane.run("request", "faktoora", "/invoices/next-number").json() == before


def test_parallel_writes_get_numbers_of_their_own(sandbox: Sandbox, membrane: Program) -> None:
    command = [str(membrane.path), "request", "faktoora", "/project", "-X", "POST", "-d", '{"name":"Neu"}']
    running = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(6)]
    ids = {done.communicate()[0] for done in running}
    assert len(ids) == 6
    assert {call["status"] for call in sandbox.calls() if call["kind"] == "account"} == {201}


def test_a_huge_output_is_whole(sandbox: Sandbox, membrane: Program) -> None:
    sandbox.set("output", "huge")
    assert len(membrane.action("list-products").json()["output"]["data"]) == 5_000_000


def test_an_absent_output_still_has_its_run(sandbox: Sandbox, membrane: Program) -> None:
    sandbox.set("output", "absent")
    answer = membrane.action("list-products").json()
    assert set(answer) == {"actionRunId"}
    log = membrane.run("action-run-log", "get", answer["actionRunId"], "--json").json()
    assert (log["status"], log["action"]["key"], log["output"]["meta"]["totalItems"]) == (
        "success",
        "list-products",
        40,
    )


def test_the_log_of_a_failed_run_has_its_error(sandbox: Sandbox, membrane: Program) -> None:
    sandbox.set("errors", "bare")
    error = membrane.action("get-product", {"id": "1"}).json()
    log = membrane.run("action-run-log", "get", error["actionRunId"], "--json").json()
    assert (log["status"], log["error"]["causedByError"]["data"]["response"]["status"]) == ("error", 404)
