# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The short help pages."""

from __future__ import annotations

from collections.abc import Iterable

from ..base.exits import EXIT_MEANINGS
from ..input.command_line import ACTION_OPTIONS, COMMAND_OPTIONS
from ..input.flags import flags_of
from ..session import Session
from .looking import input_rows, needs_confirmation

COMMAND_USAGE = {
    "connect": ("connect [--agent NAME] [--code CODE] [--wait SECONDS]", "log in, find or create the connection, wait for it"),
    "run": ("run ID [--input JSON]", "run a live action that has no command of its own"),
    "request": (
        "request PATH [-X METHOD] [--query n=v] [--pathParam n=v] [-H 'N: v'] [--json JSON | -d TEXT [--rawData]]",
        "send a proxy request",
    ),
    "actions": ("actions [QUERY]", "list the commands below; with a query, search the live actions"),
    "describe": ("describe ACTION", "show inputs, notes and examples of an action"),
    "doctor": ("doctor", "check program, login, connection and state folder"),
}
OPTION_HELP = {
    "input": "the input as JSON, @FILE or - (standard input)",
    "fields": "columns to show, separated by commas",
    "full": "show everything",
    "all": "every page of a list",
    "limit": "at most so many rows",
    "output": "save the answer to this file",
    "dry-run": "show what would be sent",
    "confirm": "run the plan with this digest",
    "connection": "use this connection",
}


def main_help(session: Session) -> str:
    """Return the page of the helper itself."""
    commands = [f"  {usage}\n      {about}" for usage, about in COMMAND_USAGE.values()]
    actions = [f"  {key}" + ("  (confirm)" if needs_confirmation(table) else "") for key, table in session.skill["actions"].items()]
    exits = [f"  {int(code):>2}  {meaning}" for code, (meaning, _) in sorted(EXIT_MEANINGS.items())]
    parts = [
        f"{session.skill['title']} {session.skill['version']}. One JSON document on standard output.",
        "Usage: " + session.command() + " COMMAND",
        "\n".join(["Commands:", *commands]),
        "\n".join(["Actions (ACTION --help shows the inputs):", *actions]),
        "\n".join(["Exit codes:", *exits]),
    ]
    return "\n\n".join(parts)


def command_help(session: Session, name: str) -> str:
    """Return the page of one command."""
    usage, about = COMMAND_USAGE[name]
    return f"{about}\nUsage: {session.command()} {usage}\n\n{option_lines(COMMAND_OPTIONS[name])}"


def option_lines(options: Iterable[str]) -> str:
    """Return a line for each option whose name does not say it all."""
    return "\n".join(["Options:", *(f"  --{name}  {OPTION_HELP[name]}" for name in options if name in OPTION_HELP)])


def action_help(session: Session, key: str) -> str:
    """Return the page of one action."""
    table = session.skill["actions"][key]
    rows = input_rows(table["input"], session.skill["definitions"])
    inputs = [
        f"  --{row['name']} {row['type'].upper()}{'  (required)' if row.get('required') else ''}  {row['about']}".rstrip() for row in rows
    ]
    effect = table["effect"] + (", runs only as a confirmed plan" if needs_confirmation(table) else "")
    parts = [f"{table['summary']} ({effect})", "\n".join(["Inputs:", *(inputs or ["  none"])]), option_lines(ACTION_OPTIONS)]
    parts += ["Example: " + session.command(key, *flags_of(example["input"])) for example in table["examples"][:1]]
    return "\n\n".join(parts)
