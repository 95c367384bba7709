"""The lines of an invoice in CII: BG-25 with its discount, BG-27."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from membrane_sandbox.account.elements import group, text

Record = dict[str, Any]

NOT_TAXABLE = "O"
DISCOUNT = "95"
"""A reason of UNCL5189."""


def line(item: Record) -> str:
    """Return one line."""
    product = item["product"]
    tax = product["taxes"][0]
    return group(
        "ram:IncludedSupplyChainTradeLineItem",
        group("ram:AssociatedDocumentLineDocument", text("ram:LineID", item["id"])),
        group(
            "ram:SpecifiedTradeProduct",
            text("ram:SellerAssignedID", product["productId"]),
            text("ram:Name", product["name"]),
            text("ram:Description", product.get("description")),
        ),
        group(
            "ram:SpecifiedLineTradeAgreement",
            group("ram:NetPriceProductTradePrice", text("ram:ChargeAmount", product["price"])),
        ),
        group(
            "ram:SpecifiedLineTradeDelivery",
            text("ram:BilledQuantity", Decimal(product["quantity"]), unitCode=product["unitCode"]),
        ),
        group(
            "ram:SpecifiedLineTradeSettlement",
            group(
                "ram:ApplicableTradeTax",
                text("ram:TypeCode", "VAT"),
                text("ram:CategoryCode", tax["categoryCode"]),
                # BR-O-5: what is not taxable has no rate.
                text("ram:RateApplicablePercent", None if tax["categoryCode"] == NOT_TAXABLE else tax["rate"]),
            ),
            _discount(item),
            group("ram:SpecifiedTradeSettlementLineMonetarySummation", text("ram:LineTotalAmount", item["netAmount"])),
        ),
    )


def _discount(item: Record) -> str:
    """Return BG-27. A base stands beside a percentage alone (PEPPOL-EN16931-R041 and R042)."""
    amount, percent = (item["product"].get(name) for name in ("discountAmount", "discountPercent"))
    if amount is None:
        return ""
    return group(
        "ram:SpecifiedTradeAllowanceCharge",
        group("ram:ChargeIndicator", text("udt:Indicator", "false")),
        text("ram:CalculationPercent", percent),
        text("ram:BasisAmount", None if percent is None else item["netAmount"] + amount),
        text("ram:ActualAmount", amount),
        text("ram:ReasonCode", DISCOUNT),
        text("ram:Reason", "Rabatt"),
    )
