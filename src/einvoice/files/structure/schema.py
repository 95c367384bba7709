# skillc copies this file into each skill; change it in src/einvoice, not there
"""The tables of the schemas, ready to be asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..xml import Element
from . import cii_table, ubl_table

CHOICE = "|"
OFTEN = re.compile(r"(.*?)([?*+]?)\Z")


@dataclass(frozen=True)
class Child:
    """An element as a part of another one."""

    prefix: str  # the usual one of its namespace
    namespace: str
    name: str
    type: str
    is_needed: bool
    is_repeatable: bool


@dataclass(frozen=True)
class Parent:
    """A type of elements that hold others, all in their order, or exactly one."""

    children: tuple[Child, ...]
    places: Mapping[tuple[str, str], int]  # in the order, by namespace and name
    is_choice: bool

    def place_of(self, element: Element) -> int | None:
        """Return the place of an element in the order."""
        return self.places.get((element.namespace, element.local_name))


@dataclass(frozen=True)
class Value:
    """A type of elements that hold a text."""

    kind: str
    attributes: Mapping[str, bool]  # by name: whether it has to be there


@dataclass(frozen=True)
class Schema:
    """All types by their names; one that is not there is not looked into."""

    types: Mapping[str, Parent | Value]


def schema_of(root: Element) -> tuple[Schema, str] | None:
    """Return the schema of an invoice and the name of the root's type, or None for ZUGFeRD 1.0."""
    for table in (ubl_table, cii_table):
        for root_name, kind in table.ROOTS.items():
            prefix, _, name = root_name.partition(":")
            if (name, table.NAMESPACES[prefix]) == (root.local_name, root.namespace):
                return _schema(table.TYPES, table.VALUES, tuple(table.NAMESPACES.items())), kind
    return None


@lru_cache(maxsize=None)
def _schema(types: str, values: str, namespaces: tuple[tuple[str, str], ...]) -> Schema:
    found: dict[str, Parent | Value] = {name: _parent(text, dict(namespaces)) for name, text in _lines(types)}
    for name, text in _lines(values):
        kind, *attributes = text.split()
        found[name] = Value(kind, {each.rstrip("!"): each.endswith("!") for each in attributes})
    return Schema(found)


def _lines(table: str) -> Iterator[tuple[str, str]]:
    for line in table.replace("\n  ", " ").splitlines():
        name, _, text = line.partition(": ")
        yield name, text


def _parent(text: str, namespaces: Mapping[str, str]) -> Parent:
    children = tuple(_child(word, namespaces) for word in text.split() if word != CHOICE)
    places = {(child.namespace, child.name): place for place, child in enumerate(children)}
    return Parent(children, places, CHOICE in text)


def _child(word: str, namespaces: Mapping[str, str]) -> Child:
    full_name, sign = OFTEN.findall(word)[0]
    name, _, kind = full_name.partition("=")
    prefix, _, name = name.partition(":")
    return Child(prefix, namespaces[prefix], name, kind or name, sign in ("", "+"), sign in ("*", "+"))
