# skillc copies this file into each skill; change it in src/skill_helper, not there
"""JSON text in and out, with numbers carried exactly as they were written."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

MOST_CHARACTERS = 16 * 1024 * 1024
MOST_VALUES = 1_000_000  # some 100 MB in memory
LONGEST_NUMBER = 1000  # characters
HIGHEST_EXPONENT = 1000
LONGEST_EXPONENT = 6  # characters
DEEPEST = 100
CHARACTERS_PER_VALUE = 100
READABLE = json.JSONEncoder(ensure_ascii=False)  # made once: json.dumps makes one for each text


def parse_json(text: str, *, unique_names: bool = False) -> Any:
    """Return the value of a JSON text: whole numbers as int, others as Decimal.

    Raise ValueError for anything else, NaN included.

    What comes in is bounded: its length, its depth, the number of values, digits and exponents. With `unique_names`, an
    object that has a name twice is refused, because readers differ in which of the two they take.
    """
    if len(text) > MOST_CHARACTERS:
        raise ValueError(f"longer than {MOST_CHARACTERS:,} characters")
    brackets = text.count("[") + text.count("{")
    if brackets + text.count(",") > MOST_VALUES:
        raise ValueError(f"more than {MOST_VALUES:,} values")
    doubled: list[tuple[dict[str, Any], str]] = []

    def object_of(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        members = dict(pairs)
        if len(members) < len(pairs):
            doubled.append((members, _first_doubled(pairs)))
        return members

    hook = object_of if unique_names else None
    try:
        value = json.loads(
            text,
            parse_float=written_number,
            parse_int=whole_number,
            parse_constant=refuse_constant,
            object_pairs_hook=hook,
        )
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if brackets > DEEPEST and deeper_than(value, DEEPEST):
        raise ValueError("nested too deeply")
    if doubled:
        raise DoubledNameError(*_place_of(value, doubled))
    return value


class DoubledNameError(ValueError):
    """An object has a name twice; `pointer` is the JSON pointer to that member."""

    def __init__(self, name: str, pointer: str) -> None:
        """Say which name and where."""
        super().__init__(
            f'the name "{name[:60]}" stands twice in one object, at {pointer[:200]}; which value is meant?'
        )
        self.name = name
        self.pointer = pointer


def _first_doubled(pairs: list[tuple[str, Any]]) -> str:
    seen: set[str] = set()
    return next(name for name, _ in pairs if name in seen or seen.add(name))  # type: ignore[func-returns-value]


def _place_of(value: Any, doubled: list[tuple[dict[str, Any], str]]) -> tuple[str, str]:
    """Return the first name that is doubled, and the pointer to it."""
    names = {id(members): name for members, name in doubled}
    waiting: list[tuple[Any, str]] = [(value, "")]
    for box, pointer in waiting:  # which grows on the way
        if id(box) in names:
            name = names[id(box)]
            return name, f"{pointer}/{pointer_token(name)}"
        members = box.items() if isinstance(box, dict) else enumerate(box)
        waiting += [
            (item, f"{pointer}/{pointer_token(key)}") for key, item in members if isinstance(item, (dict, list))
        ]
    return doubled[0][1], "/" + pointer_token(doubled[0][1])


def pointer_token(name: str | int) -> str:
    """Return a name or an index as one part of a JSON pointer."""
    return str(name).replace("~", "~0").replace("/", "~1")


def deeper_than(value: Any, levels: int) -> bool:
    """Whether lists and objects stand in each other more than so many levels deep."""
    layer = [value]
    for _ in range(levels + 1):
        layer = [
            item
            for box in layer
            if isinstance(box, (dict, list))
            for item in (box.values() if isinstance(box, dict) else box)
        ]
        if not layer:
            return False
    return True


def count_values(value: Any, most: int) -> int:
    """Return how many values a value holds, itself included; a long text counts for several.

    Counting stops beyond `most`.
    """
    count = 0
    waiting = [value]
    for item in waiting:  # which grows on the way
        count += 1 + (len(item) // CHARACTERS_PER_VALUE if isinstance(item, str) else 0)
        if isinstance(item, (dict, list)):
            count += len(item)
            if count > most:
                break
            waiting += item.values() if isinstance(item, dict) else item
            count -= len(item)
    return count


def written_number(digits: str) -> Decimal:
    """Return the number that `digits` spells."""
    exponent = digits.lower().partition("e")[2]
    if len(digits) > LONGEST_NUMBER or (
        exponent and (len(exponent) > LONGEST_EXPONENT or abs(int(exponent)) > HIGHEST_EXPONENT)
    ):
        raise ValueError(f"the number {digits[:40]} is out of range")
    return Decimal(digits)


def whole_number(digits: str) -> int:
    """Return the whole number that `digits` spells."""
    if len(digits) > LONGEST_NUMBER:
        raise ValueError(f"the number {digits[:40]}… is out of range")
    return int(digits)


def refuse_constant(name: str) -> Any:
    """Refuse NaN and Infinity, which JSON does not know."""
    raise ValueError(name + " is not JSON")


def canonical_json(value: Any) -> str:
    """Return JSON text that is the same for equal values: members sorted by name."""
    return dump_json(value, sort_keys=True)


def dump_json(value: Any, *, sort_keys: bool = False) -> str:
    """Return the compact JSON text of a value made of dict, list, str, int, Decimal, bool and None."""
    if isinstance(value, dict):
        names = sorted(value, key=str) if sort_keys else value
        return (
            "{"
            + ",".join(json_string(str(name)) + ":" + dump_json(value[name], sort_keys=sort_keys) for name in names)
            + "}"
        )
    if isinstance(value, (list, tuple)):
        return "[" + ",".join([dump_json(item, sort_keys=sort_keys) for item in value]) + "]"
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, str):
        return json_string(value)
    return json.dumps(value)


def compact_json(text: str) -> str:
    """Return a JSON text on one line; a text that is no JSON as it is."""
    try:
        return dump_json(parse_json(text))
    except ValueError:
        return text


def json_string(text: str) -> str:
    """Return a JSON string; umlauts stay readable, lone surrogates are escaped."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(text)
    return READABLE.encode(text)
