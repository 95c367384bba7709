# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Where a call begins and ends: which command is meant, one document on standard output, one exit code."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from typing import Any

from .base.characters import with_escapes
from .base.exits import Exit
from .base.jsontext import parse_json
from .base.outcome import Failure, envelope_text
from .base.records import skill_from
from .base.system import ignore_signals
from .commands.table import COMMANDS
from .confirm.ending import failed_end, good_end
from .input.command_line import CommandLine, options_of, parse_command_line
from .session import Json, Session

READ_AS_UTF8 = r"(?i)utf[-_]?8(?:[-_]sig)?|cp65001"


def main(argv: Sequence[str], facts: str) -> int:
    """Run one command of the skill that the JSON file `facts` describes; print its document and return the exit code.

    Raises for a bug only, of which the entry makes a document: only there can be told whether the skill's files are
    whole.
    """
    session = Session(skill_from(_read_facts(facts)), argv[0], os.environ)
    try:
        text = command_output(session, argv[1:])
        ignore_signals()
    except BaseException as error:
        try:
            ignore_signals()
        except KeyboardInterrupt:  # one that came after `error`
            ignore_signals()
        failure = failed_end(session, error)
        if failure is None:
            raise
        return print_text(session, envelope_text(failure.document()), failure.exit_code)
    return print_text(session, text, Exit.OK)


def _read_facts(path: str) -> Any:
    with open(path, encoding="utf-8") as file:
        return parse_json(file.read())


def command_output(session: Session, words: Sequence[str]) -> str:
    """Return what the command prints when it succeeds: its document, or a help page."""
    if not words or words[0] in ("--help", "-h", "help"):
        from .commands.help import main_help

        return main_help(session)
    name = words[0]
    if name == "--version":
        return session.skill.version
    action, command = session.skill.actions.get(name), COMMANDS.get(name)
    if action is None and command is None:
        raise unknown_command(session, name)
    options = command.options if command else options_of(session.skill.actions[name])
    session.line = line = parse_command_line(words, options=options, open_inputs=action is not None)
    if line.has("help"):
        from .commands.help import action_help, command_help

        return action_help(session, action) if action else command_help(session, COMMANDS[name])
    if command:
        return envelope_text(good_end(session, command.run(session, line)))
    return envelope_text(good_end(session, _run_action(session, line)))


def _run_action(session: Session, line: CommandLine) -> Json:
    action = session.skill.actions[line.command]
    if action.local:
        from .commands.local_action import run_local_action

        return run_local_action(session, line, action, action.local)
    from .commands.action import run_action

    return run_action(session, line, action)


def unknown_command(session: Session, name: str) -> Failure:
    """Return the outcome of a command that does not exist."""
    if name.startswith("-"):
        message = f'expected a command before "{name}"'
        return Failure(Exit.BAD_INPUT, "unknown_command", message, f"see {session.command('--help')}")
    from .schema.validation import closest

    near = closest(name, [*session.skill.actions, *COMMANDS])
    from .input.wishes import limits_on

    hint = f'did you mean "{near}"?' if near else f"all actions: {session.command('actions')}"
    remedy = " ".join([*limits_on(session.skill.cannot, name), hint])
    return Failure(Exit.BAD_INPUT, "unknown_command", f'there is no command or action "{name}"', remedy)


def print_text(session: Session, text: str, code: int) -> int:
    """Print the one document, or help page; return the exit code. An answer that could not be printed is no success."""
    if _written(text):
        return int(code)
    if session.change is not None and session.change.may_have_happened:
        return int(Exit.OUTCOME_UNKNOWN)
    return int(code or Exit.TEMPORARY)


def _written(text: str) -> bool:
    """Write a text to standard output and return whether it is there.

    As UTF-8, or as ASCII where something else is read.
    """
    if sys.stdout is None:
        return False
    ascii_only = not re.fullmatch(READ_AS_UTF8, getattr(sys.stdout, "encoding", None) or "")
    try:
        sys.stdout.buffer.write(with_escapes(text, ascii_only=ascii_only).encode("utf-8", errors="replace") + b"\n")
        sys.stdout.buffer.flush()
    except OSError:
        # Nobody listens any more; Python must not complain about it when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return False
    return True
