# skillc copies this file into each skill; change it in src/einvoice, not there
"""Cross Industry Invoices (UN/CEFACT D16B and later): where each term stands.

Source: CEN/TS 16931-3-3 and Factur-X 1.0, whose XML this is.
"""

from __future__ import annotations

from ..model import (
    Address,
    Adjustment,
    Attribute,
    Card,
    Classification,
    Contact,
    DeliverTo,
    DirectDebit,
    ElectronicAddress,
    Invoice,
    Item,
    LineAdjustment,
    Party,
    Payee,
    Payment,
    Period,
    PrecedingInvoice,
    StatedTotals,
    StatedVat,
    TaxRepresentative,
)
from .syntax import Lines, Paths, Syntax
from .xml import Element

_NAMESPACE = "urn:un:unece:uncefact:data:standard:"
_TRADE = "SupplyChainTradeTransaction"
_AGREEMENT = f"{_TRADE}/ApplicableHeaderTradeAgreement"
_DELIVERY = f"{_TRADE}/ApplicableHeaderTradeDelivery"
_SETTLEMENT = f"{_TRADE}/ApplicableHeaderTradeSettlement"
_MEANS = "SpecifiedTradeSettlementPaymentMeans"
_SUMS = f"{_SETTLEMENT}/SpecifiedTradeSettlementHeaderMonetarySummation"
_TERMS = f"{_SETTLEMENT}/SpecifiedTradePaymentTerms*"
_ALLOWANCES = "SpecifiedTradeAllowanceCharge[ChargeIndicator/Indicator=false|0]"
_CHARGES = "SpecifiedTradeAllowanceCharge[ChargeIndicator/Indicator=true|1]"
_GROSS = "SpecifiedLineTradeAgreement/GrossPriceProductTradePrice"
_NET = "SpecifiedLineTradeAgreement/NetPriceProductTradePrice"
_QUANTITY = "SpecifiedLineTradeDelivery/BilledQuantity"
_LINE_SETTLEMENT = "SpecifiedLineTradeSettlement"
_LINE_TAX = f"{_LINE_SETTLEMENT}/ApplicableTradeTax"
_VAT_ID = "SpecifiedTaxRegistration*/ID[@schemeID=VA]"
_DAY = "DateTimeString"
_DATE_FORMAT = "102"  # YYYYMMDD
_LINE_ADJUSTMENT: Paths = {
    "amount": "ActualAmount",
    "base_amount": "BasisAmount",
    "percent": "CalculationPercent",
    "reason": "Reason",
    "reason_code": "ReasonCode",
}
_PARTY_IDS: Paths = {
    "id": ("GlobalID", "ID"),
    "id_scheme": "GlobalID/@schemeID",
    "registration_id": "SpecifiedLegalOrganization/ID",
    "registration_scheme": "SpecifiedLegalOrganization/ID/@schemeID",
}

