"""A progress bar on a terminal, for a run that takes longer than people wait without asking."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO, TypeVar

from skillc.progress import watched_by

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.progress import Progress

PATIENCE = 1.0  # seconds
T = TypeVar("T")


@contextmanager
def progress_bar(stream: TextIO) -> Iterator[None]:
    """Show a bar on `stream` when it is a terminal and the context takes long; it is gone when a step ends."""
    if not stream.isatty():
        yield
        return
    with watched_by(_Bar(stream)):
        yield


class _Bar:
    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._from = time.monotonic() + PATIENCE

    def __call__(self, doing: str, items: Sequence[T], /) -> Iterator[T]:
        shown: Progress | None = None
        try:
            for done, item in enumerate(items):
                if shown is None and time.monotonic() >= self._from:
                    shown = _begun(self._stream, doing, len(items))
                if shown is not None:
                    shown.update(shown.task_ids[0], completed=done)
                yield item
        finally:
            if shown is not None:
                shown.stop()


def _begun(stream: TextIO, doing: str, total: int) -> Progress:
    from rich.console import Console  # noqa: PLC0415 - most runs are over before
    from rich.progress import Progress  # noqa: PLC0415 - see above

    progress = Progress(console=Console(file=stream), transient=True)
    progress.add_task(doing, total=total)
    progress.start()
    return progress
