"""From an error as told to an exit code."""

from __future__ import annotations

from typing import Any

import pytest
from support.sessions import a_session

from skill_helper.base.effects import Change, ChangeFacts, reading
from skill_helper.base.records import Remedy
from skill_helper.membrane.errors import app_message, failure_of, proves_refusal
from skill_helper.membrane.replies import MembraneError, NoAnswer

REMEDIES = (Remedy("look it up", status=404), Remedy("ask for it", contains="postcode"))
M = MembraneError


@pytest.mark.parametrize(
    ("error", "exit_code", "code"),
    [
        (M("m", app_status=401), 4, "app_login_refused"),
        (M("m", app_status=404), 6, "not_found"),
        (M("m", app_status=423), 8, "app_busy"),
        (M("m", app_status=408), 8, "app_failed"),
        (M("m", app_status=500), 8, "app_failed"),
        (M("m", app_status=418), 7, "app_refused"),
        (M("m", status=422), 7, "app_refused"),
        (M("m", "connection", "rate_limit_exceeded"), 8, "app_busy"),
        (M("m", "connection", "access_token_expired"), 4, "reconnect_needed"),
        (M("m", "connection", "connection_is_defunct"), 7, "connection_broken"),
        (M("m", "bad_request", "not_authenticated"), 3, "login_needed"),
        (M("m", "bad_request", "not_found"), 6, "not_found_in_membrane"),
        (M("m", "concurrency", "lock_timeout"), 8, "membrane_busy"),
        (M("connect ECONNREFUSED 1.2.3.4:443"), 8, "network"),
        (M("socket hang up"), 8, "membrane_failed"),
        (M("m", "internal"), 8, "membrane_failed"),
        (M("m", status=502), 8, "membrane_failed"),
        (M("Validation failed: x is required", "bad_request"), 2, "membrane_refused_input"),
        (M("who knows"), 7, "membrane_refused"),
        (M("m", "insufficient_credit"), 7, "membrane_refused"),
        (M(""), 7, "membrane_refused"),
    ],
)
def test_each_error_has_its_outcome(error: MembraneError, exit_code: int, code: str) -> None:
    failure = failure_of(error, reading(reads_only=True), a_session())
    assert (failure.exit_code, failure.code) == (exit_code, code)
    assert failure.message
    assert failure.remedy


WHOLE: dict[str, Any] = {"whole": True}
APP: dict[str, Any] = {"whole": True, "structured": True}


@pytest.mark.parametrize(
    ("reply", "one", "several"),
    [
        (M("m", "bad_request", "not_authenticated", **WHOLE), True, True),
        (M("Validation failed: x", "bad_request", **WHOLE), True, True),
        (M("m", "bad_request", "rate_limit_exceeded", **WHOLE), True, True),
        (M("m", "bad_request", "not_found", run_id="r", **WHOLE), False, False),
        (M("m", "bad_request", "not_authenticated"), False, False),
        (M("m", app_status=422, **APP), True, False),
        (M("m", "action_run", app_status=422, run_id="r", **APP), True, False),
        (M("Request failed with status code 422", status=422, **APP), True, False),
        (M("m", app_status=408, **APP), False, False),
        (M("m", app_status=503, **APP), False, False),
        (M("m", app_status=422, **WHOLE), False, False),
        (M("m", "action_run", run_id="r", **WHOLE), False, False),
        (M("m", "concurrency", "lock_timeout", **WHOLE), False, False),
        (M("m", "connection", "connection_is_defunct", **WHOLE), False, False),
        (M("m", "internal", **WHOLE), False, False),
        (NoAnswer("membrane_timeout", "m"), False, False),
    ],
)
def test_two_things_prove_that_a_change_did_not_happen(
    reply: MembraneError | NoAnswer, *, one: bool, several: bool
) -> None:
    facts = ChangeFacts("x", "c", "look")
    assert proves_refusal(reply, Change(facts)) is one
    assert proves_refusal(reply, Change(facts._replace(one_request=False))) is several


def test_the_descriptor_s_remedy_wins() -> None:
    def remedy(status: int, body: object) -> str:
        return failure_of(
            M("m", app_status=status, app_body=body), reading(reads_only=True, remedies=REMEDIES), a_session()
        ).remedy

    assert remedy(404, None) == "look it up"
    assert remedy(400, {"message": "bad Postcode"}) == "ask for it"
    assert remedy(400, {"message": "x"}).startswith("explain")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"message": "a", "error": "b"}, "a"),
        ({"error": {"message": "b"}}, "b"),
        ({"detail": "c"}, "c"),
        ("text", "text"),
        ("<html>", ""),
        (None, ""),
        ([], ""),
        ({}, ""),
    ],
)
def test_what_the_app_said(body: object, said: str) -> None:
    assert app_message(body) == said
    assert len(app_message("x" * 5000)) == 300
