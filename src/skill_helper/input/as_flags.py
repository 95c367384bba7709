# skillc copies this file into each skill; change it in src/skill_helper, not there
"""An input written as command line words, for examples and next commands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..base.jsontext import dump_json
from .options import ACTION_OPTIONS


def flags_of(values: Mapping[str, Any]) -> list[str]:
    """Return `--name value` words; arrays repeat the flag, and what a flag cannot carry goes through `--input`."""
    words: list[str] = []
    rest: dict[str, Any] = {}
    for name, value in values.items():
        many = value if isinstance(value, list) and value else [value]
        if name in ACTION_OPTIONS or not all(fits_a_flag(item) for item in many):
            rest[name] = value
        else:
            words += [word for item in many for word in flag_words(name, item)]
    return words + (["--input", dump_json(rest)] if rest else [])


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
