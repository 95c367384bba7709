# skillc copies this file into each skill; change it in src/einvoice, not there
"""How the invoice is paid: a means of payment and the terms that go with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..codes.payment_means import CARD, CREDIT_TRANSFER, DIRECT_DEBIT, SEPA_DIRECT_DEBIT
from ..model import Card, DirectDebit, Invoice, Payment
from ..totals import totals
from .check import Place, Severity, advice, core, missing, wrong, xrechnung

LONGEST_CARD_NUMBER = 10
SKONTO = re.compile(r"#SKONTO#TAGE=[0-9]+#PROZENT=[0-9]+\.[0-9]{2}(#BASISBETRAG=-?[0-9]+\.[0-9]{2})?#\Z")
AFTER_SKONTO = re.compile(r"\s*\n")


@core("payment-means", "BR-49")
def _means(invoice: Invoice) -> Iterator[Place]:
    if invoice.payment and not invoice.payment.means_code:
        yield missing("the payment has no means code: 58 is a SEPA credit transfer", "/payment/meansCode")


@core("credit-transfer-account", "BR-61")
def _transfer_account(invoice: Invoice) -> Iterator[Place]:
    payment = invoice.payment
    if payment and payment.means_code in CREDIT_TRANSFER and not payment.iban:
        yield missing("a credit transfer needs the account to pay to", "/payment/iban")


@core("card-number-length", "BR-51", Severity.WARNING)
def _card_number(invoice: Invoice) -> Iterator[Place]:
    card = invoice.payment and invoice.payment.card
    if card and card.number and len(card.number) > LONGEST_CARD_NUMBER:
        message = "give the last 4 to 6 digits of the card only: security rules forbid the whole number"
        yield wrong(message, "/payment/card/number")


@xrechnung("payment-instructions", "BR-DE-1")
def _instructions(invoice: Invoice) -> Iterator[Place]:
    if not invoice.payment:
        yield missing("XRechnung asks how the invoice is paid", "/payment")


@xrechnung("credit-transfer-only", "BR-DE-23-b")
def _transfer_only(invoice: Invoice) -> Iterator[Place]:
    payment = invoice.payment or Payment()
    if payment.means_code in CREDIT_TRANSFER:
        yield from _unwanted(payment, "a credit transfer", card=True, direct_debit=True)


@xrechnung("card", "BR-DE-24-a")
def _card(invoice: Invoice) -> Iterator[Place]:
    payment = invoice.payment or Payment()
    if payment.means_code in CARD and not (payment.card or Card()).number:
        yield missing("a payment by card needs the last digits of its number", "/payment/card/number")


@xrechnung("card-only", "BR-DE-24-b")
def _card_only(invoice: Invoice) -> Iterator[Place]:
    payment = invoice.payment or Payment()
    if payment.means_code in CARD:
        yield from _unwanted(payment, "a payment by card", iban=True, direct_debit=True)


@xrechnung("direct-debit", "BR-DE-25-a")
def _direct_debit(invoice: Invoice) -> Iterator[Place]:
    payment = invoice.payment or Payment()
    if payment.means_code == SEPA_DIRECT_DEBIT and not payment.direct_debit:
        yield missing("a direct debit needs mandate, creditor id and account", "/payment/directDebit")


@xrechnung("direct-debit-only", "BR-DE-25-b")
def _direct_debit_only(invoice: Invoice) -> Iterator[Place]:
    payment = invoice.payment or Payment()
    if payment.means_code == SEPA_DIRECT_DEBIT:
        yield from _unwanted(payment, "a direct debit", iban=True, card=True)


@xrechnung("direct-debit-mandate", "PEPPOL-EN16931-R061")
def _mandate(invoice: Invoice) -> Iterator[Place]:
    payment = invoice.payment or Payment()
    if payment.means_code in DIRECT_DEBIT and not (payment.direct_debit or DirectDebit()).mandate_reference:
        yield missing("a direct debit needs the reference of its mandate", "/payment/directDebit/mandateReference")


@xrechnung("direct-debit-creditor", "BR-DE-30")
def _creditor(invoice: Invoice) -> Iterator[Place]:
    debit = invoice.payment and invoice.payment.direct_debit
    if debit and not debit.creditor_id:
        yield missing("a direct debit needs the seller's creditor id", "/payment/directDebit/creditorId")


@xrechnung("direct-debit-account", "BR-DE-31")
def _debited_account(invoice: Invoice) -> Iterator[Place]:
    debit = invoice.payment and invoice.payment.direct_debit
    if debit and not debit.iban:
        yield missing("a direct debit needs the account that is debited", "/payment/directDebit/iban")


@xrechnung("skonto", "BR-DE-18")
def _skonto(invoice: Invoice) -> Iterator[Place]:
    terms = invoice.payment_terms or ""
    lines = [" ".join(line.split()) for line in re.split(r"\r?\n", terms)]
    skonto = [line for line in lines if line.startswith("#")]
    if any(not SKONTO.match(line) for line in skonto):
        message = "a line that begins with # is Skonto in this form: #SKONTO#TAGE=14#PROZENT=2.00#"
        yield wrong(message, "/paymentTerms")
    elif skonto and not AFTER_SKONTO.match(re.split("#.+#", terms)[-1]):
        yield wrong("a line break has to follow the last line of Skonto", "/paymentTerms")


@advice("payment-date", "BR-CO-25")
def _payment_date(invoice: Invoice) -> Iterator[Place]:
    """Warn only: EN 16931 has the rule, its Schematron has not."""
    computed = totals(invoice)
    if computed and computed.payable > 0 and not (invoice.due_date or invoice.payment_terms):
        yield missing("nothing says when the invoice is due", "/dueDate", "/paymentTerms")


def _unwanted(
    payment: Payment, name: str, *, iban: bool = False, card: bool = False, direct_debit: bool = False
) -> Iterator[Place]:
    if iban and payment.iban:
        yield wrong(f"{name} goes without an account to pay to", "/payment/iban")
    if card and payment.card:
        yield wrong(f"{name} goes without a card", "/payment/card")
    if direct_debit and payment.direct_debit:
        yield wrong(f"{name} goes without a mandate", "/payment/directDebit")


CHECKS = (
    _means,
    _transfer_account,
    _card_number,
    _instructions,
    _transfer_only,
    _card,
    _card_only,
    _direct_debit,
    _direct_debit_only,
    _mandate,
    _creditor,
    _debited_account,
    _skonto,
    _payment_date,
)
