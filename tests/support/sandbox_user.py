"""What the tests use to drive a sandbox and to compare answers."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from support.places import TESTS
from support.process import Run

HERE = TESTS / "membrane_sandbox"


class Program:
    """A `membrane` launcher."""

    def __init__(self, path: Path) -> None:
        """Take the launcher's path."""
        self.path = path

    def raw(
        self, *argv: str, env: dict[str, str] | None = None, timeout: float = 20
    ) -> subprocess.CompletedProcess[bytes]:
        """Run it and return the bytes. The environment is bare: a user's own settings must not matter."""
        bare = {"PATH": os.environ["PATH"], **(env or {})}
        return subprocess.run(
            [str(self.path), *argv],
            capture_output=True,
            env=bare,
            timeout=timeout,
            check=False,
            stdin=subprocess.DEVNULL,
        )

    def run(self, *argv: str, env: dict[str, str] | None = None, timeout: float = 20) -> Run:
        """Run it and return what it printed."""
        done = self.raw(*argv, env=env, timeout=timeout)
        return Run(done.returncode, done.stdout.decode(), done.stderr.decode()).checked()

    def action(self, key: str, given: object = None, connection: str = "faktoora") -> Run:
        """Run an action."""
        words = [] if given is None else [f"--input={json.dumps(given)}"]
        return self.run("action", "run", key, f"--connectionId={connection}", *words, "--json")


def cases(kind: str) -> list[Any]:
    """Return the cases of a kind, named after their files."""
    return [
        pytest.param(json.loads(path.read_text("utf-8")), id=path.stem)
        for path in sorted((HERE / "cases" / kind).glob("*.json"))
    ]


def differences(expected: object, got: object, where: str = "") -> list[str]:
    """Return where `got` lacks something of `expected`.

    Objects may have more members, but `{}` is an empty one; `*` is anything; `...` ends a list early.
    """
    if expected == "*":
        return []
    if expected and isinstance(expected, dict) and isinstance(got, dict):
        missing = [f"{where}/{name} is missing" for name in expected if name not in got]
        return missing + [
            text
            for name in expected
            if name in got
            for text in differences(expected[name], got[name], f"{where}/{name}")
        ]
    if isinstance(expected, list) and isinstance(got, list):
        rows = expected[:-1] if expected[-1:] == ["..."] else expected
        if len(got) < len(rows) or (rows is expected and len(got) > len(rows)):
            return [f"{where} has {len(got)} items, expected {len(rows)}"]
        return [text for index, row in enumerate(rows) for text in differences(row, got[index], f"{where}/{index}")]
    return [] if expected == got and type(expected) is type(got) else [f"{where} is {got!r}, expected {expected!r}"]
