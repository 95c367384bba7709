# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Command lines: the options of each command, and how they are told from an action's own inputs."""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from ..base.exits import Exit
from ..base.outcome import Failure
from ..base.records import Action
from ..base.shell import fits_a_line
from .shells import DROPPED_FILE, quotes_removed, refuse_rewritten


class Option(NamedTuple):
    """How often an option may be given, and with what.

    `about` is its line in a help page (empty: its name says it all).
    """

    kind: str
    about: str = ""


SWITCH = "switch"  # takes no value
VALUE = "value"  # takes one
MANY = "many"  # takes one, and may be repeated

COMMON = {"help": Option(SWITCH), "connection": Option(VALUE, "use this connection")}
ANSWERING = {  # of lists: worked out over all rows
    "where": Option(MANY, 'only rows like this: "FIELD=VALUE", also != < <= > >= (repeat the flag: all must hold)'),
    "sum": Option(MANY, "add up these fields, separated by commas"),
    "by": Option(MANY, "one sum for each value of these fields; of dates FIELD:month, :quarter, :year"),
    "count-by": Option(MANY, "count rows for each value of these fields"),
}
SHAPING = {
    "fields": Option(VALUE, "columns to show, separated by commas"),
    "full": Option(SWITCH, "show everything"),
    "limit": Option(VALUE, "at most so many rows"),
    "output": Option(VALUE, "save the answer to this file; FILE.csv: as a table"),
    **ANSWERING,
}
CHANGING = {
    "dry-run": Option(SWITCH, "show what would be sent"),
    "confirm": Option(VALUE, "run the plan with this digest"),
}
INPUT = {"input": Option(VALUE, 'the input as JSON, "@FILE" or - (standard input)')}
ACTION_OPTIONS = {**COMMON, **SHAPING, **CHANGING, **INPUT, "all": Option(SWITCH, "every page of a list")}
PREPARED_OPTIONS = {"preview": Option(VALUE, "save a page for people that shows what will be sent")}
LOCAL_OPTIONS = {"help": COMMON["help"], **SHAPING, **INPUT}  # of an action that asks no account
OUTPUT_OPTIONS = {  # of actions whose output says so
    "data": {"lines": Option(SWITCH, "the lines in the file, as rows")},
    "files": {"files": Option(VALUE, "save the file of each row in this folder")},
}
SHORT_OPTIONS = {"-X": "--method", "-H": "--header", "-d": "--data", "-h": "--help"}
_LONGEST_WORD = 500
TEXT_OPTIONS = ("input", "json", "data")  # what they name may be read from a file
_PLACES = ("output", "files", "preview")
_PAIRS = ("query", "pathParam")


def options_of(action: Action) -> dict[str, Option]:
    """Return the options of an action, besides its own inputs."""
    if action.local:
        return LOCAL_OPTIONS
    output = action.output._asdict()
    own = [options for member, options in OUTPUT_OPTIONS.items() if output[member]]
    own += [PREPARED_OPTIONS] if action.prepare else []
    return {**ACTION_OPTIONS, **{name: option for options in own for name, option in options.items()}}


class CommandLine:
    """A parsed command line. `options` are the helper's own, `inputs` the flags that belong to the action (None.

    Given without a value).
    """

    def __init__(self, command: str) -> None:
        """Begin with the command alone."""
        self.command = command
        self.words: list[str] = []
        self.options: dict[str, list[str]] = {}
        self.inputs: list[tuple[str, str | None]] = []
        self.spans: list[tuple[str, list[str]]] = []
        """Each flag's name (empty for a word) with the tokens that spell it, in order."""
        self.spent: dict[str, str] = {}
        """The text of each option whose source cannot be read a second time, such as standard input."""

    def has(self, name: str) -> bool:
        """Whether the option was given."""
        return name in self.options

    def value(self, name: str) -> str | None:
        """Return the option's value."""
        return self.options[name][-1] if name in self.options else None

    def number(self, name: str, default: int | None = None) -> int | None:
        """Return the option as a whole number above zero."""
        text = self.value(name)
        if text is None:
            return default
        if not re.fullmatch(r"[0-9]{1,6}", text) or int(text) == 0:
            raise Failure(
                Exit.BAD_INPUT, "bad_option", f'--{name} is "{text}"; it takes a whole number from 1 to 999999'
            )
        return int(text)

    def inputs_with(self, words: str, switches: Collection[str] = ()) -> list[tuple[str, str | None]]:
        """Return the flags that name inputs; the words of the command line are an input of the name `words`.

        Among them is the word after one of the `switches`, which are true or false.
        """
        inputs: list[tuple[str, str | None]] = [(words, word) for word in self.words]
        for name, value in self.inputs:
            taken = name in switches and value not in (None, "true", "false")
            inputs += [(name, None), (words, value)] if taken else [(name, value)]
        return inputs

    @property
    def piped(self) -> str:
        """The option whose text cannot be read a second time; empty when there is none."""
        return next(iter(self.spent), "")

    def again(self, added: Sequence[str] = (), without: Iterable[str] = ()) -> list[str]:
        """Return the same command line with `added` tokens and without some flags.

        A text that cannot be read a second time is written out where that is possible; otherwise it is to be piped.
        """
        kept = [self._readable(name, tokens) for name, tokens in self.spans if name not in without]
        end = next((place for place, tokens in enumerate(kept) if tokens == ["--"]), len(kept))
        return [
            self.command,
            *(token for tokens in kept[:end] for token in tokens),
            *added,
            *(token for tokens in kept[end:] for token in tokens),
        ]

    def _readable(self, name: str, tokens: list[str]) -> list[str]:
        """Return the tokens of a flag so that its text can be read once more."""
        if name not in self.spent:
            return tokens
        return [f"--{name}={self.spent[name]}"] if fits_a_word(self.spent[name]) else [f"--{name}", "-"]


