"""Queries from inputs: what has no form in one is refused, and named by its place."""

from __future__ import annotations

from typing import Any

import pytest

from skill_helper.base.records import QueryPart
from skill_helper.wire.codecs import WireError
from skill_helper.wire.query import query_of

FILTER = (QueryPart("f", "filter", style="deepObject"),)


@pytest.mark.parametrize(
    ("value", "pairs"),
    [
        (
            {"a b": 1, "_c": {"d": ["x", 2]}, "ä": True},
            (("f[a b]", "1"), ("f[_c][d][]", "x"), ("f[_c][d][]", "2"), ("f[ä]", "true")),
        ),
        ({"a": {}, "b": []}, ()),
    ],
)
def test_an_object(value: Any, pairs: Any) -> None:
    assert query_of(FILTER, {"filter": value}) == pairs


@pytest.mark.parametrize(
    ("value", "pointer"),
    [
        ({"a][$ne": "1"}, "/filter/a][$ne"),
        ({"a": {"[]": "1"}}, "/filter/a/[]"),
        ({"": "1"}, "/filter/"),
        ({"a&b": "1"}, "/filter/a&b"),
        ({"a": {"b": ["1", {"c": 2}]}}, "/filter/a/b/1"),
    ],
)
def test_a_key_that_leads_elsewhere_and_what_no_list_holds(value: Any, pointer: str) -> None:
    with pytest.raises(WireError) as refused:
        query_of(FILTER, {"filter": value})
    assert refused.value.pointer == pointer
