# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The `membrane` program: the one place that starts a process, and what came back from it."""

from __future__ import annotations

import contextlib
import errno
import os
import time
from collections.abc import Callable, Sequence
from typing import IO, Any, NamedTuple

from ..base.effects import LOOK, Change, Permit
from ..base.exits import Exit
from ..base.jsontext import MOST_CHARACTERS
from ..base.outcome import Failure
from ..base.system import held_signals, on_windows
from ..input.values import too_big

WINDOWS_LINE = 32_767
BATCH_LINE = 8_191
LONGEST_WORD = 128 * 1024  # in bytes, with the null that ends it: MAX_ARG_STRLEN of Linux
POINTER = 8
ROOM_FOR_FLAGS = 16  # `--json`, which is added to most calls
ROOM_FOR_LAUNCHER = 4096  # what the first line of a script, such as `env node`, adds to a call
CALL_SECONDS = 90  # Membrane ends an action run after 50 s and a request after 60 s; see the vendor's limits.
MOST_BYTES = 32 * 1024 * 1024  # on standard output: the largest file that is taken
MOST_ERROR_BYTES = 1024 * 1024  # on standard error
CHUNK = 64 * 1024
BEGINNING = 4096


class Reply(NamedTuple):
    """What one call printed; `raw` is standard output as bytes.

    What is too long to be JSON is not read as text beyond its beginning.

    `exit_code` is None when it was stopped: it took too long or, with `too_much`, it printed more than is read.
    """

    exit_code: int | None
    stdout: str
    stderr: str
    raw: bytes = b""
    too_much: bool = False


class Membrane(NamedTuple):
    """The program to call, as the beginning of an argument list.

    `trusted` means that the user named it (MEMBRANE_BIN).
    """

    command: tuple[str, ...]
    trusted: bool = False

    def call(self, arguments: Sequence[str], permit: Permit, seconds: float | None = None) -> Reply:
        """Run the program with a list of arguments (never through a shell) and no standard input.

        Whatever ends this function ends the program too.
        """
        words = [*self.command, *arguments]
        self.refuse_impossible(arguments)
        if isinstance(permit, Change):
            permit.start()
        with contextlib.ExitStack() as at_last:
            with held_signals():
                try:
                    process = _started(words)
                except (OSError, ValueError) as error:
                    if isinstance(permit, Change):
                        permit.refuse()
                    raise _not_started(words, error) from None
                at_last.callback(_end, process)
            return _reply(process, seconds or CALL_SECONDS)

    def refuse_impossible(self, arguments: Sequence[str]) -> None:
        """Fail when the system would not pass these arguments on as they are."""
        words = [*self.command, *arguments]
        refuse_batch_words(self.command[0], arguments)
        if any("\0" in word for word in words):
            raise unfit_character("a null character")
        try:
            sizes = [len(os.fsencode(word)) for word in words]
        except UnicodeEncodeError as error:
            raise unfit_character(str(error)) from None
        if _is_long_line(words) if on_windows() else _is_too_much(sizes):
            raise too_big(sum(map(len, words)))


def _started(words: Sequence[str]) -> Any:
    import subprocess

    quiet = {**os.environ, "NO_COLOR": "1", "FORCE_COLOR": "0"}
    group: dict[str, Any] = (
        {"creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)}
        if on_windows()
        else {"start_new_session": True}
    )
    pipe = subprocess.PIPE
    # A list of arguments, and no shell. A group of its own, so that what the program starts ends with it.
    return subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe, env=quiet, **group)  # noqa: S603


def _reply(process: Any, seconds: float) -> Reply:
    """Read what the program prints until it ends, its time is over, or it has printed too much."""
    end = time.monotonic() + seconds

    def stop() -> None:
        _kill(process)

    out, err = _Stream(process.stdout, MOST_BYTES, stop), _Stream(process.stderr, MOST_ERROR_BYTES, stop)
    for stream in (out, err):
        stream.thread.join(max(0.0, end - time.monotonic()))
    too_much = out.too_much or err.too_much
    ended = not too_much and not out.thread.is_alive() and not err.thread.is_alive()
    code = _exit_code(process, end) if ended else None
    raw = out.content
    text = decode_output(raw if len(raw) <= MOST_CHARACTERS else raw[:BEGINNING])
    return Reply(code, text, decode_output(err.content), raw, too_much)


