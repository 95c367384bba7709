# skillc copies this file into each skill; change it in src/einvoice, not there
"""What kind of supply a row of an invoice is in German VAT law, as far as the invoice says it.

A case has a name such as "S 19", "AE EU" or "E § 4 Nr. 8-29". Sources: UStG; which case is told by what:
category and rate (S), the buyer's country (AE, O), the reason for the exemption (E), the buyer's VAT id (K).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ..codes.countries import MEMBER_STATES
from ..codes.vat_categories import EXEMPT, INTRA_COMMUNITY, OUTSIDE_SCOPE
from ..identifiers import without_spaces
from ..model import Address, Invoice, Party
from ..totals import VatKey, taxed_parts, vat_key

REVERSE_CHARGE = "AE"
SMALL_BUSINESS = "E § 19"
EXEMPT_LIKE_EXPORTS = "E § 4 Nr. 2-7"  # input VAT can be deducted
EXEMPT_IN_GERMANY = "E § 4 Nr. 8-29"  # it cannot
OTHER_MEMBER_STATE, THIRD_COUNTRY = "EU", "third country"

# All names of cases but those with a rate: S 19, S 7, L 5 and the like.
NAMES = (
    *("Z", "K", "G", "AE DE", "AE EU", "AE third country", "AE", "O DE", "O EU", "O third country", "O"),
    *(EXEMPT_LIKE_EXPORTS, EXEMPT_IN_GERMANY, SMALL_BUSINESS, "E"),
)
RATED_NAME = re.compile(r"[SLM] (0|[1-9]\d*)(\.\d*[1-9])?\Z")

_PARAGRAPH_4 = re.compile(r"§+\s*4\s*(?:UStG)?,?\s*(?:Nr|Nummer|Ziff|Ziffer)\b\.?\s*(\d+)", re.IGNORECASE)
_PARAGRAPH_19 = re.compile(r"§+\s*19\b|kleinunternehmer", re.IGNORECASE)
_LIKE_EXPORTS = re.compile(r"VATEX-EU-(148|151)\b")  # directive 2006/112/EC, as § 4 Nr. 2 and 7
_IN_GERMANY = re.compile(r"VATEX-EU-132\b")  # as § 4 Nr. 11b and 14-25

_QUESTIONS = {
    "S": "is {rate} % an earlier German rate, one of § 24 UStG, or the rate of another state (one-stop shop)?",
    "L": "is it a sale that Germany taxes? Category L is the tax of the Canary Islands.",
    "M": "is it a sale that Germany taxes? Category M is the tax of Ceuta and Melilla.",
    "Z": "is it a sale after § 12(3) UStG (solar power)? German law knows no other zero rate.",
    "K": "which member state is the buyer registered in? An intra-community supply needs its VAT id.",
    "AE": "in which country is the buyer? {countries}",
    "AE third country": "is it a service that another country taxes? § 13b UStG ends at the border of the EU.",
    "O": "in which country is the buyer? {countries}",
    "O DE": "why is it outside the scope of VAT, though the buyer is in Germany?",
    "O EU": "is it a service to a business that owes the VAT in its member state, or something that nobody taxes?",
    "E": "which paragraph exempts it: § 4 Nr. 2-7, § 4 Nr. 8-29 or § 19 UStG? The reason does not say it.",
}


@dataclass(frozen=True, order=True)
class Case:
    """A kind of supply, and what the invoice leaves open about it."""

    name: str
    question: str  # empty when the invoice decides it


def case_of(invoice: Invoice, key: VatKey) -> Case:
    """Return the case of what an invoice taxes under one category and rate."""
    category, rate = key
    countries = _countries(invoice.buyer or Party())
    name, asked = category, category
    if rate is not None and category in {"S", "L", "M"}:
        name = f"{category} {plain(rate)}"
        asked = "" if name in {"S 19", "S 7"} else category
    elif category in {REVERSE_CHARGE, OUTSIDE_SCOPE}:
        name = asked = f"{category} {_region(countries)}".strip()
    elif category == EXEMPT:
        name = asked = _exemption(invoice, key)
    elif category == INTRA_COMMUNITY:
        asked = "" if _is_of_another_member_state(invoice.buyer or Party()) else category
    said = f"Its address and its VAT id say {' and '.join(countries)}." if countries else "The invoice does not say it."
    return Case(name, _QUESTIONS.get(asked, "").format(rate=plain(rate or Decimal(0)), countries=said))


def plain(rate: Decimal) -> str:
    """Return a rate without zeros at its end: 19, 5.5, 100."""
    return format(rate.normalize(), "f")


def buyer_vat_id(party: Party) -> str:
    """Return a buyer's VAT id without spaces, or nothing; that of Greece begins with EL."""
    vat_id = without_spaces(party.vat_id or "").upper()
    return f"EL{vat_id[2:]}" if vat_id.startswith("GR") else vat_id


def _is_of_another_member_state(buyer: Party) -> bool:
    """Northern Ireland (XI) counts for goods."""
    country = _country_of(buyer_vat_id(buyer))
    return country == "XI" or _region([country]) == OTHER_MEMBER_STATE


def _country_of(vat_id: str) -> str:
    return "GR" if vat_id[:2] == "EL" else vat_id[:2]


def _countries(buyer: Party) -> list[str]:
    """Return the country of the buyer's address and that of its VAT id."""
    address = (buyer.address or Address()).country or ""
    return [country for country in dict.fromkeys((address, _country_of(buyer_vat_id(buyer)))) if country]


def _region(countries: list[str]) -> str:
    """Return DE, EU or third country; nothing when countries disagree or are unknown."""
    regions = {
        "DE" if country == "DE" else OTHER_MEMBER_STATE if country in MEMBER_STATES else THIRD_COUNTRY
        for country in countries
    }
    return regions.pop() if len(regions) == 1 else ""


def _exemption(invoice: Invoice, key: VatKey) -> str:
    if (invoice.seller or Party()).small_business:
        return SMALL_BUSINESS
    parts = [part for part in taxed_parts(invoice) if vat_key(part) == key]
    reasons = {(part.tax_exemption_reason or "", part.tax_exemption_reason_code or "") for part in parts}
    found = {name for reason, code in reasons for name in _exemptions_in(reason, code)}
    return found.pop() if len(found) == 1 else EXEMPT


def _exemptions_in(reason: str, code: str) -> set[str]:
    """Return the cases that a reason names, or E when it names none."""
    found = {_exemption_of(int(number)) for number in _PARAGRAPH_4.findall(reason)}
    if _PARAGRAPH_19.search(reason):
        found.add(SMALL_BUSINESS)
    if _LIKE_EXPORTS.match(code):
        found.add(EXEMPT_LIKE_EXPORTS)
    if _IN_GERMANY.match(code):
        found.add(EXEMPT_IN_GERMANY)
    return found or {EXEMPT}


def _exemption_of(number: int) -> str:
    if number in range(2, 8):
        return EXEMPT_LIKE_EXPORTS
    return EXEMPT_IN_GERMANY if number in range(8, 30) else EXEMPT
