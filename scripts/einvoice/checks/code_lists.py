# skillc copies this file into each skill; change it in src/einvoice, not there
"""Codes that are not in their public list: BR-CL-01 to BR-CL-26."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..codes.countries import COUNTRIES
from ..codes.currencies import CURRENCIES
from ..codes.electronic_addresses import SCHEMES
from ..codes.exemption_reasons import EXEMPTION_REASONS
from ..codes.identifier_schemes import IDENTIFIER_SCHEMES
from ..codes.payment_means import PAYMENT_MEANS
from ..codes.type_codes import TYPE_CODES
from ..codes.units import TRAPS, UNITS
from ..codes.vat_categories import VAT_CATEGORIES
from ..model import Address, Invoice
from ..records import json_name
from .check import Place, Severity, advice, core, wrong

PARTS_WITH_SUBJECT = 3  # before, between and after the marks
SUBJECT_LENGTH = 3
SUBJECT = re.compile(r"[A-Z]{3}\Z")


@core("type-code-list", "BR-CL-01")
def _type_code(invoice: Invoice) -> Iterator[Place]:
    if invoice.type_code and invoice.type_code not in TYPE_CODES:
        yield wrong(f'"{invoice.type_code}" is not a type code: 380 is an invoice, 381 a credit note', "/typeCode")


@core("currency-list", "BR-CL-04")
def _currency(invoice: Invoice) -> Iterator[Place]:
    if invoice.currency and invoice.currency not in CURRENCIES:
        yield wrong(f'"{invoice.currency}" is not a currency code of ISO 4217, such as EUR', "/currency")


@core("country-list", "BR-CL-14")
def _countries(invoice: Invoice) -> Iterator[Place]:
    for pointer, address in _addresses(invoice):
        if address and address.country and address.country not in COUNTRIES:
            yield wrong(f'"{address.country}" is not a country code of ISO 3166, such as DE', f"{pointer}/country")


@core("payment-means-list", "BR-CL-16")
def _payment_means(invoice: Invoice) -> Iterator[Place]:
    code = invoice.payment and invoice.payment.means_code
    if code and code not in PAYMENT_MEANS:
        message = f'"{code}" is not a code of a payment means: 58 is a SEPA credit transfer, 59 a direct debit'
        yield wrong(message, "/payment/meansCode")


@core("item-vat-category-list", "BR-CL-18")
def _item_categories(invoice: Invoice) -> Iterator[Place]:
    for index, item in enumerate(invoice.items):
        if item.tax_category and item.tax_category not in VAT_CATEGORIES:
            yield _not_a_category(item.tax_category, f"/items/{index}/taxCategory")


@core("adjustment-vat-category-list", "BR-CL-17")
def _adjustment_categories(invoice: Invoice) -> Iterator[Place]:
    for kind in ("allowances", "charges"):
        for index, part in enumerate(getattr(invoice, kind)):
            if part.tax_category and part.tax_category not in VAT_CATEGORIES:
                yield _not_a_category(part.tax_category, f"/{kind}/{index}/taxCategory")


@core("exemption-reason-list", "BR-CL-22")
def _exemption_reasons(invoice: Invoice) -> Iterator[Place]:
    for kind in ("items", "allowances", "charges"):
        for index, part in enumerate(getattr(invoice, kind)):
            code = part.tax_exemption_reason_code
            if code and code.upper() not in EXEMPTION_REASONS:
                yield wrong(f'"{code}" is not a VATEX code', f"/{kind}/{index}/taxExemptionReasonCode")


@core("unit-list", "BR-CL-23", Severity.WARNING)
def _units(invoice: Invoice) -> Iterator[Place]:
    """Warn only: the table of units here is not the whole recommendation."""
    for index, item in enumerate(invoice.items):
        if item.unit and item.unit not in UNITS and item.unit not in TRAPS:
            message = f'"{item.unit}" is not among the units that are known here; H87 is a piece, HUR an hour'
            yield wrong(message, f"/items/{index}/unit")


@advice("unit-trap", "UN/ECE Rec. 20")
def _unit_traps(invoice: Invoice) -> Iterator[Place]:
    for index, item in enumerate(invoice.items):
        if item.unit in TRAPS:
            meaning, instead = TRAPS[item.unit]
            yield wrong(f"{item.unit} is the code of {meaning}; {instead}", f"/items/{index}/unit")


@core("note-subject", "BR-CL-08")
def _note_subjects(invoice: Invoice) -> Iterator[Place]:
    """UBL puts the subject of a note in its text, as #AAI#: a code of UN/CEFACT UNTDID 4451."""
    for index, note in enumerate(invoice.notes):
        marked = note.split("#", 2)
        if len(marked) == PARTS_WITH_SUBJECT and len(marked[1]) == SUBJECT_LENGTH and not SUBJECT.match(marked[1]):
            message = f'"#{marked[1]}#" would be read as the code of the note\'s subject; write it without #'
            yield wrong(message, f"/notes/{index}")


