# skillc copies this file into each skill; change it in src/einvoice, not there
"""What is billed: items written out, or taken from a product's record."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ..codes.vat_categories import STANDARD
from .buyer import HOME
from .remarks import Remarks

FROM_PRODUCT = ("name", "description", "unit", "unitPrice", "taxRate")
USUAL_RATE = 19  # percent, § 12 (1) UStG


def items_of(values: Mapping[str, Any], country: str, remarks: Remarks) -> list[dict[str, Any]]:
    """Return the items in the terms of the model; `country` is the buyer's, empty while it is not known."""
    return [_item(item, f"items.{index}", country, remarks) for index, item in enumerate(values.get("items", []))]


def _item(given: Mapping[str, Any], place: str, country: str, remarks: Remarks) -> dict[str, Any]:
    product = given.get("product")
    item = {name: value for name, value in given.items() if name != "product"}
    said = {*item, *(("taxRate",) if "taxCategory" in item else ())}
    record = {
        name: value
        for name, value in (product if isinstance(product, dict) else {}).items()
        if name in FROM_PRODUCT and name not in said
    }
    for name, value in remarks.without_unproved(record, place, "items").items():
        item[name] = remarks.default(f"{place}.{name}", value, "the product")
    if isinstance(product, str):  # its record is not known yet
        return item
    _add_tax(item, place, country, remarks)
    return item


def _add_tax(item: dict[str, Any], place: str, country: str, remarks: Remarks) -> None:
    """Put the usual rate where none is given, and ask where it is no matter of course."""
    pointer = "/" + place.replace(".", "/")
    rate = item.get("taxRate")
    if rate is not None and 0 < rate < 1:
        message = f"taxRate is in percent, and {rate} % is no rate of VAT"
        remarks.refuse(f"{pointer}/taxRate", message, f"did you mean {(Decimal(rate) * 100).normalize():f}?")
    if "taxCategory" in item:
        return
    if country not in ("", HOME):
        message = f"the buyer is in {country}, so how this is taxed must be said"
        hint = "ask the user for taxCategory (AE reverse charge, K goods within the EU, G export, S here) and taxRate"
        remarks.refuse(f"{pointer}/taxCategory", message, hint)
        return
    if rate == 0:
        message = "a rate of 0 needs a taxCategory and, but for Z, a taxExemptionReason"
        remarks.refuse(f"{pointer}/taxCategory", message, "E exempt, AE reverse charge, Z zero rate; ask the user")
        return
    if rate is None:
        item["taxRate"] = remarks.default(f"{place}.taxRate", USUAL_RATE, "the usual rate in Germany")
    item["taxCategory"] = remarks.default(f"{place}.taxCategory", STANDARD, "a rate above 0 and a buyer in Germany")
