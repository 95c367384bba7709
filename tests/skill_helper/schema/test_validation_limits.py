"""Nothing makes the validator raise or wait: huge numbers, deep nesting, floats, schemas of any shape."""

from __future__ import annotations

import sys
import time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skill_helper.schema.json_values import equality_key, is_multiple_of, kind_of, nests_too_deeply, shown_value
from skill_helper.schema.validation import Problem, closest, problems_of
from skillc.schemas.dialect import KEYWORDS

EVERY_NUMBER_KEYWORD = {
    "type": "integer",
    "minimum": 3,
    "maximum": 3,
    "exclusiveMinimum": 3,
    "exclusiveMaximum": 3,
    "multipleOf": 7,
}
HUGE_NUMBERS = [
    10**5000,
    -(10**20_000),
    Decimal(10**5000),
    Decimal("1e400"),
    Decimal("-1e999999"),
    Decimal("1e999999999"),
    Decimal("1e-999999999"),
    Decimal("0e999999999"),
    Decimal("1." + "3" * 5000),
    1e308,
]


@pytest.mark.parametrize("number", HUGE_NUMBERS, ids=lambda number: shown_value(number)[:20])
def test_huge_number_is_judged_at_once(number: Any) -> None:
    start = time.perf_counter()
    for schema in (
        EVERY_NUMBER_KEYWORD,
        {"enum": [1, Decimal("1e999999999")]},
        {"const": 10**5000},
        {"multipleOf": Decimal("1e-999999999")},
    ):
        assert all(len(problem.message) < 200 for problem in problems_of(number, schema, {}))
    assert problems_of([number, number], {"uniqueItems": True}, {})
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize(
    ("value", "factor", "expected"),
    [
        (Decimal("19.99"), Decimal("0.01"), True),
        (Decimal("1e999999999"), 7, False),
        (Decimal("1e999999999"), Decimal("2.5"), True),
        (Decimal("1e-999999999"), 1, False),
        (Decimal("0.00"), 3, True),
        (Decimal("-4.50"), Decimal("1.5"), True),
        (Decimal("12.0"), 4, True),
        (10**5000, 10**4999, True),
        (10**5000, 3, False),
        (-9, 3, True),
    ],
    ids=shown_value,
)
def test_multiple_is_exact(value: Any, factor: Any, expected: bool) -> None:  # noqa: FBT001 - a table of truth
    assert is_multiple_of(value, factor) is expected


@pytest.mark.parametrize(
    "value",
    [float("nan"), float("inf"), Decimal("NaN"), Decimal("sNaN"), Decimal("-Infinity"), (1,), b"x", {1: 2}, object()],
)
def test_what_json_does_not_know_is_no_number_and_breaks_nothing(value: Any) -> None:
    assert [problem.keyword for problem in problems_of(value, {"type": "number", "minimum": 1}, {})] == ["type"]
    assert [problem.keyword for problem in problems_of(value, {"enum": [1, value]}, {})] == (
        [] if value == {1: 2} else ["enum"]
    )
    assert isinstance(
        problems_of([value, value], {"uniqueItems": True, "items": {"properties": {"1": False}}}, {}), list
    )


def test_alternatives_of_odd_types_are_ignored() -> None:
    odd = {"type": [{}, "file"], "anyOf": [False, {"const": 2}]}
    assert [problem.message for problem in problems_of(1, {"anyOf": [odd, False]}, {})] == ["1 is not one of 2"]
    assert not problems_of({1: 2}, {"properties": {1: {}}, "additionalProperties": False}, {})
    assert problems_of({1: 2}, {"additionalProperties": False}, {}) == [
        Problem("/1", "additionalProperties", "unknown input 1")
    ]


def test_floats_count_as_written() -> None:
    assert not problems_of(0.1, {"const": Decimal("0.1"), "multipleOf": 0.01, "minimum": Decimal("0.1")}, {})
    assert not problems_of(1.0, {"type": "integer", "enum": [1]}, {})
    assert equality_key(1.0) == equality_key(1) == equality_key(Decimal("1.00"))


def nested(levels: int, *, in_objects: bool = False) -> Any:
    value: Any = 1
    for _level in range(levels):
        value = {"a": value} if in_objects else [value]
    return value


SCHEMA_OF_ANY_DEPTH = {
    "items": {"$ref": "#/$defs/Deep"},
    "properties": {"a": {"$ref": "#/$defs/Deep"}},
    "type": ["array", "object", "integer"],
}


@pytest.mark.parametrize("levels", [201, 1000, 100_000])
@pytest.mark.parametrize("in_objects", [False, True])
def test_deep_nesting_is_one_problem(levels: int, in_objects: bool) -> None:  # noqa: FBT001 - both forms of nesting
    problems = problems_of(nested(levels, in_objects=in_objects), SCHEMA_OF_ANY_DEPTH, {"Deep": SCHEMA_OF_ANY_DEPTH})
    assert problems == [Problem("", "nesting", "nested too deeply; at most 200 levels are allowed")]


def test_depth_of_the_schemas_is_limited_too() -> None:
    problems = problems_of(nested(150), {"$ref": "#/$defs/Deep"}, {"Deep": SCHEMA_OF_ANY_DEPTH})
    assert [problem.keyword for problem in problems] == ["nesting"]
    schema: Any = {"type": "integer"}
    for _level in range(1000):
        schema = {"anyOf": [schema]}
    assert [problem.keyword for problem in problems_of("x", schema, {})] == ["nesting"]


def test_nesting_up_to_the_limit_fits_the_stack_that_is_left_in_a_program() -> None:
    schema: Any = {"uniqueItems": True, "anyOf": [{"const": nested(1000)}, {"enum": [nested(200)]}]}
    for _level in range(190):
        schema = {"items": schema, "uniqueItems": True}
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(1000)
    try:
        assert not nests_too_deeply(nested(200))
        assert problems_of(nested(200), schema, {})
    finally:
        sys.setrecursionlimit(limit)


TEXTS = st.sampled_from(["string", "a", "(", "#/$defs/A", "date", ""])
MEMBER_NAMES = st.sampled_from([*KEYWORDS, "a", "prefixItems", "allOf", "if"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 5) | st.floats() | st.decimals() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(MEMBER_NAMES, inner, max_size=4),
    max_leaves=15,
)


@settings(max_examples=200, derandomize=True, database=None, deadline=None)
@given(JSON, JSON, JSON, st.booleans())
def test_no_schema_makes_it_raise(value: Any, schema: Any, definition: Any, closed: bool) -> None:  # noqa: FBT001
    problems = problems_of(value, schema, {"A": definition}, closed=closed)
    assert all(kind_of(problem.to_json()["message"]) == "string" for problem in problems)


@pytest.mark.parametrize(
    ("word", "candidates", "expected"),
    [
        ("perpage", ["page", "perPage"], "perPage"),
        ("per_page", ["page", "perPage"], "perPage"),
        ("PER-PAGE", ["perPage"], "perPage"),
        ("minimun", ["minimum", "maximum"], "minimum"),
        ("nothing", ["minimum", "maximum"], None),
        ("", ["a"], None),
        ("__", ["", "__"], "__"),
        ("x" * 100_000, ["x" * 99_999, "y"], None),
        ("a", [], None),
    ],
)
def test_closest(word: str, candidates: list[str], expected: str | None) -> None:
    assert closest(word, candidates) == expected