_RECORDS: dict[type, Paths] = {
    Address: {
        "street": "LineOne",
        "additional": "LineTwo",
        "third_line": "LineThree",
        "postcode": "PostcodeCode",
        "city": "CityName",
        "region": "CountrySubDivisionName",
        "country": "CountryID",
    },
    Contact: {
        "name": ("PersonName", "DepartmentName"),
        "phone": "TelephoneUniversalCommunication/CompleteNumber",
        "email": "EmailURIUniversalCommunication/URIID",
    },
    ElectronicAddress: {"value": "URIID", "scheme": "URIID/@schemeID"},
    Party: {
        **_PARTY_IDS,
        "name": "Name",
        "trading_name": "SpecifiedLegalOrganization/TradingBusinessName",
        "vat_id": _VAT_ID,
        "tax_number": "SpecifiedTaxRegistration*/ID[@schemeID=FC]",
        "legal_information": "Description",
        "electronic_address": "URIUniversalCommunication",
        "address": "PostalTradeAddress",
        "contact": "DefinedTradeContact",
    },
    Payee: {**_PARTY_IDS, "name": "Name"},
    TaxRepresentative: {"name": "Name", "vat_id": _VAT_ID, "address": "PostalTradeAddress"},
    DeliverTo: {
        "name": "Name",
        "id": ("GlobalID", "ID"),
        "id_scheme": "GlobalID/@schemeID",
        "address": "PostalTradeAddress",
    },
    Period: {"start": f"StartDateTime/{_DAY}", "end": f"EndDateTime/{_DAY}"},
    PrecedingInvoice: {"number": "IssuerAssignedID", "issue_date": f"FormattedIssueDateTime/{_DAY}"},
    Card: {"number": "ID", "holder": "CardholderName"},
    DirectDebit: {
        "mandate_reference": "SpecifiedTradePaymentTerms*/DirectDebitMandateID",
        "creditor_id": "CreditorReferenceID",
        "iban": f"{_MEANS}/PayerPartyDebtorFinancialAccount/IBANID",
    },
    Payment: {
        "means_code": f"{_MEANS}/TypeCode",
        "means_text": f"{_MEANS}/Information",
        "reference": "PaymentReference",
        "iban": (
            f"{_MEANS}/PayeePartyCreditorFinancialAccount/IBANID",
            f"{_MEANS}/PayeePartyCreditorFinancialAccount/ProprietaryID",
        ),
        "account_name": f"{_MEANS}/PayeePartyCreditorFinancialAccount/AccountName",
        "bic": f"{_MEANS}/PayeeSpecifiedCreditorFinancialInstitution/BICID",
        "card": f"{_MEANS}/ApplicableTradeSettlementFinancialCard",
        "direct_debit": ".",
    },
    LineAdjustment: _LINE_ADJUSTMENT,
    Adjustment: {
        **_LINE_ADJUSTMENT,
        # freight has elements of its own
        "amount": ("ActualAmount", "AppliedAmount"),
        "reason": ("Reason", "Description"),
        "tax_category": ("CategoryTradeTax/CategoryCode", "AppliedTradeTax/CategoryCode"),
        "tax_rate": ("CategoryTradeTax/RateApplicablePercent", "AppliedTradeTax/RateApplicablePercent"),
    },
    Classification: {
        "code": "ClassCode",
        "scheme": "ClassCode/@listID",
        "version": "ClassCode/@listVersionID",
    },
    Attribute: {"name": "Description", "value": "Value"},
    Item: {
        "line_id": "AssociatedDocumentLineDocument/LineID",
        "name": "SpecifiedTradeProduct/Name",
        "description": "SpecifiedTradeProduct/Description",
        "seller_item_id": "SpecifiedTradeProduct/SellerAssignedID",
        "buyer_item_id": "SpecifiedTradeProduct/BuyerAssignedID",
        "standard_item_id": "SpecifiedTradeProduct/GlobalID",
        "standard_item_scheme": "SpecifiedTradeProduct/GlobalID/@schemeID",
        "classifications": "SpecifiedTradeProduct/DesignatedProductClassification",
        "attributes": "SpecifiedTradeProduct/ApplicableProductCharacteristic",
        "origin_country": "SpecifiedTradeProduct/OriginTradeCountry/ID",
        "note": Lines("AssociatedDocumentLineDocument/IncludedNote*/Content"),
        "order_line_reference": "SpecifiedLineTradeAgreement/BuyerOrderReferencedDocument/LineID",
        "accounting_reference": f"{_LINE_SETTLEMENT}/ReceivableSpecifiedTradeAccountingAccount/ID",
        "quantity": _QUANTITY,
        "unit": f"{_QUANTITY}/@unitCode",
        "gross_price": f"{_GROSS}/ChargeAmount",
        "price_discount": f"{_GROSS}/AppliedTradeAllowanceCharge[ChargeIndicator/Indicator=false|0]/ActualAmount",
        "unit_price": f"{_NET}/ChargeAmount",
        "price_quantity": f"{_NET}/BasisQuantity",
        "allowances": f"{_LINE_SETTLEMENT}/{_ALLOWANCES}",
        "charges": f"{_LINE_SETTLEMENT}/{_CHARGES}",
        "tax_category": f"{_LINE_TAX}/CategoryCode",
        "tax_rate": f"{_LINE_TAX}/RateApplicablePercent",
        "tax_exemption_reason": f"{_LINE_TAX}/ExemptionReason",
        "tax_exemption_reason_code": f"{_LINE_TAX}/ExemptionReasonCode",
        "service_period": f"{_LINE_SETTLEMENT}/BillingSpecifiedPeriod",
        "net_amount": f"{_LINE_SETTLEMENT}/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount",
    },
    StatedVat: {
        "tax_category": "CategoryCode",
        "tax_rate": "RateApplicablePercent",
        "base": "BasisAmount",
        "tax": "CalculatedAmount",
        "tax_exemption_reason": "ExemptionReason",
        "tax_exemption_reason_code": "ExemptionReasonCode",
    },
    StatedTotals: {
        "lines": f"{_SUMS}/LineTotalAmount",
        "allowances": f"{_SUMS}/AllowanceTotalAmount",
        "charges": f"{_SUMS}/ChargeTotalAmount",
        "net": f"{_SUMS}/TaxBasisTotalAmount",
        # another one may be in the currency of accounting
        "tax": (f"{_SUMS}/TaxTotalAmount[@currencyID=$currency]", f"{_SUMS}/TaxTotalAmount"),
        "gross": f"{_SUMS}/GrandTotalAmount",
        "payable": f"{_SUMS}/DuePayableAmount",
        "vat": f"{_SETTLEMENT}/ApplicableTradeTax",
    },
    Invoice: {
        "number": "ExchangedDocument/ID",
        "issue_date": f"ExchangedDocument/IssueDateTime/{_DAY}",
        "type_code": "ExchangedDocument/TypeCode",
        "currency": f"{_SETTLEMENT}/InvoiceCurrencyCode",
        "tax_point_date": f"{_SETTLEMENT}/ApplicableTradeTax*/TaxPointDate/DateString",
        "due_date": f"{_TERMS}/DueDateDateTime/{_DAY}",
        "buyer_reference": f"{_AGREEMENT}/BuyerReference",
        "project_reference": f"{_AGREEMENT}/SpecifiedProcuringProject/ID",
        "contract_reference": f"{_AGREEMENT}/ContractReferencedDocument/IssuerAssignedID",
        "order_reference": f"{_AGREEMENT}/BuyerOrderReferencedDocument/IssuerAssignedID",
        "sales_order_reference": f"{_AGREEMENT}/SellerOrderReferencedDocument/IssuerAssignedID",
        "receiving_advice_reference": f"{_DELIVERY}/ReceivingAdviceReferencedDocument/IssuerAssignedID",
        "despatch_advice_reference": f"{_DELIVERY}/DespatchAdviceReferencedDocument/IssuerAssignedID",
        "tender_reference": f"{_AGREEMENT}/AdditionalReferencedDocument[TypeCode=50]/IssuerAssignedID",
        "object_reference": f"{_AGREEMENT}/AdditionalReferencedDocument[TypeCode=130]/IssuerAssignedID",
        "object_scheme": f"{_AGREEMENT}/AdditionalReferencedDocument[TypeCode=130]/ReferenceTypeCode",
        "accounting_reference": f"{_SETTLEMENT}/ReceivableSpecifiedTradeAccountingAccount/ID",
        "payment_terms": Lines(f"{_TERMS}/Description"),
        "notes": "ExchangedDocument/IncludedNote*/Content",
        "business_process": "ExchangedDocumentContext/BusinessProcessSpecifiedDocumentContextParameter/ID",
        "preceding_invoice": f"{_SETTLEMENT}/InvoiceReferencedDocument",
        "seller": f"{_AGREEMENT}/SellerTradeParty",
        "buyer": f"{_AGREEMENT}/BuyerTradeParty",
        "payee": f"{_SETTLEMENT}/PayeeTradeParty",
        "tax_representative": f"{_AGREEMENT}/SellerTaxRepresentativeTradeParty",
        "deliver_to": f"{_DELIVERY}/ShipToTradeParty",
        "service_date": f"{_DELIVERY}/ActualDeliverySupplyChainEvent/OccurrenceDateTime/{_DAY}",
        "service_period": f"{_SETTLEMENT}/BillingSpecifiedPeriod",
        "payment": f"{_SETTLEMENT}[SpecifiedTradeSettlementPaymentMeans]",
        "allowances": f"{_SETTLEMENT}/{_ALLOWANCES}",
        "charges": (f"{_SETTLEMENT}/{_CHARGES}", f"{_SETTLEMENT}/SpecifiedLogisticsServiceCharge"),
        "prepaid_amount": f"{_SUMS}/TotalPrepaidAmount",
        "rounding_amount": f"{_SUMS}/RoundingAmount",
        "items": f"{_TRADE}/IncludedSupplyChainTradeLineItem",
        "totals": ".",
    },
}


