# skillc copies this file into each skill; change it in src/einvoice, not there
"""HTML as a tree: whatever is text is escaped when the tree is written, so that nobody can forget it.

Texts of invoices come from strangers. `foreign` keeps each in a direction of its own and makes visible what it hides.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import Union
from unicodedata import category

Node = Union["Element", str, None]

EMPTY = {"wbr"}  # elements that have no end tag
HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}  # general categories of Unicode: controls, formats, separators
SIGNS = {"\n": "↵", "\t": "⇥"}


class Element:
    """An element with its children; those that are None are left out."""

    def __init__(self, tag: str, *children: Node, **attributes: str) -> None:
        """Take attributes by name: `class_` is class, `aria_label` is aria-label."""
        self.tag = tag
        self.children = [child for child in children if child is not None]
        self.attributes = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items() if value}

    def walk(self) -> Iterator[Element]:
        """Yield this element and all below it."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()


def html_of(node: Element | str) -> str:
    """Return the HTML of an element or a text."""
    if isinstance(node, str):
        return escape(node)
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in node.attributes.items())
    start = f"<{node.tag}{attributes}>"
    return start if node.tag in EMPTY else f"{start}{''.join(map(html_of, node.children))}</{node.tag}>"


def text_of(node: Element | str) -> str:
    """Return the text of an element without its tags."""
    return node if isinstance(node, str) else "".join(map(text_of, node.children))


def foreign(text: str) -> Element:
    """Return a text of somebody else: a direction of its own, and a sign for each invisible character."""
    pieces: list[Node] = []
    for is_hidden, run in groupby(text.replace("\r\n", "\n"), lambda letter: category(letter) in HIDDEN):
        letters = list(run)
        pieces += map(_sign, letters) if is_hidden else ["".join(letters)]
    return Element("bdi", *pieces)


def _sign(letter: str) -> Element:
    return Element("i", SIGNS.get(letter, f"U+{ord(letter):04X}"), class_="break" if letter == "\n" else "sign")


def both(german: str, english: str) -> tuple[Node, ...]:
    """Return a label in German, with the English one small beside it."""
    return german, " ", Element("small", english, lang="en")
