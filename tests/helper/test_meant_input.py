"""Input is sent as it was meant, or it is refused by name: never as something else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.agent import Helper

CUSTOMER = (
    *("create-customer", "--isCompany", "true", "--address", "Weg 1", "--postcode", "01067"),
    *("--city", "Dresden", "--extras", "{}"),
)
TWICE = '{"name":"X","unit":"H87","tax":19,"price":10,"price":1000}'
UNSEEN = {
    "\u00ad": "U+00AD SOFT HYPHEN",
    "\u200b": "U+200B ZERO WIDTH SPACE",
    "\u2060": "U+2060 WORD JOINER",
    "\ufeff": "U+FEFF ZERO WIDTH NO-BREAK SPACE",
    "\u202e": "U+202E RIGHT-TO-LEFT OVERRIDE",
    "\u0085": "U+0085",
    "\x1b": "U+001B",
}


@pytest.mark.parametrize(
    "words",
    [
        ("create-product", "--input", TWICE),
        ("create-product", "--input", f'{{"name":"X","unit":"H87","tax":19,"timeEstimate":[{TWICE}]}}'),
        ("request", "/product", "-X", "POST", "--json", TWICE),
    ],
    ids=["input", "nested", "body"],
)
def test_a_name_that_stands_twice_is_refused(helper: Helper, words: tuple[str, ...]) -> None:
    refused = helper(*words)
    assert refused.code == 2
    assert "price" in json.dumps(refused.error)
    assert helper.changes() == []


@pytest.mark.parametrize(
    ("words", "proposal"),
    [
        ((*CUSTOMER, "--name", "A", "--email", "info@kfz-müller.de"), "info@xn--kfz-mller-u9a.de"),
        (
            ("create-webhook", "--action", "invoiceSent", "--target", "https://müller.example/hook"),
            "https://xn--mller-kva.example/hook",
        ),
    ],
    ids=["mail", "web"],
)
def test_an_international_address_is_offered_in_plain_letters(
    helper: Helper, words: tuple[str, ...], proposal: str
) -> None:
    refused = helper(*words)
    assert refused.code == 2
    assert proposal in refused.error["problems"][0]["hint"]


def test_white_space_around_a_text_goes_and_letters_are_composed(helper: Helper) -> None:
    assert helper(*CUSTOMER, "--name", "\u00a0Scho\u0308nfeld \t", "--vatId", " DE123456789").code == 0
    sent = helper.sent_body()
    assert (sent["name"], sent["vatId"]) == ("Sch\u00f6nfeld", "DE123456789")


@pytest.mark.parametrize(("character", "name"), UNSEEN.items(), ids=ascii)
def test_what_nobody_sees_is_refused_by_name(helper: Helper, character: str, name: str) -> None:
    for words in ((*CUSTOMER, "--name", f"Kis{character}te"), ("list-customers", "--keywords", f"Kis{character}te")):
        refused = helper(*words)
        assert refused.code == 2
        assert name in json.dumps(refused.error)
    assert helper.changes() == []
