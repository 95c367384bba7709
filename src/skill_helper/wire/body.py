# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The body of a request, from its template: JSON in which some objects stand for inputs.

| `{$input: name}`               | the input, or by a dotted path a member of it; `wire: CODEC` writes it as the app  |
|                                | wants it                                                                           |
| `{$inputs: [a, b], c: 1}`      | an object of these inputs, under their own names, and of other members             |
| `{$inputs: rest}`              | the same of all inputs that the request names nowhere else                         |
| `{$each: items, as: TEMPLATE}` | a list: the template for each object in the input `items`                          |
| `{$item: name}`                | within `as`: a member of that object, as a dotted path; `.` is the object itself   |
| `{$items: rest}`               | within `as`: an object of its members, as `$inputs` is one of inputs               |
| `{$index: 1}`                  | within `as`: which one it is, counted from this number                             |
| `{$multipart: {…}}`, `{$file}` | a file of the user's, which Membrane's CLI does not send                           |

All else is sent as it stands. What was not given is left out, and so is an object or a list of which nothing is left,
unless it is the whole body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ..base.records import Request
from ..output.rows import at_path, has_path
from .codecs import WireError, encoded_by, within

REST = "rest"
PLACEHOLDER = r"\{([^{}]*)\}"
MISSING = object()
WORDS = ("$input", "$inputs", "$each", "$item", "$items", "$index", "$multipart", "$file")


class Scope(NamedTuple):
    """What a template may name: the inputs, and within `as` the item and which one it is."""

    inputs: Mapping[str, Any]
    named: frozenset[str]
    item: Any = MISSING
    named_of_item: frozenset[str] = frozenset()
    place: int = 0


def body_of(request: Request, inputs: Mapping[str, Any]) -> Any:
    """Return the body that a request has for these inputs. Raises WireError for a value that has no such form."""
    made = _made(request.body, Scope(inputs, frozenset(names_in(request))))
    return _emptied(request.body) if made is MISSING else made


def names_in(request: Request) -> Iterator[str]:
    """Yield each input that a request names, wherever; one may come more than once."""
    yield from re.findall(PLACEHOLDER, request.path)
    yield from (part.source for part in request.query if part.source)
    yield from (value["from"] for value in request.headers.values() if isinstance(value, dict))
    yield from (name.partition(".")[0] for name in _names(request.body, ("$input", "$each", "$file"), "$inputs"))


def takes_rest(template: Any) -> bool:
    """Whether a template sends all inputs that are named nowhere else."""
    return any(node.get("$inputs") == REST for node in _objects(template))


def _objects(template: Any) -> Iterator[Mapping[str, Any]]:
    """Yield every object in a template, outer ones first."""
    if isinstance(template, dict):
        yield template
    for part in template.values() if isinstance(template, dict) else template if isinstance(template, list) else ():
        yield from _objects(part)


def _names(template: Any, single: tuple[str, ...], listed: str) -> Iterator[str]:
    """Yield the names that stand in a template at some of its words."""
    for node in _objects(template):
        yield from (node[word] for word in single if isinstance(node.get(word), str))
        names = node.get(listed)
        yield from names if isinstance(names, list) else ()


def _made(template: Any, scope: Scope) -> Any:
    """Return what a template is here; MISSING when nothing of it was given."""
    if isinstance(template, list):
        parts = [_made(part, scope) for part in template]
        kept = [part for part in parts if part is not MISSING]
        return MISSING if template and not kept else kept
    if not isinstance(template, dict):
        return template
    if "$input" in template:
        name = template["$input"]
        with within(*name.split(".")):
            return _written(template, _member(scope.inputs, name))
    if "$each" in template:
        return _each(template, scope)
    if "$item" in template:
        with within(*(template["$item"].split(".") if template["$item"] != "." else ())):
            return _written(template, _member(scope.item, template["$item"]))
    if "$index" in template:
        return _written(template, template["$index"] + scope.place)
    return _object(template, scope)


def _object(template: Mapping[str, Any], scope: Scope) -> Any:
    made: dict[str, Any] = {}
    if "$inputs" in template:
        made.update(_chosen(template["$inputs"], scope.inputs, scope.named))
    if "$items" in template and isinstance(scope.item, dict):
        made.update(_chosen(template["$items"], scope.item, scope.named_of_item))
    for name in made:
        if name in template:
            with within(name):
                raise WireError(f"{name} is written by the request itself; leave it out, or give it by its own input")
    for name, part in template.items():
        value = MISSING if name in ("$inputs", "$items") else _made(part, scope)
        if value is not MISSING:
            made[name] = value
    return made if made or not template else MISSING


def _chosen(names: Any, values: Mapping[str, Any], named: frozenset[str]) -> dict[str, Any]:
    """Return the members that are named, or those that are named nowhere."""
    return {name: value for name, value in values.items() if (name not in named if names == REST else name in names)}


def _each(template: Mapping[str, Any], scope: Scope) -> Any:
    items = scope.inputs.get(template["$each"], MISSING)
    if not isinstance(items, list):
        return items
    named = frozenset(name.partition(".")[0] for name in _names(template["as"], ("$item",), "$items"))
    made = []
    for place, item in enumerate(items):
        with within(template["$each"], place):
            made.append(_made(template["as"], scope._replace(item=item, named_of_item=named, place=place)))
    return [part for part in made if part is not MISSING]


def _member(item: Any, path: str) -> Any:
    if path == ".":
        return item
    return at_path(item, path) if has_path(item, path) else MISSING


def _written(template: Mapping[str, Any], value: Any) -> Any:
    return value if value is MISSING or "wire" not in template else encoded_by(template["wire"], value)


def _emptied(template: Any) -> Any:
    """Return the whole body of a request to which nothing was given."""
    return [] if isinstance(template, list) else {}
