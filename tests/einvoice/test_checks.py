"""What a person is told, and what somebody else fills in."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

import pytest
from support.einvoice_inputs import good_input, invoice_of

from einvoice.checks import CHECKS, check_invoice
from einvoice.checks.check import PLAIN, RULE_SETS, Severity


def findings_of(value: dict[str, Any], **options: Any) -> list[tuple[str, str]]:
    return [(each.check, each.pointer) for each in check_invoice(invoice_of(value), **options).findings]


def test_a_good_invoice_has_no_findings() -> None:
    assert findings_of(good_input()) == []


def test_each_check_has_an_id_of_its_own() -> None:
    assert [each for each, times in Counter(check.id for check in CHECKS).items() if times > 1] == []


def test_a_finding_names_the_field_and_says_what_is_wrong() -> None:
    value = good_input()
    del value["items"][0]["unit"]
    (finding,) = check_invoice(invoice_of(value)).findings
    assert (finding.check, finding.rule, finding.severity) == ("item-unit", "BR-23", Severity.ERROR)
    assert finding.pointer == "/items/0/unit"
    assert finding.message == "item 1 has no unit, such as H87 (piece) or HUR (hour)"


def test_what_somebody_else_fills_in_is_not_checked_and_not_missing() -> None:
    value = good_input()
    del value["seller"], value["payment"]
    report = check_invoice(invoice_of(value), filled_by_others=["/seller", "/payment"])
    assert report.findings == ()
    assert {each.pointer for each in report.not_checked} >= {"/seller/name", "/seller/contact", "/payment"}


def test_any_of_the_terms_that_would_do_may_be_filled_in() -> None:
    value = good_input()
    del value["dueDate"]
    assert findings_of(value) == [("payment-date", "/dueDate")]
    assert findings_of(value, filled_by_others=["/paymentTerms"]) == []


def test_what_is_given_is_checked_although_somebody_else_would_fill_it_in() -> None:
    value = good_input()
    value["payment"]["iban"] = "DE02120300000000202052"
    assert findings_of(value, filled_by_others=["/payment"]) == [("iban", "/payment/iban")]


def test_check_digits_only_warn() -> None:
    value = good_input()
    value["seller"]["vatId"] = "DE123456789"
    value["buyerReference"] = "04011000-12345ABCXYZ-87"
    report = check_invoice(invoice_of(value))
    assert [each.check for each in report.findings] == ["vat-id", "leitweg-id"]
    assert report.errors == ()


def test_an_order_number_is_a_buyer_reference_too() -> None:
    assert findings_of({**good_input(), "buyerReference": "Bestellung 4711"}) == []


def test_a_cigarette_is_noticed() -> None:
    value = good_input()
    value["items"][1]["unit"] = "STK"
    (finding,) = check_invoice(invoice_of(value)).findings
    assert finding.message == 'STK is the code of a cigarette stick; write H87, or "Stück", for a piece'


def test_dates_out_of_order_are_noticed() -> None:
    value = {**good_input(), "dueDate": "2026-11-01", "precedingInvoice": {"number": "1", "issueDate": "2026-12-01"}}
    assert findings_of(value) == [
        ("due-date-order", "/dueDate"),
        ("preceding-invoice-order", "/precedingInvoice/0/issueDate"),
    ]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, True),
        ({"servicePeriod": {"start": "2026-11-01", "end": "2026-11-30"}}, False),
        ({"precedingInvoice": "RE-1"}, False),
        ({"seller": {**good_input()["seller"], "address": {"city": "Wien", "country": "AT"}}}, False),
    ],
)
def test_a_seller_in_germany_says_when_the_supply_was(changes: dict[str, Any], *, found: bool) -> None:
    value = {name: part for name, part in good_input().items() if name != "serviceDate"}
    report = check_invoice(invoice_of({**value, **changes}), rule_sets=RULE_SETS[PLAIN])
    assert ("date-of-supply" in [finding.check for finding in report.findings]) is found


def test_a_small_business_charges_no_vat() -> None:
    value = good_input()
    value["seller"]["smallBusiness"] = True
    assert ("small-business-vat", "/items/0/taxCategory") in findings_of(value)
    exempt = {"taxCategory": "E", "taxRate": 0, "taxExemptionReason": "Kleinunternehmer, § 19 UStG"}
    value["items"] = [{**item, **exempt} for item in value["items"]]
    assert findings_of(value) == []
    value["items"][0]["taxExemptionReasonCode"] = "VATEX-EU-132"
    assert ("small-business-reason", "/items/0/taxExemptionReasonCode") in findings_of(value)


def test_one_wrong_total_is_one_finding() -> None:
    assert findings_of({**good_input(), "totals": {"net": 325, "tax": 57, "gross": 382, "payable": 382}}) == [
        ("total-tax", "/totals/tax")
    ]


def test_an_amount_of_more_than_two_decimals_is_noticed() -> None:
    value = {**good_input(), "prepaidAmount": Decimal("1.005")}
    assert findings_of(value) == [("prepaid-decimals", "/prepaidAmount")]
