"""The body of a request has a `$` word that does not exist, or one that means nothing where it stands.

Why: what is no word of the language would be sent as it stands, and the app would get `{"$inptu": …}`.

Fix: write one of the words below, as docs/requests.md shows them. `$item`, `$items` and `$index` stand within `as` of a
`$each`, which names an input that is a list.

Bad:
    # actions/book/update-book.yaml
    run: {request: {method: PATCH, path: "/books/{id}", body: {book: {$inptu: title}, $inputs: rest}}}
Good:
    # actions/book/update-book.yaml
    run: {request: {method: PATCH, path: "/books/{id}", body: {book: {$input: title}, $inputs: rest}}}
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from skillc.checks.support.paths import Miss, follow, name_hint
from skillc.checks.support.requests import REQUEST, REST, is_list_of_names, sent_schema
from skillc.schemas.subschemas import properties_of, resolved, says_everything, types_of
from skillc.shared import CODECS, closest, wire_body

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skillc.checks.support.project import Project
    from skillc.diagnostic import Diagnostic, Pointer

CODE = "ACT027"

_PLACEHOLDER = re.compile(r"\$?\{\{?\s*([\w-]+)\s*\}?\}|\$([\w-]+)")
_OF_ITEMS = ("$item", "$items", "$index")
_ALONE = {  # the words of which an object has no other members, with those that go with them
    "$input": ("wire",),
    "$item": ("wire",),
    "$index": ("wire",),
    "$each": ("as",),
    "$file": (),
    "$multipart": (),
}


class _Wrong(NamedTuple):
    """What is wrong at a place of a body, and what to write."""

    pointer: Pointer
    message: str
    hint: str


class _Items(NamedTuple):
    """What is known of one item within `as`: nothing of an item that is no object, or that lets anything through."""

    members: Mapping[str, Any] | None


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield each word that is wrong."""
    for action in project.actions:
        body = action.data["run"].get("request", {}).get("body")
        if body is None or is_list_of_names(body):
            continue
        look = _Look(sent_schema(action, project.definitions), project.definitions)
        for wrong in look.at(body, (*REQUEST, "body"), None):
            yield action.error(CODE, wrong.pointer, wrong.message, wrong.hint)


