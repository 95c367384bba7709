# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Small files that other calls, and other programs, may be reading or writing at the same time."""

from __future__ import annotations

import os
import stat
import time
from typing import IO, Any

from .jsontext import parse_json
from .system import on_windows

MOST_BYTES = 8 * 1024 * 1024  # live schemas of all actions take less than one
PAUSES_SECONDS = (0.02, 0.1, 0.5)


def read_object(path: str) -> dict[str, Any]:
    """Return the JSON object in a file; `{}` for anything else."""
    try:
        with open_state_file(path) as file:
            content = file.read(MOST_BYTES + 1)
        value = parse_json(content.decode("utf-8"), unique_names=True) if len(content) <= MOST_BYTES else {}
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


def append_line(path: str, line: str) -> None:
    """Add a line to a file that only the user may read, in one write. Raises OSError."""
    descriptor = _opened(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    try:
        os.write(descriptor, (line + "\n").encode("utf-8"))
    finally:
        os.close(descriptor)


def read_lines(path: str, most_bytes: int) -> list[str]:
    """Return the lines at the end of a file, at most so many bytes; none when it cannot be read."""
    try:
        with open_state_file(path) as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - most_bytes))
            return file.read(most_bytes).decode("utf-8", errors="replace").splitlines()
    except (OSError, ValueError):
        return []


def open_state_file(path: str) -> IO[bytes]:
    """Open a file of ours to read it. Raises OSError."""
    return os.fdopen(_opened(path, os.O_RDONLY), "rb")


def _opened(path: str, flags: int) -> int:
    """Open a file of ours: a regular file, no link, and the user's own; never wait for what is none. Raises OSError."""
    descriptor = os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0), 0o600)
    facts = os.fstat(descriptor)
    foreign = hasattr(os, "geteuid") and facts.st_uid != os.geteuid()
    if not stat.S_ISREG(facts.st_mode) or foreign:
        os.close(descriptor)
        raise OSError(f"{path} is no file of the user's")
    return descriptor


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
