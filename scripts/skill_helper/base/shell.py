# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Words as one line for a shell: the user's, or any that reads a page; and the words that start this Python again."""

from __future__ import annotations

import os
import re
import shlex
import sys
from collections.abc import Mapping, Sequence

from .system import on_path, on_windows

# No shell reads anything into these: `@` and `,` mean something in PowerShell, `\` in Git Bash.
_PLAIN = re.compile(r"[\w+=:./-]+")
# What some shell reads between double quotes.
_NOT_FOR_ALL = re.compile(r"[\"$`!%\\\r\n]")
# What no spelling carries through cmd.exe, PowerShell and Git Bash alike.
_NOT_FOR_WINDOWS = re.compile(r"[\"$`%\r\n]")


def shell_line(words: Sequence[str]) -> str:
    """Return words as one line for the user's shell."""
    return " ".join(map(quoted_for_windows if on_windows() else shlex.quote, words))


def page_line(words: Sequence[str]) -> str:
    """Return words as one line for whatever shell the reader of a page has: in double quotes where that is enough."""
    return " ".join(map(_quoted_for_all, words))


def fits_a_line(words: Sequence[str]) -> bool:
    """Whether `shell_line` can carry the words: on Windows, where nobody knows which shell is used, not all can be."""
    return not on_windows() or not any(_NOT_FOR_WINDOWS.search(word) for word in words)


def _quoted_for_all(word: str) -> str:
    """Return a word as bash, PowerShell and cmd.exe read it alike; one with a quote or a dollar sign as bash does."""
    if _PLAIN.fullmatch(word):
        return word
    return shlex.quote(word) if _NOT_FOR_ALL.search(word) else f'"{word}"'


def quoted_for_windows(word: str) -> str:
    """Return a word as cmd.exe and PowerShell take it, unless it contains what `fits_a_line` refuses."""
    if _PLAIN.fullmatch(word):
        return word
    escaped = re.sub(r'(\\*)"', r'\1\1\\"', word)
    return '"' + re.sub(r"(\\+)$", r"\1\1", escaped) + '"'


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
