"""The sandbox's `membrane` without the start of an interpreter: a fork of the process that calls it.

The helper of most tests is itself a fork of the test, which has the sandbox's modules at hand; a new interpreter takes
ten times as long as what it is asked to do. What goes in and comes out is the same: arguments, environment, streams,
exit code, a process group. tests/membrane_sandbox and all tests that run the helper as a process start the real one.
"""

from __future__ import annotations

import fcntl
import importlib
import os
import pkgutil
import signal
import subprocess
import sys
import time
import traceback
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import membrane_sandbox
from membrane_sandbox.home import FILE, launcher_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LONGEST = 60_000  # what is nearly too much for a program, the system itself must judge
ENDING_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
FIRST_FREE = 3
SLEEP = time.sleep  # as it is before a test shortens it


def fork_membranes() -> None:
    """From now on, let this process fork where it would start the program of a sandbox."""
    started = subprocess.Popen

    def popen(words: Sequence[str], **options: Any) -> Any:
        env = options.get("env")
        return ForkedMembrane(words, env) if env and _is_of_a_sandbox(words) else started(words, **options)

    subprocess.Popen = popen  # type: ignore[misc, assignment]


@cache
def load_sandbox() -> None:
    """Load all modules of the sandbox, so that a fork has them."""
    for module in pkgutil.walk_packages(membrane_sandbox.__path__, "membrane_sandbox."):
        importlib.import_module(module.name)


def _is_of_a_sandbox(words: Sequence[str]) -> bool:
    launcher = Path(words[0])
    try:
        is_ours = (launcher.parent.parent / FILE).is_file() and launcher.read_text("utf-8") == launcher_text()
    except (OSError, ValueError):
        return False
    return is_ours and os.access(launcher, os.X_OK) and sum(map(len, words)) < LONGEST


class ForkedMembrane:
    """What the helper needs of `subprocess.Popen`."""

    def __init__(self, words: Sequence[str], environment: Mapping[str, str]) -> None:
        """Start the program."""
        out, err = os.pipe(), os.pipe()
        self.pid = os.fork()
        if not self.pid:
            try:
                _be_membrane(words, environment, out, err)
            except BaseException:  # noqa: BLE001 - as an interpreter would
                traceback.print_exc()
            finally:
                sys.stderr.flush()
                os._exit(1)
        self.stdout, self.stderr = (os.fdopen(reading, "rb", 0) for reading, _ in (out, err))
        os.close(out[1])
        os.close(err[1])
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """Return the exit code if it has ended."""
        if self.returncode is None:
            ended, status = os.waitpid(self.pid, os.WNOHANG)
            if ended:
                self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode

    def wait(self, timeout: float) -> int:
        """Return the exit code."""
        end = time.monotonic() + timeout
        while (code := self.poll()) is None:
            if time.monotonic() > end:
                raise subprocess.TimeoutExpired("membrane", timeout)
            SLEEP(0.001)
        return code

    def kill(self) -> None:
        """End it."""
        os.kill(self.pid, signal.SIGKILL)


def _be_membrane(
    words: Sequence[str], environment: Mapping[str, str], out: tuple[int, int], err: tuple[int, int]
) -> NoReturn:
    os.setsid()
    for ending in ENDING_SIGNALS:
        signal.signal(ending, signal.SIG_DFL)
    ours = (os.open(os.devnull, os.O_RDONLY), out[1], err[1])
    # Each may have the number of a stream that the caller has closed.
    for number, stream in enumerate([fcntl.fcntl(stream, fcntl.F_DUPFD, FIRST_FREE) for stream in ours]):
        os.dup2(stream, number)
        os.close(stream)
    for stream in {*ours, out[0], err[0]} - {0, 1, 2}:
        os.close(stream)
    old = sys.stdin, sys.stdout, sys.stderr  # kept: to forget them is to close the streams
    sys.stdin, sys.stdout, sys.stderr = (
        open(number, mode, encoding="utf-8")  # noqa: PTH123, SIM115
        for number, mode in enumerate("rww")
    )
    time.sleep = SLEEP
    os.environ.clear()
    os.environ.update(environment)
    main = importlib.import_module("membrane_sandbox.program.main").main
    code = main(Path(words[0]).resolve().parent.parent, words[1:])
    sys.stdout.flush()
    sys.stderr.flush()
    del old
    os._exit(code)
