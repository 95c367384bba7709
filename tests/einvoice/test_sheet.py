"""The check sheet shows all of an invoice, as it is, and nothing else."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import asdict, is_dataclass, replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from itertools import count
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.einvoice_inputs import good_input, invoice_of
from support.einvoice_page import NAMES, Page, example, page_of
from support.einvoice_random import random_input

from einvoice.checks import check_invoice
from einvoice.codes.units import german_unit
from einvoice.model import Invoice, Item, Party
from einvoice.sheet import check_sheet
from einvoice.sheet.markup import Element, html_of
from einvoice.totals import totals

SEEDS = range(40)
TAGS = frozenset(
    re.findall(
        r"\w+",
        "html head meta title style body main header footer section div p span strong small h1 h2 h3 dl dt dd "
        "table thead tbody tr th td ol ul li a code time data bdi i wbr",
    )
)
HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
NASTY = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]), st.sampled_from("<>&\"'\n\r\t\u202e\u2066\u200b\u200f\x00\x1b`=/")
    ),
    min_size=1,
    max_size=40,
)


def squeezed(text: str) -> str:
    return "".join(text.split())


def leaves(value: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Yield each value of an input with the name under which it stands."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from leaves(each, key)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from leaves(each, name)
    elif value is not None:
        yield name, value


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_of_an_invoice_is_left_out(seed: int) -> None:
    value = random_input(seed)
    page = page_of(invoice_of(value))
    text = squeezed(page.text)
    for name, each in leaves(value):
        if isinstance(each, (int, Decimal)) and name not in {"typeCode", "meansCode"}:
            assert each in page.numbers or (name, each) == ("priceQuantity", 1), name
        elif re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(each)):
            assert date.fromisoformat(str(each)).strftime("%d.%m.%Y") in text
        elif name == "unit":
            assert german_unit(str(each), Decimal(2)) in page.text or german_unit(str(each), Decimal(1)) in page.text
        else:
            assert squeezed(str(each)).replace("EUR", "€") in text.replace("EUR", "€"), name


def filled(hint: Any, tokens: Iterator[int]) -> Any:
    """Return a value for a type, in which no two terms are alike."""
    kind = next((each for each in get_args(hint) if each not in {NoneType, ...}), hint)
    if get_origin(hint) is tuple:
        return (filled(kind, tokens),)
    if isinstance(kind, type) and is_dataclass(kind):
        return kind(**{name: filled(each, tokens) for name, each in get_type_hints(kind).items()})
    token = next(tokens)
    return {str: f"Text{token}", Decimal: Decimal(token), bool: True, date: date.fromordinal(token)}[kind]


def test_no_term_is_left_out() -> None:
    invoice = filled(Invoice, count(700_001))
    page = page_of(invoice)
    text = squeezed(page.text)
    terms = list(leaves(asdict(invoice)))
    assert len(terms) > 140
    for name, each in terms:
        if isinstance(each, Decimal):
            assert each in page.numbers, name
        elif isinstance(each, date):
            assert each.strftime("%d.%m.%Y") in text, name
        else:
            assert ("ja" if each is True else each) in text, name


def test_each_change_of_an_item_has_its_own_amount() -> None:
    value = good_input()
    value["items"][0] |= {
        "discountPercent": 10,
        "discountReason": "Treue",
        "allowances": [{"amount": 7, "reason": "Kratzer"}],
        "charges": [{"amount": 3, "reason": "Eile"}],
    }
    text = page_of(invoice_of(value)).text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{MINUS SIGN}", "-")
    assert "Nachlass Allowance 10 % -28,50 € Treue" in text
    assert "Nachlass Allowance  -7,00 € Kratzer" in text
    assert "Zuschlag Charge  +3,00 € Eile" in text


@pytest.mark.parametrize("seed", SEEDS)
def test_amounts_are_those_that_are_computed(seed: int) -> None:
    invoice = invoice_of(random_input(seed))
    expected = totals(invoice)
    assert expected
    page = page_of(invoice)
    for name in ("lines", "net", "tax", "gross", "payable"):
        shown = page.texts[f"/totals/{name}"].split("\N{NO-BREAK SPACE}")[0]
        assert Decimal(shown.translate({ord("."): None, ord(","): ".", 0x2212: "-"})) == getattr(expected, name)
    assert {line.net for line in expected.items} | {group.tax for group in expected.vat} <= set(page.numbers)


@pytest.mark.parametrize("seed", SEEDS)
def test_each_finding_leads_to_a_place_which_leads_back(seed: int) -> None:
    invoice = invoice_of(random_input(seed, faults=4))
    report = check_invoice(invoice)
    page = page_of(invoice, report)
    assert {link[1:] for link in page.links} <= set(page.texts)
    numbers = range(1, len(report.findings) + 1)
    assert set(page.links) >= {f"#finding-{number}" for number in numbers}
    for finding in report.findings:
        assert sum(finding.message in page.texts[f"finding-{number}"] for number in numbers) >= 1
        if finding.pointer in page.texts:
            assert page.classes[finding.pointer].startswith("marked")


@pytest.mark.parametrize("name", NAMES)
def test_a_page_runs_and_loads_nothing(name: str) -> None:
    invoice, report = example(name)
    page = page_of(invoice, report, source='a"<b>.xml', outcome="Draft: nothing is sent")
    assert set(page.tags) <= TAGS
    assert {each for each, _ in page.attributes if each.startswith("on") or each in {"style", "src"}} == set()
    assert [link for link in page.links if not link.startswith("#")] == []
    assert not re.search(r"url\(|@import|</", page.style)
    policy = next(value for _, value in page.attributes if "default-src" in value)
    assert f"sha256-{b64encode(sha256(page.style.encode()).digest()).decode()}" in policy
    assert 'a"<b>.xml' in page.text


@settings(max_examples=60, deadline=None)
@given(NASTY, NASTY, NASTY)
def test_a_text_of_a_stranger_stays_a_text(number: str, name: str, note: str) -> None:
    seller = Party(name=name, vat_id=number, electronic_address=None)
    item = Item(name=note, description=name, unit=number, quantity=Decimal(1), unit_price=Decimal(1), tax_category=name)
    invoice = replace(
        invoice_of(good_input()), number=number, seller=seller, notes=(note,), items=(item,), currency=name
    )
    page = page_of(invoice, source=note)
    assert set(page.tags) <= TAGS
    assert page.texts["/number"].replace("\N{NO-BREAK SPACE}", " ").startswith(_signed(number).replace("\xa0", " "))
    assert _signed(note) in page.texts["/notes/0"]
    assert [letter for letter in page.text + page.title if category(letter) in HIDDEN] == []


def _signed(text: str) -> str:
    hidden = {"\n": "↵", "\t": "⇥"}
    return "".join(
        hidden.get(letter, f"U+{ord(letter):04X}") if category(letter) in HIDDEN else letter
        for letter in text.replace("\r\n", "\n")
    )


def test_an_invoice_without_anything_says_so() -> None:
    page = page_of(invoice_of({}))
    for pointer in ("/number", "/issueDate", "/dueDate", "/seller/name", "/buyer/address", "/payment/meansCode"):
        assert "nicht angegeben not stated" in page.texts[pointer], pointer
    assert "€" not in page.text


def test_what_others_fill_in_is_said_at_its_field() -> None:
    page = page_of(*example("findings"))
    assert page.texts["/seller/name"] == "— wird ergänzt filled in by others"
    assert page.texts["/payment/meansCode"] == "— wird ergänzt filled in by others"
    assert page.texts["/buyerReference"].startswith("— nicht angegeben not stated")


def test_a_stated_amount_that_differs_stands_beside_the_computed_one() -> None:
    value = good_input() | {"totals": {"payable": 400, "gross": Decimal("381.95")}}
    value["items"][0]["netAmount"] = 280
    texts = page_of(invoice_of(value)).texts
    assert (
        texts["/totals/payable"]
        .replace("\xa0", " ")
        .startswith("381,95 € berechnet computed 400,00 € angegeben stated")
    )
    assert texts["/totals/gross"].replace("\xa0", " ").startswith("381,95 €")
    assert "angegeben" not in texts["/totals/gross"]
    assert texts["/items/0/netAmount"].replace("\xa0", " ").startswith("285,00 € berechnet computed 280,00 €")


def test_amounts_that_nobody_can_check_are_said_to_be_stated_only() -> None:
    value = good_input() | {"totals": {"payable": 400}}
    del value["items"][0]["quantity"]
    page = page_of(invoice_of(value))
    assert page.texts["/totals/payable"].replace("\xa0", " ") == "400,00 € angegeben stated"
    assert page.texts["/totals/net"] == "— nicht berechenbar not computable"
    assert "Nicht nachgerechnet" in page.texts["/totals"]


def test_a_credit_note_grants_an_amount() -> None:
    text = page_of(*example("credit-note")).text
    assert "Kaufmännische Gutschrift GS-2026-7 Credit note" in text
    assert "Gutschriftbetrag Amount credited" in text
    assert "Zahlbetrag" not in text


@pytest.mark.parametrize(
    ("quantity", "unit", "shown"),
    [
        (1, "HUR", "1 Stunde"),
        (Decimal("12.50"), "HUR", "12,50 Stunden"),
        (Decimal(-1000), "H87", "−1.000 Stück"),  # noqa: RUF001 - a minus
        (Decimal("1E+6"), "XYZ", "1.000.000 XYZ"),
    ],
)
def test_quantities_are_german(quantity: Any, unit: str, shown: str) -> None:
    value = good_input()
    value["items"][0] |= {"quantity": quantity, "unit": unit}
    texts = page_of(invoice_of(value)).texts
    assert f"{texts['/items/0/quantity']} {texts['/items/0/unit']}".startswith(shown)


def test_ibans_dates_and_prices_are_german() -> None:
    value = good_input()
    value["items"][0] |= {"unitPrice": Decimal("1234.5678"), "priceQuantity": 100}
    html = check_sheet(invoice_of(value), check_invoice(invoice_of(value)))
    texts = Page(html).texts
    assert texts["/payment/iban"] == "DE02 1203 0000 0000 2020 51"
    assert '<time datetime="2026-12-10">10.12.2026</time>' in html
    assert texts["/items/0/unitPrice"] == "1.234,5678\N{NO-BREAK SPACE}€"
    assert texts["/items/0/priceQuantity"] == "100"


def test_a_usual_page_is_small() -> None:
    invoice, report = example("small")
    assert len(check_sheet(invoice, report).encode()) < 40_000


def test_an_attribute_ends_where_it_should() -> None:
    assert html_of(Element("p", title="\"><b>'")) == '<p title="&quot;&gt;&lt;b&gt;&#x27;"></p>'
