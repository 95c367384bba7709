"""Command lines: the options of each command, and how they are told from an action's own inputs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .exits import Exit
from .outcome import Failure
from .validation import closest

SWITCH = "switch"
VALUE = "value"
MANY = "many"

COMMON = {"help": SWITCH, "connection": VALUE}
SHAPING = {"fields": VALUE, "full": SWITCH, "limit": VALUE, "output": VALUE}
CHANGING = {"dry-run": SWITCH, "confirm": VALUE}
ACTION_OPTIONS = {**COMMON, **SHAPING, **CHANGING, "input": VALUE, "all": SWITCH}
COMMAND_OPTIONS: dict[str, dict[str, str]] = {
    "connect": {**COMMON, "code": VALUE, "agent": VALUE, "wait": VALUE},
    "run": {**COMMON, **SHAPING, **CHANGING, "input": VALUE},
    "request": {
        **COMMON,
        **SHAPING,
        **CHANGING,
        "method": VALUE,
        "header": MANY,
        "data": VALUE,
        "json": VALUE,
        "rawData": SWITCH,
        "query": MANY,
        "pathParam": MANY,
    },
    "actions": {**COMMON, "limit": VALUE},
    "describe": COMMON,
    "doctor": COMMON,
}
SHORT_OPTIONS = {"-X": "--method", "-H": "--header", "-d": "--data", "-h": "--help"}


@dataclass
class CommandLine:
    """A parsed command line. `options` are the helper's own, `inputs` the flags that belong to the action (None: given without a value)."""

    command: str
    words: list[str] = field(default_factory=list)
    options: dict[str, list[str]] = field(default_factory=dict)
    inputs: list[tuple[str, str | None]] = field(default_factory=list)

    def has(self, name: str) -> bool:
        """Whether the option was given."""
        return name in self.options

    def value(self, name: str) -> str | None:
        """Return the option's last value."""
        return self.options[name][-1] if name in self.options else None

    def number(self, name: str, default: int | None = None) -> int | None:
        """Return the option as a whole number above zero."""
        text = self.value(name)
        if text is None:
            return default
        if not re.fullmatch(r"[0-9]{1,6}", text) or int(text) == 0:
            raise Failure(Exit.BAD_INPUT, "bad_option", f'--{name} is "{text}"; it takes a whole number from 1 to 999999')
        return int(text)


def parse_command_line(argv: Sequence[str], *, options: Mapping[str, str], open_inputs: bool) -> CommandLine:
    """Sort `argv` (command first) into words, the helper's `options`, and (where `open_inputs`) flags that name inputs."""
    line = CommandLine(argv[0])
    rest = list(argv[1:])
    while rest:
        token = rest.pop(0)
        token = SHORT_OPTIONS.get(token, token)
        if token == "--":
            line.words += rest
            break
        if not token.startswith("--"):
            line.words.append(token)
            continue
        name, equals, value = token[2:].partition("=")
        take_flag(line, name, value if equals else None, rest, options, open_inputs=open_inputs)
    return line


def take_flag(line: CommandLine, name: str, value: str | None, rest: list[str], options: Mapping[str, str], *, open_inputs: bool) -> None:
    """File one flag, taking its value from `rest` when it needs one."""
    kind = options.get(name)
    if kind == SWITCH:
        if value is not None:
            raise Failure(Exit.BAD_INPUT, "bad_option", f'--{name} takes no value, but "{value}" was given')
        line.options[name] = []
    elif kind is not None:
        if value is None:
            if not rest:
                raise Failure(Exit.BAD_INPUT, "bad_option", f"--{name} needs a value")
            value = rest.pop(0)
        line.options[name] = [*line.options.get(name, []), value] if kind == MANY else [value]
    elif open_inputs:
        if value is None and rest and not is_flag(rest[0]):
            value = rest.pop(0)
        line.inputs.append((name, value))
    else:
        near = closest(name, options)
        known = ", ".join("--" + option for option in options)
        hint = f'did you mean "--{near}"? ' if near else ""
        raise Failure(Exit.BAD_INPUT, "unknown_option", f'"{line.command}" has no option --{name}', f"{hint}options: {known}")


def is_flag(token: str) -> bool:
    """Whether a token begins a flag; a negative number does not."""
    return token in SHORT_OPTIONS or (token.startswith("--") and len(token) > 2)
