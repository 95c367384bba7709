"""Values of XML files: exact or not at all, and nothing is lost without a word."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from support.einvoice_files import changed, good_xml
from support.einvoice_inputs import good_input, invoice_of
from support.einvoice_rules import Syntax
from support.einvoice_xml import xml_of
from support.places import TESTS

from einvoice.checks import check_invoice
from einvoice.files import Document, read_document
from einvoice.json_form import write_invoice
from einvoice.kinds import Many
from einvoice.model import Adjustment, Invoice, Item, Payment, StatedTotals
from einvoice.records import Record, json_name

FULL = TESTS / "data/zugferd-corpus/XML-Rechnung"
FULL_NAME = "not_validating_full_invoice_based_onTest_EeISI_300_CENfullmodel"
# Terms that the example of CEN with nearly every term does not have, or that no XML has.
NOT_THERE = {
    "/buyer/legalInformation",
    "/buyer/smallBusiness",
    "/buyer/taxNumber",
    "/items/discountAmount",
    "/items/discountPercent",
    "/items/discountReason",
    "/payment/bic",
    "/seller/registrationId",
    "/seller/registrationScheme",
    "/seller/smallBusiness",
    "/taxPointDate",
    "/tenderReference",
}
AS_DEFAULT = {"/currency", "/typeCode"}  # not written in JSON
NOT_EXEMPT = {f"/{kind}/taxExemptionReason{part}" for kind in ("allowances", "charges") for part in ("", "Code")}


def read_changed(syntax: Syntax, old: str, new: str) -> Document:
    return read_document(changed(syntax, old, new))


def totals_of(document: Document) -> StatedTotals:
    assert document.invoice.totals is not None
    return document.invoice.totals


@pytest.mark.parametrize(
    ("syntax", "old", "new", "pointer", "message"),
    [
        ("UBL", ">381.95</cbc:Pay", ">1.381,95</cbc:Pay", "/totals/payable", '"1.381,95" is not a number'),
        ("UBL", ">381.95</cbc:Pay", ">3.8e2</cbc:Pay", "/totals/payable", '"3.8e2" is not a number'),
        ("UBL", ">381.95</cbc:Pay", ">NaN</cbc:Pay", "/totals/payable", '"NaN" is not a number'),
        ("UBL", ">381.95</cbc:Pay", ">٣٨١</cbc:Pay", "/totals/payable", '"٣٨١" is not a number'),
        ("UBL", ">381.95</cbc:Pay", ">3 81</cbc:Pay", "/totals/payable", '"3 81" is not a number'),
        ("UBL", ">381.95</cbc:Pay", ">38<x/>1.95</cbc:Pay", "/totals/payable", "there are elements such as"),
        ("UBL", ">95</cbc:Price", f">{'9' * 13}</cbc:Price", "/items/0/unitPrice", "has more than 12 digits"),
        ("UBL", ">95</cbc:Price", f">{'9' * 100_000}</cbc:Price", "/items/0/unitPrice", "is longer than any number"),
        ("UBL", 'EUR">20</cbc:Price', 'USD">20</cbc:Price', "/items/1/unitPrice", 'is "20" in "USD", and the invoice'),
        ("CII", 'EUR">56.95', 'CHF">56.95', "/totals/tax", 'is "56.95" in "CHF", and the invoice is in "EUR"'),
        ("UBL", ">2026-11-26<", ">26.11.2026<", "/issueDate", '"26.11.2026" is not an ISO date'),
        ("UBL", ">2026-11-26<", ">2026-02-30<", "/issueDate", "2026-02-30 is not in the calendar"),
        ("CII", ">20261126<", ">2026-11-26<", "/issueDate", '"2026-11-26" is not a date of the format 102'),
        ("CII", ">20261126<", ">20260230<", "/issueDate", "2026-02-30 is not in the calendar"),
        ("CII", '"102">20261120', '"203">202611201200', "/serviceDate", 'in the date format "203"'),
        ("CII", ' format="102">20261120', ">20261120", "/serviceDate", 'in the date format ""'),
    ],
)
def test_a_value_that_cannot_be_read_is_told_and_missing(
    syntax: Syntax, old: str, new: str, pointer: str, message: str
) -> None:
    document = read_changed(syntax, old, new)
    (problem,) = document.problems
    assert problem.pointer == pointer
    assert message in problem.message
    assert len(problem.message) < 200
    value = document.invoice
    for step in pointer[1:].split("/"):
        name = "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in step)
        value = value[int(step)] if isinstance(value, tuple) else getattr(value, name)
    assert value is None


@pytest.mark.parametrize(
    ("written", "number"), [("381", "381"), ("+381.95", "381.95"), (".5", "0.5"), ("5.", "5"), ("\n -0.0 ", "0")]
)
def test_each_spelling_of_a_decimal_is_read(written: str, number: str) -> None:
    document = read_changed("UBL", ">381.95</cbc:Pay", f">{written}</cbc:Pay")
    assert (totals_of(document).payable, document.problems) == (Decimal(number), ())


@pytest.mark.parametrize("syntax", ["UBL", "CII"])
def test_codes_are_those_of_the_file_and_never_what_people_mean(syntax: Syntax) -> None:
    assert read_changed(syntax, "H87", "PCE").invoice.items[1].unit == "PCE"
    assert read_changed(syntax, ">380<", ">Rechnung<").invoice.type_code == "Rechnung"
    payment = read_changed(syntax, ">58<", ">Überweisung<").invoice.payment
    assert payment is not None
    assert payment.means_code == "Überweisung"


@pytest.mark.parametrize(
    ("syntax", "currency", "type_code"),
    [
        (
            "UBL",
            "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>",
            "<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>",
        ),
        ("CII", "<ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>", "<ram:TypeCode>380</ram:TypeCode>"),
    ],
)
def test_what_the_file_does_not_say_gets_no_default(syntax: Syntax, currency: str, type_code: str) -> None:
    assert read_changed(syntax, currency, "").invoice.currency is None
    assert read_changed(syntax, type_code, "").invoice.type_code is None


def test_an_empty_element_is_as_if_it_were_absent() -> None:
    document = read_changed("UBL", "<cbc:BuyerReference>04011000-12345ABCXYZ-86<", "<cbc:BuyerReference> <")
    assert (document.invoice.buyer_reference, document.problems, document.not_read) == (None, (), ())


def test_tax_in_the_currency_of_accounting_is_not_the_tax_of_the_invoice() -> None:
    other = '<cac:TaxTotal><cbc:TaxAmount currencyID="CZK">1400</cbc:TaxAmount></cac:TaxTotal>'
    for document in (
        read_changed("UBL", "<cac:TaxTotal>", f"{other}<cac:TaxTotal>"),
        read_changed("UBL", "</cac:TaxTotal>", f"</cac:TaxTotal>{other}"),
    ):
        assert (totals_of(document).tax, len(totals_of(document).vat)) == (Decimal("56.95"), 2)
        assert (document.problems, document.not_read) == ((), ("TaxTotal (1)",))
    other = '<ram:TaxTotalAmount currencyID="CZK">1400</ram:TaxTotalAmount>'
    document = read_changed("CII", "<ram:TaxTotalAmount", f"{other}<ram:TaxTotalAmount")
    assert totals_of(document).tax == Decimal("56.95")
    assert document.not_read == ("SpecifiedTradeSettlementHeaderMonetarySummation/TaxTotalAmount (1)",)


def test_a_term_is_never_put_together_from_two_elements() -> None:
    second = '<cac:Price><cbc:PriceAmount>7</cbc:PriceAmount><cbc:BaseQuantity unitCode="HUR">100</cbc:BaseQuantity>'
    document = read_changed("UBL", "</cac:Price>", f"</cac:Price>{second}</cac:Price>")
    item = document.invoice.items[0]
    assert (item.unit_price, item.price_quantity) == (Decimal(95), None)
    assert document.not_read == ("InvoiceLine/Price (1)",)


def test_further_accounts_are_told() -> None:
    means = "PaymentMeans><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode>"
    account = "<cac:PayeeFinancialAccount><cbc:ID>DE88</cbc:ID></cac:PayeeFinancialAccount>"
    document = read_changed("UBL", "<cac:TaxTotal>", f"<cac:{means}{account}</cac:PaymentMeans><cac:TaxTotal>")
    assert document.invoice.payment == Payment(means_code="58", iban="DE02120300000000202051")
    assert document.not_read == ("PaymentMeans (1)",)


def test_what_the_model_has_no_term_for_is_told_with_its_count() -> None:
    reference = "<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID></cac:AdditionalDocumentReference>"
    party = "<cac:AccountingSupplierParty>"
    document = read_changed("UBL", party, f'{reference * 2}<x xmlns="urn:x">1</x>{party}')
    assert document.not_read == ("AdditionalDocumentReference (2)", "x (1)")


def test_elements_of_other_namespaces_are_not_those_of_an_invoice() -> None:
    document = read_changed("UBL", "<cbc:ID>RE-2026-104</cbc:ID>", '<ID xmlns="urn:x">RE-2026-104</ID>')
    assert (document.invoice.number, document.not_read) == (None, ("ID (1)",))


def test_a_credit_note_has_its_due_date_with_the_payment() -> None:
    xml = good_xml("UBL").replace("Invoice-2", "CreditNote-2").replace("<Invoice ", "<CreditNote ")
    xml = xml.replace("</Invoice>", "</CreditNote>").replace("InvoiceLine>", "CreditNoteLine>")
    xml = xml.replace("InvoicedQuantity", "CreditedQuantity").replace("InvoiceTypeCode", "CreditNoteTypeCode")
    xml = xml.replace("<cbc:DueDate>2026-12-10</cbc:DueDate>", "").replace("380", "381")
    means = "</cbc:PaymentMeansCode>"
    document = read_document(xml.replace(means, f"{means}<cbc:PaymentDueDate>2026-12-24</cbc:PaymentDueDate>").encode())
    assert (document.invoice.type_code, str(document.invoice.due_date)) == ("381", "2026-12-24")
    assert [item.quantity for item in document.invoice.items] == [3, 2]


def terms_within(record: type) -> Iterator[str]:
    """Yield the JSON pointers of the terms of a record, without the places in lists."""
    for each in dataclasses.fields(record):
        kind = each.metadata["kind"]
        kind = kind.one if isinstance(kind, Many) else kind
        below = terms_within(kind.record) if isinstance(kind, Record) else [""]
        yield from (f"/{json_name(each.name)}{rest}" for rest in below)


def values_within(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield each value of a JSON object with its pointer, without the places in lists."""
    if isinstance(value, list):
        yield from (each for item in value for each in values_within(item))
    elif isinstance(value, dict):
        yield from ((f"/{name}{rest}", each) for name, one in value.items() for rest, each in values_within(one))
    else:
        yield "", value


