# skillc copies this file into each skill; change it in src/einvoice, not there
"""Who sells, buys, is paid and receives: names, addresses and ids that EN 16931 wants."""

from __future__ import annotations

from collections.abc import Iterator

from ..codes.countries import VAT_PREFIXES
from ..model import Invoice, Party
from ..records import json_name
from .check import Check, Place, core, missing, wrong


def _party_terms(role: str, rules: tuple[str, str, str, str]) -> tuple[Check, ...]:
    """Return the checks of the name, the address, the country and the scheme of the electronic address of a party."""
    name, address, country, scheme = rules

    def party_of(invoice: Invoice) -> Party:
        party: Party | None = getattr(invoice, role)
        return party or Party()

    @core(f"{role}-name", name)
    def has_name(invoice: Invoice) -> Iterator[Place]:
        if not party_of(invoice).name:
            yield missing(f"the {role} has no name", f"/{role}/name")

    @core(f"{role}-address", address)
    def has_address(invoice: Invoice) -> Iterator[Place]:
        if not party_of(invoice).address:
            yield missing(f"the {role} has no postal address", f"/{role}/address")

    @core(f"{role}-country", country)
    def has_country(invoice: Invoice) -> Iterator[Place]:
        found = party_of(invoice).address
        if found and not found.country:
            yield missing(f"the {role}'s address has no country, such as DE", f"/{role}/address/country")

    @core(f"{role}-electronic-address-scheme", scheme)
    def has_scheme(invoice: Invoice) -> Iterator[Place]:
        found = party_of(invoice).electronic_address
        if found and not found.scheme:
            message = f"the {role}'s electronic address has no scheme, such as EM for an e-mail address"
            yield missing(message, f"/{role}/electronicAddress/scheme")

    return has_name, has_address, has_country, has_scheme


@core("payee-name", "BR-17")
def _payee_name(invoice: Invoice) -> Iterator[Place]:
    if invoice.payee and not invoice.payee.name:
        yield missing("the payee has no name; leave the payee out when the seller is paid", "/payee/name")


@core("tax-representative-name", "BR-18")
def _representative_name(invoice: Invoice) -> Iterator[Place]:
    if invoice.tax_representative and not invoice.tax_representative.name:
        yield missing("the tax representative has no name", "/taxRepresentative/name")


@core("tax-representative-address", "BR-19")
def _representative_address(invoice: Invoice) -> Iterator[Place]:
    if invoice.tax_representative and not invoice.tax_representative.address:
        yield missing("the tax representative has no postal address", "/taxRepresentative/address")


@core("tax-representative-country", "BR-20")
def _representative_country(invoice: Invoice) -> Iterator[Place]:
    representative = invoice.tax_representative
    if representative and representative.address and not representative.address.country:
        yield missing("the tax representative's address has no country", "/taxRepresentative/address/country")


@core("tax-representative-vat-id", "BR-56")
def _representative_vat_id(invoice: Invoice) -> Iterator[Place]:
    if invoice.tax_representative and not invoice.tax_representative.vat_id:
        yield missing("the tax representative has no VAT id", "/taxRepresentative/vatId")


@core("deliver-to-country", "BR-57")
def _deliver_to_country(invoice: Invoice) -> Iterator[Place]:
    address = invoice.deliver_to and invoice.deliver_to.address
    if address and not address.country:
        yield missing("the delivery address has no country", "/deliverTo/address/country")


@core("seller-identifier", "BR-CO-26")
def _seller_identifier(invoice: Invoice) -> Iterator[Place]:
    seller = invoice.seller or Party()
    if not (seller.vat_id or seller.registration_id or seller.id):
        message = "the seller has no VAT id, registration id or id; a tax number alone does not identify a seller"
        yield missing(message, "/seller/vatId", "/seller/registrationId", "/seller/id")


@core("vat-id-country", "BR-CO-09")
def _vat_id_country(invoice: Invoice) -> Iterator[Place]:
    for role in ("seller", "buyer", "tax_representative"):
        party = getattr(invoice, role)
        if party and party.vat_id and party.vat_id[:2] not in VAT_PREFIXES:
            pointer = f"/{json_name(role)}/vatId"
            yield wrong(f'the VAT id "{party.vat_id}" does not begin with a country, such as DE', pointer)


CHECKS = (
    *_party_terms("seller", ("BR-06", "BR-08", "BR-09", "BR-62")),
    *_party_terms("buyer", ("BR-07", "BR-10", "BR-11", "BR-63")),
    _payee_name,
    _representative_name,
    _representative_address,
    _representative_country,
    _representative_vat_id,
    _deliver_to_country,
    _seller_identifier,
    _vat_id_country,
)
