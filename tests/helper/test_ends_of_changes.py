"""A change was started: what the caller is told is what can be known.

The stand-in always does the work, whatever it answers; so only a result or one of two proofs may end in anything but
exit 10.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from support.rules import Rules, rules

if TYPE_CHECKING:
    from pathlib import Path

CREATE = ("create-product", "--name", "A", "--unit", "H87", "--tax", "19")
RESULT = '{"output":{"id":"new"},"actionRunId":"r1"}'
APP_422 = {"type": "connection", "message": "m", "data": {"response": {"status": 422, "data": {"message": "bad unit"}}}}


@pytest.fixture
def stand_in(tmp_path: Path) -> Rules:
    return rules(tmp_path)


@pytest.mark.parametrize(
    ("out", "err", "code"),
    [
        (RESULT, "Error: getaddrinfo ENOTFOUND telemetry.example", 1),
        (RESULT, '{"type":"bad_request","message":"log line"}', 0),
        ("Update available!\n" + RESULT, "", 0),
        ("\x1b[33mDEPRECATED\x1b[0m: x\n" + RESULT, "rate limit exceeded", 1),
    ],
)
def test_a_result_outranks_what_stands_beside_it(stand_in: Rules, out: str, err: str, code: int) -> None:
    stand_in.answer(out, err, code)
    answer = stand_in(*CREATE)
    assert (answer.code, answer.document["record"], stand_in.done) == (0, {"id": "new"}, 1)


@pytest.mark.parametrize(
    ("out", "err", "code"),
    [
        ('{"type":"action_run","message":"step 2: connect ECONNREFUSED 1.2.3.4","actionRunId":"r"}', "", 1),
        ('{"type":"concurrency","key":"lock_timeout","message":"x"}', "", 1),
        ('{"type":"action_run","message":"the run was terminated","actionRunId":"r"}', "", 1),
        ('{"type":"connection","key":"connection_is_defunct","message":"x"}', "", 1),
        ('{"type":"connection","key":"rate_limit_exceeded","message":"x"}', "", 1),
        ('{"type":"bad_request","key":"not_found","message":"x","actionRunId":"r1"}', "", 1),
        ('{"type":"internal","message":"x","data":{"response":{"status":422}}}', "", 1),
        ('{"type":"action_run","message":"Request failed with status code 422","actionRunId":"r"}', "", 1),
        ('Created note:\n{"type":"bad_request","key":"rate_limit_exceeded","message":"x"}', "", 0),
        ("", "rate limit exceeded while reading the run log", 1),
        ("", "Error: Validation failed: x\nError: y", 1),
        ("done", "Error: Not authenticated", 1),
        ("", "Error: Request failed with status code 408", 1),
        ("", "Error: Request failed with status code 500", 1),
        ("", "Error: Connection is defunct", 1),
        ("", "", 1),
        ("", "", 0),
        ("[1]", "", 0),
        ('{"output":null,"error":{"message":"no"},"status":"error"}', "", 0),
        ('{"actionRunId":"r","status":"failed"}', "", 0),
        ('{"output":{"statusCode":422,"message":"x"}}', "", 0),
        ('{"output":{"total":1e5000}}', "", 0),
        ("[" * 100_000, "", 0),
    ],
)
def test_without_a_proof_it_may_have_happened(stand_in: Rules, out: str, err: str, code: int) -> None:
    stand_in.answer(out, err, code)
    answer = stand_in(*CREATE)
    assert (answer.code, stand_in.done) == (10, 1), answer.out
    assert "list-products --keyword A" in answer.error["remedy"]


@pytest.mark.parametrize(
    ("out", "err", "code", "exit_code"),
    [
        ('{"type":"bad_request","key":"not_authenticated","message":"x"}', "", 1, 3),
        ('{"type":"bad_request","message":"Validation failed: unit"}', "", 1, 2),
        ('{"error":{"type":"bad_request","key":"rate_limit_exceeded","message":"x"}}', "", 0, 8),
        ("", '{"type":"bad_request","key":"not_found","message":"x"}', 1, 6),
        ("", "Error: Not authenticated\n", 1, 3),
        ("", "Error: Validation failed: unit is required", 1, 2),
        ("", "Request failed with status code 422", 1, 7),
        ("", "Request failed with status code 404", 0, 6),
        (json.dumps({"type": "action_run", "message": "m", "actionRunId": "r", "causedByError": APP_422}), "", 1, 7),
        ("DEPRECATED: x\n" + json.dumps({**APP_422, "data": {"response": {"status": 429}}}), "", 1, 8),
    ],
)
def test_a_proof_says_that_nothing_happened(stand_in: Rules, out: str, err: str, code: int, exit_code: int) -> None:
    stand_in.answer(out, err, code)
    assert (stand_in(*CREATE).code, stand_in.done) == (exit_code, 1)


@pytest.mark.parametrize(
    ("log", "exit_code"),
    [
        ('{"id":"r1","status":"success","output":{"id":"new"}}', 0),
        (json.dumps({"id": "r1", "status": "error", "error": APP_422}), 7),
        ('{"id":"r1","status":"error","error":{"message":"who knows"}}', 10),
        ("nothing", 10),
    ],
)
def test_a_run_with_a_name_is_looked_up_once(tmp_path: Path, log: str, exit_code: int) -> None:
    stand_in = rules(tmp_path, {"log": log})
    stand_in.answer('{"type":"action_run","message":"m","actionRunId":"r1"}', "", 1)
    answer = stand_in(*CREATE)
    assert (answer.code, stand_in.done) == (exit_code, 1), answer.out
    assert exit_code != 10 or answer.error["run_id"] == "r1"


@pytest.mark.parametrize(
    ("out", "err", "code", "exit_code"),
    [
        ('{"id":1}', "attempt 1: HTTP 429, retrying", 0, 0),
        ('Created note:\n{"type":"bad_request","key":"rate_limit_exceeded","message":"x"}', "", 0, 0),
        ('{"message":"no"}', "HTTP 422", 1, 7),
        ('{"message":"no"}', "HTTP 422", 0, 7),
        ('{"id":1}', "HTTP 201", 1, 0),
        ('{"message":"no"}', "HTTP 422\nHTTP 200", 1, 10),
        ('{"message":"no"}', "HTTP 503", 1, 10),
        ('{"message":"no"}', "", 1, 10),
        ('{"statusCode":422,"message":"x"}', "", 0, 10),
        ('{"status":404,"data":{"message":"x"}}', "", 0, 6),
        ("", "", 0, 0),
    ],
)
def test_what_a_request_ends_with(stand_in: Rules, out: str, err: str, code: int, exit_code: int) -> None:
    stand_in.answer(out, err, code)
    words = ("request", "/things", "-X", "POST", "--json", "{}")
    plan = stand_in(*words)
    answer = stand_in(*words, "--confirm", plan.error["digest"])
    assert (answer.code, stand_in.done) == (exit_code, 1), answer.out


def test_a_change_is_sent_once_even_if_it_may_be_repeated(stand_in: Rules) -> None:
    stand_in.answer("", "", 1)
    answer = stand_in("update-product", "--id", "5", "--price", "1")
    assert (answer.code, stand_in.done) == (10, 1)
    assert answer.error["remedy"].startswith("the same call may be made again")


def test_a_result_that_cannot_be_saved_is_not_called_a_success(stand_in: Rules) -> None:
    answer = stand_in(*CREATE, "--fields", "tags.²")
    assert answer.code == 0
    (stand_in.helper.work / "x.json").write_text("other")
    assert stand_in(*CREATE, "--output", "x.json").outcome == (2, "file_exists")
    (stand_in.folder / "done").unlink()
    answer = stand_in(*CREATE, "--output", str(stand_in.folder / "done"))  # which making the change creates
    assert (answer.code, answer.error["new_id"]) == (10, "new")
    assert "was carried out" in answer.error["message"]


def test_the_journal_tells_how_changes_ended(stand_in: Rules) -> None:
    assert stand_in("journal").document["items"] == []
    stand_in(*CREATE)
    stand_in.answer("", "", 1)
    stand_in(*CREATE)
    rows = stand_in("journal").document["items"]
    assert [row["outcome"] for row in rows] == ["unknown", "done"]
    assert rows[1]["new_id"] == "new"
    assert [row["look"] for row in stand_in("journal", "--open").document["items"]] == [rows[0]["look"]]


def test_a_change_whose_call_was_killed_is_told_by_the_next_one(stand_in: Rules) -> None:
    stand_in(*CREATE)
    journal = next(stand_in.helper.state.rglob("journal.jsonl"))
    first = json.loads(journal.read_text(encoding="utf-8").splitlines()[0])
    journal.write_text(json.dumps({**first, "process": 4_000_000}) + "\n", encoding="utf-8")
    assert "journal --open" in stand_in("actions").document["unfinished"]
    assert stand_in("journal", "--open").document["count"] == 1
    assert "unfinished" not in stand_in("actions").document


def test_a_result_that_denies_success_is_not_called_done(stand_in: Rules) -> None:
    stand_in.answer('{"output":{"succeed":false}}')
    answer = stand_in(*CREATE)
    assert answer.code == 10
    assert "did not succeed; create-product may have been carried out" in answer.error["message"]


def test_a_change_that_was_never_started_is_closed_in_the_journal(stand_in: Rules) -> None:
    (stand_in.folder / "membrane").chmod(0o644)
    assert stand_in(*CREATE).code == 9
    (stand_in.folder / "membrane").chmod(0o755)
    assert stand_in("journal", "--open").document["count"] == 0
