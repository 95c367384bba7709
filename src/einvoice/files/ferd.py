# skillc copies this file into each skill; change it in src/einvoice, not there
"""ZUGFeRD 1.0: most of its elements are those of a Cross Industry Invoice under older names."""

from __future__ import annotations

from dataclasses import replace

from .cii import CII
from .xml import Element

_NAMES = {
    "SpecifiedExchangedDocumentContext": "ExchangedDocumentContext",
    "HeaderExchangedDocument": "ExchangedDocument",
    "SpecifiedSupplyChainTradeTransaction": "SupplyChainTradeTransaction",
    "ApplicableSupplyChainTradeAgreement": "ApplicableHeaderTradeAgreement",
    "ApplicableSupplyChainTradeDelivery": "ApplicableHeaderTradeDelivery",
    "ApplicableSupplyChainTradeSettlement": "ApplicableHeaderTradeSettlement",
    "SpecifiedSupplyChainTradeAgreement": "SpecifiedLineTradeAgreement",
    "SpecifiedSupplyChainTradeDelivery": "SpecifiedLineTradeDelivery",
    "SpecifiedSupplyChainTradeSettlement": "SpecifiedLineTradeSettlement",
    "ApplicablePercent": "RateApplicablePercent",
}
_SUMS = "SpecifiedTradeSettlementMonetarySummation"
_SUMS_WITHIN = {
    "ApplicableSupplyChainTradeSettlement": "SpecifiedTradeSettlementHeaderMonetarySummation",
    "SpecifiedSupplyChainTradeSettlement": "SpecifiedTradeSettlementLineMonetarySummation",
}


def _rename(element: Element) -> None:
    for child in element.children:
        _rename(child)
        child.name = _name(child.name, element.name)


def _name(name: str, parent: str) -> str:
    if name == _SUMS:
        return _SUMS_WITHIN.get(parent, name)
    if name == "ID" and parent.endswith("ReferencedDocument"):
        return "IssuerAssignedID"
    return _NAMES.get(name, name)


def _prepare(root: Element) -> None:
    _rename(root)
    CII.prepare(root)


FERD = replace(
    CII,
    roots={"urn:ferd:CrossIndustryDocument:invoice:1p0": "CrossIndustryDocument"},
    namespaces=frozenset(
        {
            "urn:ferd:CrossIndustryDocument:invoice:1p0",
            "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:12",
            "urn:un:unece:uncefact:data:standard:QualifiedDataType:12",
            "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:15",
        }
    ),
    prepare=_prepare,
)
