"""What a person wants to bill becomes an invoice, with what was filled in told, or every problem with it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from support.einvoice_wrong import HOURS, WRONG

from einvoice.checks.check import RuleSet
from einvoice.desk import drafting
from einvoice.desk.outgoing import ADDED
from einvoice.drafting import Draft, Remarks, draft_of
from einvoice.totals import totals

TODAY = date(2026, 11, 27)
RULES = (RuleSet.EN16931, RuleSet.ADVICE)
CUSTOMER = {"id": "c1", "name": "Muster GmbH", "street": "Weg 1", "postcode": "10115", "city": "Berlin", "vatId": None}
PRINTER = {"id": "p1", "name": "Drucker", "unit": "H87", "unitPrice": Decimal("289.00"), "taxRate": 7}


def drafted(**values: Any) -> tuple[Draft | None, Remarks]:
    remarks = Remarks()
    given = {"customer": CUSTOMER, "items": [HOURS], **values}
    return draft_of(given, TODAY, remarks, rule_sets=RULES, filled_by_others=ADDED), remarks


def made(**values: Any) -> Draft:
    draft, remarks = drafted(**values)
    assert draft is not None, remarks.problems
    return draft


def refused(**values: Any) -> dict[str, str]:
    draft, remarks = drafted(**values)
    assert draft is None
    return {problem["pointer"]: problem["message"] for problem in remarks.problems}


def prepared(known: dict[str, Any] | None = None, **values: Any) -> dict[str, Any]:
    return drafting.prepare_draft({"customer": CUSTOMER, "items": [HOURS], **values}, known or {})


def test_what_was_filled_in_is_told_with_where_from() -> None:
    draft, remarks = drafted(paymentTermsDays=14)
    assert draft is not None
    sums = totals(draft.invoice)
    assert sums is not None
    assert (sums.net, sums.tax, sums.gross) == (Decimal(1140), Decimal("216.60"), Decimal("1356.60"))
    assert {name: each["value"] for name, each in remarks.defaults.items()} == {
        "buyer.country": "DE",
        "items.0.taxRate": 19,
        "items.0.taxCategory": "S",
        "issueDate": "2026-11-27",
    }
    assert str(draft.invoice.due_date) == "2026-12-11"
    assert "/seller/name" in {finding.pointer for finding in draft.report.not_checked}


def test_a_product_gives_what_is_not_said_of_the_item() -> None:
    draft, remarks = drafted(items=[{"product": PRINTER, "quantity": 2, "unitPrice": 250}])
    assert draft is not None
    (item,) = draft.invoice.items
    assert (item.name, item.unit, item.unit_price, item.tax_rate) == ("Drucker", "H87", Decimal(250), Decimal(7))
    assert remarks.defaults["items.0.taxRate"] == {"value": 7, "from": "the product"}
    assert "items.0.unitPrice" not in remarks.defaults


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
    assert "serviceDate" in drafted()[1].warnings[0]
    assert not [warning for warning in drafted(serviceDate="2026-11-20")[1].warnings if "serviceDate" in warning]


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_named_with_its_field_and_its_rule(case: str) -> None:
    values, pointer, message = WRONG[case]
    assert message in refused(**values)[pointer]


def test_what_is_still_a_name_is_not_checked() -> None:
    """As in a dry run, which reads no records."""
    draft, _ = drafted(customer="Muster GmbH", items=[{"product": "Drucker", "quantity": 2}])
    assert draft is not None
    assert totals(draft.invoice) is None
    assert {"/buyer/name", "/items/0/name"} <= {finding.pointer for finding in draft.report.not_checked}


def test_values_have_the_names_of_the_input() -> None:
    result = prepared(note="Danke", issueDate="2026-11-27")
    values = result["values"]
    assert values["items"][0] == {
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
    assert facts["invoice"]["lines"] == ["12 Stunden Beratung at 95 EUR = 1140.00 EUR"]


def test_an_xrechnung_is_checked_by_its_own_rules_too() -> None:
    problems = prepared(format="xrechnung")["problems"]
    assert [problem["pointer"] for problem in problems] == ["/buyerReference"]


def row(**values: Any) -> dict[str, Any]:
    about = {
        "invoiceNumber": "R-1",
        "buyerName": "Muster GmbH",
        "grossAmount": Decimal("1356.6"),
        "issueDate": "20261125",
    }
    return {**about, "invoiceTypeCode": "380", **values}


@pytest.mark.parametrize(
    ("other", "warned"),
    [
        ({}, True),
        ({"issueDate": "2026-11-20"}, True),
        ({"issueDate": "20261119"}, False),
        ({"grossAmount": Decimal("1356.61")}, False),
        ({"grossAmount": None}, False),
        ({"buyerName": "Muster AG"}, False),
        ({"invoiceTypeCode": "381"}, False),
        ({"issueDate": None}, False),
    ],
)
def test_a_likely_double_is_warned_of(other: dict[str, Any], *, warned: bool) -> None:
    result = prepared({"similar": [row(**other)]}, issueDate="2026-11-27")
    assert any("R-1" in warning for warning in result["facts"]["warnings"]) is warned


def test_a_number_that_is_used_is_refused_and_one_that_nobody_knows_is_told() -> None:
    used = prepared({"numberCheck": {"succeed": False}}, number="R-1")
    assert [(problem["pointer"], problem["message"]) for problem in used["problems"]] == [
        ("/number", "the number R-1 is used already")
    ]
    unknown = prepared({"unanswered": {"numberCheck": "no such parameter"}}, number="R-1")
    assert "whether the number R-1 is free was not said: no such parameter" in unknown["facts"]["warnings"]
    assert "number" not in str(prepared({"numberCheck": {"succeed": True}}, number="R-1")["facts"].get("warnings"))


@pytest.mark.parametrize(
    ("profile", "given", "expected", "said"),
    [
        ("xrechnung", False, "xrechnung", "the customer's invoiceProfile"),
        ("zf:1", True, "zf:2", ""),
        ("fax", False, "zf:2", "what is usual here"),
        (None, False, "zf:2", "what is usual here"),
    ],
)
def test_the_format_is_the_customers_own(profile: str | None, expected: str, said: str, *, given: bool) -> None:
    known = {"usual": [] if given else ["format"]}
    values = {"format": "zf:2", "customer": {**CUSTOMER, "format": profile}, "buyerReference": "04011000-12345-34"}
    result = prepared(known, **values)
    assert result["values"]["format"] == expected
    assert result["facts"]["defaultsApplied"].get("format", {"from": ""})["from"] == said
    assert ("no known format" in str(result["facts"].get("warnings"))) is (profile == "fax")


def test_what_is_not_proved_is_sent_only_where_the_caller_wants_it() -> None:
    customer, product = {**CUSTOMER, "vatId": "DE136695976"}, {**PRINTER, "description": "laut"}
    known = {"unproved": ["buyer.vatId", "items.description"]}
    items = [{"product": product, "quantity": 1}]
    result = prepared(known, customer=customer, items=items)
    assert result["facts"]["notSent"] == ["buyer.vatId", "items.0.description"]
    assert "vatId" not in result["values"]["buyer"]
    assert "description" not in result["values"]["items"][0]
    asked = prepared(known, customer=customer, buyer={"vatId": "DE136695976"}, items=[{**items[0], "description": "x"}])
    assert "notSent" not in asked["facts"]
    assert (asked["values"]["buyer"]["vatId"], asked["values"]["items"][0]["description"]) == ("DE136695976", "x")


def test_a_discount_is_taken_off_and_shown() -> None:
    result = prepared(items=[{**HOURS, "discountPercent": 10}, {**HOURS, "discountAmount": Decimal("0.5")}])
    assert result["facts"]["invoice"]["lines"] == [
        "12 Stunden Beratung at 95 EUR less 10 % = 1026.00 EUR",
        "12 Stunden Beratung at 95 EUR less 0.5 = 1139.50 EUR",
    ]
    assert result["terms"]["items.0.discountPercent"] == "114"


def test_the_same_content_is_the_same_whatever_its_number_and_days() -> None:
    first = prepared(number="R-1", issueDate="2026-11-27", paymentTermsDays=14)
    assert first["same"] == prepared(number="R-2", issueDate="2026-11-26")["same"]
    assert first["same"] != prepared(items=[{**HOURS, "quantity": 13}])["same"]
    assert first["same"] != prepared(customer={**CUSTOMER, "name": "Muster AG"})["same"]


def test_the_page_shows_what_will_happen() -> None:
    result = prepared(number="R-1")
    page = result["page"]()
    assert page["name"] == "sheet-R-1"
    assert result["facts"]["happens"] in page["content"].decode()
    assert "356,60" in page["content"].decode()


def test_who_gets_an_issued_invoice_is_said() -> None:
    customer = {**CUSTOMER, "email": "a@muster.example"}
    facts = drafting.prepare_issue({"customer": customer, "items": [HOURS]}, {})["facts"]
    assert facts["happens"] == "Faktoora makes it and SENDS it to Muster GmbH (a@muster.example)"
