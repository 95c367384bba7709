"""Arguments as minimist reads them, except that every value stays text (U24).

`--flag value` and `--flag=value` are the same; a value that starts with `-` is taken only after `=`; unknown flags
pass.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

BOOLEANS = frozenset(
    ("json", "wait", "tenant", "non-interactive", "help", "version", "rawData", "details", "includeArchived")
)
SHORT = {"X": "method", "H": "header", "d": "data", "h": "help", "v": "version"}


class UsageError(Exception):
    """The command line is wrong; the message says how."""


class Flags(NamedTuple):
    """Positional words and flags with all their values, in order."""

    words: list[str]
    values: dict[str, list[str]]

    def one(self, name: str) -> str | None:
        """Return a flag's last value; `--flag` without one is empty text."""
        values = self.values.get(name)
        return values[-1] if values else None

    def many(self, name: str) -> list[str]:
        """Return all values of a repeated flag."""
        return self.values.get(name, [])

    def on(self, name: str) -> bool:
        """Say whether a boolean flag is set."""
        return self.one(name) not in (None, "false")

    def number(self, name: str, default: int) -> int:
        """Return a flag that must be a whole number."""
        text = self.one(name)
        if text is None:
            return default
        if not text.lstrip("-").isdecimal():
            message = f"--{name} must be a number, got '{text}'"
            raise UsageError(message)
        return int(text)


def parse(argv: Sequence[str]) -> Flags:
    """Read a command line."""
    flags = Flags([], {})
    rest = list(argv)
    while rest:
        word = rest.pop(0)
        if word == "--":
            flags.words.extend(rest)
            break
        if word.startswith("--"):
            name, equals, value = word[2:].partition("=")
            _add(flags, name, value if equals else None, rest)
        elif word.startswith("-") and len(word) > 1:
            value = word[2:].removeprefix("=")
            _add(flags, SHORT.get(word[1], word[1]), value or None, rest)
        else:
            flags.words.append(word)
    return flags


def _add(flags: Flags, name: str, value: str | None, rest: list[str]) -> None:
    if value is None:
        value = _next_value(name, rest, request="request" in flags.words[:1])
    flags.values.setdefault(name, []).append(value)


def _next_value(name: str, rest: list[str], *, request: bool) -> str:
    """Return the value that follows a flag. `request --json '{…}'` has one as well (U17)."""
    if not rest:
        return ""
    follows = rest[0]
    if name == "json" and request and follows[:1] in ("{", "["):
        return rest.pop(0)
    if name in BOOLEANS:
        return rest.pop(0) if follows in ("true", "false") else ""
    return "" if follows.startswith("-") and follows != "-" else rest.pop(0)
