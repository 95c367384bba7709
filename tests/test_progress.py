"""The progress bar: for a long run on a terminal, and only there."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest
from skillc_process import skillc

from skillc import bar
from skillc.bar import progress_bar
from skillc.progress import passing

if TYPE_CHECKING:
    from shelf import Shelf


class Terminal(io.StringIO):
    """A terminal that remembers what it has shown."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bar, "PATIENCE", 0.0)
    monkeypatch.setenv("TERM", "xterm")


@pytest.mark.usefixtures("impatient")
def test_a_long_run_shows_what_it_does_and_how_far_it_is() -> None:
    terminal = Terminal()
    with progress_bar(terminal):
        assert list(passing("reading", [1, 2])) == [1, 2]
    shown = terminal.getvalue()
    assert "reading" in shown
    assert "50%" in shown
    assert list(passing("reading", [3])) == [3]
    assert terminal.getvalue() == shown


def test_a_short_run_shows_nothing() -> None:
    terminal = Terminal()
    with progress_bar(terminal):
        assert list(passing("reading", [1, 2])) == [1, 2]
    assert terminal.getvalue() == ""


@pytest.mark.usefixtures("impatient")
def test_a_pipe_shows_nothing() -> None:
    pipe = io.StringIO()
    with progress_bar(pipe):
        assert list(passing("reading", [1, 2])) == [1, 2]
    assert pipe.getvalue() == ""


@pytest.mark.usefixtures("impatient")
def test_the_steps_of_a_build_are_watched(shelf: Shelf) -> None:
    def on_a_terminal() -> None:
        sys.stderr.isatty = lambda: True  # type: ignore[method-assign]  # a file that claims to be one

    done = skillc("build", folder=shelf.root, first=on_a_terminal)
    assert done.code == 0
    assert "reading" in done.errors
    assert "checking" in done.errors
    assert "reading" not in done.output
