# skillc copies this file into each skill; change it in src/einvoice, not there
"""The walk over all elements of an invoice, each with what its schema says of it."""

from __future__ import annotations

from ..xml import Element
from .attributes import wrong_attributes
from .children import misplaced
from .flaws import RULE, Flaw, Flaws, clipped, quoted
from .schema import Parent, Schema, Value, schema_of
from .values import BLANKS, MEANINGS, is_of


def flaws_of(root: Element) -> tuple[Flaw, ...]:
    """Return what the schema does not allow, but for values that the reader could not read and has told of.

    ZUGFeRD 1.0 is not judged. At most 20 flaws are returned.
    """
    found = schema_of(root)
    if found is None:
        return ()
    schema, kind = found
    walk = _Walk(schema)
    walk.visit(root, kind)
    return walk.flaws.all()


class _Walk:
    def __init__(self, schema: Schema) -> None:
        self.flaws = Flaws()
        self._schema = schema
        self._path: list[Element] = []

    def visit(self, element: Element, kind: str) -> None:
        allowed = self._schema.types.get(kind)
        if allowed is None:
            return
        self._path.append(element)
        for rule, attribute, message in wrong_attributes(element, allowed):
            self.flaws.add(rule, message, self._path, f"@{attribute}")
        if isinstance(allowed, Value):
            self._value(element, allowed)
        else:
            self._children(element, allowed)
        self._path.pop()

    def _value(self, element: Element, allowed: Value) -> None:
        if element.is_unreadable:
            return
        if element.children:
            message = f"{clipped(element)} holds elements such as {clipped(element.children[0])} instead of a value"
            self.flaws.add(RULE, message, self._path)
        elif not is_of(allowed.kind, element.text):
            text = element.text.strip(BLANKS)
            found = f"is {quoted(text)}, which is not" if text else "is empty and has to be"
            self.flaws.add(RULE, f"{clipped(element)} {found} {MEANINGS[allowed.kind]}", self._path)

    def _children(self, element: Element, allowed: Parent) -> None:
        text = element.text.strip(BLANKS)
        if text:
            self.flaws.add(RULE, f"{clipped(element)} holds the text {quoted(text)} beside elements", self._path)
        for child, message in misplaced(element, allowed):
            self.flaws.add(RULE, message, self._path, child)
        for child in element.children:
            place = allowed.place_of(child)
            if place is not None:
                self.visit(child, allowed.children[place].type)
