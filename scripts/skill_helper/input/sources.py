# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The texts that `--input`, `--json` and `--data` name: given as they are, in a file, or on standard input."""

from __future__ import annotations

import os
from typing import Any

from ..base.exits import Exit
from ..base.jsontext import dump_json
from ..base.outcome import Failure
from .command_line import CommandLine
from .shells import DROPPED_FILE, file_remedy, quotes_removed
from .values import json_in, read_text_argument


def option_json(line: CommandLine, name: str, default: Any = None) -> Any:
    """Return the JSON value of an option, `default` when it was not given."""
    if not line.has(name):
        return default
    value = json_in(_option_text(line, name), f"--{name}", given=line.value(name) or "")
    if name in line.spent:
        line.spent[name] = dump_json(value)
    return value


def option_data(line: CommandLine, name: str) -> str:
    """Return the text of an option that is sent as it is, unless a shell has plainly damaged it."""
    given = line.value(name) or ""
    if quotes_removed(given):
        message = f"--{name} looks like JSON whose quotes the shell has removed: {given[:80]}"
        remedy = f'put it into a file and pass --{name} "@FILE", which is sent as it is'
        raise Failure(Exit.BAD_INPUT, "quotes_removed", message, remedy)
    remedy = file_remedy(f"--{name}", given) if given[:1] not in ("@", "-") else ""
    if remedy:
        raise Failure(
            Exit.BAD_INPUT, "file_or_text", f'--{name} is "{given}", which is the name of a file, not its text', remedy
        )
    return _option_text(line, name)


def _option_text(line: CommandLine, name: str) -> str:
    """Return the text of an option, and remember it where its source cannot be read a second time."""
    value = line.value(name) or ""
    if value.startswith("--"):
        message = f'--{name} has no value: what follows is "{value}"'
        raise Failure(Exit.BAD_INPUT, "bad_option", message, DROPPED_FILE)
    text = read_text_argument(value, f"--{name}")
    if _is_spent(value):
        line.spent[name] = text
    return text


def _is_spent(value: str) -> bool:
    """Whether what was read from here cannot be read again: standard input, a pipe."""
    if not value.startswith("@"):
        return value == "-"
    path = os.path.expanduser(value[1:])
    return os.path.abspath(path).startswith(("/dev/", "/proc/")) or not os.path.isfile(path)
