"""From nothing to a usable connection: each state says what the user must do, and `doctor` says what is wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.agent import Helper

CODE = "SANDBOX-1234"
STATES = {
    "ready": (0, ""),
    "approve": (4, "client_action_required"),
    "provide-input": (4, "client_action_required"),
    "disconnected": (4, "client_action_required"),
    "building-forever": (8, "connection_building"),
    "setup-failed": (7, "connection_failed"),
    "configuration-error": (7, "connection_failed"),
    "defunct": (7, "connection_failed"),
    "disconnecting": (4, "connection_unusable"),
    "unknown-state": (4, "connection_unusable"),
    "no-state": (4, "connection_unusable"),
}


def test_from_nothing_to_a_list(new_helper: Callable[..., Helper]) -> None:
    helper = new_helper()
    login = helper("connect", "--agent", "claude")
    assert login.outcome == (3, "login_needed")
    assert login.error["login_url"].startswith("https://")
    assert login.error["remedy"].endswith("connect --code CODE")
    assert ["login", "--tenant", "--clientName=claude", "--non-interactive"] in helper.runs()
    assert helper("list-customers").outcome == (3, "login_needed")
    assert helper("connect", "--code", "WRONG").outcome == (3, "login_failed")
    asked = helper("connect", "--code", CODE)
    assert asked.outcome == (4, "client_action_required")
    assert asked.error["third_party"]["uiUrl"].startswith("https://")
    assert helper("list-customers").outcome == (4, "client_action_required")
    helper.sandbox.approve()
    done = helper.ok("connect")
    assert done["connection"]["sandbox"] is True
    assert helper.shell(done["next"]).code == 0
    assert helper("list-customers", "--perPage", "1").code == 0


@pytest.mark.parametrize("errors", ["text", "bare", "envelope", "stderr-json"])
def test_a_login_in_every_dialect(new_helper: Callable[..., Helper], errors: str) -> None:
    helper = new_helper(errors=errors, login_stream="stderr", exit="0always")
    assert helper("connect").outcome == (3, "login_needed")
    assert helper("connect", "--code", "WRONG").outcome == (3, "login_failed")
    assert helper("connect", "--code", CODE).outcome == (4, "client_action_required")


@pytest.mark.parametrize(("state", "outcome"), STATES.items(), ids=STATES)
def test_each_state_of_a_connection(helper: Helper, state: str, outcome: tuple[int, str]) -> None:
    helper.sandbox.set("connection", state)
    answer = helper("connect", "--wait", "1")
    assert answer.outcome == outcome
    if outcome[0]:
        assert answer.error["connection"]["id"]
        assert answer.error["remedy"]
        assert helper("list-customers").outcome == outcome


@pytest.mark.parametrize("form", ["errors", "error", "request-error", "both"])
def test_a_failed_connection_says_why(helper: Helper, form: str) -> None:
    helper.sandbox.set("connection", "configuration-error")
    helper.sandbox.set("connection-error", form)
    assert "Connector has no base URI" in helper("connect", "--wait", "1").error["message"]


def test_a_connection_that_is_built_is_waited_for(new_helper: Callable[..., Helper]) -> None:
    helper = new_helper(connection="building", building_seconds="1", after_create="missing")
    helper("connect")
    first = helper("connect", "--code", CODE, "--wait", "20")
    assert first.outcome == (4, "client_action_required")
    assert "Membrane is building the connection" in first.err
    helper.sandbox.approve()
    assert helper("connect").code == 0


def test_doctor_names_what_is_wrong(new_helper: Callable[..., Helper]) -> None:
    helper = new_helper()
    checks = helper("doctor")
    assert checks.outcome == (3, "login_needed")
    assert [check["ok"] for check in checks.error["checks"]] == [True, True, True, False, True]
    helper.environment["FAKTOORA_READ_ONLY"] = "1"
    assert helper("doctor").error["checks"][-1]["found"] == "read only"


def test_doctor_is_content_with_what_works(helper: Helper) -> None:
    document = helper.ok("doctor")
    assert document["sandbox"] is True
    assert [check["check"] for check in document["checks"]] == [
        "python",
        "membrane",
        "state folder",
        "connection",
        "mode",
    ]
    assert not [path for path in helper.state.rglob("*") if path.name == "doctor.json"]


def test_doctor_without_a_state_folder(helper: Helper) -> None:
    helper.environment["FAKTOORA_STATE_DIR"] = "/dev/null/state"
    assert helper("doctor").outcome == (7, "state_not_writable")


def test_without_membrane_the_user_is_asked(helper: Helper) -> None:
    helper.environment["PATH"] = "/nowhere"
    for words in (("connect",), ("list-customers",), ("doctor",)):
        missing = helper(*words)
        assert missing.outcome == (9, "membrane_missing")
        assert "npm install -g @membranehq/cli@" in missing.error["remedy"]
    assert helper("actions").code == 0, "what needs no program works without it"


def test_a_named_program_that_is_not_there(helper: Helper) -> None:
    helper.environment["MEMBRANE_BIN"] = "/nowhere/membrane"
    assert helper("list-customers").outcome == (9, "membrane_missing")
    helper.environment["MEMBRANE_BIN"] = str(helper.work)
    assert helper("list-customers").outcome == (9, "membrane_not_executable")


@pytest.mark.parametrize(("has", "code"), [(True, 0), (False, 9)])
def test_npx_serves_only_what_it_has_already(helper: Helper, *, has: bool, code: int) -> None:
    npx = helper.work / "bin" / "npx"
    npx.parent.mkdir()
    answer = f"PATH={helper.sandbox.bin}; ${{4#--call=}}" if has else "exit 1"
    npx.write_text(
        f'#!/bin/sh\n[ "$1 $2 $3" = "--offline --no --package=@membranehq/cli@1.18.3" ] || exit 2\n{answer}\n'
    )
    npx.chmod(0o755)
    helper.environment["PATH"] = f"{npx.parent}:/usr/bin:/bin"
    assert helper("list-customers", "--perPage", "1").code == code


def test_a_program_that_was_replaced_is_checked_again(helper: Helper) -> None:
    helper.ok("list-customers", "--perPage", "1")
    program = helper.sandbox.bin / "membrane"
    program.unlink()
    program.write_text("#!/bin/sh\necho 'Usage: membrane <connect|credentials|catalog>' >&2\nexit 2\n")
    program.chmod(0o755)
    assert helper("list-customers").outcome == (9, "wrong_program")


def test_a_program_in_the_current_folder_is_not_run(helper: Helper) -> None:
    planted = helper.work / "membrane"
    planted.write_text("#!/bin/sh\ntouch planted\n")
    planted.chmod(0o755)
    helper.environment["PATH"] = f".{':'}{helper.environment['PATH']}"
    assert helper("list-customers", "--perPage", "1").code == 0
    assert not (helper.work / "planted").exists()


def test_a_login_that_a_variable_holds_is_neither_kept_nor_printed(helper: Helper) -> None:
    helper.environment["MEMBRANE_ACCESS_TOKEN"] = token = "pat-0123456789abcdef"  # noqa: S105 - of nobody
    runs = [helper(*words) for words in (("connect",), ("doctor",), ("list-customers", "--perPage", "1"), ("journal",))]
    assert not any(token in run.printed for run in runs)
    kept = [path for path in helper.state.rglob("*") if path.is_file()]
    assert kept
    assert not any(token.encode() in path.read_bytes() for path in kept)
