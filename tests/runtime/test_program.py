"""Which program is called, and how."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from skillc.runtime.outcome import Failure
from skillc.runtime.program import Membrane, find_membrane, on_path, program_mark, refuse_batch_words, require_membrane_cli
from skillc.runtime.session import Session

PACKAGE = "@membranehq/cli"


def executable(path: Path, text: str = "#!/bin/sh\nexit 0\n") -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_only_absolute_folders_are_searched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = executable(tmp_path / "bin" / "membrane")
    executable(tmp_path / "membrane")
    monkeypatch.chdir(tmp_path)
    assert on_path("membrane", {"PATH": f".:{os.pathsep}:bin:{tmp_path / 'bin'}"}) == found
    assert on_path("membrane", {"PATH": ".:"}) is None


def test_a_javascript_file_is_started_by_node(tmp_path: Path) -> None:
    node = executable(tmp_path / "node")
    script = executable(tmp_path / "index.js")
    assert find_membrane(PACKAGE, "1", {"MEMBRANE_BIN": script, "PATH": str(tmp_path)}) == Membrane((node, script), trusted=True)


def test_on_windows_the_script_behind_the_batch_file_is_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skillc.runtime.program.os.name", "nt")
    environment = {"PATH": str(tmp_path)}
    batch = executable(tmp_path / "membrane.cmd")
    assert find_membrane(PACKAGE, "1", environment).command == (batch,)
    script = executable(tmp_path / "node_modules" / "@membranehq" / "cli" / "dist" / "index.js")
    assert find_membrane(PACKAGE, "1", environment).command == ("node", script)


@pytest.mark.parametrize("word", ['{"a":1}', "a&b", "a|b", "%PATH%", "a\nb", "a>b", "^", "!x!"])
def test_a_batch_file_gets_no_words_that_its_shell_reads(word: str) -> None:
    refuse_batch_words("membrane.CMD", ["action", "run", "--json"])
    refuse_batch_words("membrane", [word])
    with pytest.raises(Failure, match="batch file"):
        refuse_batch_words("C:\\x\\membrane.CMD", [word])


def test_a_call_that_takes_too_long_is_ended() -> None:
    reply = Membrane((sys.executable, "-c", "import sys,time; print('begun'); sys.stdout.flush(); time.sleep(60)")).call([], seconds=2)
    assert (reply.exit_code, reply.stdout.strip()) == (None, "begun")


def test_a_call_that_is_too_big() -> None:
    with pytest.raises(Failure, match="could not be called") as refused:
        Membrane((sys.executable,)).call(["x" * 3_000_000])
    assert refused.value.exit_code == 2


@pytest.mark.parametrize(("text", "right"), [("Usage: membrane action run <id>", True), ("Usage: membrane connect", False), ("", False)])
def test_the_right_program_knows_actions(tmp_path: Path, text: str, *, right: bool) -> None:
    found = Membrane((executable(tmp_path / "membrane", f"#!/bin/sh\necho '{text}'\n"),))
    if right:
        require_membrane_cli(found)
    else:
        with pytest.raises(Failure, match="another program"):
            require_membrane_cli(found)


def test_a_program_that_is_gone_has_no_mark() -> None:
    assert program_mark(Membrane(("/nowhere",))) == ""


def test_command_lines_for_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skillc.runtime.session.os.name", "nt")
    line = Session({"name": "x"}, "C:\\a b\\x.py", {}).command("--name", 'say "hi"', "it's")
    assert line == 'python "C:\\a b\\x.py" --name "say \\"hi\\"" it\'s'
