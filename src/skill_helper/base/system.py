# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The operating system, its PATH and its signals: asked for in one place, so that a test can name another."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Iterator, Mapping
from typing import Any

ENDING_SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)
)
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


def ignore_signals() -> None:
    """Let nothing break the document in two: what is left to do is to print it.

    Where a system can, signals are blocked meanwhile: of one that comes between Python's own look for signals and the
    change of their handler, Python would print a traceback.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    can_block = hasattr(signal, "pthread_sigmask")
    if can_block:
        signal.pthread_sigmask(signal.SIG_BLOCK, ENDING_SIGNALS)
    for number in ENDING_SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    if can_block:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING_SIGNALS)


@contextlib.contextmanager
def held_signals() -> Iterator[None]:
    """Keep a signal that comes within the block until its end; only there is it heard."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard: list[int] = []
    handlers: dict[int, Any] = {}
    try:
        for number in ENDING_SIGNALS:
            handlers[number] = signal.signal(number, lambda number, _frame: heard.append(number))
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
    if heard:
        signal.raise_signal(heard[0])
