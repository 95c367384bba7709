"""A quick look at the form of a document. It only ever says "valid"; jsonschema is loaded and asked about the rest.

Our schemas use few keywords of JSON Schema, which are compiled once into functions. A document with a keyword that is
unknown here never passes, so a new keyword costs time and is not overlooked. `skillc.load` makes documents of dict,
list, str, int, Decimal, bool and None.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Test = Callable[[Any], bool]

_CLASSES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, Decimal),
    "boolean": (bool,),
    "null": (type(None),),
}
_NUMBERS = _CLASSES["number"]
# These assert nothing; nor does `format` in our schemas.
_SILENT = {"title", "description", "examples", "patternErrorMessage", "$schema", "$defs", "format"}


def quick_look(schema: Mapping[str, Any]) -> Test:
    """Return a test that is true only for values that are valid by `schema`; it may be false for some of them too."""
    return _Compiler(schema.get("$defs", {})).test(schema)


class _Compiler:
    """Compiles one schema with its definitions, which may refer to themselves."""

    def __init__(self, definitions: Mapping[str, Any]) -> None:
        self._definitions = definitions
        self._defined: dict[str, Test] = {}

    def test(self, schema: Any) -> Test:
        """Return the test for one schema inside the whole."""
        if isinstance(schema, bool):
            return lambda _value: schema
        keywords = {keyword: value for keyword, value in schema.items() if keyword not in _SILENT}
        members = {
            keyword: keywords.pop(keyword) for keyword in ("properties", "additionalProperties") if keyword in keywords
        }
        tests = [self._members(**members)] if members else []
        tests += [self._keyword(keyword, value) for keyword, value in keywords.items()]
        return tests[0] if len(tests) == 1 else lambda value: _all(tests, value)

    def _keyword(self, keyword: str, limit: Any) -> Test:
        if keyword == "$ref":
            return self._reference(limit.removeprefix("#/$defs/"))
        if keyword == "items":
            return _each(self.test(limit), list)
        if keyword == "propertyNames":
            return _each(self.test(limit), dict)
        if keyword == "anyOf":
            branches = [self.test(branch) for branch in limit]
            return lambda value: any(branch(value) for branch in branches)
        return _ASSERTIONS[keyword](limit) if keyword in _ASSERTIONS else lambda _value: False

    def _reference(self, name: str) -> Test:
        def referred(value: Any) -> bool:
            if name not in self._defined:
                self._defined[name] = self.test(self._definitions[name])
            return self._defined[name](value)

        return referred

    def _members(self, properties: Mapping[str, Any] | None = None, additionalProperties: Any = True) -> Test:  # noqa: FBT002, N803 - as the keyword
        known = {name: self.test(schema) for name, schema in (properties or {}).items()}
        others = self.test(additionalProperties)

        def members(value: Any) -> bool:
            if type(value) is dict:
                for name, member in value.items():
                    if not known.get(name, others)(member):
                        return False
            return True

        return members


def _all(tests: Iterable[Test], value: Any) -> bool:
    for test in tests:  # noqa: SIM110 - `all` would make a generator for each value, which takes twice as long
        if not test(value):
            return False
    return True


def _each(test: Test, kind: Any) -> Test:
    """Return the test that tries `test` on the items of a list, or on the keys of a dict."""
    return lambda value: type(value) is not kind or all(map(test, value))


def _type(names: str | list[str]) -> Test:
    classes = frozenset(kind for name in ([names] if isinstance(names, str) else names) for kind in _CLASSES[name])
    return lambda value: type(value) in classes


def _one_of(values: list[Any]) -> Test:
    texts = frozenset(value for value in values if isinstance(value, str))
    return lambda value: type(value) is str and value in texts


def _pattern(pattern: str) -> Test:
    search = re.compile(pattern).search
    return lambda value: type(value) is not str or search(value) is not None


def _no_two_alike(wanted: bool) -> Test:  # noqa: FBT001 - what the keyword says
    def unlike(value: Any) -> bool:
        # 1, 1.0 and true are equal here, and lists and mappings cannot be compared: such a document goes to jsonschema.
        return not wanted or type(value) is not list or (all(map(_is_scalar, value)) and len(set(value)) == len(value))

    return unlike


def _is_scalar(value: Any) -> bool:
    return type(value) not in {dict, list}


def _sized(kind: Any, fits: Callable[[int, int], bool]) -> Callable[[int], Test]:
    return lambda limit: lambda value: type(value) is not kind or fits(len(value), limit)


def _bounded(fits: Callable[[Any, Any], bool]) -> Callable[[Any], Test]:
    return lambda limit: lambda value: type(value) not in _NUMBERS or fits(value, limit)


def _has(names: Iterable[str]) -> Test:
    return lambda value: type(value) is not dict or all(name in value for name in names)


def _has_with(needed: Mapping[str, Iterable[str]]) -> Test:
    tests = {name: _has(names) for name, names in needed.items()}
    return lambda value: type(value) is not dict or all(test(value) for name, test in tests.items() if name in value)


_ASSERTIONS: dict[str, Callable[[Any], Test]] = {
    "type": _type,
    "enum": _one_of,
    "const": lambda value: _one_of([value]),
    "pattern": _pattern,
    "required": _has,
    "dependentRequired": _has_with,
    "uniqueItems": _no_two_alike,
    "minLength": _sized(str, int.__ge__),
    "maxLength": _sized(str, int.__le__),
    "minItems": _sized(list, int.__ge__),
    "minProperties": _sized(dict, int.__ge__),
    "maxProperties": _sized(dict, int.__le__),
    "minimum": _bounded(lambda value, limit: value >= limit),
    "maximum": _bounded(lambda value, limit: value <= limit),
    "exclusiveMinimum": _bounded(lambda value, limit: value > limit),
}
