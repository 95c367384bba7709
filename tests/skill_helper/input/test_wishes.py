"""Whether a live action fits what was asked for, and what is known to be impossible."""

from __future__ import annotations

import pytest

from skill_helper.base.records import Limit
from skill_helper.input.wishes import fits, limits_on

LIMITS = (Limit(("payment", "paid", "bezahl"), "No payments."), Limit(("credit note",), "No credit notes."))


@pytest.mark.parametrize(
    ("wish", "text"),
    [
        ("draft invoice", "Create Draft Invoice"),
        ("show me all customers", "List Customers"),
        ("add a product", "Create Product"),
        ("delete the webhook", "Remove Webhook"),
        ("projects", "List Projects. Shows projects."),
    ],
)
def test_what_fits(wish: str, text: str) -> None:
    assert fits(wish, text)


@pytest.mark.parametrize(
    ("wish", "text"),
    [
        ("mark invoice as paid", "List Invoices"),
        ("create an invoice", "Create Customer"),
        ("send a reminder to Müller", "Create Webhook"),
        ("bake a cake", "Create Product"),
    ],
)
def test_what_does_not_fit(wish: str, text: str) -> None:
    assert not fits(wish, text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("webhook when an invoice is PAID", ["No payments."]),
        ("invoicePaid", ["No payments."]),
        ("mark-as-paid", ["No payments."]),
        ("Rechnung wurde bezahlt", ["No payments."]),
        ("payments", ["No payments."]),
        ("write a credit note", ["No credit notes."]),
        ("credit, note", ["No credit notes."]),
        ("the webhook's payload", []),
        ("unpaidness", []),
        ("", []),
    ],
)
def test_what_cannot_be_done_is_recognised_by_its_words(text: str, says: list[str]) -> None:
    assert limits_on(LIMITS, text) == says
