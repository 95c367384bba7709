# skillc copies this file into each skill; change it in src/einvoice, not there
"""VAT categories: UN/CEFACT UNCL5305, as far as EN 16931 uses it (BT-95, BT-102, BT-118, BT-151)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class VatCategory:
    """One category and what EN 16931 asks of it."""

    code: str
    rules: str  # how the ids of its rules begin: BR-AE-…
    name: str
    taxed: bool = False  # its rate is above zero, else it is zero
    needs_reason: bool = False


STANDARD = "S"
OUTSIDE_SCOPE = "O"
EXEMPT = "E"
INTRA_COMMUNITY = "K"

VAT_CATEGORIES = {
    category.code: category
    for category in (
        VatCategory("S", "BR-S", "standard rate", taxed=True),
        VatCategory("Z", "BR-Z", "zero rate"),
        VatCategory("E", "BR-E", "exempt from VAT", needs_reason=True),
        VatCategory("AE", "BR-AE", "reverse charge", needs_reason=True),
        VatCategory("K", "BR-IC", "intra-community supply", needs_reason=True),
        VatCategory("G", "BR-G", "export outside the EU", needs_reason=True),
        VatCategory("O", "BR-O", "outside the scope of VAT", needs_reason=True),
        VatCategory("L", "BR-AF", "Canary Islands (IGIC)", taxed=True),
        VatCategory("M", "BR-AG", "Ceuta and Melilla (IPSI)", taxed=True),
    )
}

_WORDS = {
    "standard": "S",
    "zero": "Z",
    "exempt": "E",
    "reversecharge": "AE",
    "intracommunity": "K",
    "intracommunitysupply": "K",
    "export": "G",
    "outofscope": "O",
    "outsidescope": "O",
}


def vat_category_of(word: str) -> str | None:
    """Return the code that a word for a category means."""
    return _WORDS.get("".join(letter for letter in word.lower() if letter.isalpha()))
