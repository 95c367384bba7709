# skillc copies this file into each skill; change it in src/einvoice, not there
"""Which account a case of supply is booked on.

The revenue accounts of SKR03 and SKR04 compute the VAT by themselves ("Automatikkonten"): a tax key beside them is an
error, so none is written unless somebody names one.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..kinds import Code
from ..records import term
from ..sales.cases import EXEMPT_IN_GERMANY, EXEMPT_LIKE_EXPORTS, SMALL_BUSINESS


@dataclass(frozen=True)
class Account:
    """A revenue account, and the tax key that goes with it."""

    account: str | None = term(Code())
    tax_key: str | None = term(Code())


_FOUR_DIGITS = {
    "03": {
        "S 19": "8400",
        "S 7": "8300",
        "Z": "8290",
        "K": "8125",
        "G": "8120",
        "AE DE": "8337",
        "AE EU": "8336",
        "O third country": "8338",
        EXEMPT_LIKE_EXPORTS: "8150",
        EXEMPT_IN_GERMANY: "8100",
        SMALL_BUSINESS: "8195",
    },
    "04": {
        "S 19": "4400",
        "S 7": "4300",
        "Z": "4290",
        "K": "4125",
        "G": "4120",
        "AE DE": "4337",
        "AE EU": "4336",
        "O third country": "4338",
        EXEMPT_LIKE_EXPORTS: "4150",
        EXEMPT_IN_GERMANY: "4100",
        SMALL_BUSINESS: "4185",
    },
}
CHARTS = tuple(_FOUR_DIGITS)


def default_accounts(chart: str, length: int) -> dict[str, Account]:
    """Return the accounts of a chart by case; longer accounts end with zeros."""
    return {case: Account(number.ljust(length, "0")) for case, number in _FOUR_DIGITS[chart].items()}


def collective_debtor(length: int) -> str:
    """Return the debtor account of all buyers without one of their own: 10000, one digit longer than other accounts."""
    return "1".ljust(length + 1, "0")
