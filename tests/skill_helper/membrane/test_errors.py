"""From an error as told to an exit code."""

from __future__ import annotations

import pytest
from support.sessions import a_session

from skill_helper.base.records import Remedy
from skill_helper.membrane.errors import Call, app_message, failure_of
from skill_helper.membrane.replies import MembraneError

REMEDIES = (Remedy("look it up", status=404), Remedy("ask for it", contains="postcode"))
M = MembraneError


@pytest.mark.parametrize(
    ("error", "read", "write", "code"),
    [
        (M("m", app_status=401), 4, 4, "app_login_refused"),
        (M("m", app_status=404), 6, 6, "not_found"),
        (M("m", app_status=423), 8, 8, "app_busy"),
        (M("m", app_status=408), 8, 10, "app_failed"),
        (M("m", app_status=500), 8, 10, "app_failed"),
        (M("m", app_status=418), 7, 7, "app_refused"),
        (M("m", status=422), 7, 7, "app_refused"),
        (M("m", "connection", "rate_limit_exceeded"), 8, 8, "app_busy"),
        (M("m", "connection", "access_token_expired"), 4, 4, "reconnect_needed"),
        (M("m", "connection", "connection_is_defunct"), 7, 7, "connection_broken"),
        (M("m", "bad_request", "not_authenticated"), 3, 3, "login_needed"),
        (M("m", "bad_request", "not_found"), 6, 6, "not_found_in_membrane"),
        (M("m", "concurrency", "lock_timeout"), 8, 8, "membrane_busy"),
        (M("connect ECONNREFUSED 1.2.3.4:443"), 8, 8, "network"),
        (M("socket hang up"), 8, 10, "membrane_failed"),
        (M("m", "internal"), 8, 10, "membrane_failed"),
        (M("m", status=502), 8, 10, "membrane_failed"),
        (M("Validation failed: x is required", "bad_request"), 2, 2, "membrane_refused_input"),
        (M("who knows"), 7, 10, ""),
        (M("m", "insufficient_credit"), 7, 7, "membrane_refused"),
        (M(""), 7, 10, ""),
    ],
)
def test_each_error_has_its_outcome(error: MembraneError, read: int, write: int, code: str) -> None:
    reading = failure_of(error, Call(changes=False), a_session())
    writing = failure_of(error, Call(changes=True), a_session())
    assert (int(reading.exit_code), int(writing.exit_code)) == (read, write)
    assert not code or reading.code == writing.code == code
    assert reading.message
    assert reading.remedy
    assert writing.remedy


def test_the_descriptor_s_remedy_wins() -> None:
    def remedy(status: int, body: object) -> str:
        return failure_of(
            M("m", app_status=status, app_body=body), Call(changes=True, remedies=REMEDIES), a_session()
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
