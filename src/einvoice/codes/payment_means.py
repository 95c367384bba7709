# skillc copies this file into each skill; change it in src/einvoice, not there
"""Payment means: UN/CEFACT UNTDID 4461 (BT-81)."""

from __future__ import annotations

PAYMENT_MEANS = frozenset([*map(str, range(1, 71)), *map(str, range(74, 79)), *map(str, range(91, 99)), "ZZZ"])

# XRechnung 3.0, BR-DE-23 to BR-DE-25: which group of terms each of these codes asks for.
CREDIT_TRANSFER = frozenset({"30", "58"})
SEPA_CREDIT_TRANSFER = "58"
CARD = frozenset({"48", "54", "55"})
SEPA_DIRECT_DEBIT = "59"
DIRECT_DEBIT = frozenset({"49", "59"})

_WORDS = {
    "transfer": "58",
    "credit transfer": "58",
    "bank transfer": "58",
    "sepa": "58",
    "sepa credit transfer": "58",
    "überweisung": "58",
    "direct debit": "59",
    "sepa direct debit": "59",
    "lastschrift": "59",
    "sepa-lastschrift": "59",
    "cash": "10",
    "bar": "10",
    "card": "48",
    "karte": "48",
    "credit card": "54",
    "kreditkarte": "54",
    "debit card": "55",
}


def payment_means_of(word: str) -> str | None:
    """Return the code that a word for a way of paying means."""
    return _WORDS.get(word.lower())
