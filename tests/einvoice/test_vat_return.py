"""The sums of a VAT return are those of the invoices, each in its figure, and what is open is asked."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from support.einvoice_inputs import good_input
from support.einvoice_sales import item_of, random_sales, sale_of

from einvoice.model import Invoice
from einvoice.totals import totals
from einvoice.vat_return import VatSums, vat_sums

NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))
ALWAYS = (date(2000, 1, 1), date(2099, 12, 31))


def sums_of(*invoices: Invoice) -> VatSums:
    sums, refusals = vat_sums([(f"{index}.xml", invoice) for index, invoice in enumerate(invoices)], *NOVEMBER)
    assert sums is not None, refusals
    return sums


def refusals_of(*invoices: Invoice) -> list[tuple[str, str]]:
    sums, refusals = vat_sums([(f"{index}.xml", invoice) for index, invoice in enumerate(invoices)], *NOVEMBER)
    assert sums is None
    return [(refusal.file, refusal.pointer) for refusal in refusals]


def figures_of(*invoices: Invoice) -> dict[str, tuple[str, str, str]]:
    return {each.number: (str(each.base), str(each.form_base), str(each.tax)) for each in sums_of(*invoices).figures}


def test_bases_and_taxes_stand_in_their_figures() -> None:
    sums = sums_of(sale_of())
    assert figures_of(sale_of()) == {"81": ("285.00", "285", "54.15"), "86": ("40.00", "40", "2.80")}
    assert [(row.case, row.invoices, row.credits) for row in sums.rows] == [("S 19", 1, 0), ("S 7", 1, 0)]
    assert (sums.seller, sums.undecided) == ('"Muster GmbH" (DE136695976)', ())


def test_a_credit_note_is_subtracted() -> None:
    credit = sale_of(number="GS-1", typeCode=381, items=good_input()["items"][1:])
    sums = sums_of(sale_of(), credit)
    assert figures_of(sale_of(), credit)["86"] == ("0.00", "0", "0.00")
    assert [(row.case, row.invoices, row.credits) for row in sums.rows] == [("S 19", 1, 0), ("S 7", 1, 1)]
    assert figures_of(credit) == {"86": ("-40.00", "-40", "-2.80")}


def test_the_form_takes_full_euros_of_the_sum_without_cents() -> None:
    items = [item_of("S", 0, unitPrice=Decimal("0.60"), taxRate=19)]
    assert figures_of(*(sale_of(number=str(number), items=items) for number in range(3)))["81"][:2] == ("1.80", "1")
    credit = sale_of(typeCode=381, items=items)
    assert figures_of(credit)["81"][:2] == ("-0.60", "0")


@pytest.mark.parametrize(
    ("item", "buyer", "figure"),
    [
        (item_of("K"), {"vatId": "ATU13585627"}, "41"),
        (item_of("K"), {"vatId": "XI123456789"}, "41"),
        (item_of("G"), {}, "43"),
        (item_of("AE"), {"address": {"country": "DE"}}, "60"),
        (item_of("AE"), {"address": {"country": "FR"}}, "21"),
        (item_of("AE"), {"vatId": "EL123456789", "address": {"country": "GR"}}, "21"),
        (item_of("O"), {"address": {"country": "US"}}, "45"),
        (item_of("E", taxExemptionReason="§4 Nr. 14a UStG"), {}, "48"),
        (item_of("E", taxExemptionReasonCode="VATEX-EU-132-1I"), {}, "48"),
        (item_of("E", taxExemptionReason="§ 4 Nummer 7 UStG"), {}, "43"),
        (item_of("E", taxExemptionReasonCode="VATEX-EU-151"), {}, "43"),
    ],
)
def test_category_country_and_reason_decide_the_figure(
    item: dict[str, Any], buyer: dict[str, Any], figure: str
) -> None:
    assert figures_of(sale_of(items=[item], buyer=buyer)) == {figure: ("100.00", "100", "0.00")}


@pytest.mark.parametrize(
    ("item", "buyer", "question"),
    [
        (item_of("Z"), {}, "Kz 87 if it is"),
        (item_of("S", taxRate=16), {}, "Kz 35 and 36"),
        (item_of("E", taxExemptionReason="steuerfrei"), {}, "Kz 48 for § 4 Nr. 8-29"),
        (item_of("AE"), {}, "Kz 60 in Germany, Kz 21 in another member state"),
        (item_of("AE"), {"address": {"country": "CH"}}, "ends at the border of the EU"),
        (item_of("O"), {"address": {"country": "AT"}}, "Kz 21 for such a service"),
        (item_of("O"), {"address": {"country": "DE"}}, "is in no figure"),
        (item_of("K"), {}, "which member state"),
        (item_of("M", taxRate=3), {}, "Ceuta"),
    ],
)
def test_what_nothing_decides_is_asked(item: dict[str, Any], buyer: dict[str, Any], question: str) -> None:
    sums = sums_of(sale_of(items=[item], buyer=buyer))
    assert (sums.figures, len(sums.undecided)) == ((), 1)
    assert question in sums.undecided[0].question
    assert sums.undecided[0].base == Decimal(100)


def test_sales_of_a_small_business_are_in_no_figure() -> None:
    seller = {**good_input()["seller"], "smallBusiness": True}
    sums = sums_of(sale_of(seller=seller, items=[item_of("E")]))
    assert (sums.figures, sums.undecided, sums.rows[0].case) == ((), (), "E § 19")
    assert "§ 19 UStG" in sums.notes[-1]


def test_other_currencies_are_summed_apart_and_asked_about() -> None:
    sums = sums_of(sale_of(), sale_of(number="2", currency="USD"))
    assert [(row.case, row.currency, str(row.base)) for row in sums.undecided] == [
        ("S 19", "USD", "285.00"),
        ("S 7", "USD", "40.00"),
    ]
    assert "monthly rate" in sums.undecided[0].question
    assert figures_of(sale_of(), sale_of(number="2", currency="USD"))["81"][0] == "285.00"


@pytest.mark.parametrize(
    ("others", "day", "decided_by"),
    [
        ({"serviceDate": "2026-10-31"}, "2026-10-31", "supply"),
        ({"serviceDate": None, "servicePeriod": {"end": "2026-10-31"}}, "2026-10-31", "end of the supply's period"),
        ({"serviceDate": None, "issueDate": "2026-12-01"}, "2026-12-01", "issue"),
        ({"serviceDate": "2026-11-20", "issueDate": "2026-12-01", "typeCode": 381}, "2026-12-01", "issue"),
    ],
)
def test_documents_of_other_periods_are_named(others: dict[str, Any], day: str, decided_by: str) -> None:
    sums = sums_of(sale_of(**others))
    assert [(each.file, str(each.day), each.decided_by) for each in sums.outside] == [("0.xml", day, decided_by)]
    assert (sums.rows, sums.counted) == ((), ())


def test_both_ends_belong_to_the_period() -> None:
    sums = sums_of(*(sale_of(number=day, serviceDate=f"2026-11-{day}") for day in ("01", "30")))
    assert ([each.number for each in sums.counted], sums.rows[0].invoices) == (["01", "30"], 2)


def test_documents_that_contradict_themselves_are_refused() -> None:
    assert refusals_of(sale_of(), sale_of(number="2", totals={"gross": 1})) == [("1.xml", "/totals/gross")]


def test_prepayments_other_sellers_and_doubles_are_refused() -> None:
    other = sale_of(number="2", seller={**good_input()["seller"], "vatId": "DE811907980"})
    assert refusals_of(sale_of(), other, sale_of(), sale_of(number="3", typeCode=386)) == [
        ("1.xml", "/seller"),
        ("2.xml", "/number"),
        ("3.xml", "/typeCode"),
    ]


def test_a_period_does_not_end_before_it_starts() -> None:
    sums, refusals = vat_sums([("a.xml", sale_of())], NOVEMBER[1], NOVEMBER[0])
    assert (sums, [refusal.message for refusal in refusals]) == (
        None,
        ["the period ends on 2026-11-01, before it starts on 2026-11-30"],
    )


def test_what_invoices_cannot_tell_is_said() -> None:
    notes = " ".join(sums_of(sale_of()).notes)
    for subject in ("Ist-Versteuerung", "advance payments", "input VAT", "triangular", "full euros"):
        assert subject in notes


@pytest.mark.parametrize("seed", range(3))
def test_random_documents_add_up(seed: int) -> None:
    documents = list(random_sales(seed, 12))
    sums, refusals = vat_sums(documents, *ALWAYS)
    assert sums is not None, refusals
    computed = [(totals(invoice), -1 if invoice.type_code == "381" else 1) for _, invoice in documents]
    assert sum(row.base for row in sums.rows) == sum(each.net * sign for each, sign in computed if each)
    assert sum(row.tax for row in sums.rows) == sum(each.tax * sign for each, sign in computed if each)
    assert len(sums.counted) == len(documents)
