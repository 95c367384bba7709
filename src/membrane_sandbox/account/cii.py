"""An invoice as XML in CII (UN/CEFACT Cross Industry Invoice), as EN 16931 and XRechnung 3.0 want it.

The elements stand in the order of the schema; BT and BG numbers are the terms of EN 16931.
"""

from __future__ import annotations

from typing import Any

from membrane_sandbox.account.cii_lines import NOT_TAXABLE, line
from membrane_sandbox.account.demo.people import SELLER_ACCOUNT, SELLER_CONTACT
from membrane_sandbox.account.elements import day, group, text

Record = dict[str, Any]

EN_16931 = "urn:cen.eu:en16931:2017"
XRECHNUNG = f"{EN_16931}#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0"
PROCESS = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"
LEITWEG, MAIL = "0204", "EM"
"""Schemes of electronic addresses."""
SEPA_TRANSFER = "58"
INSIDE_EU = "K"
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
    "qdt": "urn:un:unece:uncefact:data:standard:QualifiedDataType:100",
}


def cii(invoice: Record, detail: Record, specification: str) -> bytes:
    """Return the XML of an invoice. `specification` is EN_16931 or XRECHNUNG."""
    transaction = [
        *[line(item) for item in detail["invoiceItems"]],
        _agreement(invoice, detail),
        _delivery(invoice, detail),
        _settlement(invoice, detail),
    ]
    root = group(
        "rsm:CrossIndustryInvoice",
        group(
            "rsm:ExchangedDocumentContext",
            group("ram:BusinessProcessSpecifiedDocumentContextParameter", text("ram:ID", PROCESS)),
            group("ram:GuidelineSpecifiedDocumentContextParameter", text("ram:ID", specification)),
        ),
        group(
            "rsm:ExchangedDocument",
            text("ram:ID", invoice["invoiceNumber"]),
            text("ram:TypeCode", invoice["invoiceTypeCode"]),
            day("ram:IssueDateTime", invoice["issueDate"]),
            group("ram:IncludedNote", text("ram:Content", invoice["note"])),
        ),
        group("rsm:SupplyChainTradeTransaction", *transaction),
        **{f"xmlns:{prefix}": uri for prefix, uri in NAMESPACES.items()},
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{root}'.encode()


def _agreement(invoice: Record, detail: Record) -> str:
    buyer, seller = detail["buyer"], detail["seller"]
    leitweg, mail = buyer.get("routeId"), buyer.get("email")
    reference = detail.get("buyerReference") or leitweg
    if invoice["format"] == "xrechnung":
        leitweg = reference
    address = _address_of(leitweg, LEITWEG) or _address_of(mail, MAIL)
    # BR-O-2: an invoice of what is not taxable names no VAT id.
    named = NOT_TAXABLE not in _categories(invoice)
    return group(
        "ram:ApplicableHeaderTradeAgreement",
        text("ram:BuyerReference", reference),
        _party("ram:SellerTradeParty", seller, _seller_contact(seller), _address_of(seller.get("email"), MAIL), named),
        _party("ram:BuyerTradeParty", buyer, "", address, named),
        group("ram:BuyerOrderReferencedDocument", text("ram:IssuerAssignedID", detail.get("orderReference"))),
        group("ram:ContractReferencedDocument", text("ram:IssuerAssignedID", detail.get("contractReference"))),
        _project(detail.get("projectReference")),
    )


def _project(reference: str | None) -> str:
    """Return BT-11; the schema wants a name as well."""
    named = text("ram:Name", reference and "Project reference")
    return group("ram:SpecifiedProcuringProject", text("ram:ID", reference), named)


def _party(name: str, party: Record, contact: str, address: str, named: bool) -> str:  # noqa: FBT001 - see the call
    vat_id = party.get("vatId") if named else None
    return group(
        name,
        text("ram:Name", party["name"]),
        contact,
        group(
            "ram:PostalTradeAddress",
            text("ram:PostcodeCode", party.get("postcode")),
            text("ram:LineOne", party.get("street")),
            text("ram:CityName", party.get("city")),
            text("ram:CountryID", party.get("country") or "DE"),
        ),
        address,
        group("ram:SpecifiedTaxRegistration", text("ram:ID", vat_id, schemeID="VA")),
    )


def _seller_contact(seller: Record) -> str:
    """Return BT-30, which the seller is known by where no VAT id stands, and the contact that XRechnung demands."""
    return group("ram:SpecifiedLegalOrganization", text("ram:ID", SELLER_CONTACT["registration"])) + group(
        "ram:DefinedTradeContact",
        text("ram:PersonName", SELLER_CONTACT["name"]),
        group("ram:TelephoneUniversalCommunication", text("ram:CompleteNumber", SELLER_CONTACT["phone"])),
        group("ram:EmailURIUniversalCommunication", text("ram:URIID", seller.get("email"))),
    )


def _address_of(value: str | None, scheme: str) -> str:
    return group("ram:URIUniversalCommunication", text("ram:URIID", value, schemeID=scheme))


def _delivery(invoice: Record, detail: Record) -> str:
    """Return BG-13. A supply inside the EU has a day and a country (BR-IC-11, BR-IC-12)."""
    inside_eu = INSIDE_EU in _categories(invoice)
    supplied = detail.get("deliveryDate") or (invoice["issueDate"] if inside_eu else None)
    country = (detail["buyer"].get("country") or "DE") if inside_eu else None
    parts = [
        group("ram:ShipToTradeParty", group("ram:PostalTradeAddress", text("ram:CountryID", country))),
        group("ram:ActualDeliverySupplyChainEvent", day("ram:OccurrenceDateTime", supplied)),
    ]
    return group("ram:ApplicableHeaderTradeDelivery", *parts) or "<ram:ApplicableHeaderTradeDelivery/>\n"


def _settlement(invoice: Record, detail: Record) -> str:
    period = detail.get("deliveryPeriod") or {}
    account = [text("ram:IBANID", SELLER_ACCOUNT["iban"]), text("ram:AccountName", SELLER_ACCOUNT["holder"])]
    return group(
        "ram:ApplicableHeaderTradeSettlement",
        text("ram:PaymentReference", invoice["invoiceNumber"]),
        text("ram:InvoiceCurrencyCode", invoice["currency"]),
        group(
            "ram:SpecifiedTradeSettlementPaymentMeans",
            text("ram:TypeCode", SEPA_TRANSFER),
            group("ram:PayeePartyCreditorFinancialAccount", *account),
        ),
        *[_tax(tax) for tax in invoice["taxes"]],
        group(
            "ram:BillingSpecifiedPeriod",
            day("ram:StartDateTime", period.get("start")),
            day("ram:EndDateTime", period.get("end")),
        ),
        group(
            "ram:SpecifiedTradePaymentTerms",
            text("ram:Description", detail.get("paymentTerms")),
            day("ram:DueDateDateTime", invoice["dueDate"]),
        ),
        _sums(invoice),
        group(
            "ram:InvoiceReferencedDocument",
            text("ram:IssuerAssignedID", invoice["precedingInvoiceNumber"]),
            day("ram:FormattedIssueDateTime", detail.get("precedingInvoiceDate"), kind="qdt"),
        ),
    )


def _tax(tax: Record) -> str:
    reason, code = WHY_NO_VAT.get(tax["categoryCode"], (None, None))
    reason = tax.get("exemptionReason", reason)
    return group(
        "ram:ApplicableTradeTax",
        text("ram:CalculatedAmount", tax["taxAmount"]),
        text("ram:TypeCode", "VAT"),
        text("ram:ExemptionReason", reason),
        text("ram:BasisAmount", tax["netAmount"]),
        text("ram:CategoryCode", tax["categoryCode"]),
        text("ram:ExemptionReasonCode", code),
        text("ram:RateApplicablePercent", tax["rate"]),
    )


def _sums(invoice: Record) -> str:
    net, gross = invoice["netAmount"], invoice["grossAmount"]
    return group(
        "ram:SpecifiedTradeSettlementHeaderMonetarySummation",
        text("ram:LineTotalAmount", net),
        text("ram:TaxBasisTotalAmount", net),
        text("ram:TaxTotalAmount", invoice["taxAmount"], currencyID=invoice["currency"]),
        text("ram:GrandTotalAmount", gross),
        text("ram:DuePayableAmount", gross),
    )


def _categories(invoice: Record) -> set[str]:
    return {tax["categoryCode"] for tax in invoice["taxes"]}
