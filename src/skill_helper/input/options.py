# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The options of the helper's command lines. Whatever an action's input is called, these names are the helper's own."""

from __future__ import annotations

from typing import NamedTuple


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
SHAPING = {
    "fields": Option(VALUE, "columns to show, separated by commas"),
    "full": Option(SWITCH, "show everything"),
    "limit": Option(VALUE, "at most so many rows"),
    "output": Option(VALUE, "save the answer to this file"),
}
CHANGING = {
    "dry-run": Option(SWITCH, "show what would be sent"),
    "confirm": Option(VALUE, "run the plan with this digest"),
}
INPUT = {"input": Option(VALUE, 'the input as JSON, "@FILE" or - (standard input)')}
ACTION_OPTIONS = {**COMMON, **SHAPING, **CHANGING, **INPUT, "all": Option(SWITCH, "every page of a list")}
SHORT_OPTIONS = {"-X": "--method", "-H": "--header", "-d": "--data", "-h": "--help"}
