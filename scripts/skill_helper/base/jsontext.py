# skillc copies this file into each skill; change it in src/skill_helper, not there
"""JSON text in and out, with numbers carried exactly as they were written."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

LONGEST_INTEGER = 4000  # Python refuses to convert longer digit strings to int.
DEEPEST = 100
READABLE = json.JSONEncoder(ensure_ascii=False)  # made once: json.dumps makes one for each text


def parse_json(text: str) -> Any:
    """Return the value of a JSON text: whole numbers as int, others as Decimal.

    Raise ValueError for anything else, NaN included.
    """
    try:
        value = json.loads(text, parse_float=written_number, parse_int=whole_number, parse_constant=refuse_constant)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if text.count("[") + text.count("{") > DEEPEST and deeper_than(value, DEEPEST):
        raise ValueError("nested too deeply")
    return value


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


def written_number(digits: str) -> Decimal:
    """Return the number that `digits` spells."""
    try:
        return Decimal(digits)
    except ArithmeticError:
        raise ValueError(f"the number {digits[:40]} is out of range") from None


def whole_number(digits: str) -> int | Decimal:
    """Return the whole number that `digits` spells."""
    return int(digits) if len(digits) < LONGEST_INTEGER else Decimal(digits)


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


def json_string(text: str) -> str:
    """Return a JSON string; umlauts stay readable, lone surrogates are escaped."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(text)
    return READABLE.encode(text)
