# skillc copies this file into each skill; change it in src/einvoice, not there
"""What a syntax of XML invoices is: where its elements hold the terms of the model."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .xml import Element


class Lines(str):
    """The path of a text that may stand in several elements, a line or more in each."""

    __slots__ = ()


# The attribute of a record: its path, or several, of which the first that leads somewhere counts; a list takes all.
# "." is a record without an element of its own.
Paths = Mapping[str, "str | tuple[str, ...]"]


@dataclass(frozen=True, eq=False)
class Syntax:
    """One way to write an invoice as XML."""

    name: str
    roots: Mapping[str, str]  # namespace of the root: its name
    namespaces: frozenset[str]  # of the other elements
    records: Mapping[type, Paths]
    currency: str  # the path of BT-5
    profile: str  # the path of BT-24
    prepare: Callable[[Element], None]  # what is written in another way than its path says
    iso_date: Callable[[Element], str]  # the date of an element, or ValueError with what is wrong
    repeated: tuple[tuple[str, str], ...]  # from an item: what may say the same again, and as what
    constants: Mapping[str, frozenset[str]]  # the last two names of a path: values that say nothing
