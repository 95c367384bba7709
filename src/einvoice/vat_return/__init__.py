# skillc copies this file into each skill; change it in src/einvoice, not there
"""The sums of sales that a German VAT return (Umsatzsteuer-Voranmeldung) asks for.

It sums what invoices say, and says what they cannot say. Figures ("Kennzahlen", Kz) are those of the form of 2026; its
lines are not named, since they move each year.
"""

from .sums import Dated, Figure, VatRow, VatSums, vat_sums

__all__ = ["Dated", "Figure", "VatRow", "VatSums", "vat_sums"]
