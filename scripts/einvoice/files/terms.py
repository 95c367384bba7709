# skillc copies this file into each skill; change it in src/einvoice, not there
"""The walk over the records of the model: each field is taken from where the syntax says it stands."""

from __future__ import annotations

import dataclasses
from functools import lru_cache
from typing import Any

from ..kinds import Kind, Many
from ..model import Invoice
from ..records import Record, json_name
from .paths import Path, Scope
from .syntax import Lines, Syntax
from .values import Values
from .xml import Element

HERE = "."


def invoice_of(scope: Scope, syntax: Syntax, values: Values) -> Invoice:
    """Return what the tree says; what cannot be read is None, and noted as a problem."""
    invoice: Invoice = _Walk(scope, syntax, values).record(Invoice, scope.root, "")
    return invoice


@dataclasses.dataclass(frozen=True)
class _Field:
    name: str
    step: str  # of the JSON pointer
    kind: Kind
    paths: tuple[Path, ...]
    is_here: bool
    has_lines: bool


@lru_cache(maxsize=None)
def _fields(record: type, syntax: Syntax) -> tuple[_Field, ...]:
    paths = syntax.records[record]
    return tuple(_field(each, paths[each.name]) for each in dataclasses.fields(record) if each.name in paths)


def _field(field: dataclasses.Field[Any], paths: str | tuple[str, ...]) -> _Field:
    texts = (paths,) if isinstance(paths, str) else paths
    return _Field(
        name=field.name,
        step=f"/{json_name(field.name)}",
        kind=field.metadata["kind"],
        paths=tuple(map(Path, texts)),
        is_here=paths == HERE,
        has_lines=isinstance(paths, Lines),
    )


@dataclasses.dataclass(frozen=True)
class _Walk:
    scope: Scope
    syntax: Syntax
    values: Values

    def record(self, record: type, element: Element, at: str) -> Any:
        values = {each.name: self._value(each, element, at + each.step) for each in _fields(record, self.syntax)}
        return record(**values)

    def _value(self, field: _Field, element: Element, at: str) -> Any:
        kind = field.kind
        if isinstance(kind, Many):
            found = [each for path in field.paths for each in path.elements(element, self.scope)]
            return self._many(kind.one, found, at)
        if isinstance(kind, Record):
            return self._one(kind.record, field, element, at)
        for path in field.paths:
            full = [each for each in path.elements(element, self.scope) if each.value(path.attribute)]
            if full and field.has_lines:
                return self._lines(full, at)
            if full:
                return self._leaf(kind, full[0], path.attribute, at)
        return None

    def _one(self, record: type, field: _Field, element: Element, at: str) -> Any:
        if field.is_here:
            value = self.record(record, element, at)
            return None if _is_empty(value) else value
        found = [each for path in field.paths for each in path.elements(element, self.scope)]
        return self.record(record, found[0], at) if found else None

    def _many(self, kind: Kind, found: list[Element], at: str) -> tuple[Any, ...]:
        if isinstance(kind, Record):
            return tuple(self.record(kind.record, each, f"{at}/{index}") for index, each in enumerate(found))
        full = [each for each in found if each.value()]
        read = [self._leaf(kind, each, "", f"{at}/{index}") for index, each in enumerate(full)]
        return tuple(each for each in read if each is not None)

    def _leaf(self, kind: Kind, element: Element, attribute: str, at: str) -> Any:
        element.take(attribute)
        value = self.values.read(kind, element, attribute, at)
        element.is_unreadable = element.is_unreadable or value is None
        return value

    def _lines(self, elements: list[Element], at: str) -> Any:
        for element in elements:
            element.take()
        return self.values.read_lines(elements, at)


def _is_empty(value: Any) -> bool:
    return all(getattr(value, each.name) in (None, ()) for each in dataclasses.fields(value))
