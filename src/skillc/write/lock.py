"""One writer at a time in one folder."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl

PATIENCE = 5.0  # seconds; writing takes a fraction of one
_PAUSE = 0.05


@contextmanager
def alone_in(folder: Path) -> Iterator[bool]:
    """Wait for other writers in `folder` and keep them out; tell whether this file system can do that.

    The lock is one of the operating system on the folder itself: it leaves no file, and ends with the process, killed
    or not. Raises BlockingIOError when another writer does not finish.
    """
    if sys.platform == "win32":  # which has no locks on folders
        yield False
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        yield _locked(descriptor)
    finally:
        os.close(descriptor)


def _locked(descriptor: int) -> bool:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with suppress(BlockingIOError):
            return _lock(descriptor)
        time.sleep(_PAUSE)
    return _lock(descriptor)


def _lock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if isinstance(error, BlockingIOError):
            raise
        return False  # such as a network disk without locks
    return True
