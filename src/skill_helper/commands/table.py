# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The commands besides the actions, one record each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from ..input.command_line import CHANGING, COMMON, INPUT, MANY, SHAPING, SWITCH, VALUE, CommandLine, Option
from ..session import Json, Session


class Command(NamedTuple):
    """A command: its name, how it is written, what it does, its options, and the function that carries it out."""

    name: str
    usage: str
    about: str
    options: Mapping[str, Option]
    run: Callable[[Session, CommandLine], Json]


# Each command loads its module when it is called: loading all of them would take longer than most calls.
def _connect(session: Session, line: CommandLine) -> Json:
    from .connect import connect

    return connect(session, line)


def _run(session: Session, line: CommandLine) -> Json:
    from .live_action import run_live_action

    return run_live_action(session, line)


def _request(session: Session, line: CommandLine) -> Json:
    from .request import run_request

    return run_request(session, line)


def _actions(session: Session, line: CommandLine) -> Json:
    from .list_actions import list_actions

    return list_actions(session, line)


def _describe(session: Session, line: CommandLine) -> Json:
    from .describe import describe

    return describe(session, line)


def _doctor(session: Session, line: CommandLine) -> Json:
    from .doctor import doctor

    return doctor(session, line)


def _journal(session: Session, line: CommandLine) -> Json:
    from .journal import show_journal

    return show_journal(session, line)


_REQUEST_USAGE = (
    'request PATH [-X METHOD] [--query n=v] [--pathParam n=v] [-H "N: v"] [--json JSON | -d TEXT [--rawData]]'
)
_REQUEST_OPTIONS = {
    "method": Option(VALUE),
    "header": Option(MANY),
    "data": Option(VALUE),
    "json": Option(VALUE),
    "rawData": Option(SWITCH),
    "query": Option(MANY),
    "pathParam": Option(MANY),
}
_ALL = (
    Command(
        "connect",
        "connect [--agent NAME] [--code CODE] [--wait SECONDS]",
        "log in, find or create the connection, wait for it",
        {**COMMON, "code": Option(VALUE), "agent": Option(VALUE), "wait": Option(VALUE)},
        _connect,
    ),
    Command(
        "run",
        "run ID [--input JSON]",
        "run a live action that has no command of its own",
        {**COMMON, **SHAPING, **CHANGING, **INPUT},
        _run,
    ),
    Command(
        "request",
        _REQUEST_USAGE,
        "send a proxy request",
        {**COMMON, **SHAPING, **CHANGING, **_REQUEST_OPTIONS},
        _request,
    ),
    Command(
        "actions",
        "actions [QUERY]",
        "list the commands below; with a query, search the live actions",
        {**COMMON, "limit": SHAPING["limit"]},
        _actions,
    ),
    Command(
        "journal",
        "journal [--open]",
        "the changes made from here; --open: those whose end is not known",
        {**COMMON, "open": Option(SWITCH), "limit": SHAPING["limit"]},
        _journal,
    ),
    Command("describe", "describe ACTION", "show inputs, notes and examples of an action", COMMON, _describe),
    Command("doctor", "doctor", "check program, login, connection and state folder", COMMON, _doctor),
)
COMMANDS = {command.name: command for command in _ALL}
