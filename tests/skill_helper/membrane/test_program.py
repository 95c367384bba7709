"""How the program is called."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from skill_helper.base.effects import LOOK
from skill_helper.base.outcome import Failure
from skill_helper.membrane import program
from skill_helper.membrane.program import Membrane, program_mark, refuse_batch_words, require_membrane_cli


def executable(path: Path, text: str = "#!/bin/sh\nexit 0\n") -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


@pytest.mark.parametrize("word", ['{"a":1}', "a&b", "a|b", "%PATH%", "a\nb", "a>b", "^", "!x!"])
def test_a_batch_file_gets_no_words_that_its_shell_reads(word: str) -> None:
    refuse_batch_words("membrane.CMD", ["action", "run", "--json"])
    refuse_batch_words("membrane", [word])
    with pytest.raises(Failure, match="batch file"):
        refuse_batch_words("C:\\x\\membrane.CMD", [word])


def test_a_call_that_takes_too_long_is_ended() -> None:
    reply = Membrane(
        (sys.executable, "-c", "import sys,time; print('begun'); sys.stdout.flush(); time.sleep(60)")
    ).call([], LOOK, seconds=2)
    assert (reply.exit_code, reply.stdout.strip()) == (None, "begun")


def test_a_call_that_is_too_big() -> None:
    with pytest.raises(Failure, match="too big for one call") as refused:
        Membrane((sys.executable,)).call(["x" * 3_000_000], LOOK)
    assert (refused.value.exit_code, refused.value.code) == (2, "input_too_big")


@pytest.mark.parametrize("word", ["a\0b", "\ud800"])
def test_a_word_that_no_program_can_be_given(word: str) -> None:
    with pytest.raises(Failure, match="cannot be passed to a program") as refused:
        Membrane((sys.executable,)).call([word], LOOK)
    assert refused.value.exit_code == 2


@pytest.mark.parametrize(
    ("text", "code"),
    [(None, "membrane_missing"), ("#!/no/such/node\n", "membrane_not_executable"), ("MZ", "membrane_not_executable")],
)
def test_a_program_that_cannot_be_started(tmp_path: Path, text: str | None, code: str) -> None:
    program = str(tmp_path / "membrane") if text is None else executable(tmp_path / "membrane", text)
    with pytest.raises(Failure) as refused:
        Membrane((program,)).call([], LOOK)
    assert (refused.value.exit_code, refused.value.code) == (9, code)


@pytest.mark.parametrize(
    ("text", "right"), [("Usage: membrane action run <id>", True), ("Usage: membrane connect", False), ("", False)]
)
def test_the_right_program_knows_actions(tmp_path: Path, text: str, *, right: bool) -> None:
    found = Membrane((executable(tmp_path / "membrane", f"#!/bin/sh\necho '{text}'\n"),))
    if right:
        require_membrane_cli(found)
    else:
        with pytest.raises(Failure, match="another program"):
            require_membrane_cli(found)


def test_a_program_that_is_gone_has_no_mark() -> None:
    assert program_mark(Membrane(("/nowhere",))) == ""


def test_windows_is_not_asked_to_pass_more_than_it_can(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skill_helper.base.system.SYSTEM", "windows")
    echo = Membrane((sys.executable, "-c", "import sys; print(len(sys.argv[1]))"))
    assert echo.call(["x" * 30_000], LOOK).stdout.strip() == "30000"
    with pytest.raises(Failure, match="too big for one call") as refused:
        echo.call(["x" * 33_000], LOOK)
    assert (refused.value.exit_code, refused.value.code) == (2, "input_too_big")
    with pytest.raises(Failure, match="too big for one call"):
        Membrane(("C:\\x\\membrane.cmd",)).call(["x" * 9_000], LOOK)


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_a_signal_while_the_program_starts_ends_the_program_too(monkeypatch: pytest.MonkeyPatch) -> None:
    started = []

    def start(words: list[str]) -> subprocess.Popen[bytes]:
        started.append(subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True))
        signal.raise_signal(signal.SIGINT)
        return started[0]

    monkeypatch.setattr(program, "_started", start)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # another test may have ended a call, which ignores it
    with pytest.raises(KeyboardInterrupt):
        Membrane((sys.executable, "-c", "import time; time.sleep(60)")).call([], LOOK)
    assert started[0].wait(10) == -signal.SIGKILL
