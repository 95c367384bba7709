# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Other spellings of an input: the `aliases` of its schema, and all of them in snake_case and PascalCase.

They are taken, and called by their one name from then on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..base.exits import Exit
from ..base.outcome import Failure
from ..schema.reading import described_properties
from .values import follow_references

HUMP = r"(?<=[a-z0-9])[A-Z]"


def names_of_aliases(schema: Mapping[str, Any]) -> dict[str, str]:
    """Return `{alias: name}` for the members of an object; due_date and DueDate mean dueDate where it is closed."""
    properties = described_properties(schema)
    names = {alias: name for name, part in properties.items() for alias in aliases_of(part)}
    if schema.get("additionalProperties") is False:
        spellings = {**dict(zip(properties, properties)), **names}
        forms = {form(spelling): name for form in (_snake, _pascal) for spelling, name in spellings.items()}
        names.update({form: name for form, name in forms.items() if form not in spellings})
    return names


def _snake(name: str) -> str:
    return re.sub(HUMP, lambda found: "_" + found.group().lower(), name)


def _pascal(name: str) -> str:
    return name[:1].upper() + name[1:]


def aliases_of(schema: Any) -> Iterator[str]:
    """Yield the other spellings that a schema lists."""
    listed: Any = schema.get("aliases") if isinstance(schema, dict) else ()
    yield from (alias for alias in (listed if isinstance(listed, list) else ()) if isinstance(alias, str))


def called_by_name(value: Any, schema: Any, defs: Mapping[str, Any], place: str = "") -> Any:
    """Return a value whose members have their own names wherever an alias was used; fail for both at once."""
    shape = follow_references(schema, defs)
    if isinstance(value, list):
        return [called_by_name(item, shape.get("items"), defs, f"{place}/{at}") for at, item in enumerate(value)]
    if not isinstance(value, dict):
        return value
    names, properties = names_of_aliases(shape), described_properties(shape)
    called: dict[Any, Any] = {}
    given: Any
    for given, member in value.items():
        name = given if given in properties else names.get(given, given)
        if name in called:
            raise given_twice(name, [other for other in value if names.get(other, other) == name], place)
        called[name] = called_by_name(member, properties.get(name), defs, f"{place}/{name}")
    return called


def given_twice(name: str, spellings: list[str], place: str = "") -> Failure:
    """Return the outcome of an input that was given under two of its spellings."""
    message = f"{' and '.join(spellings)} are the same input; nothing was sent"
    problem = {"pointer": f"{place}/{name}", "message": message}
    return Failure(Exit.BAD_INPUT, "given_twice", message, f"give {name} alone", problems=[problem])
