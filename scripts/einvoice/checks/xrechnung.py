# skillc copies this file into each skill; change it in src/einvoice, not there
"""What XRechnung 3.0 asks beyond EN 16931, but for payment."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..codes.type_codes import CORRECTED, IN_XRECHNUNG
from ..codes.vat_categories import OUTSIDE_SCOPE
from ..model import Address, Contact, DeliverTo, Invoice, Party
from ..totals import taxed_parts, vat_key
from .check import Check, Place, Severity, missing, wrong, xrechnung

PHONE = re.compile(r"(.*[0-9].*){3,}", re.DOTALL)
EMAIL = re.compile(r"[^@\s]+@([^@.\s]+\.)+[^@.\s]+\Z")


@xrechnung("buyer-reference", "BR-DE-15")
def _buyer_reference(invoice: Invoice) -> Iterator[Place]:
    if not invoice.buyer_reference:
        message = "XRechnung needs the buyer reference: the Leitweg-ID of an authority, or what else the buyer named"
        yield missing(message, "/buyerReference")


@xrechnung("seller-contact", "BR-DE-2")
def _seller_contact(invoice: Invoice) -> Iterator[Place]:
    if not (invoice.seller or Party()).contact:
        yield missing("the seller has no contact", "/seller/contact")


def _contact_term(check_id: str, rule: str, name: str, what: str) -> Check:
    @xrechnung(check_id, rule)
    def has_term(invoice: Invoice) -> Iterator[Place]:
        contact = (invoice.seller or Party()).contact
        if contact and not getattr(contact, name):
            yield missing(f"the seller's contact has no {what}", f"/seller/contact/{name}")

    return has_term


@xrechnung("seller-phone", "BR-DE-27", Severity.WARNING)
def _phone(invoice: Invoice) -> Iterator[Place]:
    phone = ((invoice.seller or Party()).contact or Contact()).phone
    if phone and not PHONE.match(phone):
        yield wrong(f'"{phone}" has fewer than three digits', "/seller/contact/phone")


@xrechnung("seller-email", "BR-DE-28", Severity.WARNING)
def _email(invoice: Invoice) -> Iterator[Place]:
    email = ((invoice.seller or Party()).contact or Contact()).email
    if email and not EMAIL.match(email.strip()):
        yield wrong(f'"{email}" is not an e-mail address', "/seller/contact/email")


def _address_term(check_id: str, rule: str, role: str, name: str) -> Check:
    pointer, address_of = _ADDRESSES[role]

    @xrechnung(check_id, rule)
    def has_term(invoice: Invoice) -> Iterator[Place]:
        address = address_of(invoice)
        if address and not getattr(address, name):
            yield missing(f"the {role}'s address has no {name}", f"{pointer}/{name}")

    return has_term


_ADDRESSES: dict[str, tuple[str, Callable[[Invoice], Address | None]]] = {
    "seller": ("/seller/address", lambda invoice: (invoice.seller or Party()).address),
    "buyer": ("/buyer/address", lambda invoice: (invoice.buyer or Party()).address),
    "delivery": ("/deliverTo/address", lambda invoice: (invoice.deliver_to or DeliverTo()).address),
}


def _electronic_address(role: str, rule: str) -> Check:
    @xrechnung(f"{role}-electronic-address", rule)
    def has_address(invoice: Invoice) -> Iterator[Place]:
        address = (getattr(invoice, role) or Party()).electronic_address
        if not (address and address.value):
            message = f"the {role} has no electronic address, such as an e-mail address with the scheme EM"
            yield missing(message, f"/{role}/electronicAddress")

    return has_address


@xrechnung("seller-tax-id", "BR-DE-16")
def _seller_tax_id(invoice: Invoice) -> Iterator[Place]:
    seller = invoice.seller or Party()
    if all(vat_key(part)[0] in {"", OUTSIDE_SCOPE} for part in taxed_parts(invoice)):
        return
    if not (seller.vat_id or seller.tax_number or invoice.tax_representative):
        message = "the seller has neither a VAT id nor a tax number"
        yield missing(message, "/seller/vatId", "/seller/taxNumber", "/taxRepresentative")


@xrechnung("type-code-xrechnung", "BR-DE-17", Severity.WARNING)
def _type_code(invoice: Invoice) -> Iterator[Place]:
    if invoice.type_code and invoice.type_code not in IN_XRECHNUNG:
        codes = ", ".join(sorted(IN_XRECHNUNG))
        yield wrong(f"XRechnung does not know type code {invoice.type_code}; it is one of {codes}", "/typeCode")


@xrechnung("corrected-invoice", "BR-DE-26", Severity.WARNING)
def _corrected_invoice(invoice: Invoice) -> Iterator[Place]:
    if invoice.type_code == CORRECTED and not invoice.preceding_invoice:
        yield missing("a correction names the invoice that it corrects", "/precedingInvoice")


@xrechnung("service-date", "BR-DE-TMP-32", Severity.INFORMATION)
def _service_date(invoice: Invoice) -> Iterator[Place]:
    if invoice.service_date or invoice.service_period:
        return
    if not all(item.service_period for item in invoice.items):
        message = "nothing says when the goods or services were supplied (§ 14 (4) UStG)"
        yield missing(message, "/serviceDate", "/servicePeriod")


CHECKS = (
    _buyer_reference,
    _seller_contact,
    _contact_term("seller-contact-name", "BR-DE-5", "name", "name"),
    _contact_term("seller-contact-phone", "BR-DE-6", "phone", "telephone number"),
    _contact_term("seller-contact-email", "BR-DE-7", "email", "e-mail address"),
    _phone,
    _email,
    _address_term("seller-city", "BR-DE-3", "seller", "city"),
    _address_term("seller-postcode", "BR-DE-4", "seller", "postcode"),
    _address_term("buyer-city", "BR-DE-8", "buyer", "city"),
    _address_term("buyer-postcode", "BR-DE-9", "buyer", "postcode"),
    _address_term("delivery-city", "BR-DE-10", "delivery", "city"),
    _address_term("delivery-postcode", "BR-DE-11", "delivery", "postcode"),
    _electronic_address("seller", "PEPPOL-EN16931-R020"),
    _electronic_address("buyer", "PEPPOL-EN16931-R010"),
    _seller_tax_id,
    _type_code,
    _corrected_invoice,
    _service_date,
)
