# skillc copies this file into each skill; change it in src/einvoice, not there
"""What a file says and the model has no term for."""

from __future__ import annotations

from collections import Counter

from .paths import Scope, path_of
from .syntax import Syntax
from .xml import Element

MEANING = ("schemeID", "unitCode")  # the attributes without which a value may mean something else


def not_read(scope: Scope, syntax: Syntax) -> tuple[str, ...]:
    """Return the paths, shortened, of what no term was taken from, each with its count."""
    paths = [path for child in scope.root.children for path in _left(child, child.name, syntax)[0]]
    return tuple(f"{path} ({count})" for path, count in Counter(paths).items())


def take_repeated(item: Element, scope: Scope, syntax: Syntax) -> None:
    """Take what only says again what was taken already, such as the unit of the price's quantity."""
    for again, first in syntax.repeated:
        path, original = path_of(again), path_of(first)
        said = [each.value(original.attribute) for each in original.elements(item, scope)]
        for element in path.elements(item, scope):
            if element.value(path.attribute) in said:
                element.take(path.attribute)


def _left(element: Element, path: str, syntax: Syntax) -> tuple[list[str], bool]:
    """Return the paths of what is left of an element, and whether anything of it was taken."""
    shown = path.replace("{", "").replace("}", "")
    left = [f"{shown}/@{name}" for name in _attributes_left(element)] if element.is_taken else []
    is_taken = element.is_taken
    for child in element.children:
        child_path = f"{element.name}/{child.name}"
        below, is_child_taken = _left(child, child_path, syntax)
        left += below
        is_taken = is_taken or is_child_taken
    if not element.is_taken and element.value() and element.value() not in syntax.constants.get(path, ()):
        left.append(shown)
    return ([shown] if left and not is_taken else left), is_taken


def _attributes_left(element: Element) -> list[str]:
    return [name for name in element.attributes if name in MEANING and name not in element.taken_attributes]
