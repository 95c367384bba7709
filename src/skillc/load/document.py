"""One source file after loading."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from skillc.diagnostic import Diagnostic, Pointer, Related, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

START = Span(1, 1, 1)
LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")  # what YAML counts as the end of a line


def place_of(source: str, start: int, end: int) -> Span:
    """Return the place of `source[start:end]`, which is on one line."""
    before = LINE_BREAK.split(source[:start])
    column = len(before[-1]) + 1
    return Span(len(before), column, column + end - start)


class Places(NamedTuple):
    """Where the values of a document stand, and its keys, by pointer."""

    values: Mapping[Pointer, Span]
    keys: Mapping[Pointer, Span]


@dataclass(frozen=True)
class Document:
    """A file as plain data, with the place of each key and value by its pointer.

    `path` is relative to the skill's root, with slashes. `data` holds dict, list, str, int, Decimal, bool and None
    only. `broken` are the values about which loading has already reported something; other findings would only repeat
    it. `find_places` reads the text again to find the places, which few documents need.
    """

    path: str
    text: str
    data: Any = None
    broken: frozenset[Pointer] = frozenset()
    find_places: Callable[[], Places] = lambda: Places({}, {})

    @property
    def stem(self) -> str:
        """The name of the file without its ending: what the key of an action must be."""
        return self.path.rsplit("/", 1)[-1].removesuffix(".yaml")

    @cached_property
    def lines(self) -> list[str]:
        """The text, line by line."""
        return LINE_BREAK.split(self.text)

    @cached_property
    def places(self) -> Places:
        """The place of each key and value."""
        return self.find_places()

    def span(self, pointer: Pointer) -> Span:
        """Return the place of `pointer` for a reader: of the scalar, else of its key, else of what is around it."""
        value = self.places.values.get(pointer)
        if value is not None and value.end_column > value.column and not isinstance(self.at(pointer), (dict, list)):
            return value
        place = self.places.keys.get(pointer) or value
        if place is not None or not pointer:
            return place if pointer and place else START
        return self.span(pointer[:-1])

    def key_span(self, pointer: Pointer) -> Span:
        """Return the place of the key that `pointer` ends in."""
        return self.places.keys.get(pointer) or self.span(pointer)

    def find(self, pointer: Pointer, needle: str) -> Span:
        """Return the place of `needle` in the text under `pointer`.

        The place of the whole text if it is not found there.
        """
        whole = self.places.values.get(pointer, START)
        for number, line in enumerate(self.lines[whole.line - 1 :], start=whole.line):
            column = line.find(needle, whole.column - 1 if number == whole.line else 0)
            if column >= 0:
                return Span(number, column + 1, column + 1 + len(needle))
        return self.span(pointer)

    def part(self, pointer: Pointer, start: int, end: int) -> Span:
        """Return the place of the characters `start` to `end` of the text under `pointer`.

        The place of the whole text if it is written otherwise, as with an escape, or on several lines.
        """
        whole, text = self.span(pointer), self.at(pointer)
        written = self.lines[whole.line - 1][whole.column - 1 : whole.end_column - 1]
        first = written.find(text)
        if first < 0:
            return whole
        return Span(whole.line, whole.column + first + start, whole.column + first + max(end, start + 1))

    def at(self, pointer: Pointer) -> Any:
        """Return the value at `pointer`, which exists."""
        value = self.data
        for step in pointer:
            value = value[step]
        return value

    def error(
        self, code: str, pointer: Pointer, message: str, hint: str = "", *, span: Span | None = None
    ) -> Diagnostic:
        """Return an error about the value at `pointer`."""
        return Diagnostic(code, Severity.ERROR, message, self.path, span or self.span(pointer), pointer, hint)

    def warning(
        self, code: str, pointer: Pointer, message: str, hint: str = "", *, span: Span | None = None
    ) -> Diagnostic:
        """Return a warning about the value at `pointer`."""
        return Diagnostic(code, Severity.WARNING, message, self.path, span or self.span(pointer), pointer, hint)

    def related(self, message: str, pointer: Pointer) -> Related:
        """Return the value at `pointer` as another place that a finding is about."""
        return Related(message, self.path, self.span(pointer))
