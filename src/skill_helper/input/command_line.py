# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Command lines: the options of each command, and how they are told from an action's own inputs."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Mapping, Sequence

from ..base.exits import Exit
from ..base.outcome import Failure
from .options import SHORT_OPTIONS, SWITCH, VALUE, Option


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

    @property
    def piped(self) -> str:
        """The option whose value comes from standard input; empty when none does."""
        return next((name for name in ("input", "json", "data") if self.value(name) == "-"), "")

    def again(self, added: Sequence[str] = (), without: Iterable[str] = (), piped: str | None = None) -> list[str]:
        """Return the same command line with `added` tokens, without some flags, and with what came from standard input written out."""
        source = self.piped if piped is not None else ""
        spans = [(name, [f"--{name}={piped}"] if source and name == source else tokens) for name, tokens in self.spans]
        kept = [tokens for name, tokens in spans if name not in without]
        end = next((place for place, tokens in enumerate(kept) if tokens == ["--"]), len(kept))
        return [
            self.command,
            *(token for tokens in kept[:end] for token in tokens),
            *added,
            *(token for tokens in kept[end:] for token in tokens),
        ]


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
    return line


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
                raise Failure(Exit.BAD_INPUT, "bad_option", f"--{name} needs a value")
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
        raise Failure(Exit.BAD_INPUT, "unexpected_word", f'"{line.words[0]}" is not expected here', usage)


def one_word(line: CommandLine, what: str) -> str:
    """Return the one word of a command line."""
    if len(line.words) != 1:
        found = f"{len(line.words)} were given" if line.words else "none was given"
        raise Failure(
            Exit.BAD_INPUT, "wrong_usage", f"{line.command} takes one {what}; {found}", f"see {line.command} --help"
        )
    return line.words[0]
