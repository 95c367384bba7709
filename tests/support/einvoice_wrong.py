"""Inputs for an invoice that are wrong, each with the field and the words that must be said of it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

HOURS = {"name": "Beratung", "quantity": 12, "unit": "Stunde", "unitPrice": 95}

# issued on 2026-11-27
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
