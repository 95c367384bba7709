# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The `membrane` program: how it is called, what came back, whether it is the right one."""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from typing import NamedTuple

from ..base.exits import Exit
from ..base.outcome import Failure
from ..base.system import on_windows

WINDOWS_LINE = 32_767
BATCH_LINE = 8_191
CALL_SECONDS = 90  # Membrane ends an action run after 50 s and a request after 60 s; see the vendor's limits.


class Reply(NamedTuple):
    """What one call printed; `raw` is standard output as bytes.

    `exit_code` is None when it was stopped because it took too long.
    """

    exit_code: int | None
    stdout: str
    stderr: str
    raw: bytes = b""


class Membrane(NamedTuple):
    """The program to call, as the beginning of an argument list.

    `trusted` means that the user named it (MEMBRANE_BIN).
    """

    command: tuple[str, ...]
    trusted: bool = False

    def call(self, arguments: Sequence[str], seconds: float | None = None) -> Reply:
        """Run the program with a list of arguments (never through a shell) and no standard input."""
        import subprocess

        words = [*self.command, *arguments]
        refuse_batch_words(self.command[0], arguments)
        refuse_long_line(words)
        quiet = {**os.environ, "NO_COLOR": "1", "FORCE_COLOR": "0"}
        try:
            done = subprocess.run(  # noqa: S603 - a list of arguments, and no shell
                words,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=seconds or CALL_SECONDS,
                check=False,
                env=quiet,
            )
        except subprocess.TimeoutExpired as error:
            return Reply(None, decode_output(error.stdout), decode_output(error.stderr))
        except OSError as error:
            raise too_big(words) if error.errno == errno.E2BIG else not_started(self.command[0], error) from None
        except ValueError as error:
            message = f"the input holds a character that cannot be passed to a program: {error}"
            raise Failure(Exit.BAD_INPUT, "call_impossible", message, "leave the character out") from None
        return Reply(done.returncode, decode_output(done.stdout), decode_output(done.stderr), done.stdout)


def decode_output(data: bytes | None) -> str:
    """Return output as text; bytes that are not UTF-8 show as replacement characters."""
    return (data or b"").decode("utf-8", errors="replace")


def is_batch_file(program: str) -> bool:
    """Whether a program is run by the shell of Windows."""
    return program.lower().endswith((".cmd", ".bat"))


def refuse_batch_words(program: str, arguments: Sequence[str]) -> None:
    """Fail when a Windows batch file would get words that its shell reads as commands."""
    if is_batch_file(program) and any(letter in word for word in arguments for letter in '"&|<>^%!\r\n'):
        message = f"{program} is a batch file, through which this input cannot be passed safely"
        raise Failure(
            Exit.PROGRAM_MISSING,
            "membrane_is_a_batch_file",
            message,
            "set MEMBRANE_BIN to dist\\index.js of @membranehq/cli",
        )


def refuse_long_line(words: Sequence[str]) -> None:
    """Fail when Windows would not pass so much to a program: it reports a long line as a file that was not found."""
    if not on_windows():
        return
    from subprocess import list2cmdline

    if len(list2cmdline(words)) >= (BATCH_LINE if is_batch_file(words[0]) else WINDOWS_LINE):
        raise too_big(words)


def not_started(program: str, error: OSError) -> Failure:
    """Return the outcome of a program that is not there, or that the system does not run."""
    remedy = "correct MEMBRANE_BIN or PATH"
    if isinstance(error, FileNotFoundError) and not os.path.exists(program):
        return Failure(Exit.PROGRAM_MISSING, "membrane_missing", f"{program} was not found", remedy)
    return Failure(
        Exit.PROGRAM_MISSING, "membrane_not_executable", f"{program} cannot be executed: {error.strerror}", remedy
    )


def too_big(words: Sequence[str]) -> Failure:
    """Return the outcome of a call that the system does not pass on."""
    size, most = sum(map(len, words)), "Windows passes on 32,000, other systems 128,000"
    message = f"the input is too big for one call: {size:,} characters; {most}"
    return Failure(
        Exit.BAD_INPUT,
        "input_too_big",
        message,
        "send less in one call: fewer items, shorter texts; or do it in the app",
    )


def require_membrane_cli(membrane: Membrane) -> None:
    """Fail unless the program is Membrane's CLI: another vendor program has the same name but no `action` command."""
    if membrane.trusted:
        return
    reply = membrane.call(["action", "--help"], seconds=30)
    text = (reply.stdout + reply.stderr).lower()
    if reply.exit_code != 0 or "action" not in text or not ("run" in text or "connection" in text):
        message = f"{membrane.command[0]} is another program called membrane: it does not know `membrane action`"
        remedy = "set MEMBRANE_BIN to the path of Membrane's CLI (its npm package is @membranehq/cli)"
        raise Failure(Exit.PROGRAM_MISSING, "wrong_program", message, remedy)


def program_mark(membrane: Membrane) -> str:
    """Return what changes when the program is replaced."""
    try:
        facts = os.stat(membrane.command[-1])
    except OSError:
        return ""
    return f"{membrane.command[-1]} {facts.st_size} {facts.st_mtime_ns}"
