# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The signals that end a call: held while nothing may break in, and not heard at its end."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from typing import Any

ENDING_SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)
)


def ignore_signals() -> None:
    """Let nothing break the document in two: what is left to do is to print it."""
    if threading.current_thread() is threading.main_thread():
        for number in ENDING_SIGNALS:
            signal.signal(number, signal.SIG_IGN)


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
