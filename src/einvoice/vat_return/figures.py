# skillc copies this file into each skill; change it in src/einvoice, not there
"""In which figure of the form a case of supply belongs, where the invoice decides it."""

from __future__ import annotations

from ..sales.cases import EXEMPT_IN_GERMANY, EXEMPT_LIKE_EXPORTS, Case

_FIGURES = {
    "S 19": "81",
    "S 7": "86",
    "K": "41",
    "G": "43",
    "AE DE": "60",
    "AE EU": "21",
    "O third country": "45",
    EXEMPT_LIKE_EXPORTS: "43",
    EXEMPT_IN_GERMANY: "48",
}

# What the question of a case turns on: the figures that its answers lead to.
_ANSWERS = {
    "S": "Kz 35 and 36 for other German rates; sales in the one-stop shop are not in this return",
    "Z": "Kz 87 if it is",
    "AE": "Kz 60 in Germany, Kz 21 in another member state",
    "AE third country": "Kz 45 if it is",
    "O": "Kz 45 outside the EU",
    "O DE": "what is not taxable at all is in no figure",
    "O EU": "Kz 21 for such a service to a business",
    "E": "Kz 43 for § 4 Nr. 2-7, Kz 48 for § 4 Nr. 8-29, no figure for § 19",
    "K": "Kz 41 with its VAT id",
}

NOTES = (
    "The form takes a base in full euros, without its cents, and computes the VAT of Kz 81 and 86 from it.",
    "An invoice counts in the period of its supply, or of its issue when it names none.",
    "What takes back counts in the period of its own issue.",
    "Under cash accounting (Ist-Versteuerung) the day of payment decides instead; invoices do not tell it.",
    "Invoices do not tell advance payments received, bad debts, withdrawals, or Skonto that was taken.",
    "Invoices to customers do not tell input VAT or the VAT on purchases (§ 13b UStG, acquisitions within the EU).",
    "Invoices do not tell whether a supply to another member state is part of a triangular deal (Kz 42).",
    "Kz 41 and 21 are reported in the recapitulative statement (Zusammenfassende Meldung) too.",
)
SMALL_BUSINESS_NOTE = "§ 19 UStG: sales of a small business are in no figure of this return."


def figure_of(case: Case, currency: str) -> tuple[str, str]:
    """Return the figure of a case and what must be asked first; one of them is empty, both when none is due."""
    if currency != "EUR":
        return "", f"what is it in EUR? It is in {currency}: convert it at the monthly rate of the Ministry of Finance"
    if case.question:
        answer = _ANSWERS.get(case.name) or _ANSWERS.get(case.name.split()[0], "")
        return "", f"{case.question} ({answer})" if answer else case.question
    return _FIGURES.get(case.name, ""), ""