def _exit_code(process: Any, end: float) -> int | None:
    import subprocess

    try:
        code: int = process.wait(timeout=max(0.1, end - time.monotonic()))
    except subprocess.TimeoutExpired:
        return None
    return code


class _Stream:
    """What a program prints on one stream, read by a thread until it ends.

    `stop` is called at more than `limit` bytes.
    """

    def __init__(self, stream: IO[bytes], limit: int, stop: Callable[[], None]) -> None:
        import threading

        self._stream = stream
        self._limit = limit
        self._stop = stop
        self._chunks: list[bytes] = []
        self.too_much = False
        self.thread = threading.Thread(target=self._read, daemon=True)
        self.thread.start()

    @property
    def content(self) -> bytes:
        """All that was read; it is handed over once."""
        chunks, self._chunks = self._chunks, []
        return b"".join(chunks)

    def _read(self) -> None:
        size = 0
        try:
            while size <= self._limit:
                chunk = os.read(self._stream.fileno(), CHUNK)
                if not chunk:
                    return
                self._chunks.append(chunk)
                size += len(chunk)
        except (OSError, ValueError):  # the stream was closed because the program is to end
            return
        self.too_much = True
        self._stop()


def _end(process: Any) -> None:
    """End the program and what it has started, if they still run, and take their exit codes."""
    import subprocess

    with held_signals():
        _kill(process)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=5)
        for stream in (process.stdout, process.stderr):
            stream.close()


def _kill(process: Any) -> None:
    """End the program, if it still runs, and what it has started."""
    import signal

    if process.poll() is not None:
        return
    try:
        if on_windows():
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    except OSError:
        process.kill()


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


def _is_long_line(words: Sequence[str]) -> bool:
    """Whether Windows would not pass so much to a program: it reports a long line as a file that was not found."""
    from subprocess import list2cmdline

    return len(list2cmdline(words)) >= (BATCH_LINE if is_batch_file(words[0]) else WINDOWS_LINE) - ROOM_FOR_FLAGS


def _is_too_much(sizes: Sequence[int]) -> bool:
    """Whether another system would not.

    One word may have 128 KiB, and all of them share their room with the environment.
    """
    try:
        room = os.sysconf("SC_ARG_MAX")
    except (OSError, ValueError):
        room = -1
    variables = sum(len(name) + len(value) + 2 + POINTER for name, value in os.environb.items())
    whole = sum(sizes) + len(sizes) * (1 + POINTER) + variables + ROOM_FOR_LAUNCHER
    return max(sizes) >= LONGEST_WORD or 0 < room < whole


def _not_started(words: Sequence[str], error: Exception) -> Failure:
    """Return the outcome of a program that is not there, or that the system does not run."""
    program, remedy = words[0], "correct MEMBRANE_BIN or PATH"
    if isinstance(error, ValueError):
        return unfit_character(str(error))
    if getattr(error, "errno", None) == errno.E2BIG:
        return too_big(sum(map(len, words)))
    if isinstance(error, FileNotFoundError) and not os.path.exists(program):
        return Failure(Exit.PROGRAM_MISSING, "membrane_missing", f"{program} was not found", remedy)
    reason = getattr(error, "strerror", error)
    return Failure(Exit.PROGRAM_MISSING, "membrane_not_executable", f"{program} cannot be executed: {reason}", remedy)


def unfit_character(what: str) -> Failure:
    """Return the outcome of an input that no program can be given."""
    message = f"the input holds a character that cannot be passed to a program: {what}"
    return Failure(Exit.BAD_INPUT, "call_impossible", message, "leave the character out")


def require_membrane_cli(membrane: Membrane) -> None:
    """Fail unless the program is Membrane's CLI: another vendor program has the same name but no `action` command."""
    if membrane.trusted:
        return
    reply = membrane.call(["action", "--help"], LOOK, seconds=30)
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
