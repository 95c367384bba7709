# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Where a call begins and ends: which command is meant, one document on standard output, one exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from .base.exits import Exit
from .base.outcome import Failure, envelope_text
from .base.records import skill_from
from .base.small_files import read_object
from .commands.table import COMMANDS
from .input.command_line import parse_command_line
from .input.options import ACTION_OPTIONS
from .session import Session


def main(argv: Sequence[str], facts: str) -> int:
    """Run one command of the skill that the JSON file `facts` describes; print its document and return the exit code.

    Raises for a bug only, of which the entry makes a document: only there can be told whether the skill's files are
    whole.
    """
    try:
        text = command_output(Session(skill_from(read_object(facts)), argv[0], os.environ), argv[1:])
    except Failure as failure:
        return print_text(envelope_text(failure.document()), failure.exit_code)
    except KeyboardInterrupt:
        stopped = Failure(
            Exit.OUTCOME_UNKNOWN,
            "interrupted",
            "stopped from outside; a change may have been carried out",
            "read the record before you repeat",
        )
        return print_text(envelope_text(stopped.document()), stopped.exit_code)
    return print_text(text, Exit.OK)


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
    options = command.options if command else ACTION_OPTIONS
    session.line = line = parse_command_line(words, options=options, open_inputs=action is not None)
    if line.has("help"):
        from .commands.help import action_help, command_help

        return action_help(session, action) if action else command_help(session, COMMANDS[name])
    if command:
        return envelope_text(command.run(session, line))
    from .commands.action import run_action

    return envelope_text(run_action(session, line, session.skill.actions[name]))


def unknown_command(session: Session, name: str) -> Failure:
    """Return the outcome of a command that does not exist."""
    if name.startswith("-"):
        message = f'expected a command before "{name}"'
        return Failure(Exit.BAD_INPUT, "unknown_command", message, f"see {session.command('--help')}")
    from .schema.validation import closest

    near = closest(name, [*session.skill.actions, *COMMANDS])
    remedy = f'did you mean "{near}"?' if near else f"all actions: {session.command('actions')}"
    return Failure(Exit.BAD_INPUT, "unknown_command", f'there is no command or action "{name}"', remedy)


def print_text(text: str, code: int) -> int:
    """Print the one document as UTF-8, whatever the console's code page; return the exit code."""
    if sys.stdout is None:
        return int(code)
    try:
        sys.stdout.buffer.write(text.encode("utf-8", errors="replace") + b"\n")
        sys.stdout.buffer.flush()
    except OSError:
        # Nobody listens any more; Python must not complain about it when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return int(code)
