"""Inputs at random, as agents might write them.

A seed is an input, so that one that fails can be looked at again. Hypothesis would take ten times as long for each.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from einvoice.codes.currencies import CURRENCIES
from einvoice.codes.units import UNITS
from support.einvoice_inputs import good_input

LETTERS = "abcdefghijklmnopqrstuvwxyzäöüß &<>\"'-/#0123456789"
CATEGORIES = ["S", "S", "S", "Z", "E", "AE", "K", "G", "L", "M"]
RATES = list(map(Decimal, ("19", "7", "19.00", "5.5", "10.7", "0.5", "100")))
PRICES = list(map(Decimal, ("0", "0.005", "0.01", "0.015", "0.125", "1", "9999999.99", "0.333333")))
DEBIT = {"mandateReference": "M-1", "creditorId": "DE98ZZZ09999999999", "iban": "DE02120300000000202051"}
PAYMENTS: list[dict[str, Any]] = [
    {"meansCode": "58", "iban": "DE02120300000000202051", "accountName": "Muster", "bic": "BYLADEM1001"},
    {"meansCode": 30, "iban": "DE02 1203 0000 0000 2020 51"},
    {"meansCode": "54", "card": {"number": "1234", "holder": "E. Muster"}},
    {"meansCode": "59", "directDebit": DEBIT},
    {"meansCode": "10"},
    {"meansCode": "ZZZ", "meansText": "Verrechnung", "reference": "RE 7"},
]
BROKEN_PAYMENTS: list[dict[str, Any]] = [
    {"meansCode": "58"},
    {"meansCode": "58", "iban": "DE02120300000000202052"},
    {"meansCode": "48"},
    {"meansCode": "59"},
    {"meansCode": "59", "directDebit": {**DEBIT, "iban": "DE02"}},
    {"meansCode": "59", "directDebit": DEBIT, "card": {"number": "1234"}},
    {"meansCode": "58", "iban": "DE02120300000000202051", "directDebit": DEBIT},
    {"meansCode": "49"},
    {"meansCode": "99"},
    {"iban": "DE02120300000000202051"},
]
MAY_BE_MISSING = [
    "/seller/contact",
    "/seller/contact/phone",
    "/seller/contact/email",
    "/seller/address/city",
    "/seller/address/country",
    "/seller/electronicAddress",
    "/seller/vatId",
    "/seller/name",
    "/buyer/address",
    "/buyer/address/postcode",
    "/buyer/electronicAddress",
    "/buyer/vatId",
    "/buyer/name",
    "/buyerReference",
    "/payment",
    "/serviceDate",
    "/deliverTo",
    "/deliverTo/address/city",
    "/deliverTo/address/country",
    "/issueDate",
    "/number",
    "/precedingInvoice",
    "/precedingInvoice/number",
    "/items/0/name",
    "/items/0/unit",
]


def random_input(seed: int, *, faults: int = 0) -> dict[str, Any]:
    """Return an input that is right but for so many faults at most."""
    random = Random(seed)  # noqa: S311 - not for secrets
    value = good_input()
    categories = ["O"] if random.random() < 0.1 else random.choices(CATEGORIES, k=random.randint(1, 3))
    vat = [_vat(random, category) for category in categories]
    value["items"] = [_item(random, random.choice(vat)) for _ in range(random.choice([1, 1, 2, 3, 8]))]
    for kind in ("allowances", "charges"):
        taxes = [
            {name: each[name] for name in each if name.startswith(("taxCat", "taxRate"))} for each in value["items"]
        ]
        value[kind] = [_adjustment(random) | random.choice(taxes) for _ in range(random.choice([0, 0, 1, 2]))]
    _add_header(random, value)
    if categories == ["O"]:
        value["seller"] |= {"vatId": None, "id": "4711"}
        value["buyer"]["vatId"] = None
    elif not {"K", "G"} & set(categories) and random.random() < 0.3:
        value["seller"] |= {"vatId": None, "taxNumber": "12/345/67890", "registrationId": "HRB 1"}
    if "K" not in categories and random.random() < 0.3:
        value["buyer"]["vatId"] = None  # its registration id does
    for _ in range(faults):
        _add_fault(random, value)
    return value


def _add_header(random: Random, value: dict[str, Any]) -> None:
    issued = date(2000, 1, 1) + timedelta(days=random.randrange(36500))
    value |= {
        "number": _text(random),
        "issueDate": str(issued),
        "dueDate": str(issued + timedelta(days=random.randrange(90))),
        "typeCode": random.choice([380, 380, 381, 384, 326, 389, 875]),
        "currency": random.choice(["EUR", *sorted(CURRENCIES)]),
        "precedingInvoice": {"number": _text(random), "issueDate": "1999-12-31"},
        "payment": random.choice(PAYMENTS),
        "deliverTo": {"name": "Lager", "address": {"city": "Wien", "postcode": "1010", "country": "AT"}},
    }
    value["buyer"] |= {"vatId": "ATU13585627", "registrationId": "FN 1"}
    optional = {
        "paymentTerms": random.choice(["30 Tage netto", "#SKONTO#TAGE=14#PROZENT=2.00#\n"]),
        "notes": [_text(random).replace("#", ""), _text(random)[:2]],  # #abc# would be the code of a subject
        "prepaidAmount": _amount(random),
        "roundingAmount": _amount(random) - 500,
        "servicePeriod": {"start": str(issued), "end": str(issued + timedelta(days=31))},
        "orderReference": _text(random),
        "contractReference": _text(random),
        "projectReference": _text(random),
    }
    value |= {name: each for name, each in optional.items() if random.random() < 0.4}


def _item(random: Random, vat: dict[str, Any]) -> dict[str, Any]:
    quantity = random.choice([Decimal(random.randint(-9, 500)), Decimal(random.randrange(-9999, 99999)).scaleb(-4)])
    item: dict[str, Any] = {
        "name": _text(random),
        "quantity": quantity,
        "unit": random.choice(sorted(UNITS)),
        "unitPrice": random.choice(
            [*PRICES, *(Decimal(random.randrange(10**6)).scaleb(-places) for places in range(7))]
        ),
        **vat,
    }
    optional: dict[str, Any] = {
        "description": _text(random),
        "sellerItemId": _text(random),
        "note": _text(random),
        "priceQuantity": random.choice([1, 10, 100, 1000]),
        "discountPercent": Decimal(random.randrange(1000)).scaleb(-1),
        "allowances": [_adjustment(random)],
        "charges": [_adjustment(random), _adjustment(random)],
    }
    return item | {name: each for name, each in optional.items() if random.random() < 0.3}


def _adjustment(random: Random) -> dict[str, Any]:
    percent = Decimal(random.randrange(1, 500)).scaleb(-1)
    extents: list[dict[str, Any]] = [
        {"amount": _amount(random)},
        {"percent": percent},
        {"percent": percent, "baseAmount": 99},
    ]
    return {**random.choice(extents), "reason": "Rabatt"}


def _vat(random: Random, category: str) -> dict[str, Any]:
    if category == "S" and random.random() < 0.5:
        return {"taxRate": random.choice(RATES)}
    if category in {"S", "L", "M"}:
        return {"taxRate": random.choice(RATES), "taxCategory": category}
    vat: dict[str, Any] = {"taxCategory": category}
    if category != "Z":
        vat["taxExemptionReason"] = "Steuerfrei"
    if category != "O" and random.random() < 0.5:
        vat["taxRate"] = 0
    return vat


def _add_fault(random: Random, value: dict[str, Any]) -> None:
    item = random.choice(value["items"])
    fault = random.randrange(7)
    if fault == 0:
        value["payment"] = random.choice(BROKEN_PAYMENTS)
    elif fault == 1:
        item["taxRate"] = random.choice([0, 7, -1])
    elif fault == 2:
        item["taxExemptionReason"] = random.choice([None, "Steuerfrei"])
    elif fault == 3:
        value["servicePeriod"] = {"start": "2026-02-01", "end": "2026-01-31"}
    elif fault == 4:
        item["taxCategory"] = random.choice([*CATEGORIES, "O", "X"])
    else:
        _take_away(value, random.choice(MAY_BE_MISSING))


def _take_away(value: dict[str, Any], pointer: str) -> None:
    *path, last = pointer[1:].split("/")
    holder: Any = value
    for step in path:
        holder = holder[int(step)] if isinstance(holder, list) else holder.get(step, {})
    holder.pop(last, None)


def _text(random: Random) -> str:
    return f"A{''.join(random.choices(LETTERS, k=random.randrange(20)))}z"


def _amount(random: Random) -> Decimal:
    return Decimal(random.randrange(100000)).scaleb(-2)
