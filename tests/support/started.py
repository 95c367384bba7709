"""The packed skill started by hand: which Python, with which options, from where; no sandbox."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

UNSET = ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTHONSAFEPATH", "FAKTOORA_STATE_DIR")


class Started(NamedTuple):
    """How a call ended."""

    code: int
    text: str
    errors: str

    @property
    def document(self) -> dict[str, Any]:
        """The one document that was printed."""
        document = json.loads(self.text)
        assert isinstance(document, dict)
        return document


def start(
    script: Path,
    *words: str,
    state: Path,
    python: tuple[str, ...] = (sys.executable,),
    cwd: Path | None = None,
    variables: Mapping[str, str] = MappingProxyType({}),
) -> Started:
    """Run a command of the skill that needs no `membrane`, with a state folder of its own.

    No traceback is ever printed.
    """
    environment = {
        name: value for name, value in os.environ.items() if name not in UNSET and not name.startswith("COVERAGE")
    }
    environment |= {"HOME": str(state), "XDG_STATE_HOME": str(state), **variables}
    done = subprocess.run([*python, script, *words], env=environment, cwd=cwd, capture_output=True, check=False)
    assert b"Traceback" not in done.stdout + done.stderr, done.stderr.decode()
    return Started(done.returncode, done.stdout.decode(), done.stderr.decode())
