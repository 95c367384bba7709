"""When something fails on the way: what may be repeated is repeated once, what may have happened is never repeated."""

from __future__ import annotations

import pytest
from agent import Helper
from records import CUSTOMER, DELETE, NEW_PRODUCT

READ = ("list-products", "--perPage", "1")


@pytest.fixture
def warm(helper: Helper) -> Helper:
    """A helper that has been used before: connection and action ids are remembered."""
    helper.ok(*READ)
    helper.sandbox.forget_calls()
    return helper


@pytest.mark.parametrize("fault", ["rate-limit", "gateway"])
def test_a_read_that_failed_for_a_moment_is_repeated_once(warm: Helper, fault: str) -> None:
    warm.sandbox.set(fault, "once")
    assert warm(*READ).code == 0
    assert len(warm.runs()) == 2
    warm.sandbox.set(fault, "always")
    assert warm(*READ).code == 8
    assert len(warm.runs()) == 4


def test_a_creation_is_never_repeated(warm: Helper) -> None:
    warm.sandbox.set("rate-limit", "once")
    assert warm(*NEW_PRODUCT).outcome == (8, "membrane_busy")
    warm.sandbox.set("gateway", "once")
    assert warm(*NEW_PRODUCT).outcome == (10, "membrane_failed")
    assert len(warm.runs()) == 2
    assert warm.account_calls() == []


@pytest.mark.parametrize("errors", ["text", "bare", "envelope", "stderr-json"])
def test_a_lost_answer_is_an_unknown_outcome(warm: Helper, errors: str) -> None:
    warm.sandbox.set("errors", errors)
    warm.sandbox.set("lost-answer", "gateway")
    lost = warm(*NEW_PRODUCT)
    assert lost.code == 10
    assert "may have been carried out" in lost.error["message"]
    assert len(warm.changes()) == 1
    deleted = warm.confirmed(*DELETE)
    assert deleted.code == 10
    assert len(warm.changes()) == 2
    assert warm.confirmed("request", "/product/39888", "-X", "DELETE").code == 10
    assert len(warm.changes()) == 3


def test_a_change_that_may_be_repeated_is(warm: Helper) -> None:
    warm.sandbox.set("gateway", "once")
    assert warm("update-product", "--id", "39887", "--price", "1").code == 0
    assert len(warm.changes()) == 1


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
        assert helper("get-product", "--id", "1").code == read, rubbish[:40]
        assert helper(*NEW_PRODUCT).code == write, rubbish[:40]


def test_damaged_state_is_no_state(helper: Helper) -> None:
    helper.ok(*READ)
    for damage in (b"", b"{", b"[]", b'{"id":5,"actions":[1],"at":"x"}', b"\xff", b'{"connection":1,"at":1,"actions":{}}'):
        for kept in helper.state.rglob("*.json"):
            kept.write_bytes(damage)
        assert helper(*READ).code == 0
