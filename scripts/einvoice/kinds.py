# skillc copies this file into each skill; change it in src/einvoice, not there
"""The kinds of values that terms have: how each is read from a JSON value and written to one.

Source of the data types: EN 16931-1, section 6.5 (amount, quantity, percentage, code, date, text).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from .codes.units import TRAPS, UNITS, unit_of, words_like
from .problems import Problems

MOST_DIGITS = 12  # before the decimal point, and after it
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
GERMAN_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})\Z")
UNIT_CODE = re.compile(r"[A-Z0-9]{2,3}\Z")
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Kind:
    """How a value of one kind is read and written."""

    def read(self, value: Any, at: str, problems: Problems) -> Any:
        """Return the typed value; note what is wrong with it and return None."""
        raise NotImplementedError

    def write(self, value: Any) -> Any:
        """Return the JSON value."""
        return value


class Text(Kind):
    """A text that is not blank."""

    def read(self, value: Any, at: str, problems: Problems) -> str | None:
        """Refuse what is no text, is blank, or cannot stand in XML."""
        if not isinstance(value, str):
            problems.add(at, f"expected a text, got {described(value)}", _quoted(value))
        elif not value.strip():
            problems.add(at, "is blank", "leave it out when it is not known")
        elif NOT_IN_XML.search(value):
            problems.add(at, "contains a control character, which no e-invoice can carry")
        else:
            return value
        return None


class Code(Kind):
    """A code of a public list; words that people use for a code are read as that code."""

    def __init__(self, words: Callable[[str], str | None] = lambda _: None) -> None:
        """Take the function that turns a word into a code."""
        self._words = words

    def read(self, value: Any, at: str, problems: Problems) -> str | None:
        """Accept whole numbers too: 380 is as clear as "380"."""
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        text = Text().read(value, at, problems)
        if text is None:
            return None
        return self._words(text.strip()) or text.strip()


class Unit(Kind):
    """A unit of measure: a code of UN/ECE Recommendation 20, or a word for one."""

    def read(self, value: Any, at: str, problems: Problems) -> str | None:
        """Accept whatever looks like a code: the recommendation knows two thousand."""
        text = Text().read(value, at, problems)
        if text is None:
            return None
        word = text.strip()
        if word in UNITS or word in TRAPS:
            return word
        code = unit_of(word) or (word if UNIT_CODE.match(word) else None)
        if code is None:
            likely = words_like(word)
            hint = (
                f'did you mean "{likely[0]}"?' if likely else "write its UN/ECE code: H87 piece, HUR hour, LS lump sum"
            )
            problems.add(at, f'"{word[:40]}" is not a known unit', hint)
        return code


class Number(Kind):
    """An exact decimal number."""

    def read(self, value: Any, at: str, problems: Problems) -> Decimal | None:
        """Refuse floats, which are not exact, and numbers in quotes."""
        if isinstance(value, float):
            problems.add(at, "is a binary float, which cannot hold cents exactly", "read JSON numbers as Decimal")
        elif isinstance(value, bool) or not isinstance(value, (int, Decimal)):
            problems.add(at, f"expected a number, got {described(value)}", _unquoted(value))
        else:
            return _bounded(Decimal(value), at, problems)
        return None


class Flag(Kind):
    """True or false."""

    def read(self, value: Any, at: str, problems: Problems) -> bool | None:
        """Refuse everything else, words too."""
        if isinstance(value, bool):
            return value
        problems.add(at, f"expected true or false, got {described(value)}")
        return None


class Day(Kind):
    """A calendar day, ISO 8601."""

    def read(self, value: Any, at: str, problems: Problems) -> date | None:
        """Refuse other spellings of dates, and name the ISO one."""
        if not isinstance(value, str):
            problems.add(at, f"expected a date such as 2026-11-26, got {described(value)}")
            return None
        if not ISO_DATE.match(value):
            problems.add(at, f'"{value[:40]}" is not an ISO date (YYYY-MM-DD)', _iso_hint(value))
            return None
        try:
            return date(*map(int, value.split("-")))
        except ValueError:
            problems.add(at, f"{value} is not in the calendar")
            return None

    def write(self, value: date) -> str:
        """Return the ISO date."""
        return value.isoformat()


class Many(Kind):
    """A list of values of one kind; a single value is read as a list of one."""

    def __init__(self, one: Kind) -> None:
        """Take the kind of the values."""
        self.one = one

    def read(self, value: Any, at: str, problems: Problems) -> tuple[Any, ...]:
        """Read each value at its own pointer; those that cannot be read are left out."""
        if isinstance(value, list):
            read = [self.one.read(each, f"{at}/{index}", problems) for index, each in enumerate(value)]
        else:
            read = [self.one.read(value, at, problems)]
        return tuple(each for each in read if each is not None)

    def write(self, value: tuple[Any, ...]) -> list[Any]:
        """Return a list, of one value too."""
        return [self.one.write(each) for each in value]


def described(value: Any) -> str:
    """Return what a JSON value is, for a sentence."""
    names = {
        bool: "true or false",
        str: "a text",
        int: "a number",
        Decimal: "a number",
        list: "a list",
        dict: "an object",
    }
    return "null" if value is None else names.get(type(value), type(value).__name__)


def _bounded(number: Decimal, at: str, problems: Problems) -> Decimal | None:
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int):
        problems.add(at, f"{number} is not a number")
    elif number and (number.adjusted() >= MOST_DIGITS or exponent < -MOST_DIGITS):
        problems.add(at, f"has more than {MOST_DIGITS} digits before or after the decimal point")
    else:
        return number
    return None


def _quoted(value: Any) -> str:
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return f'write "{value}"'
    return ""


def _unquoted(value: Any) -> str:
    if not isinstance(value, str):
        return ""
    if re.match(r"-?\d+(\.\d+)?\Z", value):
        return f"write {value} without quotes"
    if re.match(r"-?\d{1,3}(\.?\d{3})*,\d+ ?(€|EUR|%)?\Z", value):
        return f"write {re.sub('[^0-9,-]', '', value).replace(',', '.')} without quotes"
    return ""


def _iso_hint(value: str) -> str:
    found = GERMAN_DATE.match(value.strip())
    if not found:
        return ""
    day, month, year = found.groups()
    return f"did you mean {year}-{month:0>2}-{day:0>2}?"
