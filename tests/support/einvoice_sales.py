"""Sales of one seller, and the settings of a tax adviser's books."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from einvoice.datev import Settings, read_settings
from einvoice.json_form import write_invoice
from einvoice.model import Invoice
from einvoice.totals import totals
from support.einvoice_inputs import good_input, invoice_of
from support.einvoice_random import random_input

TOO_LARGE = 10**10  # for DATEV

BOOKS: dict[str, Any] = {"adviserNumber": 29098, "clientNumber": 55003, "fiscalYearStart": "2026-01-01"}

# One account for each category, so that all random invoices can be booked.
BY_CATEGORY = {"Z": "4290", "K": "4125", "G": "4120", "AE": "4337", "O": "4338", "E": "4100", "L": "4320", "M": "4330"}
BY_RATE = {"19": "4400", "7": "4300", "5.5": "4310", "10.7": "4315", "0.5": "4340", "100": "4350"}
SIMPLE_ACCOUNTS = {
    **BY_CATEGORY,
    **{f"AE {region}": BY_CATEGORY["AE"] for region in ("DE", "EU", "third country")},
    **{f"O {region}": BY_CATEGORY["O"] for region in ("DE", "EU", "third country")},
    **{f"S {rate}": account for rate, account in BY_RATE.items()},
    **{f"{category} {rate}": BY_CATEGORY[category] for category in "LM" for rate in ("0", *BY_RATE)},
}
del SIMPLE_ACCOUNTS["L"], SIMPLE_ACCOUNTS["M"]


def settings_of(**others: Any) -> Settings:
    """Return settings that can be read."""
    settings, problems = read_settings({**BOOKS, **others})
    assert settings is not None, problems
    return settings


def sale_of(**others: Any) -> Invoice:
    """Return the good invoice with other terms."""
    return invoice_of({**good_input(), **others})


def item_of(category: str, net: int = 100, **others: Any) -> dict[str, Any]:
    """Return an item of one category."""
    return {"name": "Ware", "quantity": 1, "unit": "H87", "unitPrice": net, "taxCategory": category, **others}


def random_sales(seed: int, count: int) -> Iterator[tuple[str, Invoice]]:
    """Yield up to so many documents of one seller in 2026; half of them state their totals."""
    random = Random(seed)  # noqa: S311 - not for secrets
    numbers: list[str] = []
    for index in range(count):
        value = random_input(seed * 1000 + index)
        day = date(2026, 1, 1) + timedelta(days=random.randrange(365))
        value |= {
            "number": f"{index}-{value['number']}",
            "issueDate": str(day),
            "dueDate": str(day + timedelta(days=random.randrange(60))),
            "currency": "EUR",
            "typeCode": random.choice([380, 380, 381, 384, 326, 389, 875]),
            "seller": good_input()["seller"],
            "servicePeriod": random.choice([None, {"end": str(day - timedelta(days=3))}]),
            "precedingInvoice": [random.choice(numbers)] if numbers and random.random() < 0.8 else [],
        }
        value["buyer"]["name"] = random.choice(["Müller & Söhne", 'Łódź; "Stahl"\nSp. z o.o.', "A" * 90, "Café Ünal €"])
        invoice = invoice_of(value)
        computed = totals(invoice)
        if computed and any(abs(row.base + row.tax) >= TOO_LARGE for row in computed.vat):
            continue
        if computed and computed.gross < 0 and invoice.type_code == "381":
            value["typeCode"] = 380
        if computed and random.random() < 0.5:
            value["totals"] = {"gross": computed.gross, "tax": computed.tax, "net": computed.net}
            rows = [(row.category, row.rate, row.base, row.tax) for row in computed.vat]
            names = ("taxCategory", "taxRate", "base", "tax")
            value["totals"]["vat"] = [dict(zip(names, row, strict=True)) for row in rows]
        numbers.append(value["number"])
        yield f"{index}.xml", invoice_of(write_invoice(invoice_of(value)))
