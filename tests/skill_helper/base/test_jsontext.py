"""JSON carries every value exactly, and nothing that is no JSON gets in."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill_helper.base.jsontext import DEEPEST, canonical_json, dump_json, parse_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.decimals(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(value=VALUES)
def test_what_is_written_reads_back(value: object) -> None:
    text = dump_json(value)
    assert parse_json(text) == value
    assert dump_json(parse_json(text)) == text


@pytest.mark.parametrize("number", ["129.90", "0.10", "-0.0", "1E+2", "1" * 1000, "1.5E-400", "12345678901234567890"])
def test_numbers_keep_their_digits(number: str) -> None:
    assert dump_json(parse_json(f"[{number}]")) == f"[{number}]"


@pytest.mark.parametrize(
    "text",
    [
        "NaN",
        "-Infinity",
        "",
        "{",
        "[1,]",
        "1e99999999999999999999",
        "1e5000",
        "9" * 1001,
        "[" + "1," * 1_000_001 + "1]",
        "[" * 100_000,
        "[" * (DEEPEST + 2) + "]" * (DEEPEST + 2),
    ],
)
def test_what_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_json(text)


def test_depth_and_width() -> None:
    deep = "[" * DEEPEST + "]" * DEEPEST
    assert dump_json(parse_json(deep)) == deep
    wide = "[" + ",".join(["[]"] * 5000) + "]"
    assert dump_json(parse_json(wide)) == wide


def test_equal_objects_have_one_text() -> None:
    assert canonical_json({"b": Decimal("1.0"), "a": {"d": 1, "c": 2}}) == '{"a":{"c":2,"d":1},"b":1.0}'
    assert dump_json("\ud800ä") == '"\\ud800\\u00e4"'
