"""Help is short, complete and in one place with what it tells."""

from __future__ import annotations

import json

import pytest
from support.agent import Helper
from support.places import DESCRIPTORS

from skill_helper.base.exits import Exit
from skill_helper.commands.table import COMMANDS

ACTIONS = json.loads(DESCRIPTORS.read_text(encoding="utf-8"))["actions"]


def test_the_help_page_is_short_and_names_everything(helper: Helper) -> None:
    page = helper("--help").out
    assert len(page.splitlines()) <= 60
    assert all(f"  {int(code):>2}  " in page for code in Exit)
    assert all(name in page for name in (*COMMANDS, *ACTIONS))
    assert page == helper().out == helper("help").out


@pytest.mark.parametrize("name", [*COMMANDS, *ACTIONS])
def test_each_page_is_short_and_asks_membrane_nothing(helper: Helper, name: str) -> None:
    answer = helper(name, "-h" if name.startswith("list") else "--help")
    assert answer.code == 0
    assert len(answer.out.splitlines()) <= 60
    assert helper.sandbox.calls() == []


def test_every_example_of_every_action_is_a_command(helper: Helper) -> None:
    for name in ACTIONS:
        for example in helper.ok("describe", name)["examples"][:1]:
            asks_no_account = "local" in ACTIONS[name]
            done = helper.shell(example if asks_no_account else f"{example} --dry-run")
            allowed = (0, 2) if asks_no_account else (0, 6)  # 2: the file of the example is not there
            sends_a_file = "instead" in ACTIONS[name].get("request", {})
            assert done.code in ((7,) if sends_a_file else allowed), example
            assert not asks_no_account or "cannot be read" in done.out, example
    assert helper.changes() == []


def test_the_compiled_actions_are_listed_without_a_program(helper: Helper) -> None:
    helper.environment["PATH"] = "/nowhere"
    listed = helper.ok("actions")
    assert [row["action"] for row in listed["actions"]] == list(ACTIONS)
    confirmed = {name for name, action in ACTIONS.items() if action.get("confirm")}
    assert {row["action"] for row in listed["actions"] if row.get("confirm")} == confirmed >= {"create-webhook"}


@pytest.mark.parametrize(
    ("words", "said"), [(("list-custmers",), "list-customers"), (("conect",), "connect"), (("frobnicate",), "actions")]
)
def test_a_misspelt_command_is_corrected(helper: Helper, words: tuple[str, ...], said: str) -> None:
    answer = helper(*words)
    assert answer.outcome == (2, "unknown_command")
    assert said in answer.error["remedy"]


def test_an_option_before_the_command_is_explained(helper: Helper) -> None:
    assert "expected a command before" in helper("--connection", "x", "list-customers").error["message"]
    assert helper("--version").out.strip() == json.loads(DESCRIPTORS.read_text(encoding="utf-8"))["version"]


def test_nobody_listening_is_no_traceback(helper: Helper) -> None:
    done = helper.run(["sh", "-c", '"$@" >&-', "sh", *helper.command, "actions"])
    assert (done.code, done.out) == (8, "")
    full = helper.run(["sh", "-c", '"$@" >/dev/full', "sh", *helper.command, "actions"])
    assert full.out == ""
