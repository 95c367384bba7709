"""Changes at random of the XML of an invoice that its schema accepts; some of them make it wrong, some do not."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from typing import Any

from lxml import etree

VALUES = ("", "x", "1,5", " 2.50 ", "+3.", "-.5", "1e3", "2026-02-30", "2026-11-26", "2026-11-26Z", "true", "TRUE", "0")
TYPED = ("Amount", "Quantity", "Percent", "Date", "Time", "Indicator", "Measure", "Numeric", "Rate")
ATTRIBUTES = ("currencyID", "schemeID", "unitCode", "listID", "format", "lang", "mimeCode", "languageID")
FOREIGN = ("", "urn:example", "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2")


def mutated(root: Any, chance: random.Random) -> str:
    """Change a tree in one place and return what was done."""
    while True:
        name, change = chance.choice(CHANGES)
        element = chance.choice(list(root.iterdescendants(etree.Element)))
        if change(element, chance):
            return f"{name} {etree.QName(element).localname}"


def _swap(element: Any, chance: random.Random) -> bool:
    siblings = list(element.getparent())
    other = chance.choice(siblings)
    place, other_place = siblings.index(element), siblings.index(other)
    siblings[place], siblings[other_place] = other, element
    element.getparent()[:] = siblings
    return True


def _drop(element: Any, _: random.Random) -> bool:
    element.getparent().remove(element)
    return True


def _double(element: Any, chance: random.Random) -> bool:
    parent = element.getparent()
    parent.insert(chance.choice([parent.index(element), len(parent)]), copy.deepcopy(element))
    return True


def _rename(element: Any, chance: random.Random) -> bool:
    others = [each.tag for each in element.getroottree().getroot().iterdescendants(etree.Element)]
    element.tag = chance.choice([f"{element.tag}X", chance.choice(others)])
    return True


def _move(element: Any, chance: random.Random) -> bool:
    parents = [each for each in element.getroottree().getroot().iter(etree.Element) if len(each)]
    parent = chance.choice([each for each in parents if element not in each.iterancestors() and each is not element])
    parent.insert(chance.randrange(len(parent) + 1), element)
    return True


def _put_into_foreign_namespace(element: Any, chance: random.Random) -> bool:
    namespace = chance.choice(FOREIGN)
    name = etree.QName(element).localname
    element.tag = f"{{{namespace}}}{name}" if namespace else name
    return True


def _add_attribute(element: Any, chance: random.Random) -> bool:
    element.set(chance.choice(ATTRIBUTES), "EUR")
    return True


def _drop_attribute(element: Any, _: random.Random) -> bool:
    if not element.attrib:
        return False
    del element.attrib[element.attrib.keys()[0]]
    return True


def _set_value(element: Any, chance: random.Random) -> bool:
    if len(element) or not etree.QName(element).localname.endswith(TYPED):
        return False
    element.text = chance.choice(VALUES)
    return True


def _add_text(element: Any, _: random.Random) -> bool:
    if not len(element):
        return False
    element.text = "x"
    return True


CHANGES: list[tuple[str, Callable[[Any, random.Random], bool]]] = [
    ("swap", _swap),
    ("drop", _drop),
    ("double", _double),
    ("rename", _rename),
    ("move", _move),
    ("foreign namespace of", _put_into_foreign_namespace),
    ("attribute of", _add_attribute),
    ("no attribute of", _drop_attribute),
    ("value of", _set_value),
    ("text in", _add_text),
]
