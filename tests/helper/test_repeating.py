"""When something fails on the way: what may be repeated is repeated once, what may have happened is never repeated."""

from __future__ import annotations

import pytest
from support.agent import Helper
from support.records import CUSTOMER, DELETE, NEW_PRODUCT

READ = ("list-products", "--perPage", "1")


@pytest.mark.parametrize("fault", ["rate-limit", "gateway"])
def test_a_read_that_failed_for_a_moment_is_repeated_once(used_helper: Helper, fault: str) -> None:
    used_helper.sandbox.set(fault, "once")
    assert used_helper(*READ).code == 0
    assert len(used_helper.runs()) == 2
    used_helper.sandbox.set(fault, "always")
    assert used_helper(*READ).code == 8
    assert len(used_helper.runs()) == 4


def test_a_creation_is_never_repeated(used_helper: Helper) -> None:
    used_helper.sandbox.set("rate-limit", "once")
    assert used_helper(*NEW_PRODUCT).outcome == (8, "membrane_busy")
    used_helper.sandbox.set("gateway", "once")
    assert used_helper(*NEW_PRODUCT).outcome == (10, "membrane_failed")
    assert len(used_helper.runs()) == 2
    assert used_helper.account_calls() == []


@pytest.mark.parametrize("errors", ["text", "bare", "envelope", "stderr-json"])
def test_a_lost_answer_is_an_unknown_outcome(used_helper: Helper, errors: str) -> None:
    used_helper.sandbox.set("errors", errors)
    used_helper.sandbox.set("lost-answer", "gateway")
    lost = used_helper(*NEW_PRODUCT)
    assert lost.code == 10
    assert "may have been carried out" in lost.error["message"]
    assert len(used_helper.changes()) == 1
    deleted = used_helper.confirmed(*DELETE)
    assert deleted.code == 10
    assert len(used_helper.changes()) == 2
    assert used_helper.confirmed("request", "/product/39888", "-X", "DELETE").code == 10
    assert len(used_helper.changes()) == 3


def test_only_the_caller_repeats_a_change_that_may_be_repeated(used_helper: Helper) -> None:
    used_helper.sandbox.set("gateway", "once")
    words = ("update-product", "--id", "39887", "--price", "1")
    lost = used_helper(*words)
    assert lost.code == 10
    assert lost.error["remedy"].startswith("the same call may be made again")
    assert used_helper(*words).code == 0
    assert len(used_helper.changes()) == 1


def test_a_refused_setting_is_explained(helper: Helper) -> None:
    helper.sandbox.set("errors", "bare")
    refused = helper.confirmed("delete-invoice", "--faktooraId", "F4DSFON")
    assert refused.code == 7
    assert refused.error["remedy"]
    assert refused.error["app_status"] >= 400


def test_the_remedy_of_the_descriptor_is_told(helper: Helper) -> None:
    helper.sandbox.set("errors", "bare")
    refused = helper("update-customer", "--id", CUSTOMER, "--postcode", "9999999")
    assert refused.outcome == (7, "app_refused")
    assert "full postcode" in refused.error["remedy"]
    assert "list-customers" in helper("get-customer", "--id", "nope").error["remedy"]


def test_a_program_that_dies_or_prints_rubbish(helper: Helper) -> None:
    """Whatever the program prints, one document comes out and a change of unknown outcome is said to be one."""
    helper.ok(*READ)
    bad = helper.work / "membrane"
    bad.write_text('#!/bin/sh\ncase "$*" in *--help*) echo action run;; *) cat "$RUBBISH"; exit "$CODE";; esac\n')
    bad.chmod(0o755)
    helper.environment["MEMBRANE_BIN"] = str(bad)
    state = next(helper.state.rglob("live.json")).parent
    helper.environment["RUBBISH"] = str(helper.work / "rubbish")
    helper.environment["CODE"] = "0"
    helper(*READ)
    (scope,) = [folder for folder in state.parent.iterdir() if folder != state] or [state]
    for name in ("live.json", "connection.json"):
        (scope / name).write_bytes((state / name).read_bytes())
    for code, rubbish, read, write in (
        ("0", b"", 8, 10),
        ("0", b"\xff\xfe\x00", 8, 10),
        ("0", b"[" * 100_000, 8, 10),
        ("0", b"[" * 300 + b"]" * 300, 8, 10),
        ("0", b'{"output":' + b"[" * 300 + b"]" * 300 + b"}", 8, 10),
        ("0", b'{"id":"x"}', 8, 10),
        ("1", b"", 7, 10),
        ("139", b"Segmentation fault", 7, 10),
        ("0", b'{"output":{"a":"\xff\xfe"}}', 0, 0),
        ("0", b'{"output":1e99999999999999999999}', 8, 10),
    ):
        (helper.work / "rubbish").write_bytes(rubbish)
        helper.environment["CODE"] = code
        if read != 8 or not rubbish:  # a repeated read pauses; once is enough
            assert helper("get-product", "--id", "1").code == read, rubbish[:40]
        assert helper(*NEW_PRODUCT).code == write, rubbish[:40]


def test_damaged_state_is_no_state(helper: Helper) -> None:
    helper.ok(*READ)
    for damage in (
        b"",
        b"{",
        b"[]",
        b'{"id":5,"actions":[1],"at":"x"}',
        b"\xff",
        b'{"connection":1,"at":1,"actions":{}}',
    ):
        for kept in helper.state.rglob("*.json"):
            kept.write_bytes(damage)
        assert helper(*READ).code == 0
