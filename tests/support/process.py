"""A program that a test runs, and how it ended."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from decimal import Decimal
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from typing_extensions import Self

PATIENCE = 120  # seconds, after which a program hangs


class Run(NamedTuple):
    """How a program ended: its exit code, or minus the signal that killed it, and what it printed.

    A traceback fails every test.
    """

    code: int
    out: str
    err: str = ""

    @property
    def printed(self) -> str:
        """What it printed on both streams."""
        return self.out + self.err

    def json(self, parse_float: type[float | Decimal] = float) -> Any:
        """Return standard output, which must be one JSON document."""
        return json.loads(self.out, parse_float=parse_float)

    def checked(self) -> Self:
        """Return the run, which must have ended without a traceback."""
        assert "Traceback (most recent call last)" not in self.printed, self.printed
        return self

    def ok(self) -> Self:
        """Return the run, which must have succeeded."""
        assert self.code == 0, self.printed
        return self


def run(
    command: Sequence[str | Path], folder: Path, environment: Mapping[str, str] | None = None, given: bytes = b""
) -> Run:
    """Run a program in `folder` with `given` on its standard input; it must print UTF-8."""
    done = subprocess.run(
        command, cwd=folder, env=environment, input=given, capture_output=True, timeout=PATIENCE, check=False
    )
    return Run(done.returncode, done.stdout.decode(), done.stderr.decode()).checked()


def run_forked(
    program: Callable[[], object], folder: Path, environment: Mapping[str, str] = os.environ, given: bytes = b""
) -> Run:
    """Call `program` in a process of its own, which is a fork of this one; otherwise as `run`.

    That spares it the start of an interpreter, and under `coverage` the start of the measuring, which takes longer
    than most programs.
    """
    with TemporaryDirectory() as place:
        streams = [Path(place, name) for name in ("in", "out", "err")]
        streams[0].write_bytes(given)
        process = get_context("fork").Process(target=_become, args=(program, folder, dict(environment), streams))
        process.start()
        process.join(PATIENCE)
        if process.is_alive():
            process.kill()
            pytest.fail("the program hangs")
        code = process.exitcode
        assert code is not None
        return Run(code, *(stream.read_bytes().decode() for stream in streams[1:])).checked()


def _become(program: Callable[[], object], folder: Path, environment: dict[str, str], streams: list[Path]) -> None:
    for number, (stream, mode) in enumerate(zip(streams, ("rb", "wb", "wb"), strict=True)):
        with stream.open(mode) as file:
            os.dup2(file.fileno(), number)
    sys.stdin, sys.stdout, sys.stderr = (open(number, mode, encoding="utf-8") for number, mode in enumerate("rww"))  # noqa: PTH123, SIM115
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    program()