def full_example(folder: str) -> dict[str, list[Any]]:
    content = (FULL / folder.upper() / f"{FULL_NAME}.{folder}.xml").read_bytes()
    values: dict[str, list[Any]] = {}
    for pointer, value in values_within(write_invoice(read_document(content).invoice)):
        values.setdefault(pointer, []).append(value)
    return values


def test_every_term_of_the_model_is_read() -> None:
    assert set(terms_within(Invoice)) - set(full_example("cii")) == NOT_THERE | AS_DEFAULT | NOT_EXEMPT


def test_both_syntaxes_say_the_same() -> None:
    cii, ubl = full_example("cii"), full_example("ubl")
    absent = {pointer for pointer in cii if pointer not in ubl}
    assert {pointer.split("/")[1] for pointer in absent} == {"payment", "payee", "roundingAmount"}
    differing = {pointer for pointer in ubl if ubl[pointer] != cii[pointer]}
    # the sums of one of both are wrong
    assert [pointer for pointer in differing if not isinstance(ubl[pointer][0], Decimal)] == ["/businessProcess"]


TENDER = """<ram:AdditionalReferencedDocument><ram:IssuerAssignedID>T1</ram:IssuerAssignedID>
<ram:TypeCode>50</ram:TypeCode></ram:AdditionalReferencedDocument>"""
TAX_NUMBER = """<ram:SpecifiedTaxRegistration><ram:ID schemeID="FC">12/345</ram:ID></ram:SpecifiedTaxRegistration>"""
TAX_POINT = """<ram:TaxPointDate><udt:DateString format="102">20261127</udt:DateString></ram:TaxPointDate>"""
FREIGHT = """<ram:SpecifiedLogisticsServiceCharge><ram:Description>Fracht</ram:Description>
<ram:AppliedAmount>9.50</ram:AppliedAmount><ram:AppliedTradeTax><ram:TypeCode>VAT</ram:TypeCode>
<ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>19</ram:RateApplicablePercent></ram:AppliedTradeTax>
</ram:SpecifiedLogisticsServiceCharge>"""
DISCOUNT = """<ram:SpecifiedTradePaymentTerms><ram:Description>#SKONTO#TAGE=14#PROZENT=2.00#
</ram:Description></ram:SpecifiedTradePaymentTerms>"""


