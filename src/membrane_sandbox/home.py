"""A sandbox on disk: DIR/sandbox.sqlite and DIR/bin with the `membrane` launchers."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from membrane_sandbox.journal import calls
from membrane_sandbox.protocol.connections import Connections
from membrane_sandbox.protocol.login import Login
from membrane_sandbox.store import create_store, open_store
from membrane_sandbox.switches import Switches

if TYPE_CHECKING:
    import sqlite3

FILE = "sandbox.sqlite"
APP_URL = "https://faktoora.com/"

# sh reads the second line as a command that starts Python on this file; Python reads it as a text and goes on below.
# (A `#!` line of its own could hold neither a space in the interpreter's path nor two options.)
LAUNCHER = """\
#!/bin/sh
'''exec' "{python}" -I -S "$0" "$@"
' '''
import sys
from pathlib import Path

sys.path.insert(0, {source!r})
from membrane_sandbox.program.main import main

sys.exit(main(Path(__file__).resolve().parent.parent, sys.argv[1:]))
"""
LAUNCHER_WINDOWS = '@"{python}" -I -S "%~dp0membrane" %*\r\n'


class Sandbox:
    """One sandbox. Make one with `Sandbox.create`, open one with `Sandbox(folder)`."""

    def __init__(self, folder: Path) -> None:
        """Open the sandbox in a folder. Raises FileNotFoundError when there is none."""
        self.folder = folder
        self._db: sqlite3.Connection = open_store(folder / FILE)

    @classmethod
    def create(cls, folder: Path, *, fresh: bool = False, ready: bool = False) -> Sandbox:
        """Create a sandbox, or leave the one that is there (unless `fresh`).

        It starts logged out and without a connection; with `ready` it is logged in and its connection is READY.
        """
        from membrane_sandbox.account.demo.fill import fill  # noqa: PLC0415 - only creation needs the demo data

        path = folder / FILE
        (folder / "bin").mkdir(parents=True, exist_ok=True)
        if fresh:
            path.unlink(missing_ok=True)
        if not path.exists():
            # A killed `init` leaves no half-filled account behind.
            unfinished = folder / f"{FILE}.new"
            unfinished.unlink(missing_ok=True)
            db = create_store(unfinished)
            fill(db)
            db.close()
            unfinished.replace(path)
        _write_launchers(folder / "bin")
        sandbox = cls(folder)
        if ready:
            sandbox.make_ready()
        return sandbox

    @property
    def bin(self) -> Path:
        """The folder to put on PATH."""
        return self.folder / "bin"

    def make_ready(self) -> None:
        """Log in, and have the connection ready."""
        Login(self._db).enter()
        connections = Connections(self._db, Switches(self._db))
        connections.ensure(APP_URL, None)
        connections.approve()

    def approve(self) -> int:
        """Do what the user does in the browser. Returns how many connections waited for it."""
        return Connections(self._db, Switches(self._db)).approve()

    def set(self, name: str, value: str) -> None:
        """Set a switch. Raises UnknownSwitchError."""
        switches = Switches(self._db)
        switches.set(name, value)
        if name == "connection":
            Connections(self._db, switches).restart(value)

    def value(self, name: str) -> str:
        """Return a switch's value."""
        return Switches(self._db)[name]

    def calls(self) -> list[dict[str, Any]]:
        """Return the log; see journal.calls."""
        return calls(self._db)

    def forget_calls(self) -> None:
        """Empty the log."""
        self._db.execute("DELETE FROM call")


def launcher_text() -> str:
    """Return the program of a sandbox, which finds its account beside itself."""
    source = str(Path(__file__).resolve().parent.parent)
    return LAUNCHER.format(python=_quoted(sys.executable), source=source)


def _write_launchers(folder: Path) -> None:
    unix = folder / "membrane"
    _write(unix, launcher_text())
    unix.chmod(0o755)
    _write(folder / "membrane.cmd", LAUNCHER_WINDOWS.format(python=sys.executable))


def _quoted(path: str) -> str:
    """Return a path for use inside double quotes of sh."""
    return "".join(f"\\{char}" if char in '"$`\\' else char for char in path)


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode())
