# skillc copies this file into each skill; change it in src/einvoice, not there
"""Check digits of ids. They warn and never block: official examples fail them too."""

from __future__ import annotations

from collections.abc import Iterator

from ..codes.electronic_addresses import LEITWEG_ID
from ..codes.payment_means import SEPA_CREDIT_TRANSFER, SEPA_DIRECT_DEBIT
from ..identifiers import has_form_of_vat_id, is_iban, is_leitweg_id, is_vat_id, looks_like_leitweg_id
from ..model import DirectDebit, Invoice, Payment
from ..records import json_name
from .check import Place, Severity, advice, wrong, xrechnung


@xrechnung("iban", "BR-DE-19", Severity.WARNING)
def _iban(invoice: Invoice) -> Iterator[Place]:
    payment = invoice.payment or Payment()
    if payment.means_code == SEPA_CREDIT_TRANSFER and payment.iban and not is_iban(payment.iban):
        yield wrong(f'"{payment.iban}" is not an IBAN: its length or its check digits are wrong', "/payment/iban")


@xrechnung("debited-iban", "BR-DE-20", Severity.WARNING)
def _debited_iban(invoice: Invoice) -> Iterator[Place]:
    payment = invoice.payment or Payment()
    iban = (payment.direct_debit or DirectDebit()).iban
    if payment.means_code == SEPA_DIRECT_DEBIT and iban and not is_iban(iban):
        yield wrong(f'"{iban}" is not an IBAN: its length or its check digits are wrong', "/payment/directDebit/iban")


@advice("vat-id", "check digits of VAT ids")
def _vat_ids(invoice: Invoice) -> Iterator[Place]:
    for role in ("seller", "buyer", "tax_representative"):
        party = getattr(invoice, role)
        if party and party.vat_id and not is_vat_id(party.vat_id):
            pointer = f"/{json_name(role)}/vatId"
            fault = "check digits are wrong" if has_form_of_vat_id(party.vat_id) else "form is not that of its country"
            yield wrong(f'"{party.vat_id}" is not a VAT id: its {fault}', pointer)


@advice("leitweg-id", "Leitweg-ID")
def _leitweg_ids(invoice: Invoice) -> Iterator[Place]:
    reference = invoice.buyer_reference
    if reference and looks_like_leitweg_id(reference) and not is_leitweg_id(reference):
        yield wrong(f'the check digits of the Leitweg-ID "{reference}" are wrong', "/buyerReference")
    address = invoice.buyer and invoice.buyer.electronic_address
    if address and address.scheme == LEITWEG_ID and address.value and not is_leitweg_id(address.value):
        yield wrong(f'"{address.value}" is not a Leitweg-ID', "/buyer/electronicAddress/value")


CHECKS = (_iban, _debited_iban, _vat_ids, _leitweg_ids)