@pytest.mark.parametrize(
    ("before", "added", "pointer", "value"),
    [
        ("</ram:ApplicableHeaderTradeAgreement>", TENDER, "/tenderReference", ["T1"]),
        ("<ram:SpecifiedTaxRegistration>", TAX_NUMBER, "/seller/taxNumber", ["12/345"]),
        ("<ram:SpecifiedTaxRegistration>", TAX_NUMBER, "/seller/vatId", ["DE136695976"]),
        ("<ram:CategoryCode>S</ram:CategoryCode>\n        <", TAX_POINT, "/taxPointDate", ["2026-11-27"]),
        ("<ram:SpecifiedTradePaymentTerms>", FREIGHT, "/charges/amount", [Decimal("9.50")]),
        ("<ram:SpecifiedTradePaymentTerms>", FREIGHT, "/charges/taxRate", [19]),
        ("<ram:SpecifiedTradePaymentTerms>", DISCOUNT, "/paymentTerms", ["#SKONTO#TAGE=14#PROZENT=2.00#\n"]),
        ("<ram:SpecifiedTradePaymentTerms>", DISCOUNT, "/dueDate", ["2026-12-10"]),
    ],
)
def test_further_terms_of_cii_are_read(before: str, added: str, pointer: str, value: list[Any]) -> None:
    document = read_changed("CII", before, f"{added}{before}")
    values = [each for found, each in values_within(write_invoice(document.invoice)) if found == pointer]
    assert (values, document.problems, document.not_read) == (value, (), ())


def test_reasons_for_exemption_stand_with_what_is_exempt() -> None:
    value = good_input() | {"charges": [{"amount": 5, "taxCategory": "E", "reason": "Porto"}]}
    for item in value["items"][1:] + value["charges"]:
        item |= {"taxCategory": "E", "taxRate": 0, "taxExemptionReason": "§ 4 UStG"}
    for syntax in ("UBL", "CII"):
        invoice = read_document(xml_of(invoice_of(value), syntax).encode()).invoice
        parts: list[Item | Adjustment] = [*invoice.items, *invoice.charges]
        assert [part.tax_exemption_reason for part in parts] == [None, "§ 4 UStG", "§ 4 UStG"]
        assert check_invoice(invoice).errors == ()
