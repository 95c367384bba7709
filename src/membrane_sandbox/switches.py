"""The values of the switches in one sandbox, and the check of a name and a value. The table is in switch_table.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from membrane_sandbox.switch_table import SWITCHES

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable


class UnknownSwitchError(ValueError):
    """A switch or a value that does not exist; the message says what does."""


class Switches:
    """The values of the switches in one sandbox."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Read the values that differ from the defaults."""
        self._db = db
        self._set: dict[str, str] = dict(db.execute("SELECT name, value FROM switch"))

    def __getitem__(self, name: str) -> str:
        """Return a switch's value."""
        return self._set.get(name) or SWITCHES[name].default

    def seconds(self, name: str) -> int:
        """Return the value of a switch that holds a whole number."""
        return int(self[name])

    def set(self, name: str, value: str) -> None:
        """Change a switch. Raises UnknownSwitchError, with a suggestion, for a name or value that does not exist."""
        check(name, value)
        self._db.execute("INSERT OR REPLACE INTO switch VALUES (?, ?)", (name, value))
        self._set[name] = value

    def take_once(self, name: str) -> bool:
        """Say whether a fault is on; one that is set to `once` switches itself off by this."""
        value = self[name]
        if value == "once":
            self.set(name, SWITCHES[name].default)
        return value in ("once", "always")


def check(name: str, value: str) -> None:
    """Raise UnknownSwitchError unless the switch exists and allows the value."""
    switch = SWITCHES.get(name)
    if switch is None:
        message = f'unknown switch "{name}"{_suggestion(name, SWITCHES)}'
        raise UnknownSwitchError(message)
    if value not in switch.values and not (switch.number and value.isascii() and value.isdecimal()):
        message = f'{name} cannot be "{value}"; it is one of {switch.allowed}{_suggestion(value, switch.values)}'
        raise UnknownSwitchError(message)


def _suggestion(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake needs it

    near = get_close_matches(word, list(known), n=1)
    return f'; did you mean "{near[0]}"?' if near else ""
