# skillc copies this file into each skill; change it in src/einvoice, not there
"""Fields by their JSON pointers, which are their ids; what is missing is said so, where somebody would look for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from ..checks import Report
from ..model import Invoice
from ..totals import totals
from .markup import Element, Node, both, foreign
from .values import day, money, number

Look = Callable[[Any], Element]


class Term(NamedTuple):
    """A term with a label."""

    pointer: str
    german: str
    english: str
    look: Look | None = None


class Fields:
    """What is shown of an invoice: what is stated, what is expected, and what a finding is about."""

    def __init__(self, invoice: Invoice, report: Report) -> None:
        """Take an invoice and what the checks say of it."""
        self.invoice = invoice
        self.computed = totals(invoice) if invoice.items else None
        self._others = {finding.pointer for finding in report.not_checked}
        self._named = self._others | {finding.pointer for finding in report.findings}

    def value(self, pointer: str) -> Any:
        """Return what stands at a pointer, or None."""
        value: Any = self.invoice
        for step in pointer.split("/")[1:]:
            attribute = re.sub("[A-Z]", lambda letter: f"_{letter[0].lower()}", step)
            value = value[int(step)] if isinstance(value, tuple) else getattr(value, attribute, None)
        return value

    def always(self, pointer: str, look: Look | None = None) -> Element:
        """Return a value that can be linked to, or the words for a missing one."""
        return Element("span", self._known(pointer, look) or self.missing(pointer), id=pointer)

    def part(self, pointer: str, look: Look | None = None, tag: str = "span") -> Element | None:
        """Return a value that can be linked to, or nothing when nobody states or names it."""
        known = self._known(pointer, look)
        if known is None and pointer not in self._named:
            return None
        return Element(tag, known or self.missing(pointer), id=pointer)

    def _known(self, pointer: str, look: Look | None) -> Element | None:
        value = self.value(pointer)
        if value is None or (look is None and (value == () or is_dataclass(value))):
            return None
        return (look or _plain)(value)

    def period(self, pointer: str) -> Element:
        """Return the first and the last day of a period."""
        return Element("span", self.always(f"{pointer}/start"), " bis ", self.always(f"{pointer}/end"))

    def detail(self, pointer: str, german: str, english: str, look: Look | None = None) -> Element | None:
        """Return a label and its value in a line of their own, or nothing as above."""
        part = self.part(pointer, look)
        return Element("p", *both(german, english), ": ", part, class_="detail") if part else None

    def terms(self, rows: Iterable[Term], at: str = "", expected: Collection[str] = ()) -> Element | None:
        """Return labels and values: the rows of which something is known, named or expected."""
        parts: list[Node] = []
        for term in rows:
            pointer = f"{at}{term.pointer}"
            value = self.part(pointer, term.look, "dd")
            if value is None and pointer in expected:
                value = Element("dd", self.missing(pointer), id=pointer)
            parts.append(Element("div", Element("dt", *both(term.german, term.english)), value) if value else None)
        return Element("dl", *parts) if any(parts) else None

    def money(self, amount: Decimal) -> Element:
        """Return an amount in the currency of the invoice."""
        return money(amount, self.invoice.currency)

    def amount(self, pointer: str, computed: Decimal | None, sign: str = "") -> Element:
        """Return an amount: the computed one, and the one that stands at the pointer where it differs."""
        stated = self.value(pointer)
        parts: list[Node] = []
        if computed is not None:
            parts += [sign, self.money(computed)]
        if stated is not None and stated != computed:
            parts += [" ", _note("berechnet", "computed"), " "] if parts else []
            given = (sign, self.money(stated), " ", _note("angegeben", "stated"))
            parts.append(
                Element("strong", *given, class_="differs") if computed is not None else Element("span", *given)
            )
        return Element(
            "span", *(parts or [_absent("nicht berechenbar", "not computable")]), id=pointer, class_="amount"
        )

    def missing(self, pointer: str) -> Element:
        """Return the words for what is not there: somebody else fills it in, or nobody states it."""
        above = (pointer[: found.start()] for found in re.finditer(r"/|\Z", pointer))
        is_filled = not self._others.isdisjoint(above)
        return _absent("wird ergänzt", "filled in by others") if is_filled else _absent("nicht angegeben", "not stated")


def section(pointer: str, words: tuple[str, str], *children: Node, class_: str = "") -> Element:
    """Return a part of the sheet with its heading."""
    return Element("section", Element("h2", *both(*words)), *children, id=pointer, class_=class_)


def table(class_: str, columns: Sequence[tuple[str, str]], rows: list[Element]) -> Element:
    """Return a table whose head is repeated on each printed page."""
    head = Element("tr", *(Element("th", *both(*column), scope="col") for column in columns))
    return Element("table", Element("thead", head), Element("tbody", *rows), class_=class_)


def row(pointer: str, columns: Sequence[tuple[str, str]], first: Node, *others: Node) -> Element:
    """Return a row that its first cell names; each other cell carries its label, for narrow screens."""
    cells = (Element("td", cell, data_label=german) for cell, (german, _) in zip(others, columns[1:]))
    return Element("tr", Element("th", first, scope="row", id=pointer), *cells)


def _plain(value: Any) -> Element:
    if isinstance(value, bool):
        return Element("span", *(both("ja", "yes") if value else both("nein", "no")))
    looks: dict[type, Look] = {date: day, Decimal: number}
    return looks.get(type(value), foreign)(value)


def _note(german: str, english: str) -> Element:
    return Element("span", *both(german, english), class_="note")


def _absent(german: str, english: str) -> Element:
    return Element("span", "— ", *both(german, english), class_="absent")
