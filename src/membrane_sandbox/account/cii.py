"""An invoice as XML in CII (UN/CEFACT Cross Industry Invoice), as EN 16931 and XRechnung 3.0 want it.

The elements stand in the order of the schema; BT and BG numbers are the terms of EN 16931.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from membrane_sandbox.account.demo.people import SELLER_ACCOUNT, SELLER_CONTACT

Record = dict[str, Any]

EN_16931 = "urn:cen.eu:en16931:2017"
XRECHNUNG = f"{EN_16931}#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0"
PROCESS = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"
LEITWEG, MAIL = "0204", "EM"
"""Schemes of electronic addresses."""
SEPA_TRANSFER = "58"
NOT_TAXABLE, INSIDE_EU = "O", "K"
WHY_NO_VAT = {
    "AE": ("Steuerschuldnerschaft des Leistungsempfängers", "VATEX-EU-AE"),
    "G": ("Steuerfreie Ausfuhrlieferung", "VATEX-EU-G"),
    "K": ("Steuerfreie innergemeinschaftliche Lieferung", "VATEX-EU-IC"),
    "O": ("Nicht steuerbare Leistung", "VATEX-EU-O"),
    "E": ("Steuerfreie Leistung", None),
}
NAMESPACES = {
    "rsm": "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
    "ram": "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
    "udt": "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100",
}
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def cii(invoice: Record, detail: Record, specification: str) -> bytes:
    """Return the XML of an invoice. `specification` is EN_16931 or XRECHNUNG."""
    transaction = [
        *[_line(item) for item in detail["invoiceItems"]],
        _agreement(invoice, detail),
        _delivery(invoice, detail),
        _settlement(invoice, detail),
    ]
    root = _group(
        "rsm:CrossIndustryInvoice",
        _group(
            "rsm:ExchangedDocumentContext",
            _group("ram:BusinessProcessSpecifiedDocumentContextParameter", _text("ram:ID", PROCESS)),
            _group("ram:GuidelineSpecifiedDocumentContextParameter", _text("ram:ID", specification)),
        ),
        _group(
            "rsm:ExchangedDocument",
            _text("ram:ID", invoice["invoiceNumber"]),
            _text("ram:TypeCode", invoice["invoiceTypeCode"]),
            _day("ram:IssueDateTime", invoice["issueDate"]),
            _group("ram:IncludedNote", _text("ram:Content", invoice["note"])),
        ),
        _group("rsm:SupplyChainTradeTransaction", *transaction),
        **{f"xmlns:{prefix}": uri for prefix, uri in NAMESPACES.items()},
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{root}'.encode()


def plain(amount: object) -> str:
    """Return an amount with digits alone: 0.0000001, not 1E-7."""
    return format(amount, "f") if isinstance(amount, Decimal) else str(amount)


def _line(item: Record) -> str:
    product = item["product"]
    tax = product["taxes"][0]
    return _group(
        "ram:IncludedSupplyChainTradeLineItem",
        _group("ram:AssociatedDocumentLineDocument", _text("ram:LineID", item["id"])),
        _group(
            "ram:SpecifiedTradeProduct",
            _text("ram:SellerAssignedID", product["productId"]),
            _text("ram:Name", product["name"]),
        ),
        _group(
            "ram:SpecifiedLineTradeAgreement",
            _group("ram:NetPriceProductTradePrice", _text("ram:ChargeAmount", product["price"])),
        ),
        _group(
            "ram:SpecifiedLineTradeDelivery",
            _text("ram:BilledQuantity", Decimal(product["quantity"]), unitCode=product["unitCode"]),
        ),
        _group(
            "ram:SpecifiedLineTradeSettlement",
            _group(
                "ram:ApplicableTradeTax",
                _text("ram:TypeCode", "VAT"),
                _text("ram:CategoryCode", tax["categoryCode"]),
                # BR-O-5: what is not taxable has no rate.
                _text("ram:RateApplicablePercent", None if tax["categoryCode"] == NOT_TAXABLE else tax["rate"]),
            ),
            _group(
                "ram:SpecifiedTradeSettlementLineMonetarySummation", _text("ram:LineTotalAmount", item["netAmount"])
            ),
        ),
    )


def _agreement(invoice: Record, detail: Record) -> str:
    buyer, seller = detail["buyer"], detail["seller"]
    leitweg, mail = buyer.get("routeId"), buyer.get("email")
    reference = detail.get("buyerReference") or leitweg
    if invoice["format"] == "xrechnung":
        leitweg = reference
    address = _address_of(leitweg, LEITWEG) or _address_of(mail, MAIL)
    # BR-O-2: an invoice of what is not taxable names no VAT id.
    named = NOT_TAXABLE not in _categories(invoice)
    return _group(
        "ram:ApplicableHeaderTradeAgreement",
        _text("ram:BuyerReference", reference),
        _party("ram:SellerTradeParty", seller, _seller_contact(seller), _address_of(seller.get("email"), MAIL), named),
        _party("ram:BuyerTradeParty", buyer, "", address, named),
        _group("ram:BuyerOrderReferencedDocument", _text("ram:IssuerAssignedID", detail.get("orderReference"))),
    )


def _party(name: str, party: Record, contact: str, address: str, named: bool) -> str:  # noqa: FBT001 - see the call
    vat_id = party.get("vatId") if named else None
    return _group(
        name,
        _text("ram:Name", party["name"]),
        contact,
        _group(
            "ram:PostalTradeAddress",
            _text("ram:PostcodeCode", party.get("postcode")),
            _text("ram:LineOne", party.get("street")),
            _text("ram:CityName", party.get("city")),
            _text("ram:CountryID", party.get("country") or "DE"),
        ),
        address,
        _group("ram:SpecifiedTaxRegistration", _text("ram:ID", vat_id, schemeID="VA")),
    )


def _seller_contact(seller: Record) -> str:
    """Return BT-30, which the seller is known by where no VAT id stands, and the contact that XRechnung demands."""
    return _group("ram:SpecifiedLegalOrganization", _text("ram:ID", SELLER_CONTACT["registration"])) + _group(
        "ram:DefinedTradeContact",
        _text("ram:PersonName", SELLER_CONTACT["name"]),
        _group("ram:TelephoneUniversalCommunication", _text("ram:CompleteNumber", SELLER_CONTACT["phone"])),
        _group("ram:EmailURIUniversalCommunication", _text("ram:URIID", seller.get("email"))),
    )


def _address_of(value: str | None, scheme: str) -> str:
    return _group("ram:URIUniversalCommunication", _text("ram:URIID", value, schemeID=scheme))


def _delivery(invoice: Record, detail: Record) -> str:
    """Return BG-13. A supply inside the EU has a day and a country (BR-IC-11, BR-IC-12)."""
    inside_eu = INSIDE_EU in _categories(invoice)
    day = detail.get("deliveryDate") or (invoice["issueDate"] if inside_eu else None)
    country = (detail["buyer"].get("country") or "DE") if inside_eu else None
    parts = [
        _group("ram:ShipToTradeParty", _group("ram:PostalTradeAddress", _text("ram:CountryID", country))),
        _group("ram:ActualDeliverySupplyChainEvent", _day("ram:OccurrenceDateTime", day)),
    ]
    return _group("ram:ApplicableHeaderTradeDelivery", *parts) or "<ram:ApplicableHeaderTradeDelivery/>\n"


def _settlement(invoice: Record, detail: Record) -> str:
    period = detail.get("deliveryPeriod") or {}
    account = [_text("ram:IBANID", SELLER_ACCOUNT["iban"]), _text("ram:AccountName", SELLER_ACCOUNT["holder"])]
    return _group(
        "ram:ApplicableHeaderTradeSettlement",
        _text("ram:PaymentReference", invoice["invoiceNumber"]),
        _text("ram:InvoiceCurrencyCode", invoice["currency"]),
        _group(
            "ram:SpecifiedTradeSettlementPaymentMeans",
            _text("ram:TypeCode", SEPA_TRANSFER),
            _group("ram:PayeePartyCreditorFinancialAccount", *account),
        ),
        *[_tax(tax) for tax in invoice["taxes"]],
        _group(
            "ram:BillingSpecifiedPeriod",
            _day("ram:StartDateTime", period.get("start")),
            _day("ram:EndDateTime", period.get("end")),
        ),
        _group(
            "ram:SpecifiedTradePaymentTerms",
            _text("ram:Description", detail.get("paymentTerms")),
            _day("ram:DueDateDateTime", invoice["dueDate"]),
        ),
        _sums(invoice),
        _group("ram:InvoiceReferencedDocument", _text("ram:IssuerAssignedID", invoice["precedingInvoiceNumber"])),
    )


def _tax(tax: Record) -> str:
    reason, code = WHY_NO_VAT.get(tax["categoryCode"], (None, None))
    return _group(
        "ram:ApplicableTradeTax",
        _text("ram:CalculatedAmount", tax["taxAmount"]),
        _text("ram:TypeCode", "VAT"),
        _text("ram:ExemptionReason", reason),
        _text("ram:BasisAmount", tax["netAmount"]),
        _text("ram:CategoryCode", tax["categoryCode"]),
        _text("ram:ExemptionReasonCode", code),
        _text("ram:RateApplicablePercent", tax["rate"]),
    )


def _sums(invoice: Record) -> str:
    net, gross = invoice["netAmount"], invoice["grossAmount"]
    return _group(
        "ram:SpecifiedTradeSettlementHeaderMonetarySummation",
        _text("ram:LineTotalAmount", net),
        _text("ram:TaxBasisTotalAmount", net),
        _text("ram:TaxTotalAmount", invoice["taxAmount"], currencyID=invoice["currency"]),
        _text("ram:GrandTotalAmount", gross),
        _text("ram:DuePayableAmount", gross),
    )


def _categories(invoice: Record) -> set[str]:
    return {tax["categoryCode"] for tax in invoice["taxes"]}


def _day(name: str, day: str | None) -> str:
    return _group(name, _text("udt:DateTimeString", day and day.replace("-", ""), format="102"))


def _text(name: str, content: object, **attributes: str) -> str:
    """Return an element with text, or nothing when there is none."""
    if content is None or content == "":
        return ""
    return f"<{name}{_attributes(attributes)}>{escape(NOT_IN_XML.sub('', plain(content)))}</{name}>\n"


def _group(name: str, *parts: str, **attributes: str) -> str:
    """Return an element with elements in it, or nothing when there are none."""
    content = "".join(parts)
    return f"<{name}{_attributes(attributes)}>\n{content}</{name}>\n" if content else ""


def _attributes(attributes: dict[str, str]) -> str:
    return "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items())
