# skillc copies this file into each skill; change it in src/einvoice, not there
"""Paths from an element to the elements and attributes that hold a term.

A path is names with slashes between, the last may be an attribute: `cac:Price` is `Price`, its currency
`Price/PriceAmount/@currencyID`. From the root it begins with a slash. A name may have conditions: `[A/B]` and
`[!A/B]` with and without something there, `[A=x|y]` and `[A!=x]` with and without one of these values.
`[A=$currency]` also takes what names no currency.

On its way a path goes into the first element of a name only, so that the parts of two prices never become one; a star
says to go into all: `PaymentTerms*/Note`. At its end it takes all, but an attribute is that of the first element.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .xml import Element

STEP = re.compile(r"(@?\w+)((?:\[[^\]]+\])*)(\*?)(/?)")
CONDITION = re.compile(r"\[(!?)([\w/@]+)(?:(!?=)([^\]]+))?\]")
CURRENCY = "$currency"


@dataclass(frozen=True)
class Scope:
    """What paths may refer to besides the element at which they start."""

    root: Element
    currency: str | None = None


class Path:
    """A path, ready to be followed; the empty path stays where it is."""

    def __init__(self, text: str) -> None:
        """Take the text of the path."""
        self._is_absolute = text.startswith("/")
        steps = STEP.findall(text)
        last = steps[-1][0] if steps else ""
        self.attribute = last[1:] if last.startswith("@") else ""
        self._steps = [_Step(*step) for step in (steps[:-1] if self.attribute else steps)]

    def elements(self, start: Element, scope: Scope) -> list[Element]:
        """Return the elements at the end of the path, in the order of the file."""
        found = [scope.root if self._is_absolute else start]
        for step in self._steps:
            found = [child for each in found for child in step.children(each, scope)]
        return found


class _Step:
    def __init__(self, name: str, conditions: str, star: str, slash: str) -> None:
        self._takes_all = bool(star) or not slash
        self._name = name
        self._conditions = [_Condition(*each) for each in CONDITION.findall(conditions)]

    def children(self, element: Element, scope: Scope) -> Iterator[Element]:
        for child in element.named(self._name):
            if all(condition.holds(child, scope) for condition in self._conditions):
                yield child
                if not self._takes_all:
                    return


class _Condition:
    def __init__(self, absent: str, path: str, operator: str, values: str) -> None:
        self._path = Path(path)
        self._wants_values = operator == "="
        self._wants_none = bool(absent)
        self._values = values.split("|") if values else []

    def holds(self, element: Element, scope: Scope) -> bool:
        found = self._path.elements(element, scope)
        if not self._values:
            return bool(found) != self._wants_none
        value = found[0].value(self._path.attribute) if found else ""
        if self._values == [CURRENCY]:
            return not value or scope.currency in (None, value)
        if (value in self._values) != self._wants_values:
            return False
        if self._wants_values:
            found[0].take(self._path.attribute)
        return True
