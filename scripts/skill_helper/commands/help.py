# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The short help pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import groupby
from textwrap import wrap

from ..base.exits import EXIT_MEANINGS
from ..base.records import Action
from ..input.as_flags import example_words
from ..input.command_line import ANSWERING, Option, options_of
from ..input.described import SchemaRow, reading_rules, schema_rows, schema_rules
from ..session import Session
from .table import COMMANDS, Command

WIDTH = 100


def main_help(session: Session) -> str:
    """Return the page of the helper itself."""
    skill = session.skill
    commands = [f"  {command.usage}\n      {command.about}" for command in COMMANDS.values()]
    exits = [f"  {int(code):>2}  {meaning}" for code, (meaning, _) in sorted(EXIT_MEANINGS.items())]
    parts = [
        f"{skill.title} {skill.version}. One JSON document on standard output.",
        "Usage: " + session.command() + " COMMAND",
        "\n".join(["Commands:", *commands]),
        "\n".join(["Actions (ACTION --help shows the inputs; * needs a confirmed plan):", *_action_lines(session)]),
        "\n".join(["Exit codes:", *exits]),
    ]
    return "\n\n".join(parts)


def _action_lines(session: Session) -> list[str]:
    """Return the actions of each entity, on as many lines as they need."""
    groups = groupby(session.skill.actions.values(), key=lambda action: action.entity)
    texts = [
        f"{entity}: {', '.join(action.key + '*' * action.needs_plan for action in actions)}"
        for entity, actions in groups
    ]
    return [
        line
        for text in texts
        for line in wrap(text, WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)
    ]


def command_help(session: Session, command: Command) -> str:
    """Return the page of one command."""
    return f"{command.about}\nUsage: {session.command()} {command.usage}\n\n{_option_lines(command.options)}"


def action_help(session: Session, action: Action) -> str:
    """Return the page of one action."""
    definitions = session.skill.definitions
    options = options_of(action)
    inputs = [_input_line(row, options) for row in schema_rows(action.asked, definitions)]
    rules = [f"  {rule}" for rule in (*schema_rules(action.input, definitions), *reading_rules(action))]
    examples = [session.command(*example_words(action, example.input, definitions)) for example in action.examples[:1]]
    words = action.local.words if action.local else ""
    effect = action.effect.value + (", runs only as a confirmed plan" if action.needs_plan else "")
    is_list = bool(action.page or action.output.fields or action.output.data)
    parts = [
        f"{action.summary} ({effect})",
        *([f"Usage: {session.command(action.key)} {words[:-1].upper()}..."] if words else []),
        "\n".join(["Inputs:", *(inputs or ["  none"]), *rules]),
        _option_lines({name: option for name, option in options.items() if is_list or name not in ANSWERING}),
        *(f"Example: {example}" for example in examples),
    ]
    return "\n\n".join(parts)


def _input_line(row: SchemaRow, options: Mapping[str, Option]) -> str:
    """Return a line for an input, or for a value inside one, which has no flag of its own."""
    name = f"    {row.name}" if re.search(r"[.\[]", row.name) else f"  {_flag_of(row.name, options)}"
    return f"{name} {row.rule}{'  (required)' if row.required else ''}  {row.about}".rstrip()


def _flag_of(name: str, options: Mapping[str, Option]) -> str:
    """Return how an input is given: one that is called like an option of ours goes through `--input`."""
    return f"{name}, only through --input:" if name in options else f"--{name}"


def _option_lines(options: Mapping[str, Option]) -> str:
    """Return a line for each option whose name does not say it all."""
    return "\n".join(["Options:", *(f"  --{name}  {option.about}" for name, option in options.items() if option.about)])
