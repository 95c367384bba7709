"""One source file after loading."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from skillc.diagnostic import Diagnostic, Pointer, Severity, Span

START = Span(1, 1, 1)
LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")  # what YAML counts as the end of a line


@dataclass(frozen=True, slots=True)
class Document:
    """A file as plain data, with the place of each key and value by its pointer.

    `path` is relative to the skill's root, with slashes. `data` holds dict, list, str, int, Decimal, bool and None only.
    `broken` are the values that loading has already complained about; other findings about them would only repeat it.
    """

    path: str
    text: str
    data: Any = None
    value_spans: dict[Pointer, Span] = field(default_factory=dict)
    key_spans: dict[Pointer, Span] = field(default_factory=dict)
    broken: frozenset[Pointer] = frozenset()

    def span(self, pointer: Pointer) -> Span:
        """Return where a reader looks for `pointer`: the scalar itself, else its key, else the nearest thing around it."""
        value = self.value_spans.get(pointer)
        if value is not None and value.end_column > value.column and not isinstance(self.at(pointer), (dict, list)):
            return value
        place = self.key_spans.get(pointer) or value
        if place is not None or not pointer:
            return place if pointer and place else START
        return self.span(pointer[:-1])

    def key_span(self, pointer: Pointer) -> Span:
        """Return the place of the key that `pointer` ends in."""
        return self.key_spans.get(pointer) or self.span(pointer)

    def find(self, pointer: Pointer, needle: str) -> Span:
        """Return the place of `needle` in the text under `pointer`; the place of the whole text if it is not found there."""
        whole = self.value_spans.get(pointer, START)
        for number, line in enumerate(LINE_BREAK.split(self.text)[whole.line - 1 :], start=whole.line):
            column = line.find(needle, whole.column - 1 if number == whole.line else 0)
            if column >= 0:
                return Span(number, column + 1, column + 1 + len(needle))
        return self.span(pointer)

    def at(self, pointer: Pointer) -> Any:
        """Return the value at `pointer`, which exists."""
        value = self.data
        for step in pointer:
            value = value[step]
        return value

    def error(self, code: str, pointer: Pointer, message: str, hint: str = "", *, span: Span | None = None) -> Diagnostic:
        """Return an error about the value at `pointer`."""
        return Diagnostic(code, Severity.ERROR, message, self.path, span or self.span(pointer), pointer, hint)

    def warning(self, code: str, pointer: Pointer, message: str, hint: str = "", *, span: Span | None = None) -> Diagnostic:
        """Return a warning about the value at `pointer`."""
        return Diagnostic(code, Severity.WARNING, message, self.path, span or self.span(pointer), pointer, hint)
