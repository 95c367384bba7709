# skillc copies this file into each skill; change it in src/einvoice, not there
"""Document types: UN/CEFACT UNTDID 1001, as far as EN 16931 uses it (BT-3)."""

from __future__ import annotations

INVOICES = frozenset(
    "71 80 81 82 84 102 130 202 203 204 211 218 219 295 325 "
    "326 331 380 382 383 384 385 386 387 388 389 390 393 394 395 "
    "456 457 471 472 473 500 501 527 553 575 623 633 751 780 817 870 875 876 877 935".split()
)
CREDIT_NOTES = frozenset("81 83 261 262 296 308 381 396 420 458 502 503 532".split())
TYPE_CODES = INVOICES | CREDIT_NOTES

# XRechnung 3.0, BR-DE-17.
IN_XRECHNUNG = frozenset("326 380 384 389 381 875 876 877".split())

CORRECTED = "384"

_WORDS = {
    "invoice": "380",
    "rechnung": "380",
    "creditnote": "381",
    "gutschrift": "381",
    "storno": "381",
    "correction": "384",
    "correctedinvoice": "384",
    "rechnungskorrektur": "384",
    "partialinvoice": "326",
    "teilrechnung": "326",
    "selfbilledinvoice": "389",
}


def type_code_of(word: str) -> str | None:
    """Return the code that a word for a type of document means."""
    return _WORDS.get("".join(letter for letter in word.lower() if letter.isalpha()))