class _Look:
    """Looks through a body; `schema` describes the inputs."""

    def __init__(self, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> None:
        self._schema = schema
        self._definitions = definitions

    def at(self, template: Any, pointer: Pointer, items: _Items | None) -> Iterator[_Wrong]:
        """Yield what is wrong in a part of the body; `items` is what is known within `as`, None outside of it."""
        if isinstance(template, list):
            for index, part in enumerate(template):
                yield from self.at(part, (*pointer, index), items)
        yield from self._other_notation(template, pointer)
        if not isinstance(template, dict):
            return
        words = [name for name in template if name.startswith("$")]
        yield from _written_twice(template, pointer)
        for word in words:
            yield from self._word(word, template, pointer, items)
        inside = self._items(template["$each"]) if isinstance(template.get("$each"), str) else items
        for name, part in template.items():
            if name not in words or name == "$multipart":
                yield from self.at(part, (*pointer, name), inside if name == "as" else items)

    def _other_notation(self, template: Any, pointer: Pointer) -> Iterator[_Wrong]:
        """Yield a constant that is meant for an input, as other languages write one."""
        name: Any = ""
        if isinstance(template, str) and (found := _PLACEHOLDER.fullmatch(template)):
            name = next(filter(None, found.groups()))
        elif isinstance(template, dict) and len(template) == 1 and next(iter(template)) in ("input", "from", "const"):
            name = next(iter(template.values()))
        if isinstance(name, str) and name in properties_of(self._schema, self._definitions):
            shown = f'"{template}"' if isinstance(template, str) else f"{next(iter(template))}: {name}"
            yield _Wrong(
                pointer, f"{shown} stands for no input; it would be sent as it is", f"write {{$input: {name}}}"
            )

    def _word(self, word: str, template: Mapping[str, Any], pointer: Pointer, items: _Items | None) -> Iterator[_Wrong]:
        here = (*pointer, word)
        if word not in wire_body.WORDS:
            near = closest(word, wire_body.WORDS)
            hint = f"did you mean {near}?" if near else f"known: {', '.join(wire_body.WORDS)}"
            yield _Wrong(here, f"{word} is not a word of the language for bodies", hint)
            return
        if word in _OF_ITEMS and items is None:
            yield _Wrong(here, f"{word} stands outside of as", "write it within as, beside {$each: <a list>}")
        stray = [name for name in template if name != word and name not in _ALONE.get(word, template)]
        if stray:
            yield _Wrong((*pointer, stray[0]), f"{stray[0]} stands beside {word}", "put the two into different members")
        if "wire" in template and word in _ALONE and template["wire"] not in CODECS:
            near = closest(str(template["wire"]), CODECS)
            hint = f'did you mean "{near}"?' if near else f"known: {', '.join(CODECS)}"
            yield _Wrong((*pointer, "wire"), f"{template['wire']} is not a codec", hint)
        yield from self._value(word, template, pointer, items)

    def _value(
        self, word: str, template: Mapping[str, Any], pointer: Pointer, items: _Items | None
    ) -> Iterator[_Wrong]:
        """Yield what is wrong with what stands at a word."""
        value, here = template[word], (*pointer, word)
        if word in ("$inputs", "$items"):
            yield from self._several(word, value, here, items)
        elif word == "$index":
            if not isinstance(value, int) or isinstance(value, bool):
                yield _Wrong(here, "$index is not a whole number", "write the number of the first item, such as 1")
        elif word == "$multipart":
            if not isinstance(value, dict) or pointer != (*REQUEST, "body"):
                yield _Wrong(here, "$multipart is not the whole body", "write body: {$multipart: {part: …}}")
        elif not isinstance(value, str):
            yield _Wrong(here, f"{word} does not name anything", "write the name as text")
        elif word == "$input":
            yield from self._input(value, here)
        elif word == "$each":
            yield from self._each(value, template, pointer, items)
        elif word == "$item" and value != ".":
            yield from self._member(value, here, items)

    def _several(self, word: str, value: Any, here: Pointer, items: _Items | None) -> Iterator[_Wrong]:
        if value != REST and not (is_list_of_names(value) and value):
            known = (
                isinstance(value, str) and word == "$inputs" and value in properties_of(self._schema, self._definitions)
            )
            hint = f"write {{$input: {value}}} for the whole of it" if known else "write [name, …] or rest"
            yield _Wrong(here, f"{word} is neither a list of names nor rest", hint)
        elif word == "$items" and isinstance(value, list):
            for index, name in enumerate(value):
                yield from self._member(name, (*here, index), items)

    def _input(self, path: str, here: Pointer) -> Iterator[_Wrong]:
        """Yield a dotted path that leads to no member; another check speaks of the input itself."""
        known = properties_of(self._schema, self._definitions)
        name, _, inner = path.partition(".")
        there = follow(known[name], inner, self._definitions) if inner and name in known else {}
        if isinstance(there, Miss):
            yield _Wrong(here, f'{name} has no member "{there.step}"', there.hint)

    def _member(self, path: str, here: Pointer, items: _Items | None) -> Iterator[_Wrong]:
        name = path.partition(".")[0]
        if items and items.members is not None and name not in items.members:
            yield _Wrong(here, f'an item has no member "{name}"', name_hint(name, items.members))

    def _each(self, name: str, template: Mapping[str, Any], pointer: Pointer, items: _Items | None) -> Iterator[_Wrong]:
        here = (*pointer, "$each")
        known = properties_of(self._schema, self._definitions)
        types = types_of(known.get(name, {}), self._definitions)
        if items is not None:
            yield _Wrong(here, "$each stands within another $each", "describe the inner list as the app wants it")
        elif types and "array" not in types:
            yield _Wrong(here, f"{name} is not a list; its type is {' or '.join(sorted(types))}", "name a list")
        if "as" not in template:
            yield _Wrong(pointer, "$each does not say what becomes of an item", "add as: {…}")

    def _items(self, name: str) -> _Items:
        """Return what is known of one item of the input `name`."""
        listed = resolved(properties_of(self._schema, self._definitions).get(name, {}), self._definitions)
        item = listed.get("items", {})
        described = properties_of(item, self._definitions)
        return _Items(described if described and says_everything(item, self._definitions) else None)


def _written_twice(template: Mapping[str, Any], pointer: Pointer) -> Iterator[_Wrong]:
    """Yield each member that the object writes itself, and takes from the inputs too."""
    for word in ("$inputs", "$items"):
        names = template.get(word)
        for index, name in enumerate(names if isinstance(names, list) else ()):
            if name in template:
                yield _Wrong((*pointer, word, index), f"{name} stands beside {word} too", "remove one of the two")
