"""What a person wants to bill becomes an invoice, with what was filled in told, or every problem with it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from einvoice.checks.check import RuleSet
from einvoice.desk import drafting
from einvoice.drafting import Draft, draft_of

TODAY = date(2026, 11, 27)
CUSTOMER = {"id": "c1", "name": "Muster GmbH", "street": "Weg 1", "postcode": "10115", "city": "Berlin", "vatId": None}
HOURS = {"name": "Beratung", "quantity": 12, "unit": "Stunde", "unitPrice": 95}
PRINTER = {"id": "p1", "name": "Drucker", "unit": "H87", "unitPrice": Decimal("289.00"), "taxRate": 7}


def drafted(values: dict[str, Any]) -> tuple[Draft | None, list[dict[str, str]]]:
    rules = (RuleSet.EN16931, RuleSet.ADVICE)
    return draft_of(values, TODAY, rule_sets=rules, filled_by_others=drafting.ADDED)


def made(**values: Any) -> Draft:
    draft, problems = drafted({"customer": CUSTOMER, "items": [HOURS], **values})
    assert draft is not None, problems
    return draft


def refused(**values: Any) -> dict[str, str]:
    draft, problems = drafted({"customer": CUSTOMER, "items": [HOURS], **values})
    assert draft is None
    return {problem["pointer"]: problem["message"] for problem in problems}


def test_what_was_filled_in_is_told_with_where_from() -> None:
    draft = made(paymentTermsDays=14)
    assert draft.sums is not None
    assert (draft.sums.net, draft.sums.tax, draft.sums.gross) == (Decimal(1140), Decimal("216.60"), Decimal("1356.60"))
    assert {name: each["value"] for name, each in draft.defaults.items()} == {
        "buyer.country": "DE",
        "items.0.taxRate": 19,
        "issueDate": "2026-11-27",
    }
    assert str(draft.invoice.due_date) == "2026-12-11"
    assert "/seller/name" in draft.not_checked


def test_a_product_gives_what_is_not_said_of_the_item() -> None:
    draft = made(items=[{"product": PRINTER, "quantity": 2, "unitPrice": 250}])
    (item,) = draft.invoice.items
    assert (item.name, item.unit, item.unit_price, item.tax_rate) == ("Drucker", "H87", Decimal(250), Decimal(7))
    assert draft.defaults["items.0.taxRate"] == {"value": 7, "from": "the product"}
    assert "items.0.unitPrice" not in draft.defaults


def test_the_buyer_may_be_written_out_or_differ_from_the_record() -> None:
    buyer = {
        "name": "Foo AG",
        "street": "A 1",
        "postcode": "8010",
        "city": "Graz",
        "country": "AT",
        "vatId": "ATU13585627",
    }
    free = {**HOURS, "taxCategory": "AE", "taxExemptionReason": "Reverse charge"}
    party = made(customer=None, buyer=buyer, items=[free]).invoice.buyer
    assert party is not None
    assert party.address is not None
    assert (party.name, party.address.country) == ("Foo AG", "AT")
    moved = made(buyer={"street": "Neue Str. 2"}).invoice.buyer
    assert moved is not None
    assert moved.address is not None
    assert (moved.name, moved.address.street, moved.address.city) == ("Muster GmbH", "Neue Str. 2", "Berlin")


def test_a_supply_without_a_day_is_warned_of() -> None:
    assert "serviceDate" in made().warnings[0]
    assert not [warning for warning in made(serviceDate="2026-11-20").warnings if "serviceDate" in warning]


WRONG: dict[str, tuple[dict[str, Any], str, str]] = {
    "nobody is billed": ({"customer": None}, "/customer", "nobody is billed"),
    "a word for no unit": ({"items": [{**HOURS, "unit": "Stundn"}]}, "/items/0/unit", "not a known unit"),
    "a rate as a fraction": ({"items": [{**HOURS, "taxRate": Decimal("0.19")}]}, "/items/0/taxRate", "in percent"),
    "a rate of zero": ({"items": [{**HOURS, "taxRate": 0}]}, "/items/0/taxCategory", "a rate of 0 needs"),
    "reverse charge with a rate": (
        {"items": [{**HOURS, "taxCategory": "AE", "taxRate": 19, "taxExemptionReason": "x"}]},
        "/items/0/taxRate",
        "BR-AE-05",
    ),
    "exempt without a reason": ({"items": [{**HOURS, "taxCategory": "E"}]}, "/items/0/taxExemptionReason", "BR-E-10"),
    "a reason with VAT": ({"items": [{**HOURS, "taxExemptionReason": "x"}]}, "/items/0/taxExemptionReason", "BR-S-10"),
    "a supply within the EU to nobody known": (
        {"items": [{**HOURS, "taxCategory": "K", "taxExemptionReason": "x"}]},
        "/buyer/vatId",
        "BR-IC-02",
    ),
    "a buyer abroad": ({"buyer": {"country": "FR"}}, "/items/0/taxCategory", "the buyer is in FR"),
    "a country that is none": ({"buyer": {"country": "ZZ"}}, "/items/0/taxCategory", "the buyer is in ZZ"),
    "a negative price": ({"items": [{**HOURS, "unitPrice": -1}]}, "/items/0/unitPrice", "BR-27"),
    "no price": ({"items": [{"name": "x", "quantity": 1, "unit": "h"}]}, "/items/0/unitPrice", "BR-26"),
    "no unit": ({"items": [{"name": "x", "quantity": 1, "unitPrice": 1}]}, "/items/0/unit", "BR-23"),
    "no name": ({"items": [{"quantity": 1, "unit": "h", "unitPrice": 1}]}, "/items/0/name", "BR-25"),
    "no items": ({"items": []}, "/items", "BR-16"),
    "another total than was told": ({"expectedTotal": 1140}, "/expectedTotal", "adds up to 1356.60"),
    "two days on which it is due": (
        {"dueDate": "2026-12-01", "paymentTermsDays": 14},
        "/dueDate",
        "paymentTermsDays counts from 2026-11-27 to 2026-12-11",
    ),
    "a period that ends before it starts": (
        {"servicePeriod": {"start": "2026-11-30", "end": "2026-11-01"}},
        "/servicePeriod/end",
        "BR-29",
    ),
    "a day that is none": ({"issueDate": "2026-02-30"}, "/issueDate", "not in the calendar"),
    "a currency that is none": ({"currency": "EURO"}, "/currency", "BR-CL-04"),
    "a record without an address": ({"customer": {"name": "Muster GmbH"}}, "/buyer/address/country", "BR-11"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_named_with_its_field_and_its_rule(case: str) -> None:
    values, pointer, message = WRONG[case]
    assert message in refused(**values)[pointer]


def test_what_is_still_a_name_is_not_checked() -> None:
    """As in a dry run, which reads no records."""
    draft, problems = drafted({"customer": "Muster GmbH", "items": [{"product": "Drucker", "quantity": 2}]})
    assert draft is not None, problems
    assert draft.sums is None
    assert {"/buyer/name", "/items/0/name"} <= set(draft.not_checked)


def test_values_have_the_names_of_the_input() -> None:
    result = drafting.prepare({"customer": CUSTOMER, "items": [HOURS], "note": "Danke", "issueDate": "2026-11-27"})
    values = result["values"]
    assert values["items"][0] == {
        "id": "1",
        "name": "Beratung",
        "quantity": 12,
        "unit": "HUR",
        "unitPrice": 95,
        "taxCategory": "S",
        "taxRate": 19,
    }
    assert values["buyer"] == {
        "name": "Muster GmbH",
        "street": "Weg 1",
        "postcode": "10115",
        "city": "Berlin",
        "country": "DE",
    }
    assert (values["note"], values["customer"], values["currency"]) == ("Danke", CUSTOMER, "EUR")
    facts = result["facts"]
    assert facts["invoice"]["buyer"] == "Muster GmbH, Weg 1, 10115 Berlin, DE"
    assert facts["invoice"]["lines"] == ["12 HUR Beratung at 95 EUR = 1140.00 EUR"]


def test_an_xrechnung_is_checked_by_its_own_rules_too() -> None:
    problems = drafting.prepare({"customer": CUSTOMER, "items": [HOURS], "format": "xrechnung"})["problems"]
    assert [problem["pointer"] for problem in problems] == ["/buyerReference"]
