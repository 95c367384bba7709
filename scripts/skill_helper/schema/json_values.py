# skillc copies this file into each skill; change it in src/skill_helper, not there
"""JSON values as JSON Schema sees them: kinds, exact numbers, equality, and a short form to show to a reader.

Values are what a JSON parser returns. Numbers are int or Decimal, so that they stay as written; a float is read as the
decimal number that Python prints for it.
"""

from __future__ import annotations

import json
from decimal import Decimal
from itertools import islice
from typing import Any

from ..base.jsontext import json_string

NESTING_LIMIT = 200
SHOWN_LENGTH = 60
INTEGER_BITS_SHOWN = 200


def kind_of(value: Any) -> str:
    """Return the JSON type of `value`: null, boolean, number, string, array or object.

    "unknown" for anything else, NaN included.
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "number"
    if isinstance(value, (float, Decimal)):
        # Not math.isfinite: it takes Decimal("1e400") for infinite.
        return "number" if Decimal(value).is_finite() else "unknown"
    for kind, python_type in (("string", str), ("array", list), ("object", dict)):
        if isinstance(value, python_type):
            return kind
    return "unknown"


def number_as_written(value: float | Decimal) -> int | Decimal:
    """Return `value` as a number that compares and divides exactly: the float 0.1 becomes Decimal("0.1")."""
    return Decimal(repr(value)) if isinstance(value, float) else value


def is_integer_number(value: Any) -> bool:
    """Tell whether `value` is a number without a fraction: 1 and 1.0 are, True is not."""
    if kind_of(value) != "number":
        return False
    number = number_as_written(value)
    return isinstance(number, int) or number == number.to_integral_value()


def is_multiple_of(value: int | Decimal, factor: int | Decimal) -> bool:
    """Tell whether `value` is a multiple of `factor` (not zero), exactly and quickly with any exponents."""
    digits, exponent = integer_and_exponent(value)
    factor_digits, factor_exponent = integer_and_exponent(factor)
    shift = exponent - factor_exponent
    if shift >= 0:
        return digits * pow(10, shift, factor_digits) % factor_digits == 0
    if -shift > digits.bit_length():  # too small to contain that power of ten
        return digits == 0
    return digits % (factor_digits * int(10**-shift)) == 0


def integer_and_exponent(number: int | Decimal) -> tuple[int, int]:
    """Return |number| as (n, e) with |number| = n * 10**e."""
    if isinstance(number, int):
        return abs(number), 0
    _sign, digits, exponent = number.as_tuple()
    # By way of Decimal, because int("999...") is refused beyond 4,300 digits.
    return int(Decimal((0, digits, 0))), int(exponent)


def equality_key(value: Any, levels: int = NESTING_LIMIT) -> Any:
    """Return a hashable key that two values share if they are equal in JSON Schema: 1 and 1.0, but not 1 and true.

    Below `levels` of nesting a key equals no other.
    """
    kind = kind_of(value)
    if kind == "unknown" or levels < 0:
        return object()
    if kind == "number":
        return kind, number_as_written(value)
    if kind not in {"array", "object"}:
        return kind, value
    # A plain loop, because a comprehension would take twice the stack on older Pythons.
    keys: list[Any] = []
    for item in contained_values(value):
        keys.append(equality_key(item, levels - 1))  # noqa: PERF401
    return kind, tuple(keys) if kind == "array" else frozenset(zip(value, keys))


def nests_too_deeply(value: Any) -> bool:
    """Tell whether arrays and objects are nested in `value` more than NESTING_LIMIT deep. Does not recurse."""
    layer = [value]
    for _level in range(NESTING_LIMIT):
        if not layer:
            return False
        layer = [item for container in layer for item in contained_values(container) if isinstance(item, (dict, list))]
    return bool(layer)


def contained_values(value: Any) -> list[Any]:
    """Return the items of an array, the values of an object, nothing for other values."""
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def clipped_text(text: str, length: int = SHOWN_LENGTH) -> str:
    """Return `text`, cut to `length` characters with an ellipsis at its end when it is longer."""
    return text if len(text) <= length else text[: length - 1] + "…"


def shown_value(value: Any) -> str:
    """Return `value` as JSON in about 60 characters at most; strings keep their quotes."""
    if isinstance(value, str):
        return json_string(clipped_text(value))
    return clipped_text(shown_part(value, levels=3))


def shown_part(value: Any, levels: int) -> str:
    """Return the beginning of `value` as JSON, never looking at more of it than can be shown."""
    kind = kind_of(value)
    if kind == "string":
        return json_string(clipped_text(value))
    if kind == "number":
        return shown_number(value)
    if kind in {"array", "object"} and value and not levels:
        return "[…]" if kind == "array" else "{…}"
    if kind == "array":
        return "[" + ", ".join(shown_part(item, levels - 1) for item in islice(value, SHOWN_LENGTH)) + "]"
    if kind == "object":
        members = islice(value.items(), SHOWN_LENGTH)
        return (
            "{"
            + ", ".join(f"{shown_part(str(name), 0)}: {shown_part(item, levels - 1)}" for name, item in members)
            + "}"
        )
    return json.dumps(value) if kind in {"null", "boolean"} else str(value)


def shown_number(value: float | Decimal) -> str:
    """Return a number as written.

    An integer too long to read (Python refuses to print the longest) with an exponent.
    """
    if isinstance(value, int) and value.bit_length() > INTEGER_BITS_SHOWN:
        return f"{Decimal(value):.6E}"
    return str(value)
