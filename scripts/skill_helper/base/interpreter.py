# skillc copies this file into each skill; change it in src/skill_helper, not there
"""How the Python that runs this call is started again: by its usual name where that leads to it, else by its path."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from .system import on_path, on_windows


def interpreter_words(environment: Mapping[str, str]) -> list[str]:
    """Return the words that start this Python again: `python3`, on Windows `py -3`, or its path.

    The launcher of Windows takes the newest Python 3 that is installed, any of which will do.
    """
    if on_windows() and on_path("py", environment):
        return ["py", "-3"]
    for name in ("python", "python3") if on_windows() else ("python3",):
        found = on_path(name, environment)
        if found and _is_this(found):
            return [name]
    return [sys.executable or "python3"]


def _is_this(program: str) -> bool:
    """Whether a program is this interpreter, or another one of the same version: its name behind all links says so."""
    real = os.path.realpath(program)
    if sys.executable and real == os.path.realpath(sys.executable):
        return True
    return os.path.basename(real) == f"python{sys.version_info[0]}.{sys.version_info[1]}"
