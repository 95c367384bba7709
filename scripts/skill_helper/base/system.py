# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The operating system: asked for in one place, so that a test can name another."""

from __future__ import annotations

import os
import sys

SYSTEM = "windows" if os.name == "nt" else {"darwin": "macos"}.get(sys.platform, "unix")


def on_windows() -> bool:
    """Whether this is Windows."""
    return SYSTEM == "windows"


def on_macos() -> bool:
    """Whether this is macOS."""
    return SYSTEM == "macos"
