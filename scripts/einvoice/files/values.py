# skillc copies this file into each skill; change it in src/einvoice, not there
"""The value of one element or attribute, as the kind of its term: exact, or a problem and nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from ..kinds import Day, Kind, Number, Text
from ..problems import Problems
from .xml import Element

# xsd:decimal, https://www.w3.org/TR/xmlschema11-2/#decimal
DECIMAL = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)\Z")
LONGEST_NUMBER = 60
TEXT = Text()  # codes too: a word that people use for a code is no code in a file
NUMBER = Number()
DAY = Day()


@dataclass(frozen=True)
class Values:
    """What the values of one file have in common."""

    currency: str | None  # of the invoice
    iso_date: Callable[[Element], str]
    problems: Problems

    def read(self, kind: Kind, element: Element, attribute: str, at: str) -> Any:
        """Return the value of a term, or None and note at the pointer `at` what stood there instead."""
        if element.children and not attribute:
            self.problems.add(at, f"there are elements such as {element.children[0].name} instead of a value")
            return None
        if isinstance(kind, Number):
            return self._number(element, at)
        if isinstance(kind, Day):
            return self._day(element, at)
        return TEXT.read(element.value(attribute), at, self.problems)

    def read_lines(self, elements: list[Element], at: str) -> str | None:
        """Return the texts of elements as lines; the end of a last line `#SKONTO…#` stays, BR-DE-18 asks for it."""
        lines = "\n".join(element.value() for element in elements)
        if lines.endswith("#") and elements[-1].text.rstrip(" \t\r").endswith("\n"):
            lines += "\n"
        return TEXT.read(lines, at, self.problems)

    def _number(self, element: Element, at: str) -> Decimal | None:
        text, currency = element.value(), element.value("currencyID")
        if self.currency and currency and currency != self.currency:
            self.problems.add(at, f'is "{text[:40]}" in {currency[:10]}, and the invoice is in {self.currency[:10]}')
        elif len(text) > LONGEST_NUMBER:
            self.problems.add(at, f'"{text[:40]}…" is longer than any number of an invoice')
        elif not DECIMAL.match(text):
            self.problems.add(at, f'"{text[:40]}" is not a number such as 1000.00', "ask the sender for a correct file")
        else:
            return NUMBER.read(Decimal(text), at, self.problems)
        return None

    def _day(self, element: Element, at: str) -> date | None:
        try:
            day = self.iso_date(element)
        except ValueError as error:
            self.problems.add(at, str(error))
            return None
        return DAY.read(day, at, self.problems)
