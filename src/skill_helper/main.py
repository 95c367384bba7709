# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Where a call begins and ends: which command is meant, one document on standard output, one exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from .base.exits import Exit
from .base.outcome import Failure, envelope_text
from .base.small_files import read_object
from .commands.action import run_action
from .commands.connect import connect
from .commands.help import action_help, command_help, main_help
from .commands.looking import describe, doctor, list_actions
from .commands.request import run_request
from .commands.run import run_live
from .input.command_line import ACTION_OPTIONS, COMMAND_OPTIONS, parse_command_line
from .schema.validation import closest
from .session import Json, Session

COMMANDS = {"connect": connect, "run": run_live, "request": run_request, "actions": list_actions, "describe": describe, "doctor": doctor}


def main(argv: Sequence[str], facts: str) -> int:
    """Run one command of the skill that the JSON file `facts` describes; print its document and return the exit code.

    Raises for a bug only, of which the entry makes a document: only there can be told whether the skill's files are whole.
    """
    try:
        text = command_output(Session(read_object(facts), argv[0], os.environ), argv[1:])
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
        return main_help(session)
    name = words[0]
    if name == "--version":
        return str(session.skill["version"])
    is_action = name in session.skill["actions"]
    if not is_action and name not in COMMANDS:
        raise unknown_command(session, name)
    line = parse_command_line(words, options=ACTION_OPTIONS if is_action else COMMAND_OPTIONS[name], open_inputs=is_action)
    session.line = line
    if line.has("help"):
        return action_help(session, name) if is_action else command_help(session, name)
    document: Json = run_action(session, line, name) if is_action else COMMANDS[name](session, line)
    return envelope_text(document)


def unknown_command(session: Session, name: str) -> Failure:
    """Return the outcome of a command that does not exist."""
    if name.startswith("-"):
        return Failure(
            Exit.BAD_INPUT,
            "unknown_command",
            f'the command comes first, then its options; "{name}" is none',
            f"see {session.command('--help')}",
        )
    near = closest(name, [*session.skill["actions"], *COMMANDS])
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
