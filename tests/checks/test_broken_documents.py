"""Whatever a descriptor holds, the compiler finds something to say and never fails itself."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.shelf import LIST, UPDATE, Shelf

from skillc.load import parse

NAMES = st.sampled_from(
    [
        "type",
        "properties",
        "items",
        "$ref",
        "enum",
        "required",
        "anyOf",
        "x",
        "request",
        "from",
        "with",
        "show",
        "id",
        "status",
    ]
)
JSON = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(allow_nan=False, allow_infinity=False),
        st.text(max_size=5),
        NAMES,
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(NAMES, inner, max_size=3)),
    max_leaves=8,
)
KEYS = [
    "key",
    "title",
    "effect",
    "run",
    "fill",
    "target",
    "input",
    "output",
    "page",
    "errors",
    "examples",
    "notes",
    "source",
    "confidence",
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(key=st.sampled_from(KEYS), value=JSON, path=st.sampled_from([LIST, UPDATE]))
def test_any_value_anywhere_is_taken_or_reported(shelf: Shelf, key: str, value: Any, path: str) -> None:
    data = {**parse(path, shelf.text(path))[0].data, key: value}
    before = shelf.text(path)
    shelf.write(path, json.dumps(data, default=str))
    try:
        compilation = shelf.compiled()
    finally:
        shelf.write(path, before)
    assert (compilation.skill is None) == any(
        diagnostic.severity.value == "error" for diagnostic in compilation.diagnostics
    )


@pytest.mark.parametrize(
    "part", ["entities", "app", "facts", "sections", "proxy", "budgets", "$defs", "name", "description"]
)
@pytest.mark.parametrize("value", [None, 17, "x", [], {}, [[]], {"x": None}, {"book": []}], ids=str)
def test_a_skill_yaml_with_one_wrong_part_is_reported(shelf: Shelf, part: str, value: Any) -> None:
    data = {**parse("skill.yaml", shelf.text("skill.yaml"))[0].data, part: value}
    shelf.write("skill.yaml", json.dumps(data, ensure_ascii=False))
    compilation = shelf.compiled()
    assert compilation.skill is not None or compilation.diagnostics


def test_all_files_are_reported_at_once_in_reading_order(shelf: Shelf) -> None:
    shelf.edit("skill.yaml", "version: 1.0.0", "version: one")
    shelf.edit(LIST, "effect: read", "effect: raed")
    shelf.edit(UPDATE, "idempotent: true", "idempotent: yes")
    shelf.edit(UPDATE, "title: Change a book", "titel: Change a book")
    found = [(diagnostic.file, diagnostic.span.line, diagnostic.code) for diagnostic in shelf.compiled().diagnostics]
    assert found == [(LIST, 5, "FORM004"), (UPDATE, 2, "FORM001"), (UPDATE, 6, "YAML011"), ("skill.yaml", 2, "FORM005")]


def test_a_broken_action_is_not_called_missing(shelf: Shelf) -> None:
    shelf.edit("actions/book/get-book.yaml", "effect: read", "effect: raed")
    assert shelf.codes() == {"FORM004"}


def test_a_shared_schema_is_not_called_unused_while_a_file_is_broken(shelf: Shelf) -> None:
    shelf.edit("skill.yaml", "$defs:\n", "$defs:\n  Word: {type: string}\n")
    assert shelf.codes() == {"SCH010"}
    shelf.edit(LIST, "effect: read", "effect: raed")
    assert shelf.codes() == {"FORM004"}
