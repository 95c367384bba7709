"""An invoice is read from JSON: everything that is wrong at once, each with its place and something to type."""

from __future__ import annotations

import dataclasses
import json
from decimal import Decimal
from typing import Any

import pytest
from support.einvoice_inputs import good_input, invoice_of

from einvoice import model
from einvoice.json_form import read_invoice, write_invoice
from einvoice.records import MEANT, json_name, terms_of


def problems_of(value: Any) -> list[tuple[str, str, str]]:
    invoice, problems = read_invoice(value)
    assert (invoice is None) == bool(problems)
    return [(problem.pointer, problem.message, problem.hint) for problem in problems]


def test_a_good_input_is_read() -> None:
    invoice = invoice_of(good_input())
    assert (invoice.number, invoice.currency, invoice.type_code) == ("RE-2026-104", "EUR", "380")
    assert (invoice.items[0].unit, invoice.items[0].unit_price) == ("HUR", Decimal(95))


def test_every_problem_is_reported_at_once() -> None:
    value = {
        "number": 17,
        "issueDate": "26.11.2026",
        "lines": [],
        "seller": {"address": {"zip": "10115"}},
        "items": [{"quantity": 1.5, "unitPrice": "95,00", "unit": "Stundee"}, "Buch"],
    }
    assert problems_of(value) == [
        ("/number", "expected a text, got a number", 'write "17"'),
        ("/issueDate", '"26.11.2026" is not an ISO date (YYYY-MM-DD)', "did you mean 2026-11-26?"),
        ("/lines", 'unknown name "lines"', 'did you mean "items"?'),
        ("/seller/address/zip", 'unknown name "zip"', 'did you mean "postcode"?'),
        (
            "/items/0/quantity",
            "is a binary float, which cannot hold cents exactly",
            "read JSON numbers as Decimal",
        ),
        ("/items/0/unitPrice", "expected a number, got a text", "write 95.00 without quotes"),
        ("/items/0/unit", '"Stundee" is not a known unit', 'did you mean "stunde"?'),
        ("/items/1", "expected an object, got a text", ""),
    ]


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ([], "expected an object, got a list"),
        ({"number": " "}, "is blank"),
        ({"number": "a\x00"}, "contains a control character, which no e-invoice can carry"),
        ({"issueDate": "2026-02-30"}, "2026-02-30 is not in the calendar"),
        ({"issueDate": "20261126"}, '"20261126" is not an ISO date (YYYY-MM-DD)'),
        ({"prepaidAmount": True}, "expected a number, got true or false"),
        ({"prepaidAmount": Decimal("NaN")}, "NaN is not a number"),
        ({"prepaidAmount": Decimal("1e30")}, "has more than 12 digits before or after the decimal point"),
        ({"prepaidAmount": Decimal("1e-30")}, "has more than 12 digits before or after the decimal point"),
        ({"seller": {"smallBusiness": "yes"}}, "expected true or false, got a text"),
        ({"typeCode": True}, "expected a text, got true or false"),
    ],
)
def test_what_cannot_be_read_is_told(value: Any, message: str) -> None:
    assert [found for _, found, _ in problems_of(value)] == [message]


def test_codes_may_be_numbers_and_words() -> None:
    invoice = invoice_of(
        {"typeCode": 381, "payment": {"meansCode": "Überweisung"}, "items": [{"taxCategory": "export"}]}
    )
    assert invoice.payment is not None
    assert (invoice.type_code, invoice.payment.means_code, invoice.items[0].tax_category) == ("381", "58", "G")


def test_one_value_stands_for_a_list_and_a_number_for_a_preceding_invoice() -> None:
    invoice = invoice_of({"notes": "Danke", "precedingInvoice": "RE-1"})
    assert invoice.notes == ("Danke",)
    assert invoice.preceding_invoice == (model.PrecedingInvoice("RE-1"),)


def test_null_is_nothing() -> None:
    assert invoice_of({"dueDate": None, "notes": None}) == model.Invoice()


def test_a_unit_that_is_a_trap_stays_what_it_is() -> None:
    units = [invoice_of({"items": [{"unit": unit}]}).items[0].unit for unit in ("STK", "Stk", "GB", "Gigabyte", "ZZ")]
    assert units == ["STK", "H87", "GB", "E34", "ZZ"]


def test_an_invoice_is_written_as_it_is_read() -> None:
    invoice = invoice_of(good_input())
    written = write_invoice(invoice)
    assert invoice_of(written) == invoice
    assert json.loads(json.dumps(written, default=str))["issueDate"] == "2026-11-26"


RECORDS = [each for each in vars(model).values() if dataclasses.is_dataclass(each) and isinstance(each, type)]


@pytest.mark.parametrize("record", RECORDS)
def test_each_field_names_its_business_term(record: type) -> None:
    unnamed = [name for name, terms in terms_of(record).items() if not terms]
    assert unnamed == (["smallBusiness"] if record is model.Party else [])


def test_what_people_mean_is_always_the_name_of_a_field() -> None:
    names = {json_name(each.name) for record in RECORDS for each in dataclasses.fields(record)}
    assert sorted(set(MEANT) - names) == []
