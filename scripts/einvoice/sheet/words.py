# skillc copies this file into each skill; change it in src/einvoice, not there
"""German and English words for codes."""

from __future__ import annotations

from ..codes.type_codes import CREDIT_NOTES
from ..codes.vat_categories import VAT_CATEGORIES

Words = tuple[str, str]

# UNTDID 1001; in German law "Gutschrift" alone is what the buyer issues (§ 14(2) UStG).
TYPES: dict[str, Words] = {
    "326": ("Teilrechnung", "Partial invoice"),
    "380": ("Rechnung", "Invoice"),
    "381": ("Kaufmännische Gutschrift", "Credit note"),
    "384": ("Rechnungskorrektur", "Corrected invoice"),
    "386": ("Vorauszahlungsrechnung", "Prepayment invoice"),
    "389": ("Gutschrift des Käufers", "Self-billed invoice"),
    "875": ("Teilrechnung für Bauleistungen", "Partial construction invoice"),
    "876": ("Teilschlussrechnung für Bauleistungen", "Partial final construction invoice"),
    "877": ("Schlussrechnung für Bauleistungen", "Final construction invoice"),
}

CATEGORIES = {
    "S": "Steuerpflichtig",
    "Z": "Nullsatz",
    "E": "Steuerfrei",
    "AE": "Steuerschuldnerschaft des Leistungsempfängers",
    "K": "Innergemeinschaftliche Lieferung",
    "G": "Ausfuhr",
    "O": "Nicht steuerbar",
    "L": "Kanarische Inseln (IGIC)",
    "M": "Ceuta und Melilla (IPSI)",
}

# UNTDID 4461
MEANS: dict[str, Words] = {
    "1": ("Nicht festgelegt", "not defined"),
    "10": ("Bar", "cash"),
    "20": ("Scheck", "cheque"),
    "30": ("Überweisung", "credit transfer"),
    "42": ("Zahlung auf ein Bankkonto", "payment to bank account"),
    "48": ("Karte", "bank card"),
    "49": ("Lastschrift", "direct debit"),
    "54": ("Kreditkarte", "credit card"),
    "55": ("Debitkarte", "debit card"),
    "57": ("Dauerauftrag", "standing agreement"),
    "58": ("SEPA-Überweisung", "SEPA credit transfer"),
    "59": ("SEPA-Lastschrift", "SEPA direct debit"),
    "68": ("Online-Bezahldienst", "online payment service"),
    "97": ("Verrechnung", "clearing between partners"),
    "ZZZ": ("Wie vereinbart", "as agreed"),
}


def type_words(code: str | None) -> Words:
    """Return the words for a type of document; an unknown one is a document."""
    return TYPES.get(code or "", ("Beleg", "Document"))


def payable_words(code: str | None) -> Words:
    """Return the words for the last amount: what a credit note grants is not paid to the seller."""
    return ("Gutschriftbetrag", "Amount credited") if code in CREDIT_NOTES else ("Zahlbetrag", "Amount payable")


def category_words(code: str) -> Words:
    """Return the words for a VAT category."""
    return (CATEGORIES[code], VAT_CATEGORIES[code].name) if code in CATEGORIES else ("unbekannt", "unknown")
