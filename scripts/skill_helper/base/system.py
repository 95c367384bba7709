# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The operating system and its PATH: asked for in one place, so that a test can name another."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

SYSTEM = "windows" if os.name == "nt" else {"darwin": "macos"}.get(sys.platform, "unix")


def on_windows() -> bool:
    """Whether this is Windows."""
    return SYSTEM == "windows"


def on_macos() -> bool:
    """Whether this is macOS."""
    return SYSTEM == "macos"


def on_path(name: str, environment: Mapping[str, str]) -> str | None:
    """Return the program of this name; never one that happens to lie in the current folder, as Windows would."""
    endings = (".exe", ".cmd", ".bat") if on_windows() else ("",)
    for quoted in environment.get("PATH", os.defpath).split(os.pathsep):
        folder = quoted.strip('"') if on_windows() else quoted
        for ending in endings:
            path = os.path.join(folder, name + ending)
            if os.path.isabs(folder) and os.path.isfile(path) and os.access(path, os.X_OK):
                return path
    return None
