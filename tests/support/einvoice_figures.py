"""The figures of an XML invoice, read by another library and by its own paths."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from lxml import etree

from einvoice.model import Address, Invoice, Party

Row = tuple[Any, ...]


@dataclass(frozen=True)
class Figures:
    """What an invoice must not be read wrong."""

    number: str | None
    day: str | None
    currency: str | None
    parties: Row  # the seller's name, VAT id and tax number, the buyer's name and town
    sums: Row  # lines, net, tax, gross, payable
    vat: tuple[Row, ...]  # category, rate, base, tax
    lines: tuple[Row, ...]  # quantity, unit, price, net amount


UBL = {
    "number": "ID",
    "day": "IssueDate",
    "currency": "DocumentCurrencyCode",
    "sums": (
        "LegalMonetaryTotal/LineExtensionAmount",
        "LegalMonetaryTotal/TaxExclusiveAmount",
        "TaxTotal/TaxAmount",
        "LegalMonetaryTotal/TaxInclusiveAmount",
        "LegalMonetaryTotal/PayableAmount",
    ),
    "parties": (
        "AccountingSupplierParty/Party/PartyLegalEntity/RegistrationName",
        "AccountingSupplierParty/Party/PartyTaxScheme[*/*='VAT']/CompanyID",
        "AccountingSupplierParty/Party/PartyTaxScheme[*/*!='VAT']/CompanyID",
        "AccountingCustomerParty/Party/PartyLegalEntity/RegistrationName",
        "AccountingCustomerParty/Party/PostalAddress/CityName",
    ),
    "row": "TaxTotal/TaxSubtotal",
    "vat": ("TaxCategory/ID", "TaxCategory/Percent", "TaxableAmount", "TaxAmount"),
    "item": "InvoiceLine|CreditNoteLine",
    "quantity": "InvoicedQuantity|CreditedQuantity",
    "line": ("Price/PriceAmount", "LineExtensionAmount"),
}
TRADE = "SupplyChainTradeTransaction|SpecifiedSupplyChainTradeTransaction"
AGREEMENT = f"{TRADE}/ApplicableHeaderTradeAgreement|ApplicableSupplyChainTradeAgreement"
SETTLEMENT = f"{TRADE}/ApplicableHeaderTradeSettlement|ApplicableSupplyChainTradeSettlement"
HEADER_SUMS = "SpecifiedTradeSettlementHeaderMonetarySummation|SpecifiedTradeSettlementMonetarySummation"
LINE_SUMS = "SpecifiedTradeSettlementLineMonetarySummation|SpecifiedTradeSettlementMonetarySummation"
CII = {
    "number": "ExchangedDocument|HeaderExchangedDocument/ID",
    "day": "ExchangedDocument|HeaderExchangedDocument/IssueDateTime/DateTimeString",
    "currency": f"{SETTLEMENT}/InvoiceCurrencyCode",
    "sums": tuple(
        f"{SETTLEMENT}/{HEADER_SUMS}/{name}"
        for name in ("LineTotalAmount", "TaxBasisTotalAmount", "TaxTotalAmount", "GrandTotalAmount", "DuePayableAmount")
    ),
    "parties": (
        f"{AGREEMENT}/SellerTradeParty/Name",
        f"{AGREEMENT}/SellerTradeParty/SpecifiedTaxRegistration/ID[@schemeID='VA']",
        f"{AGREEMENT}/SellerTradeParty/SpecifiedTaxRegistration/ID[@schemeID='FC']",
        f"{AGREEMENT}/BuyerTradeParty/Name",
        f"{AGREEMENT}/BuyerTradeParty/PostalTradeAddress/CityName",
    ),
    "row": f"{SETTLEMENT}/ApplicableTradeTax",
    "vat": ("CategoryCode", "RateApplicablePercent|ApplicablePercent", "BasisAmount", "CalculatedAmount"),
    "item": f"{TRADE}/IncludedSupplyChainTradeLineItem",
    "quantity": "SpecifiedLineTradeDelivery|SpecifiedSupplyChainTradeDelivery/BilledQuantity",
    "line": (
        "SpecifiedLineTradeAgreement|SpecifiedSupplyChainTradeAgreement/NetPriceProductTradePrice/ChargeAmount",
        f"SpecifiedLineTradeSettlement|SpecifiedSupplyChainTradeSettlement/{LINE_SUMS}/LineTotalAmount",
    ),
}


def figures_in(content: bytes) -> Figures:
    """Return the figures of a file, by lxml."""
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, huge_tree=True, remove_comments=True))
    paths: dict[str, Any] = UBL if "xsd:" in root.tag else CII
    day = _text(root, paths["day"])
    currency = _text(root, paths["currency"])
    return Figures(
        _text(root, paths["number"]),
        day and day.replace("-", ""),
        currency,
        tuple(_text(root, path) for path in paths["parties"]),
        tuple(_number(root, path) for path in paths["sums"]),
        tuple(
            (_text(row, paths["vat"][0]), *(_number(row, path) for path in paths["vat"][1:]))
            for row in _found(root, paths["row"])
        ),
        tuple(
            (
                _number(line, paths["quantity"]),
                next(iter(_found(line, paths["quantity"])[0].xpath("@unitCode")), None),
                *(_number(line, path) for path in paths["line"]),
            )
            for line in _found(root, paths["item"])
        ),
    )


def figures_of(invoice: Invoice) -> Figures:
    """Return the figures that were read."""
    stated = invoice.totals
    assert stated is not None
    seller, buyer = invoice.seller or Party(), invoice.buyer or Party()
    return Figures(
        invoice.number,
        f"{invoice.issue_date:%Y%m%d}" if invoice.issue_date else None,
        invoice.currency,
        (seller.name, seller.vat_id, seller.tax_number, buyer.name, (buyer.address or Address()).city),
        (stated.lines, stated.net, stated.tax, stated.gross, stated.payable),
        tuple((row.tax_category, row.tax_rate, row.base, row.tax) for row in stated.vat),
        tuple((item.quantity, item.unit, item.unit_price, item.net_amount) for item in invoice.items),
    )


def _found(element: Any, path: str) -> list[Any]:
    """Names with slashes between; those with bars are alternatives, and a condition stays as it is."""
    steps = []
    for step in re.split(r"/(?![^[]*\])", path):
        names, bracket, condition = step.partition("[")
        are_named = " or ".join(f"local-name()='{name}'" for name in names.split("|"))
        steps.append(f"*[{are_named}]{bracket}{condition}")
    found: list[Any] = element.xpath("/".join(steps))
    return found


def _text(element: Any, path: str) -> str | None:
    texts = [(each.text or "").strip() for each in _found(element, path)]
    return next(filter(None, texts), None)


def _number(element: Any, path: str) -> Decimal | None:
    text = _text(element, path)
    return None if text is None else Decimal(text)