def _iso_date(element: Element) -> str:
    text, written = element.value(), element.value("format")
    if written != _DATE_FORMAT:
        raise ValueError(f'is "{text[:40]}" in the date format "{written[:40]}"; it has to be {_DATE_FORMAT}, YYYYMMDD')
    if not (len(text) == len("YYYYMMDD") and text.isascii() and text.isdigit()):
        raise ValueError(f'"{text[:40]}" is not a date of the format {_DATE_FORMAT}, YYYYMMDD')
    return f"{text[:4]}-{text[4:6]}-{text[6:]}"


def _put_subjects_before_notes(root: Element) -> None:
    """The code of a note's subject (BT-21) stands in the note as in UBL: #AAI#text."""
    for document in root.named("ExchangedDocument"):
        for note in document.named("IncludedNote"):
            contents, codes = list(note.named("Content")), list(note.named("SubjectCode"))
            if contents and contents[0].value() and codes and codes[0].value():
                contents[0].text = f"#{codes[0].value()}#{contents[0].value()}"
                codes[0].take()


CII = Syntax(
    name="CII",
    roots={f"{_NAMESPACE}CrossIndustryInvoice:100": "CrossIndustryInvoice"},
    namespaces=frozenset(
        {
            f"{_NAMESPACE}CrossIndustryInvoice:100",
            f"{_NAMESPACE}ReusableAggregateBusinessInformationEntity:100",
            f"{_NAMESPACE}QualifiedDataType:100",
            f"{_NAMESPACE}UnqualifiedDataType:100",
        }
    ),
    records=_RECORDS,
    currency=f"{_SETTLEMENT}/InvoiceCurrencyCode",
    profile="ExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID",
    prepare=_put_subjects_before_notes,
    iso_date=_iso_date,
    repeated=(
        (f"{_NET}/BasisQuantity/@unitCode", f"{_QUANTITY}/@unitCode"),
        (f"{_GROSS}/BasisQuantity/@unitCode", f"{_QUANTITY}/@unitCode"),
        (f"{_GROSS}/BasisQuantity", f"{_NET}/BasisQuantity"),
    ),
    constants={
        "ApplicableTradeTax/TypeCode": frozenset({"VAT"}),
        "CategoryTradeTax/TypeCode": frozenset({"VAT"}),
        "AppliedTradeTax/TypeCode": frozenset({"VAT"}),
        "SpecifiedProcuringProject/Name": frozenset({"Project reference"}),
        "TestIndicator/Indicator": frozenset({"false"}),
    },
)
