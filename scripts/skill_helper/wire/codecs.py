# skillc copies this file into each skill; change it in src/skill_helper, not there
"""How an app writes what callers write in one way: dates, numbers, amounts.

A schema names the codec (`wire: yyyymmdd`). What an app answers is read back where it has exactly that form, and is
left as it is otherwise.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from ..base.jsontext import dump_json, pointer_token
from ..input.values import follow_references
from ..schema.json_values import integer_and_exponent, is_integer_number, kind_of, shown_value

PLAIN_NUMBER = r"-?(0|[1-9][0-9]*)(\.[0-9]+)?"
MINOR_DIGITS = 2
MOST_DIGITS = 100
LARGEST_SECONDS = 253_402_300_799  # the end of the year 9999


class WireError(Exception):
    """A value that cannot be written as the app wants it; `pointer` is its place (RFC 6901)."""

    def __init__(self, message: str, pointer: str = "") -> None:
        """Say what is wrong with the value."""
        super().__init__(message)
        self.message = message
        self.pointer = pointer


class Codec(NamedTuple):
    """One way to write a value.

    `takes` are the types of schema it is for, `format` the format that a text must have. `encode` raises WireError;
    `decode` returns what it cannot read as it is.
    """

    about: str
    takes: tuple[str, ...]
    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any]
    format: str = ""


def encoded(value: Any, schema: Any, definitions: Mapping[str, Any]) -> Any:
    """Return a value as the app wants it, by the codecs of its schema; raise WireError with the place."""
    return _mapped(value, schema, definitions, "encode")


def decoded(value: Any, schema: Any, definitions: Mapping[str, Any]) -> Any:
    """Return what an app wrote as callers write it, by the codecs of its schema."""
    return _mapped(value, schema, definitions, "decode")


def encoded_by(name: str, value: Any) -> Any:
    """Return a value as one codec writes it; null stays null. Raises WireError."""
    try:
        return value if value is None else CODECS[name].encode(value)
    except WireError as error:
        raise WireError(f"{shown_value(value)} {error.message}") from None


@contextlib.contextmanager
def within(*steps: str | int) -> Iterator[None]:
    """Add to the place of what goes wrong the steps that lead to it."""
    try:
        yield
    except WireError as error:
        raise WireError(
            error.message, "".join(f"/{pointer_token(str(step))}" for step in steps) + error.pointer
        ) from None


def _mapped(value: Any, schema: Any, definitions: Mapping[str, Any], way: str) -> Any:
    """Return a value with each part that has a codec put through it."""
    shape = follow_references(schema, definitions)
    codec = shape.get("wire")
    if codec in CODECS:
        return CODECS[codec].decode(value) if way == "decode" else encoded_by(codec, value)
    if isinstance(value, dict):
        known, others = shape.get("properties") or {}, shape.get("additionalProperties")
        parts = {name: known.get(name, others) for name in value}
    elif isinstance(value, list):
        parts = dict.fromkeys(range(len(value)), shape.get("items"))
    else:
        return value
    mapped = {}
    for name, part in parts.items():
        with within(name):
            mapped[name] = _mapped(value[name], part, definitions, way)
    return mapped if isinstance(value, dict) else list(mapped.values())


def _compact_date(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        raise WireError("is not a date such as 2026-09-30")
    return value.replace("-", "")


def _date_of_compact(value: Any) -> Any:
    found = re.fullmatch(r"(\d{4})(\d\d)(\d\d)", value) if isinstance(value, str) else None
    return "-".join(found.groups()) if found else value


def _seconds(value: Any) -> int:
    from datetime import datetime

    try:
        whole = re.sub(r"\.\d+", "", value)  # which Python 3.9 reads with three or six digits only
        return int(datetime.fromisoformat(re.sub("[zZ]$", "+00:00", whole)).timestamp())
    except (TypeError, ValueError, OverflowError):
        raise WireError("is not a date and time with offset, such as 2026-09-30T08:30:00Z") from None


def _time_of_seconds(value: Any) -> Any:
    from datetime import datetime, timezone

    if not is_integer_number(value) or not 0 <= value <= LARGEST_SECONDS:
        return value
    return datetime.fromtimestamp(int(value), timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def _text(value: Any) -> str:
    return value if isinstance(value, str) else _plain_text(value)


def _plain_text(value: Any) -> str:
    """Return a value as an app reads it back: a number without an exponent."""
    if not isinstance(value, Decimal):
        return dump_json(value)
    if abs(value.adjusted()) > MOST_DIGITS:
        raise WireError(f"has more than {MOST_DIGITS} digits")
    return f"{value:f}"


def _value_of_text(value: Any) -> Any:
    if isinstance(value, str) and value in ("true", "false"):
        return value == "true"
    return _number_of_text(value)


def _number_of_text(value: Any) -> Any:
    if not isinstance(value, str) or not re.fullmatch(PLAIN_NUMBER, value):
        return value
    return Decimal(value) if "." in value else int(value)


def _number(value: Any) -> Any:
    number = _number_of_text(value)
    if kind_of(number) != "number":
        raise WireError("is not a decimal number such as 12.50")
    return number


def _minor(value: Any) -> int:
    if kind_of(value) != "number":
        raise WireError("is not an amount such as 12.50")
    digits, exponent = integer_and_exponent(value)
    hundredths, rest = divmod(digits * 10 ** max(0, exponent + MINOR_DIGITS), 10 ** max(0, -exponent - MINOR_DIGITS))
    if rest:
        raise WireError("has more than two decimals; the app counts in hundredths")
    return int(-hundredths if value < 0 else hundredths)


def _amount_of_minor(value: Any) -> Any:
    return Decimal(int(value)).scaleb(-MINOR_DIGITS) if is_integer_number(value) else value


NUMBERS = ("number", "integer")
CODECS: dict[str, Codec] = {
    "yyyymmdd": Codec("2026-09-30 is sent as 20260930", ("string",), _compact_date, _date_of_compact, format="date"),
    "unix": Codec(
        "2026-09-30T08:30:00Z is sent as 1790757000", ("string",), _seconds, _time_of_seconds, format="date-time"
    ),
    "text": Codec('12.50 is sent as "12.50"', (*NUMBERS, "boolean"), _text, _value_of_text),
    "number": Codec('"12.50" is sent as 12.50', ("string",), _number, _text),
    "minor": Codec("12.50 is sent as 1250, in hundredths", NUMBERS, _minor, _amount_of_minor),
}
