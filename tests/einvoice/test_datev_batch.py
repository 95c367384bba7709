"""A batch books all sales on the right side and account, or says why it cannot."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from support.einvoice_inputs import good_input
from support.einvoice_sales import BOOKS, item_of, sale_of, settings_of

from einvoice.datev import Batch, Settings, booking_batch, read_settings
from einvoice.model import Invoice

CREATED = datetime(2026, 11, 27)  # noqa: DTZ001 - the format knows no time zone
VIENNA = {"name": "Wiener AG", "vatId": "ATU 13585627", "address": {"country": "AT"}}
ZURICH = {"name": "Zürich AG", "address": {"country": "CH"}}


def made(*invoices: Invoice, settings: Settings | None = None, **others: Any) -> tuple[Batch | None, list[str]]:
    """Return the batch, and each refusal as text."""
    documents = [(f"{index}.xml", invoice) for index, invoice in enumerate(invoices)]
    batch, refusals = booking_batch(documents, settings or settings_of(**others), created=CREATED)
    assert (batch is None) == bool(refusals)
    return batch, [f"{each.file} {each.pointer} {each.message}".strip() for each in refusals]


def batch_of(*invoices: Invoice, **settings: Any) -> Batch:
    batch, refusals = made(*invoices, **settings)
    assert batch is not None, refusals
    return batch


def rows_of(*invoices: Invoice, **settings: Any) -> list[tuple[str, str, str, str]]:
    bookings = batch_of(*invoices, **settings).bookings
    return [(str(each.amount), each.side, each.account, each.contra_account) for each in bookings]


def refusals_of(*invoices: Invoice, **settings: Any) -> list[str]:
    return made(*invoices, **settings)[1]


def warnings_of(*invoices: Invoice, **settings: Any) -> list[str]:
    return [each.message for each in batch_of(*invoices, **settings).warnings]


@pytest.mark.parametrize(
    ("chart", "item", "buyer", "account", "vat_id"),
    [
        ("03", item_of("S", taxRate=19), {}, "8400", ""),
        ("04", item_of("S", taxRate=19), {}, "4400", ""),
        ("03", item_of("S", taxRate=7), {}, "8300", ""),
        ("04", item_of("S", taxRate=7), {}, "4300", ""),
        ("03", item_of("Z"), {}, "8290", ""),
        ("03", item_of("K"), VIENNA, "8125", "ATU13585627"),
        ("04", item_of("K"), {"vatId": "GR123456789"}, "4125", "EL123456789"),
        ("03", item_of("G"), ZURICH, "8120", ""),
        ("03", item_of("AE"), {"address": {"country": "DE"}}, "8337", ""),
        ("04", item_of("AE"), VIENNA, "4336", "ATU13585627"),
        ("03", item_of("O"), ZURICH, "8338", ""),
        ("03", item_of("E", taxExemptionReason="§ 4 Nr. 21 UStG"), {}, "8100", ""),
        ("03", item_of("E", taxExemptionReason="nach § 4 Nr. 3 UStG"), {}, "8150", ""),
        ("03", item_of("E", taxExemptionReason="Kein Ausweis nach § 19 UStG"), {}, "8195", ""),
        ("04", item_of("E", taxExemptionReason="Kleinunternehmer"), {}, "4185", ""),
    ],
)
def test_each_kind_of_supply_has_its_account(
    chart: str, item: dict[str, Any], buyer: dict[str, Any], account: str, vat_id: str
) -> None:
    (booking,) = batch_of(sale_of(items=[item], buyer=buyer), chart=chart).bookings
    assert (booking.contra_account, booking.vat_id, booking.tax_key) == (account, vat_id, "")


def test_each_rate_is_booked_gross_by_itself() -> None:
    assert rows_of(sale_of()) == [("339.15", "S", "10000", "4400"), ("42.80", "S", "10000", "4300")]


def test_a_credit_note_clears_the_invoice_that_it_names() -> None:
    credit = sale_of(number="GS-1", typeCode=381, precedingInvoice="RE 2026.9", dueDate="2026-12-24")
    (booking, _) = batch_of(credit).bookings
    assert (booking.side, str(booking.amount)) == ("H", "339.15")
    assert (booking.document, booking.other_document, booking.text) == ("RE_2026_9", "GS-1", "GS-1 Stadt Bremen")
    assert (booking.due, booking.supplied) == (None, None)  # it counts on the day of its issue


def test_what_is_taken_back_leaves_nothing_on_any_account() -> None:
    batch = batch_of(sale_of(), sale_of(number="GS-1", typeCode=381, precedingInvoice="RE-2026-104"))
    assert {each.debit - each.credit for each in batch.sums} == {Decimal(0)}
    assert [each.account for each in batch.sums] == ["10000", "4300", "4400"]
    owed = [(each.account, str(each.debit), str(each.credit)) for each in batch_of(sale_of()).sums]
    assert owed == [("10000", "381.95", "0.00"), ("4300", "0.00", "42.80"), ("4400", "0.00", "339.15")]


def test_a_negative_invoice_is_booked_on_the_other_side() -> None:
    items = [item_of("S", -100, taxRate=19)]
    assert rows_of(sale_of(items=items, precedingInvoice="RE-1")) == [("119.00", "H", "10000", "4400")]
    corrected = batch_of(sale_of(typeCode=384, items=items, precedingInvoice="RE-1"))
    assert (corrected.bookings[0].document, corrected.bookings[0].other_document) == ("RE-1", "RE-2026-104")


def test_a_returned_item_is_booked_on_the_other_side_than_the_rest() -> None:
    items = [item_of("S", 100, taxRate=19), item_of("S", -10, taxRate=7)]
    assert [row[:2] for row in rows_of(sale_of(items=items))] == [("119.00", "S"), ("10.70", "H")]


def test_a_negative_credit_note_is_refused() -> None:
    (refusal,) = refusals_of(sale_of(typeCode=381, items=[item_of("S", -100, taxRate=19)]))
    assert refusal.startswith("0.xml /totals/gross is a credit note over -119.00, which would be a claim")


@pytest.mark.parametrize(("preceding", "named"), [([], "no invoice"), (["RE-1", "RE-2"], "2 invoices")])
def test_a_credit_note_that_clears_no_single_invoice_keeps_its_number(preceding: list[str], named: str) -> None:
    credit = sale_of(number="GS-1", typeCode=381, precedingInvoice=preceding)
    assert {each.document for each in batch_of(credit).bookings} == {"GS-1"}
    assert warnings_of(credit)[0].startswith(f"names {named} that it takes back")


def test_a_long_number_of_a_credit_note_stands_in_the_text_only() -> None:
    credit = sale_of(number="GS-2026-000001", typeCode=381, precedingInvoice="RE-1")
    (booking, _) = batch_of(credit).bookings
    assert (booking.other_document, booking.text) == ("", "GS-2026-000001 Stadt Bremen")
    assert "longer than 12 characters" in warnings_of(credit)[0]


def test_an_amount_of_zero_is_left_out_with_a_warning() -> None:
    items = [item_of("S", 100, taxRate=19), item_of("S", 0, taxRate=7)]
    assert len(rows_of(sale_of(items=items))) == 1
    assert warnings_of(sale_of(items=items)) == [
        "VAT category S 7 adds up to 0.00; DATEV takes no such amount, so it is left out"
    ]
    assert refusals_of(sale_of(items=items[1:])) == ["there is nothing to book: all amounts are 0.00"]


def test_what_is_stated_is_booked() -> None:
    """19 % of 285.00 is 54.15; a seller who rounds each item may bill 54.16."""
    vat = [{"taxCategory": "S", "taxRate": 19, "base": 285, "tax": Decimal("54.16")}]
    totals = {"net": 285, "tax": Decimal("54.16"), "gross": Decimal("339.16"), "vat": vat}
    invoice = sale_of(items=good_input()["items"][:1], totals=totals)
    assert [row[0] for row in rows_of(invoice)] == ["339.16"]
    assert warnings_of(invoice)[0] == "states 54.16 as 19 % of 285, which is 54.15"


@pytest.mark.parametrize(
    ("totals", "refusal"),
    [
        (
            {"gross": Decimal("381.96")},
            "/totals/gross its VAT breakdown adds up to 381.95, but its gross total is 381.96: the difference is 0.01",
        ),
        (
            {"vat": [{"taxCategory": "S", "taxRate": 19, "base": 325, "tax": Decimal("61.75")}]},
            "/totals/gross its VAT breakdown adds up to 386.75, but its gross total is 381.95: the difference is -4.80",
        ),
        (
            {"tax": 56, "gross": Decimal("381.95")},
            "/totals/tax its VAT breakdown adds up to 56.95, but its tax total is 56: the difference is -0.95",
        ),
        (
            {"gross": 335, "vat": [{"taxCategory": "S", "taxRate": 19, "base": 285, "tax": 50}]},
            "/totals/vat 19 % of 285 is 54.15, not 50 (VAT category S)",
        ),
        (
            {"vat": [{"taxRate": 19, "tax": 50}]},
            "/totals/vat/0 row 1 of the VAT breakdown lacks its category, its base or its tax",
        ),
        (
            {"gross": 10, "vat": [{"taxCategory": "Q", "base": 10, "tax": 0}]},
            '/totals/vat VAT category "Q" is unknown; it is one of S, Z, E, AE, K, G, O, L, M',
        ),
    ],
)
def test_amounts_that_contradict_each_other_are_refused(totals: dict[str, Any], refusal: str) -> None:
    assert refusals_of(sale_of(totals=totals)) == [f"0.xml {refusal}"]


def test_an_invoice_without_amounts_is_refused() -> None:
    assert "states no VAT breakdown" in refusals_of(sale_of(items=[]))[0]


@pytest.mark.parametrize(
    ("item", "buyer", "question", "entry"),
    [
        (item_of("S", taxRate=16), {}, "is 16 % an earlier German rate", "S 16"),
        (item_of("E", taxExemptionReason="steuerfrei"), {}, "which paragraph exempts it", "E"),
        (item_of("E", taxExemptionReason="§ 4 Nr. 1 UStG"), {}, "which paragraph exempts it", "E"),
        (item_of("E", taxExemptionReason="§ 4 Nr. 30 UStG"), {}, "which paragraph exempts it", "E"),
        (item_of("E", taxExemptionReason="§ 4 Nr. 3 oder § 4 Nr. 21"), {}, "which paragraph exempts it", "E"),
        (item_of("AE"), {"address": {"country": "DE"}, "vatId": "ATU13585627"}, "say DE and AT", "AE"),
        (item_of("AE"), {}, "The invoice does not say it", "AE"),
        (item_of("AE"), ZURICH, "ends at the border", "AE third country"),
        (item_of("O"), VIENNA, "a service to a business", "O EU"),
        (item_of("O"), {"address": {"country": "DE"}}, "though the buyer is in Germany", "O DE"),
        (item_of("L", taxRate=5), {}, "Canary Islands", "L 5"),
    ],
)
def test_what_an_invoice_leaves_open_is_asked_for(
    item: dict[str, Any], buyer: dict[str, Any], question: str, entry: str
) -> None:
    invoice = sale_of(items=[item], buyer=buyer)
    (refusal,) = refusals_of(invoice)
    assert question in refusal
    assert f'accounts have no entry "{entry}"' in refusal
    assert rows_of(invoice, accounts={entry: "4999"})[0][3] == "4999"
    assert question in warnings_of(invoice, accounts={entry: "4999"})[0]


@pytest.mark.parametrize("vat_id", [None, "DE136695976", "AT" + "9" * 14])
def test_an_intra_community_supply_needs_the_vat_id_of_another_member_state(vat_id: str | None) -> None:
    (refusal,) = refusals_of(sale_of(items=[item_of("K")], buyer={"vatId": vat_id}))
    assert refusal.startswith("0.xml /buyer/vatId the buyer's VAT id is ")


@pytest.mark.parametrize("buyer", [{"id": "K 7"}, {"vatId": "ATU 13585627"}, {"name": "Wiener AG"}])
def test_a_buyer_may_have_an_account_of_its_own(buyer: dict[str, Any]) -> None:
    debtors = {"K 7": "10700", "ATU13585627": "10700", "Wiener AG": 10700}
    assert {row[2] for row in rows_of(sale_of(buyer=buyer), debtors=debtors)} == {"10700"}
    assert {row[2] for row in rows_of(sale_of(), debtors=debtors)} == {"10000"}


def test_numbers_lose_what_the_format_does_not_take() -> None:
    invoice = sale_of(number="RÄ 2026.1/$&%*+-_")
    assert {each.document for each in batch_of(invoice).bookings} == {"R__2026_1/$&%*+-_"}
    assert "R__2026_1" in warnings_of(invoice)[0]
    assert {each.document for each in batch_of(sale_of(number=f"{'1' * 50}2")).bookings} == {f"{'1' * 35}2"}


def test_numbers_that_become_the_same_are_refused() -> None:
    message = 'numbers "RE.1" and "RE 1" are both "RE_1" in the batch; take them in two batches'
    assert refusals_of(sale_of(number="RE 1"), sale_of(number="RE.1")) == [f"1.xml /number {message}"]
    credit = sale_of(number="GS-1", typeCode=381, precedingInvoice="RE.1")
    assert refusals_of(sale_of(number="RE 1"), credit) == [f"1.xml /number {message}"]


def test_an_invoice_counts_once() -> None:
    (refusal,) = refusals_of(sale_of(), sale_of())
    assert refusal == '1.xml /number number "RE-2026-104" is that of 0.xml too; take each invoice once'


def test_bills_of_several_suppliers_are_refused() -> None:
    other = sale_of(number="2", seller={**good_input()["seller"], "name": "Andere GmbH", "vatId": "DE811907980"})
    sellers = '"Andere GmbH" (DE811907980), that of 0.xml is "Muster GmbH" (DE136695976)'
    assert refusals_of(sale_of(), other) == [f"1.xml /seller its seller is {sellers}; take one seller"]
    assert batch_of(sale_of()).seller == '"Muster GmbH" (DE136695976)'


def test_a_document_without_a_seller_is_refused() -> None:
    assert refusals_of(sale_of(seller={}))[0].startswith("0.xml /seller has no seller")


def test_a_foreign_seller_is_refused() -> None:
    for seller in ({"vatId": "ATU13585627"}, {"name": "X", "address": {"country": "AT"}}):
        assert "is in AT" in refusals_of(sale_of(seller=seller))[0]


@pytest.mark.parametrize(
    ("others", "refusal"),
    [
        ({"currency": "USD"}, "/currency its currency is USD"),
        ({"typeCode": 386}, "/typeCode document type 386 is no sale"),
        ({"number": None}, "/number has no number"),
        ({"issueDate": None}, "/issueDate has no issue date"),
        ({"issueDate": "2025-12-31"}, "/issueDate its date 2025-12-31 is not in the fiscal year"),
        ({"issueDate": "2027-01-01"}, "/issueDate its date 2027-01-01 is not in the fiscal year"),
        ({"issueDate": "2026-10-31"}, "/issueDate its date 2026-10-31 is not in the period"),
        ({"dueDate": "9999-01-01"}, "/dueDate 9999-01-01 is not between 2000 and 2099"),
        ({"items": [item_of("S", 10**10, taxRate=19)]}, "/totals/vat 11900000000.00 is too large"),
    ],
)
def test_what_cannot_be_booked_is_refused(others: dict[str, Any], refusal: str) -> None:
    (found,) = refusals_of(sale_of(**others), periodStart="2026-11-01", periodEnd="2026-11-30")
    assert found.startswith(f"0.xml {refusal}")


def test_every_refusal_is_told_at_once() -> None:
    refusals = refusals_of(sale_of(currency="USD"), sale_of(number="2", items=[item_of("S", taxRate=16)]), sale_of())
    assert [refusal.split()[0] for refusal in refusals] == ["2.xml", "0.xml", "1.xml"]


def test_no_invoices_make_no_batch() -> None:
    assert refusals_of() == ["there are no invoices; name at least one"]


@pytest.mark.parametrize(
    ("others", "warning"),
    [
        ({"typeCode": 326}, "may bill an advance payment"),
        ({"prepaidAmount": 100}, "100 is paid already"),
        ({"typeCode": 384, "precedingInvoice": "RE-1"}, "what it replaces must be taken back"),
    ],
)
def test_what_an_adviser_should_look_at_is_said(others: dict[str, Any], warning: str) -> None:
    assert [warning in message for message in warnings_of(sale_of(**others))] == [True]


@pytest.mark.parametrize(
    ("others", "refusal"),
    [
        ({"adviserNumber": None}, '/adviserNumber the adviser number ("Beraternummer") is missing'),
        ({"adviserNumber": 1000}, '/adviserNumber the adviser number ("Beraternummer") is 1000'),
        ({"clientNumber": 100000}, '/clientNumber the client number ("Mandantennummer") is 100000'),
        ({"fiscalYearStart": None}, "/fiscalYearStart the first day of the fiscal year is missing"),
        ({"fiscalYearStart": "9999-01-01"}, "/fiscalYearStart the first day of the fiscal year is 9999-01-01"),
        ({"accountLength": 9}, "/accountLength the length of accounts is 9"),
        ({"periodStart": "2025-12-01"}, "/periodStart 2025-12-01 is not in the fiscal year"),
        ({"periodEnd": "2027-01-01"}, "/periodEnd 2027-01-01 is not in the fiscal year"),
        ({"chart": "07"}, '/chart the chart of accounts is "07"; it is one of 03, 04'),
        ({"periodStart": "2026-02-01", "periodEnd": "2026-01-01"}, "/periodStart the period ends on 2026-01-01"),
        ({"accounts": {"S19": "4400"}}, '/accounts/S19 "S19" is no kind of supply'),
        ({"accounts": {"S 19": "84000"}}, '/accounts/S 19/account "84000" is no account'),
        ({"accounts": {"S 19": "840"}}, '/accounts/S 19/account "840" is no account'),
        ({"accounts": {"S 19": {"account": "4400", "taxKey": "x"}}}, '/accounts/S 19/taxKey "x" is no tax key'),
        ({"debtors": {"Kunde/A": "70000"}}, '/debtors/Kunde~1A "70000" is no account of a debtor'),
        ({"collectiveDebtor": "100000"}, '/collectiveDebtor "100000" is no account of a debtor'),
    ],
)
def test_settings_that_datev_would_refuse_are_refused(others: dict[str, Any], refusal: str) -> None:
    (found,) = refusals_of(sale_of(), **others)
    assert found.startswith(refusal)


def test_settings_are_read_from_json() -> None:
    settings, problems = read_settings({**BOOKS, "accounts": {"S 16": "4410"}, "debtors": {"K 7": 10700}})
    assert problems == []
    assert settings is not None
    assert settings == dataclasses.replace(settings, client_number=55003, fiscal_year_start=date(2026, 1, 1))
    assert settings.all_accounts["S 16"].account == "4410"
    assert settings.all_accounts["S 19"].account == "4400"


def test_an_account_takes_the_place_of_that_of_the_chart() -> None:
    assert rows_of(sale_of(), accounts={"S 19": "4401"})[0][3] == "4401"


@pytest.mark.parametrize(
    ("start", "first", "last"),
    [
        ("2026-01-01", "2026-01-01", "2026-12-31"),
        ("2026-07-15", "2026-07-15", "2027-07-14"),
        ("2028-02-29", "2028-02-29", "2029-02-28"),
    ],
)
def test_a_fiscal_year_has_a_first_and_a_last_day(start: str, first: str, last: str) -> None:
    batch = batch_of(*(sale_of(number=day, issueDate=day) for day in (first, last)), fiscalYearStart=start)
    assert (str(batch.first), str(batch.last)) == (first, last)
    for day in (date.fromisoformat(first) - timedelta(days=1), date.fromisoformat(last) + timedelta(days=1)):
        assert "is not in the fiscal year" in refusals_of(sale_of(issueDate=str(day)), fiscalYearStart=start)[0]


def test_problems_of_settings_name_their_place() -> None:
    value = {"adviserNumber": "29098", "kunde": 1, "accounts": [], "debtors": {"a/b": {}}, "accountLength": True}
    settings, problems = read_settings(value)
    assert settings is None
    assert [problem.pointer for problem in problems] == [
        *("/adviserNumber", "/kunde", "/accounts", "/debtors/a~1b", "/accountLength"),
    ]
