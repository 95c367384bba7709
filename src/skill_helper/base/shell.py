# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Words as one line for the user's shell."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence

from .system import on_windows


def shell_line(words: Sequence[str]) -> str:
    """Return words as one line for the user's shell."""
    return " ".join(map(quoted_for_windows if on_windows() else shlex.quote, words))


def quoted_for_windows(word: str) -> str:
    """Return a word as cmd.exe and PowerShell take it; no spelling carries a quote or `%` through both."""
    if re.fullmatch(r"[\w@+=:./\\-]+", word):
        return word
    escaped = re.sub(r'(\\*)"', r'\1\1\\"', word)
    return '"' + re.sub(r"(\\+)$", r"\1\1", escaped) + '"'
