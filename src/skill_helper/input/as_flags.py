# skillc copies this file into each skill; change it in src/skill_helper, not there
"""An input written as command line words, for examples and next commands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..base.jsontext import canonical_json, dump_json
from ..base.outcome import Failure
from ..base.records import Action
from .command_line import ACTION_OPTIONS, parse_command_line
from .values import collect_input


def flags_of(values: Mapping[str, Any], schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> list[str]:
    """Return `--name value` words that are read back as these values.

    Arrays repeat the flag, and what a flag cannot carry goes through `--input`.
    """
    words: list[str] = []
    rest: dict[str, Any] = {}
    for name, value in values.items():
        many = value if isinstance(value, list) and value else [value]
        flags = [word for item in many for word in flag_words(name, item)] if all(map(fits_a_flag, many)) else []
        if flags and reads_back(flags, {name: value}, schema, definitions):
            words += flags
        else:
            rest[name] = value
    return words + (["--input", dump_json(rest)] if rest else [])


def example_words(action: Action, values: Mapping[str, Any], definitions: Mapping[str, Any]) -> list[str]:
    """Return an input of an action as the words of a command line, the action's key first."""
    name = action.local.words if action.local else ""
    plain = values.get(name, [])
    if any(word.startswith("-") for word in plain):
        name, plain = "", []
    flags = flags_of({other: value for other, value in values.items() if other != name}, action.input, definitions)
    return [action.key, *plain, *flags]


def reads_back(
    words: list[str], values: Mapping[str, Any], schema: Mapping[str, Any], definitions: Mapping[str, Any]
) -> bool:
    """Whether the helper reads exactly these values from the words."""
    try:
        line = parse_command_line(["", *words], options=ACTION_OPTIONS, open_inputs=True)
        return not line.words and canonical_json(collect_input({}, line.inputs, schema, definitions)) == canonical_json(
            values
        )
    except Failure:
        return False


def fits_a_flag(value: Any) -> bool:
    """Tell whether a flag can carry `value` on one line, which is what a page and a reader of it take for a command."""
    return not (
        value is None
        or isinstance(value, (dict, list))
        or (isinstance(value, str) and ("\n" in value or "\r" in value))
    )


def flag_words(name: str, value: Any) -> list[str]:
    """Return one flag with its value."""
    text = value if isinstance(value, str) else dump_json(value)
    return [f"--{name}={text}"] if text.startswith("-") else [f"--{name}", text]
