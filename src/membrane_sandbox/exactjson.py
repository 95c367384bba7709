"""JSON in which a number keeps the digits it was written with.

Money is `Decimal` in Python and `119.00` in JSON, never a float on the way. The standard library can read
numbers as Decimal but not write them, hence the small writer.
"""

from __future__ import annotations

import json
from decimal import Decimal
from json.encoder import encode_basestring  # keeps umlauts readable; escapes quotes, backslashes and control characters
from typing import Any


def _no_constant(word: str) -> object:
    message = f"{word} is not JSON"
    raise ValueError(message)


def loads(text: str | bytes) -> Any:
    """Return the value of a JSON text, fractions as Decimal. Raises ValueError, for NaN and Infinity too."""
    return json.loads(text, parse_float=Decimal, parse_constant=_no_constant)


def dumps(value: object, indent: int = 0) -> str:
    """Return `value` as JSON text: one line when `indent` is 0, else one member per line."""
    out: list[str] = []
    _write(value, "\n" if indent else "", " " * indent, out)
    return "".join(out)


def _write(value: object, line: str, step: str, out: list[str]) -> None:
    if isinstance(value, str):
        out.append(encode_basestring(value))
    elif value is None or isinstance(value, bool):
        out.append({None: "null", True: "true", False: "false"}[value])
    elif isinstance(value, (int, Decimal)):
        out.append(_number(value))
    elif isinstance(value, dict):
        _write_object(value, line, step, out)
    elif isinstance(value, (list, tuple)):
        _write_array(value, line, step, out)
    else:
        message = f"{type(value).__name__} has no place in JSON"
        raise TypeError(message)


def _number(value: int | Decimal) -> str:
    """Return the number's text; an exponent is spelt out, because some readers take `1E+2` for a float."""
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _write_object(value: dict[str, object], line: str, step: str, out: list[str]) -> None:
    if not value:
        out.append("{}")
        return
    inner = line + step
    colon = ": " if line else ":"
    mark = "{"
    for name, member in value.items():
        out.append(f"{mark}{inner}{encode_basestring(name)}{colon}")
        _write(member, inner, step, out)
        mark = ","
    out.append(f"{line}}}")


def _write_array(value: list[object] | tuple[object, ...], line: str, step: str, out: list[str]) -> None:
    if not value:
        out.append("[]")
        return
    inner = line + step
    mark = "["
    for item in value:
        out.append(f"{mark}{inner}")
        _write(item, inner, step, out)
        mark = ","
    out.append(f"{line}]")