def parse_command_line(argv: Sequence[str], *, options: Mapping[str, Option], open_inputs: bool) -> CommandLine:
    """Sort `argv`, the command first, into words, `options` and (where `open_inputs`) flags that name inputs."""
    line = CommandLine(argv[0])
    rest = deque(argv[1:])
    while rest:
        word = rest.popleft()
        if word == "--":
            line.words += rest
            line.spans += [("", [other]) for other in (word, *rest)]
            break
        if not is_flag(word, options):
            line.words.append(word)
            line.spans.append(("", [word]))
            continue
        name, equals, value = SHORT_OPTIONS.get(word, word)[2:].partition("=")
        following = rest[0] if rest else None
        taken = take_flag(line, name, value if equals else None, following, options, open_inputs=open_inputs)
        line.spans.append((name, [word, rest.popleft()] if taken else [word]))
    _undo_shells(line)
    return line


def _undo_shells(line: CommandLine) -> None:
    """Fail for a value that a shell has rewritten; put the home folder for `~` where the shell has not."""
    for name, value in line.inputs:
        refuse_rewritten(name, value or "")
    for name, values in line.options.items():
        for value in values if name not in (*TEXT_OPTIONS, *_PLACES) else ():
            refuse_rewritten(name, value.partition("=")[2] if name in _PAIRS else value)
    for name in _PLACES:
        if name in line.options:
            line.options[name] = [os.path.expanduser(place) for place in line.options[name]]


def fits_a_word(text: str) -> bool:
    """Whether a text can be written out as the value of an option, and is read there as the same text."""
    same = text.isprintable() and text != "-" and not text.startswith(("@", "--"))
    return same and len(text) <= _LONGEST_WORD and fits_a_line([text])


def is_flag(word: str, options: Mapping[str, Option]) -> bool:
    """Whether a word begins a flag; a negative number, or a short form that the command does not have, begins none."""
    return (word.startswith("--") and word != "--") or SHORT_OPTIONS.get(word, "")[2:] in options


def take_flag(  # noqa: PLR0913 - the state of the parser
    line: CommandLine,
    name: str,
    value: str | None,
    following: str | None,
    options: Mapping[str, Option],
    *,
    open_inputs: bool,
) -> bool:
    """File one flag; return whether the word that follows it was taken as its value."""
    taken = False
    kind = options[name].kind if name in options else None
    if kind == SWITCH:
        if value is not None:
            raise Failure(Exit.BAD_INPUT, "bad_option", f'--{name} takes no value, but "{value}" was given')
        line.options[name] = []
    elif kind is not None:
        if value is None:
            if following is None:
                remedy = DROPPED_FILE if name in TEXT_OPTIONS else ""
                raise Failure(Exit.BAD_INPUT, "bad_option", f"--{name} needs a value", remedy)
            value, taken = following, True
        if kind == VALUE and line.has(name):
            raise Failure(Exit.BAD_INPUT, "bad_option", f"--{name} was given twice", "give it once")
        line.options.setdefault(name, []).append(value)
    elif open_inputs:
        if value is None and following is not None and not is_flag(following, options):
            value, taken = following, True
        line.inputs.append((name, value))
    else:
        from ..schema.validation import closest

        near = closest(name, options)
        known = ", ".join("--" + option for option in options)
        hint = f'did you mean "--{near}"? ' if near else ""
        raise Failure(
            Exit.BAD_INPUT, "unknown_option", f'"{line.command}" has no option --{name}', f"{hint}options: {known}"
        )
    return taken


def refuse_words(line: CommandLine, usage: str) -> None:
    """Fail when words were given that nothing asks for."""
    if line.words:
        raise Failure(
            Exit.BAD_INPUT, "unexpected_word", f'"{line.words[0]}" is not expected here', _cut_by_a_shell(line) or usage
        )


def _cut_by_a_shell(line: CommandLine) -> str:
    """Return what to type where a shell has cut one value into these words; empty where none seems to have."""
    for name in TEXT_OPTIONS:
        if name in line.options and quotes_removed(line.options[name][-1]):
            return f'the shell has removed the quotes of --{name}: put the JSON into a file and pass --{name} "@FILE"'
    given = [
        *(value or "" for _, value in line.inputs),
        *(value for values in line.options.values() for value in values),
    ]
    if any(value.startswith("'") for value in given) and any(word.endswith("'") for word in line.words):
        return "cmd.exe takes single quotes for text: write double quotes"
    return (
        f'put the columns in quotes: --fields "{",".join([*line.options["fields"], *line.words])}"'
        if line.has("fields")
        else ""
    )


def one_word(line: CommandLine, what: str) -> str:
    """Return the one word of a command line."""
    if len(line.words) != 1:
        found = f"{len(line.words)} were given" if line.words else "none was given"
        message = f"{line.command} takes one {what}; {found}"
        raise Failure(
            Exit.BAD_INPUT,
            "wrong_usage",
            message,
            _cut_by_a_shell(line) or f"write {line.command} and one {what} in quotes",
        )
    return line.words[0]
