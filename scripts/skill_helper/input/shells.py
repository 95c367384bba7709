# skillc copies this file into each skill; change it in src/skill_helper, not there
"""What shells do to words before the helper gets them, recognised by what is left: Git Bash, PowerShell, cmd.exe."""

from __future__ import annotations

import os
import re

from ..base.exits import Exit
from ..base.jsontext import parse_json
from ..base.outcome import Failure

# Git Bash, MSYS2 and Cygwin put the folder in which they are installed before what begins with a slash: a word, or the
# value of `name=`.
_REWRITTEN = re.compile(
    r"[A-Za-z]:[/\\](?:[^/\\]+[/\\])*?(?:PortableGit|Git|git[/\\][^/\\]+|msys(?:32|64)|cygwin(?:64)?)(?=[/\\])"
)
_FILE_NAME = re.compile(r"[\w./\\:~ -]*\.[A-Za-z]\w{1,4}")
_OPENING = ("{", "[", "'{", "'[")
DROPPED_FILE = 'write "@FILE" in quotes: without them, PowerShell takes it away'


def quotes_removed(text: str) -> bool:
    """Whether a text was JSON before a shell took its quotes away.

    Windows PowerShell removes double quotes, and cmd.exe takes single ones for text.
    """
    inner = text.strip()
    if (
        not inner.startswith(_OPENING)
        or ('"' in inner and not inner.startswith("'"))
        or not re.search("[A-Za-z]", inner)
    ):
        return False
    try:
        parse_json(inner)
    except ValueError:
        return True
    return False


def file_remedy(option: str, value: str) -> str:
    """Return what to type where a value seems to be the name of a file without its `@`; empty where it does not."""
    name = value.lstrip("@")
    if len(name) < 256 and (_FILE_NAME.fullmatch(name) or os.path.isfile(os.path.expanduser(name))):  # noqa: PLR2004 - of most systems
        named = name if not name.startswith(".") or "/" in name else f"FILE{name}"
        return f'to read a file, write {option} "@{named}", in quotes: PowerShell changes @ without them'
    return ""


def _original_path(value: str) -> str:
    """Return the value that Git Bash has rewritten into a path of its own; empty where it has not."""
    found = _REWRITTEN.match(value)
    return value[found.end() :].replace("\\", "/") if found else ""


def refuse_rewritten(name: str, value: str) -> None:
    """Fail for a value that Git Bash has rewritten."""
    original = _original_path(value)
    if original:
        message = f'--{name} is "{value}": Git Bash has written that for "{original}"'
        raise Failure(
            Exit.BAD_INPUT, "rewritten_by_shell", message, "put MSYS_NO_PATHCONV=1 and a space before the same command"
        )
