# skillc copies this file into each skill; change it in src/einvoice, not there
"""UBL 2.1 invoices and credit notes: where each term stands.

Source: CEN/TS 16931-3-2, as EN 16931's and XRechnung's rules for UBL read it.
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

_NAMESPACE = "urn:oasis:names:specification:ubl:schema:xsd:"
_ALLOWANCES = "AllowanceCharge[ChargeIndicator=false|0]"
_CHARGES = "AllowanceCharge[ChargeIndicator=true|1]"
_PARTY_ID = "PartyIdentification[ID/@schemeID!=SEPA]/ID"  # the scheme SEPA marks BT-90
_SEPA_ID = "PartyIdentification[ID/@schemeID=SEPA]/ID"
_TAXES = "TaxTotal[TaxAmount/@currencyID=$currency]"  # another one may be in the currency of accounting
_VAT_ID = "PartyTaxScheme[TaxScheme/ID=VAT]/CompanyID"
_LINE_ADJUSTMENT: Paths = {
    "amount": "Amount",
    "base_amount": "BaseAmount",
    "percent": "MultiplierFactorNumeric",
    "reason": "AllowanceChargeReason",
    "reason_code": "AllowanceChargeReasonCode",
}

_RECORDS: dict[type, Paths] = {
    Address: {
        "street": "StreetName",
        "additional": "AdditionalStreetName",
        "third_line": "AddressLine/Line",
        "postcode": "PostalZone",
        "city": "CityName",
        "region": "CountrySubentity",
        "country": "Country/IdentificationCode",
    },
    Contact: {"name": "Name", "phone": "Telephone", "email": "ElectronicMail"},
    ElectronicAddress: {"value": "EndpointID", "scheme": "EndpointID/@schemeID"},
    Party: {
        "name": "PartyLegalEntity/RegistrationName",
        "trading_name": "PartyName/Name",
        "id": _PARTY_ID,
        "id_scheme": f"{_PARTY_ID}/@schemeID",
        "registration_id": "PartyLegalEntity/CompanyID",
        "registration_scheme": "PartyLegalEntity/CompanyID/@schemeID",
        "vat_id": _VAT_ID,
        "tax_number": "PartyTaxScheme[TaxScheme/ID!=VAT]/CompanyID",
        "legal_information": "PartyLegalEntity/CompanyLegalForm",
        "electronic_address": ".",
        "address": "PostalAddress",
        "contact": "Contact",
    },
    Payee: {
        "name": "PartyName/Name",
        "id": _PARTY_ID,
        "id_scheme": f"{_PARTY_ID}/@schemeID",
        "registration_id": "PartyLegalEntity/CompanyID",
        "registration_scheme": "PartyLegalEntity/CompanyID/@schemeID",
    },
    TaxRepresentative: {"name": "PartyName/Name", "vat_id": _VAT_ID, "address": "PostalAddress"},
    DeliverTo: {
        "name": "Delivery/DeliveryParty/PartyName/Name",
        "id": "Delivery/DeliveryLocation/ID",
        "id_scheme": "Delivery/DeliveryLocation/ID/@schemeID",
        "address": "Delivery/DeliveryLocation/Address",
    },
    Period: {"start": "StartDate", "end": "EndDate"},
    PrecedingInvoice: {"number": "InvoiceDocumentReference/ID", "issue_date": "InvoiceDocumentReference/IssueDate"},
    Card: {"number": "PrimaryAccountNumberID", "holder": "HolderName"},
    DirectDebit: {
        "mandate_reference": "ID",
        "creditor_id": (f"/AccountingSupplierParty/Party/{_SEPA_ID}", f"/PayeeParty/{_SEPA_ID}"),
        "iban": "PayerFinancialAccount/ID",
    },
    Payment: {
        "means_code": "PaymentMeansCode",
        "means_text": "PaymentMeansCode/@name",
        "reference": "PaymentID",
        "iban": "PayeeFinancialAccount/ID",
        "account_name": "PayeeFinancialAccount/Name",
        "bic": "PayeeFinancialAccount/FinancialInstitutionBranch/ID",
        "card": "CardAccount",
        "direct_debit": "PaymentMandate",
    },
    LineAdjustment: _LINE_ADJUSTMENT,
    Adjustment: {**_LINE_ADJUSTMENT, "tax_category": "TaxCategory/ID", "tax_rate": "TaxCategory/Percent"},
    Classification: {
        "code": "ItemClassificationCode",
        "scheme": "ItemClassificationCode/@listID",
        "version": "ItemClassificationCode/@listVersionID",
    },
    Attribute: {"name": "Name", "value": "Value"},
    Item: {
        "line_id": "ID",
        "name": "Item/Name",
        "description": "Item/Description",
        "seller_item_id": "Item/SellersItemIdentification/ID",
        "buyer_item_id": "Item/BuyersItemIdentification/ID",
        "standard_item_id": "Item/StandardItemIdentification/ID",
        "standard_item_scheme": "Item/StandardItemIdentification/ID/@schemeID",
        "classifications": "Item/CommodityClassification",
        "attributes": "Item/AdditionalItemProperty",
        "origin_country": "Item/OriginCountry/IdentificationCode",
        "note": Lines("Note"),
        "order_line_reference": "OrderLineReference/LineID",
        "accounting_reference": "AccountingCost",
        "quantity": ("InvoicedQuantity", "CreditedQuantity"),
        "unit": ("InvoicedQuantity/@unitCode", "CreditedQuantity/@unitCode"),
        "gross_price": "Price/AllowanceCharge[ChargeIndicator=false|0]/BaseAmount",
        "price_discount": "Price/AllowanceCharge[ChargeIndicator=false|0]/Amount",
        "unit_price": "Price/PriceAmount",
        "price_quantity": "Price/BaseQuantity",
        "allowances": _ALLOWANCES,
        "charges": _CHARGES,
        "tax_category": "Item/ClassifiedTaxCategory/ID",
        "tax_rate": "Item/ClassifiedTaxCategory/Percent",
        "tax_exemption_reason": "Item/ClassifiedTaxCategory/TaxExemptionReason",
        "tax_exemption_reason_code": "Item/ClassifiedTaxCategory/TaxExemptionReasonCode",
        "service_period": "InvoicePeriod",
        "net_amount": "LineExtensionAmount",
    },
    StatedVat: {
        "tax_category": "TaxCategory/ID",
        "tax_rate": "TaxCategory/Percent",
        "base": "TaxableAmount",
        "tax": "TaxAmount",
        "tax_exemption_reason": "TaxCategory/TaxExemptionReason",
        "tax_exemption_reason_code": "TaxCategory/TaxExemptionReasonCode",
    },
    StatedTotals: {
        "lines": "LegalMonetaryTotal/LineExtensionAmount",
        "allowances": "LegalMonetaryTotal/AllowanceTotalAmount",
        "charges": "LegalMonetaryTotal/ChargeTotalAmount",
        "net": "LegalMonetaryTotal/TaxExclusiveAmount",
        "tax": (f"{_TAXES}/TaxAmount", "TaxTotal/TaxAmount"),
        "gross": "LegalMonetaryTotal/TaxInclusiveAmount",
        "payable": "LegalMonetaryTotal/PayableAmount",
        "vat": f"{_TAXES}/TaxSubtotal",
    },
    Invoice: {
        "number": "ID",
        "issue_date": "IssueDate",
        "type_code": ("InvoiceTypeCode", "CreditNoteTypeCode"),
        "currency": "DocumentCurrencyCode",
        "tax_point_date": "TaxPointDate",
        "due_date": ("DueDate", "PaymentMeans*/PaymentDueDate"),
        "buyer_reference": "BuyerReference",
        "project_reference": ("ProjectReference/ID", "AdditionalDocumentReference[DocumentTypeCode=50]/ID"),
        "contract_reference": "ContractDocumentReference/ID",
        "order_reference": "OrderReference/ID",
        "sales_order_reference": "OrderReference/SalesOrderID",
        "receiving_advice_reference": "ReceiptDocumentReference/ID",
        "despatch_advice_reference": "DespatchDocumentReference/ID",
        "tender_reference": "OriginatorDocumentReference/ID",
        "object_reference": "AdditionalDocumentReference[DocumentTypeCode=130]/ID",
        "object_scheme": "AdditionalDocumentReference[DocumentTypeCode=130]/ID/@schemeID",
        "accounting_reference": "AccountingCost",
        "payment_terms": Lines("PaymentTerms*/Note"),
        "notes": "Note",
        "business_process": "ProfileID",
        "preceding_invoice": "BillingReference",
        "seller": "AccountingSupplierParty/Party",
        "buyer": "AccountingCustomerParty/Party",
        "payee": "PayeeParty",
        "tax_representative": "TaxRepresentativeParty",
        "deliver_to": ".",
        "service_date": "Delivery/ActualDeliveryDate",
        # a period may only say, with a code, on which date VAT is due (BT-8)
        "service_period": ("InvoicePeriod[StartDate]", "InvoicePeriod[EndDate]", "InvoicePeriod[!DescriptionCode]"),
        "payment": "PaymentMeans",
        "allowances": _ALLOWANCES,
        "charges": _CHARGES,
        "prepaid_amount": "LegalMonetaryTotal/PrepaidAmount",
        "rounding_amount": "LegalMonetaryTotal/PayableRoundingAmount",
        "items": ("InvoiceLine", "CreditNoteLine"),
        "totals": ".",
    },
}


def _prepare(_: Element) -> None:
    """UBL says everything where its path says."""


UBL = Syntax(
    name="UBL",
    roots={f"{_NAMESPACE}Invoice-2": "Invoice", f"{_NAMESPACE}CreditNote-2": "CreditNote"},
    namespaces=frozenset({f"{_NAMESPACE}CommonAggregateComponents-2", f"{_NAMESPACE}CommonBasicComponents-2"}),
    records=_RECORDS,
    currency="DocumentCurrencyCode",
    profile="CustomizationID",
    prepare=_prepare,
    iso_date=Element.value,
    repeated=(
        ("Price/BaseQuantity/@unitCode", "InvoicedQuantity/@unitCode"),
        ("Price/BaseQuantity/@unitCode", "CreditedQuantity/@unitCode"),
    ),
    constants={
        "TaxScheme/ID": frozenset({"VAT", "FC", "TAX"}),
        "UBLVersionID": frozenset({"2.1"}),
        "CardAccount/NetworkID": frozenset({"NA"}),
    },
)
