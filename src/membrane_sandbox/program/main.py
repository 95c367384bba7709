"""The `membrane` program: argv in, exit code out."""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from membrane_sandbox.journal import Journal
from membrane_sandbox.program.flags import Flags, UsageError, parse
from membrane_sandbox.program.printer import Printer, err, out
from membrane_sandbox.protocol.errors import GatewayError, MembraneError
from membrane_sandbox.protocol.membrane import Membrane
from membrane_sandbox.store import open_store
from membrane_sandbox.switches import Switches

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

VERSION = "1.18.3 (sandbox)"
COMMANDS = {
    "login": "session.login",
    "logout": "session.logout",
    "status": "session.status",
    "connection ensure": "connection.ensure",
    "connection get": "connection.get",
    "connection list": "connection.listing",
    "action list": "action.listing",
    "action get": "action.get",
    "action create": "action.create",
    "action run": "action.run",
    "action-run-log get": "action.run_log",
    "request": "request.request",
}
"""Command, and `module.function` that carries it out; modules are imported when called."""


class Context(NamedTuple):
    """What a command gets: Membrane, its own words and flags, and where to print."""

    membrane: Membrane
    flags: Flags
    words: list[str]
    printer: Printer

    def word(self, index: int, name: str) -> str:
        """Return a positional argument. Raises UsageError when it is not there."""
        if index >= len(self.words):
            message = f"missing argument <{name}>"
            raise UsageError(message)
        return self.words[index]


def main(folder: Path, argv: Sequence[str]) -> int:
    """Carry out one command in a sandbox and return the exit code."""
    try:
        db = open_store(folder / "sandbox.sqlite")
    except FileNotFoundError as error:
        err(f"Error: {error}. Run `membrane-sandbox init` first.\n")
        return 1
    journal = Journal(db)
    journal.begin(argv)
    switches = Switches(db)
    if switches["program"] == "wrong":
        from membrane_sandbox.program import other_program  # noqa: PLC0415 - hardly ever

        code = other_program.main(argv)
    else:
        code = _dispatch(
            Membrane(db, switches, journal, os.environ.get("MEMBRANE_ACCESS_TOKEN") or None), switches, parse(argv)
        )
    journal.end(code)
    return code


def _dispatch(membrane: Membrane, switches: Switches, flags: Flags) -> int:
    name = _command(flags.words)
    if flags.on("version") and not flags.words:
        out(f"{VERSION}\n")
        return 0
    if flags.on("help") or name is None:
        from membrane_sandbox.program.help import usage  # noqa: PLC0415 - only help needs it

        known, text = usage(flags.words)
        (out if known else err)(text)
        return 0 if known else 1
    # `request` speaks to programs only: its answer is the external app's body.
    printer = Printer(switches, as_json=flags.on("json") or name == "request")
    words = flags.words[len(name.split()) :]
    try:
        return _function(name)(Context(membrane, flags, words, printer))
    except UsageError as error:
        err(f"Error: {error}\n")
        return printer.failed()
    except (MembraneError, GatewayError) as error:
        return printer.failure(error)


def _command(words: Sequence[str]) -> str | None:
    for length in (2, 1):
        name = " ".join(words[:length])
        if name in COMMANDS:
            return name
    return None


def _function(name: str) -> Callable[[Context], int]:
    module, _, function = COMMANDS[name].partition(".")
    found: Callable[[Context], int] = getattr(import_module(f"membrane_sandbox.program.{module}"), function)
    return found
