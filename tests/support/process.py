"""A program that a test runs, and how it ended."""

from __future__ import annotations

import json
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from typing_extensions import Self

PATIENCE = 120  # seconds, after which a program hangs


class Run(NamedTuple):
    """How a program ended: its exit code, or minus the signal that killed it, and what it printed. A traceback fails every test."""

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


def run(command: Sequence[str | Path], folder: Path, environment: Mapping[str, str] | None = None, given: bytes = b"") -> Run:
    """Run a program in `folder` with `given` on its standard input; it must print UTF-8."""
    done = subprocess.run(command, cwd=folder, env=environment, input=given, capture_output=True, timeout=PATIENCE, check=False)
    return Run(done.returncode, done.stdout.decode(), done.stderr.decode()).checked()