@core("electronic-address-list", "BR-CL-25")
def _electronic_addresses(invoice: Invoice) -> Iterator[Place]:
    for role in ("seller", "buyer"):
        party = getattr(invoice, role)
        address = party and party.electronic_address
        if address and address.scheme and address.scheme not in SCHEMES:
            message = f'"{address.scheme}" is not a scheme of electronic addresses: EM is e-mail, 0204 a Leitweg-ID'
            yield wrong(message, f"/{role}/electronicAddress/scheme")


@core("identifier-scheme-list", "BR-CL-10")
def _party_schemes(invoice: Invoice) -> Iterator[Place]:
    for role in ("seller", "buyer", "payee"):
        party = getattr(invoice, role)
        yield from _not_a_scheme(party and party.id_scheme, f"/{role}/idScheme")


@core("registration-scheme-list", "BR-CL-11")
def _registration_schemes(invoice: Invoice) -> Iterator[Place]:
    for role in ("seller", "buyer", "payee"):
        party = getattr(invoice, role)
        yield from _not_a_scheme(party and party.registration_scheme, f"/{role}/registrationScheme")


@core("item-scheme-list", "BR-CL-21")
def _item_schemes(invoice: Invoice) -> Iterator[Place]:
    for index, item in enumerate(invoice.items):
        yield from _not_a_scheme(item.standard_item_scheme, f"/items/{index}/standardItemScheme")


@core("location-scheme-list", "BR-CL-26")
def _location_schemes(invoice: Invoice) -> Iterator[Place]:
    scheme = invoice.deliver_to.id_scheme if invoice.deliver_to else None
    yield from _not_a_scheme(scheme, "/deliverTo/idScheme")


def _addresses(invoice: Invoice) -> Iterator[tuple[str, Address | None]]:
    for role in ("seller", "buyer", "tax_representative", "deliver_to"):
        party = getattr(invoice, role)
        if party:
            yield f"/{json_name(role)}/address", party.address


def _not_a_category(code: str, pointer: str) -> Place:
    return wrong(f'"{code}" is not a VAT category; it is one of {", ".join(VAT_CATEGORIES)}', pointer)


def _not_a_scheme(code: str | None, pointer: str) -> Iterator[Place]:
    if code and code not in IDENTIFIER_SCHEMES:
        yield wrong(f'"{code}" is not a scheme of ISO 6523, such as 0088 for a GLN or 0160 for a GTIN', pointer)


CHECKS = (
    _type_code,
    _currency,
    _countries,
    _payment_means,
    _item_categories,
    _adjustment_categories,
    _exemption_reasons,
    _units,
    _unit_traps,
    _note_subjects,
    _electronic_addresses,
    _party_schemes,
    _registration_schemes,
    _item_schemes,
    _location_schemes,
)
