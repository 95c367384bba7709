"""A suggestion comes only within two typing errors."""

from __future__ import annotations

import pytest

from skill_helper.schema.validation import closest, typing_errors


@pytest.mark.parametrize(
    ("word", "meant", "errors"),
    [
        ("email", "email", 0),
        ("emial", "email", 1),
        ("adress", "address", 1),
        ("adres", "address", 2),
        ("pstcde", "postcode", 2),
        ("custmoer", "customer", 1),
        ("invoicePaid", "invoiceSent", None),
        ("invoicePaid", "invoiceCreated", None),
        ("perpage", "page", None),
        ("allof", "anyof", None),
        ("to", "id", None),
        ("", "id", None),
        ("keyword", "keywords", 1),
    ],
)
def test_typing_errors(word: str, meant: str, errors: int | None) -> None:
    assert typing_errors(word, meant) == errors
    assert typing_errors(meant, word) == errors


def test_the_closest_is_the_one_with_fewest_errors() -> None:
    assert closest("Post_Code", ["postcode", "post"]) == "postcode"
    assert closest("pstcode", ["postcard", "postcode"]) == "postcode"
    assert closest("invoicePaid", ["invoiceSent", "invoiceCreate", "invoiceCreated", "invoiceOverdue"]) is None
    assert closest("x" * 1000, ["x" * 999]) is None
