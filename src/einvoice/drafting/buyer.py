# skillc copies this file into each skill; change it in src/einvoice, not there
"""Who is billed: a customer's record, a buyer written out, or the record with some terms written out anew."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .remarks import Remarks

ADDRESS = ("street", "additional", "postcode", "city", "country")
PARTY = ("name", "vatId", "registrationId", "id", "electronicAddress", "contact")
FROM_RECORD = (*ADDRESS, "name", "vatId")  # its id is no id of the party, and its address for mail is the app's to use
GERMAN_POSTCODE = re.compile(r"\d{5}\Z")
HOME = "DE"


def buyer_of(values: Mapping[str, Any], remarks: Remarks) -> dict[str, Any] | None:
    """Return the buyer in the terms of the model; None while the record of the customer is not known."""
    customer, written = values.get("customer"), values.get("buyer") or {}
    if customer is None and not written:
        remarks.refuse("/customer", "nobody is billed", "name a customer, or write the buyer out")
        return None
    if isinstance(customer, str) and not written:
        return None
    record = {
        name: value
        for name, value in (customer if isinstance(customer, dict) else {}).items()
        if name in FROM_RECORD and name not in written
    }
    terms = {**remarks.without_unproved(record, "buyer", "buyer"), **written}
    if "country" not in terms and GERMAN_POSTCODE.match(str(terms.get("postcode", ""))):
        source = "the postcode has five digits, and no country is given; correct it for a buyer abroad"
        terms["country"] = remarks.default("buyer.country", HOME, source)
    party = {name: terms[name] for name in PARTY if name in terms}
    email = terms.get("email")
    if email and "electronicAddress" not in party:
        party["electronicAddress"] = {"value": email, "scheme": "EM"}
    return {**party, "address": {name: terms[name] for name in ADDRESS if name in terms}}


def country_of(buyer: Mapping[str, Any] | None) -> str:
    """Return the country of the buyer, empty while it is not known."""
    return str(((buyer or {}).get("address") or {}).get("country", ""))
