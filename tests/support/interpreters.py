"""The Python interpreters of this machine on which the helper must run."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HELPER_VERSIONS = tuple((3, minor) for minor in range(9, 15))


def candidates() -> Iterator[str]:
    """Yield programs that may be a Python.

    `python3.X` on PATH, then what pyenv or, on Windows, GitHub's runner has installed.
    """
    for major, minor in HELPER_VERSIONS:
        if found := shutil.which(f"python{major}.{minor}"):
            yield found
    root = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    yield from (str(program) for program in sorted(root.glob("versions/*/bin/python")))
    if cache := os.environ.get("RUNNER_TOOL_CACHE"):
        yield from (str(program) for program in sorted(Path(cache).glob("Python/*/*/python.exe")))


def version_of(program: str) -> tuple[int, int] | None:
    """Return the version that a program reports, None when it does not run (pyenv's shims often do not)."""
    command = [program, "-c", "import sys; print(*sys.version_info[:2])"]
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
        major, minor = run.stdout.split()
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    return int(major), int(minor)


@lru_cache(maxsize=1)
def interpreters() -> dict[tuple[int, int], str]:
    """Return one working program for each version of Python that the helper supports and this machine has."""
    found: dict[tuple[int, int], str] = {}
    for program in candidates():
        version = version_of(program)
        if version in HELPER_VERSIONS and version not in found:
            found[version] = program
    return dict(sorted(found.items()))
