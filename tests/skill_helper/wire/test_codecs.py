"""How an app writes what callers write in one way, and back."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill_helper.wire.codecs import CODECS, WireError, decoded, encoded

AMOUNTS = st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False)
VALUES = {
    "yyyymmdd": st.dates().map(str),
    "unix": st.integers(0, 4 * 10**9).map(lambda seconds: decoded(seconds, {"wire": "unix"}, {})),
    "text": st.one_of(st.booleans(), st.integers(), AMOUNTS),
    "number": AMOUNTS.map(str),
    "minor": AMOUNTS,
}


def test_every_codec_is_tried() -> None:
    assert set(VALUES) == set(CODECS)


@pytest.mark.parametrize("name", CODECS)
@given(data=st.data())
def test_what_is_sent_is_read_back_as_it_was(name: str, data: st.DataObject) -> None:
    value = data.draw(VALUES[name])
    assert decoded(encoded(value, {"wire": name}, {}), {"wire": name}, {}) == value


@pytest.mark.parametrize("name", CODECS)
@pytest.mark.parametrize("value", [None, "", "1e3", "2026-9-1", "20261", [], {}, True, -1, Decimal("1e30")])
def test_what_is_no_such_form_is_left_as_it_is_or_read(name: str, value: Any) -> None:
    once = decoded(value, {"wire": name}, {})
    assert encoded(None, {"wire": name}, {}) is None
    assert decoded(once, {"wire": name}, {}) == once or name == "minor"


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("yyyymmdd", "tomorrow", '"tomorrow" is not a date such as 2026-09-30'),
        ("unix", "2026", '"2026" is not a date and time with offset, such as 2026-09-30T08:30:00Z'),
        ("number", "12,50", '"12,50" is not a decimal number such as 12.50'),
        ("minor", Decimal("0.005"), "0.005 has more than two decimals; the app counts in hundredths"),
        ("minor", "five", '"five" is not an amount such as 12.50'),
    ],
)
def test_what_cannot_be_written_is_said_with_its_place(name: str, value: Any, message: str) -> None:
    schema = {"properties": {"rows": {"items": {"$ref": "#/$defs/Row"}}}}
    with pytest.raises(WireError) as refused:
        encoded({"rows": [{"at": None}, {"at": value}]}, schema, {"Row": {"properties": {"at": {"wire": name}}}})
    assert (refused.value.pointer, refused.value.message) == ("/rows/1/at", message)


def test_further_members_have_the_codec_of_their_schema() -> None:
    schema = {"properties": {"a": {}}, "additionalProperties": {"wire": "minor"}}
    assert encoded({"a": 1, "b": Decimal("1.50")}, schema, {}) == {"a": 1, "b": 150}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("1E+5"), "100000"),
        (Decimal("1E-7"), "0.0000001"),
        (Decimal("1.50"), "1.50"),
        (Decimal("0E+5"), "0"),
        (10**30, "1" + "0" * 30),
    ],
)
def test_a_number_as_text_has_no_exponent(value: Any, text: str) -> None:
    assert encoded(value, {"wire": "text"}, {}) == text


def test_a_number_of_too_many_digits_is_not_written_as_text() -> None:
    with pytest.raises(WireError):
        encoded(Decimal("1E+400"), {"wire": "text"}, {})
