# skillc copies this file into each skill; change it in src/einvoice, not there
"""What is said once: dates and references, payment, notes."""

from __future__ import annotations

from .fields import Fields, Term, section
from .markup import Element, both, foreign
from .values import iban
from .words import MEANS, type_words


def dates_and_references(fields: Fields) -> Element:
    """Return the head of the invoice; its number and dates are always there."""
    has_period = fields.value("/servicePeriod") is not None
    expected = {"/number", "/issueDate", "/dueDate", "/currency", "" if has_period else "/serviceDate"}
    rows = (
        Term("/number", "Rechnungsnummer", "Invoice number"),
        Term("/typeCode", "Belegart", "Type", _type),
        Term("/issueDate", "Rechnungsdatum", "Issue date"),
        Term("/serviceDate", "Leistungsdatum", "Date of supply"),
        Term("/servicePeriod", "Leistungszeitraum", "Period of supply", lambda _: fields.period("/servicePeriod")),
        Term("/dueDate", "Fällig am", "Due date"),
        Term("/currency", "Währung", "Currency"),
        Term("/buyerReference", "Käuferreferenz", "Buyer reference"),
        Term("/orderReference", "Bestellung", "Order"),
        Term("/contractReference", "Vertrag", "Contract"),
        Term("/projectReference", "Projekt", "Project"),
        Term("/salesOrderReference", "Auftrag", "Sales order"),
        Term("/receivingAdviceReference", "Wareneingang", "Receiving advice"),
        Term("/despatchAdviceReference", "Lieferschein", "Despatch advice"),
        Term("/tenderReference", "Ausschreibung", "Tender"),
        Term("/objectReference", "Objekt", "Invoiced object"),
        Term("/objectScheme", "Objektart", "Scheme of the object"),
        Term("/accountingReference", "Buchungsreferenz", "Accounting reference"),
        Term("/taxPointDate", "Steuerdatum", "Tax point date"),
        Term("/businessProcess", "Geschäftsprozess", "Business process"),
        *_preceding(fields),
    )
    return section("", ("Daten und Verweise", "Dates and references"), fields.terms(rows, expected=expected))


def payment(fields: Fields) -> Element:
    """Return how the invoice is paid."""
    rows = (
        Term("/meansCode", "Zahlungsart", "Means of payment", _means),
        Term("/meansText", "Beschreibung", "Description"),
        Term("/iban", "IBAN", "Account", iban),
        Term("/bic", "BIC", "Bank"),
        Term("/accountName", "Kontoinhaber", "Account holder"),
        Term("/reference", "Verwendungszweck", "Remittance reference"),
        Term("/card/number", "Kartennummer", "Card number"),
        Term("/card/holder", "Karteninhaber", "Card holder"),
        Term("/directDebit/mandateReference", "Mandat", "Mandate"),
        Term("/directDebit/creditorId", "Gläubiger-ID", "Creditor id"),
        Term("/directDebit/iban", "Belastetes Konto", "Debited account", iban),
    )
    how = fields.terms(rows, "/payment", expected={"/payment/meansCode"})
    terms = fields.terms([Term("/paymentTerms", "Bedingungen", "Terms")])
    return section("/payment", ("Zahlung", "Payment"), how, terms)


def notes(fields: Fields) -> Element | None:
    """Return the notes, or nothing when there are none."""
    texts = [fields.part(f"/notes/{index}", tag="p") for index, _ in enumerate(fields.invoice.notes)]
    return section("", ("Bemerkungen", "Notes"), *texts) if texts else None


def _preceding(fields: Fields) -> list[Term]:
    labels = ("Bezug auf", "Refers to")
    pointers = [f"/precedingInvoice/{index}" for index, _ in enumerate(fields.invoice.preceding_invoice)]
    looks = [
        lambda _, at=at: Element("span", fields.always(f"{at}/number"), " vom ", fields.always(f"{at}/issueDate"))
        for at in pointers
    ]
    return [Term(at, *labels, look) for at, look in zip(pointers, looks)] or [Term("/precedingInvoice", *labels)]


def _type(code: str) -> Element:
    return Element("span", *both(*type_words(code)), " · ", foreign(code))


def _means(code: str) -> Element:
    return Element("span", *both(*MEANS.get(code, ("Code", "code"))), " · ", foreign(code))
