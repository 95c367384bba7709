# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Small files that other calls, and other programs, may be reading or writing at the same time."""

from __future__ import annotations

import os
import time
from typing import Any

from .jsontext import parse_json
from .system import on_windows

PAUSES_SECONDS = (0.02, 0.1, 0.5)


def read_object(path: str) -> dict[str, Any]:
    """Return the JSON object in a file; `{}` for anything else."""
    try:
        with open(path, encoding="utf-8") as file:
            value = parse_json(file.read())
    except (OSError, ValueError):
        return {}
    return value if isinstance(value, dict) else {}


def write_by_rename(target: str, content: bytes) -> None:
    """Write a file, for the user alone, so that nobody ever sees half of it.

    A temporary file beside it, then a rename. Raises OSError.
    """
    temporary = f"{target}.{os.getpid()}.{os.urandom(4).hex()}.part"
    try:
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
        replace_file(temporary, target)
    except BaseException:
        remove_file(temporary)
        raise


def replace_file(source: str, target: str) -> None:
    """Rename over what is there. Windows refuses while another program, a virus scanner for instance, has it open.

    Wait a little then.
    """
    for pause in PAUSES_SECONDS if on_windows() else ():
        try:
            return os.replace(source, target)
        except PermissionError:  # noqa: PERF203 - that is the question
            time.sleep(pause)
    return os.replace(source, target)


def age_seconds(path: str) -> float:
    """Return how long ago a file was written; 0 when it is gone."""
    try:
        return time.time() - os.path.getmtime(path)
    except OSError:
        return 0


def remove_file(path: str) -> None:
    """Remove a file; not having it, or not being allowed to, is fine."""
    try:  # noqa: SIM105 - contextlib would be one more import
        os.unlink(path)
    except OSError:
        pass


def current_folder() -> str:
    """Return the current folder; empty when it was removed."""
    try:
        return os.getcwd()
    except OSError:
        return ""
