"""Bodies from templates: what is left out, and what is named where."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from skill_helper.base.records import QueryPart, Request
from skill_helper.wire.body import body_of, names_in, takes_rest
from skill_helper.wire.codecs import WireError


def made(template: Any, **inputs: Any) -> Any:
    return body_of(Request("POST", "/things/{id}", body=template), inputs)


@pytest.mark.parametrize(
    ("template", "inputs", "body"),
    [
        ({"$inputs": ["a", "b"]}, {"a": 1, "c": 3}, {"a": 1}),
        ({"$inputs": ["a"]}, {}, {}),
        ([{"$inputs": ["a"]}], {}, []),
        ({"x": {"y": {"$input": "a"}}, "z": {}}, {}, {"z": {}}),
        ({"x": [{"$input": "a"}, {"$input": "b"}]}, {"b": None}, {"x": [None]}),
        ({"x": {"$inputs": "rest"}, "a": {"$input": "a"}}, {"id": 1, "a": 2, "b": 3}, {"x": {"b": 3}, "a": 2}),
        ({"x": {"$each": "a", "as": {"x": 1}}}, {}, {}),
    ],
)
def test_what_goes_out(template: Any, inputs: dict[str, Any], body: Any) -> None:
    assert made(template, **inputs) == body


@pytest.mark.parametrize(
    ("template", "items", "rows"),
    [
        ({"n": {"$index": 0}, "v": {"$item": "."}}, [7], [{"n": 0, "v": 7}]),
        ({"v": {"$item": "b.c"}}, [{"b": {"c": None}}, {}], [{"v": None}]),
        ({"$items": "rest", "v": {"$item": "b"}}, [{"b": 1, "c": 2}], [{"v": 1, "c": 2}]),
        ({"$items": ["c"]}, [{"b": 1, "c": 2}], [{"c": 2}]),
    ],
)
def test_what_becomes_of_each_item(template: Any, items: Any, rows: Any) -> None:
    assert made({"rows": {"$each": "a", "as": template}}, a=items) == {"rows": rows}


def test_a_value_without_the_form_is_named_by_its_place() -> None:
    with pytest.raises(WireError) as refused:
        made(
            {"rows": {"$each": "a", "as": {"v": {"$item": "b.c", "wire": "minor"}}}},
            a=[{"b": {"c": 1}}, {"b": {"c": Decimal("0.001")}}],
        )
    assert refused.value.pointer == "/a/1/b/c"


@pytest.mark.parametrize("given", ["x", "$each"])
def test_no_input_takes_the_place_of_what_the_request_writes(given: str) -> None:
    rest = {"$inputs": "rest", "x": {"$input": "a"}}
    rows = {"rows": {"$each": "r", "as": {"$items": "rest", "x": 1}}}
    with pytest.raises(WireError, match="x is written by the request itself"):
        made(rest, x=9) if given == "x" else made(rows, r=[{"x": 9}])


def test_the_names_of_a_request() -> None:
    body = {"$inputs": ["e"], "f": {"$input": "f"}, "g": {"$each": "g", "as": {"$item": "no"}}, "h": {"$file": "h"}}
    request = Request("POST", "/{a}/{b}", (QueryPart("x", "c"), QueryPart("y", const=1)), {"X": {"from": "d"}}, body)
    assert set(names_in(request)) == set("abcdefgh")
    assert takes_rest({"a": [{"$inputs": "rest"}]})
    assert not takes_rest(body)
