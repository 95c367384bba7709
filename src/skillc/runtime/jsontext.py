"""JSON text in and out, with numbers carried exactly as they were written."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

LONGEST_INTEGER = 4000  # Python refuses to convert longer digit strings to int.


def parse_json(text: str) -> Any:
    """Return the value of a JSON text: whole numbers as int, others as Decimal; raise ValueError for anything else, NaN included."""
    try:
        return json.loads(text, parse_float=Decimal, parse_int=whole_number, parse_constant=refuse_constant)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def whole_number(digits: str) -> int | Decimal:
    """Return the number that `digits` spells."""
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
        return "{" + ",".join(json_string(str(name)) + ":" + dump_json(value[name], sort_keys=sort_keys) for name in names) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(dump_json(item, sort_keys=sort_keys) for item in value) + "]"
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
    return json.dumps(text, ensure_ascii=False)
