"""What `membrane` may print, and what is made of it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from skill_helper.membrane.program import Reply
from skill_helper.membrane.replies import (
    Answer,
    MembraneError,
    NoAnswer,
    NoDocument,
    document_in,
    error_or_none,
    is_identifier,
    list_in,
    parse_reply,
)

CONNECTION = {
    "id": "c1",
    "name": "Faktoora",
    "type": "connector",
    "state": "CONFIGURATION_ERROR",
    "error": {"type": "configuration", "message": "no base"},
}
CAUSE = {
    "type": "connection",
    "message": "m",
    "data": {"response": {"status": 422, "data": {"message": "bad postcode"}}},
}
RUN_ERROR = {
    "type": "action_run",
    "message": "Request failed",
    "actionRunId": "r1",
    "causedByError": {"type": "x", "message": "y", "causedByError": CAUSE},
}


@pytest.mark.parametrize(
    "text",
    [
        '{"a":1}',
        '\ufeff{"a":1}',
        'Update available!\n{"a":1}',
        '[warn] old\n{"a":1}\n',
        '\x1b[33mDEPRECATED\x1b[0m use x\n\x1b[32m{"a":1}\x1b[0m',
        ' \n {\n "a": 1\n}\n',
    ],
)
def test_a_document_is_found_in_noise(text: str) -> None:
    assert document_in(text).value == {"a": 1}


@pytest.mark.parametrize("text", ["", "hello", "{", "a {1}", "\n[x]" * 100, "[" * 5000])
def test_no_document(text: str) -> None:
    with pytest.raises(NoDocument):
        document_in(text)


@pytest.mark.parametrize(
    "document",
    [
        CONNECTION,
        {"output": {"message": "x", "type": "y"}, "actionRunId": "r"},
        {"items": [{"message": "x"}]},
        {"actionRunId": "r"},
        [],
        "text",
        {"message": "a record's own"},
    ],
)
def test_what_is_no_error(document: Any) -> None:
    assert parse_reply(Reply(0, json.dumps(document), ""), Answer) == Answer(document)


@pytest.mark.parametrize("code", [0, 1])
@pytest.mark.parametrize("form", [lambda error: error, lambda error: {"error": error}])
def test_errors_on_either_stream_whatever_the_exit_code(code: int, form: Any) -> None:
    text = json.dumps(form(RUN_ERROR))
    for reply in (Reply(code, text, ""), Reply(code, "", text), Reply(code, "noise\n" + text, "warning")):
        error = parse_reply(reply, Answer)
        assert isinstance(error, MembraneError)
        assert (error.app_status, error.app_body, error.run_id, error.type) == (
            422,
            {"message": "bad postcode"},
            "r1",
            "action_run",
        )


@pytest.mark.parametrize(
    ("sentence", "key", "status"),
    [
        ("Error: You are not logged in. Run `membrane login --tenant` first.", "not_authenticated", None),
        ("Error: Access token should be a valid JWT token.", "not_authenticated", None),
        ("401 Unauthorized", "not_authenticated", None),
        ("Error: Connection with id '401' not found", "not_found", None),
        ("Error: Rate limit exceeded", "rate_limit_exceeded", None),
        ("Error: Connection is defunct", "connection_is_defunct", None),
        ("warning: x\nError: Request failed with status code 404", "", 404),
        ("Error: Invoice 401 is locked", "", None),
        ("Traceback (most recent call last):\n  File x\nOSError: Request failed with status code 502", "", 502),
    ],
)
def test_sentences(sentence: str, key: str, status: int | None) -> None:
    error = error_or_none(Reply(1, "", sentence))
    assert error is not None
    assert (error.key, error.status) == (key, status)


def test_slugs_of_the_house() -> None:
    error = error_or_none(Reply(2, '{"error":"unknown_command","message":"no such command"}', "x"))
    assert error is not None
    assert (error.key, error.message) == ("unknown_command", "no such command")


def test_silence_tells_nothing() -> None:
    assert error_or_none(Reply(0, "{}", "a warning")) is None
    assert error_or_none(Reply(None, "", "")) is None
    assert parse_reply(Reply(3, "", ""), Answer) == MembraneError("membrane ended with exit code 3 and printed nothing")
    assert parse_reply(Reply(0, "", "Error: x"), Answer) == MembraneError("x")
    assert isinstance(parse_reply(Reply(0, "x", ""), Answer), NoAnswer)


@pytest.mark.parametrize(
    "document", [[1], {"items": [1]}, {"output": {"items": [1]}}, {"data": {"items": [1]}}, {"output": [1]}]
)
def test_lists_in_every_envelope(document: Any) -> None:
    assert list_in(document).value == ([1], "")


def test_a_cursor_is_found_beside_the_rows_or_around_them() -> None:
    assert list_in({"items": [], "cursor": "2"}).value == ([], "2")
    assert list_in({"data": {"items": []}, "cursor": "2"}).value == ([], "2")
    with pytest.raises(NoDocument):
        list_in({"id": "x"})


def test_ids_that_a_program_would_read_as_options() -> None:
    assert is_identifier("66f0c0ffee0000000000c001")
    assert not any(is_identifier(value) for value in ("-x", "--apiUri=x", "", "a b", "a\n", "a/b", None, 5, "x" * 300))
