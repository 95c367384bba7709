# skillc copies this file into each skill; change it in src/einvoice, not there
"""UBL: the elements of OASIS' schemas 2.1, in the types that EN 16931 and XRechnung use.

Written by tools/schema_tables.py. A line of TYPES is a type and its elements in their order, with ? and * and +
for how often, and with = where the type has another name; `any` is not looked into. A line of VALUES is a type,
what its text is, and its attributes, with ! for those that have to be there.
"""

from __future__ import annotations

NAMESPACES = {
    "inv": "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2",
    "cn": "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2",
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
    "ext": "urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2",
}
ROOTS = {
    "inv:Invoice": "Invoice",
    "cn:CreditNote": "CreditNote",
}
TYPES = """\
Address: cbc:ID=Identifier? cbc:AddressTypeCode=Code? cbc:AddressFormatCode=Code? cbc:Postbox=Text? cbc:Floor=Text?
  cbc:Room=Text? cbc:StreetName=Name? cbc:AdditionalStreetName=Name? cbc:BlockName=Name? cbc:BuildingName=Name?
  cbc:BuildingNumber=Text? cbc:InhouseMail=Text? cbc:Department=Text? cbc:MarkAttention=Text? cbc:MarkCare=Text?
  cbc:PlotIdentification=Text? cbc:CitySubdivisionName=Name? cbc:CityName=Name? cbc:PostalZone=Text?
  cbc:CountrySubentity=Text? cbc:CountrySubentityCode=Code? cbc:Region=Text? cbc:District=Text? cbc:TimezoneOffset=Text?
  cac:AddressLine* cac:Country? cac:LocationCoordinate=any*
AddressLine: cbc:Line=Text
AllowanceCharge: cbc:ID=Identifier? cbc:ChargeIndicator=Indicator cbc:AllowanceChargeReasonCode=Code?
  cbc:AllowanceChargeReason=Text* cbc:MultiplierFactorNumeric=Numeric? cbc:PrepaidIndicator=Indicator?
  cbc:SequenceNumeric=Numeric? cbc:Amount cbc:BaseAmount=Amount? cbc:AccountingCostCode=Code? cbc:AccountingCost=Text?
  cbc:PerUnitAmount=Amount? cac:TaxCategory* cac:TaxTotal? cac:PaymentMeans*
Attachment: cbc:EmbeddedDocumentBinaryObject=BinaryObject? cac:ExternalReference?
BillingReference: cac:InvoiceDocumentReference=DocumentReference?
  cac:SelfBilledInvoiceDocumentReference=DocumentReference? cac:CreditNoteDocumentReference=DocumentReference?
  cac:SelfBilledCreditNoteDocumentReference=DocumentReference? cac:DebitNoteDocumentReference=DocumentReference?
  cac:ReminderDocumentReference=DocumentReference? cac:AdditionalDocumentReference=DocumentReference?
  cac:BillingReferenceLine=any*
Branch: cbc:ID=Identifier? cbc:Name? cac:FinancialInstitution? cac:Address?
CardAccount: cbc:PrimaryAccountNumberID=Identifier cbc:NetworkID=Identifier cbc:CardTypeCode=Code?
  cbc:ValidityStartDate=Date? cbc:ExpiryDate=Date? cbc:IssuerID=Identifier? cbc:IssueNumberID=Identifier?
  cbc:CV2ID=Identifier? cbc:CardChipCode=Code? cbc:ChipApplicationID=Identifier? cbc:HolderName=Name?
CommodityClassification: cbc:NatureCode=Code? cbc:CargoTypeCode=Code? cbc:CommodityCode=Code?
  cbc:ItemClassificationCode=Code?
Contact: cbc:ID=Identifier? cbc:Name? cbc:Telephone=Text? cbc:Telefax=Text? cbc:ElectronicMail=Text? cbc:Note=Text*
  cac:OtherCommunication=any*
Country: cbc:IdentificationCode=Code? cbc:Name?
CreditNote: ext:UBLExtensions=any? cbc:UBLVersionID=Identifier? cbc:CustomizationID=Identifier?
  cbc:ProfileID=Identifier? cbc:ProfileExecutionID=Identifier? cbc:ID=Identifier cbc:CopyIndicator=Indicator?
  cbc:UUID=Identifier? cbc:IssueDate=Date cbc:IssueTime=Time? cbc:TaxPointDate=Date? cbc:CreditNoteTypeCode=Code?
  cbc:Note=Text* cbc:DocumentCurrencyCode=Code? cbc:TaxCurrencyCode=Code? cbc:PricingCurrencyCode=Code?
  cbc:PaymentCurrencyCode=Code? cbc:PaymentAlternativeCurrencyCode=Code? cbc:AccountingCostCode=Code?
  cbc:AccountingCost=Text? cbc:LineCountNumeric=Numeric? cbc:BuyerReference=Text? cac:InvoicePeriod=Period*
  cac:DiscrepancyResponse=any* cac:OrderReference? cac:BillingReference*
  cac:DespatchDocumentReference=DocumentReference* cac:ReceiptDocumentReference=DocumentReference*
  cac:ContractDocumentReference=DocumentReference* cac:AdditionalDocumentReference=DocumentReference*
  cac:StatementDocumentReference=DocumentReference* cac:OriginatorDocumentReference=DocumentReference*
  cac:Signature=any* cac:AccountingSupplierParty=SupplierParty cac:AccountingCustomerParty=CustomerParty
  cac:PayeeParty=Party? cac:BuyerCustomerParty=CustomerParty? cac:SellerSupplierParty=SupplierParty?
  cac:TaxRepresentativeParty=Party? cac:Delivery* cac:DeliveryTerms=any* cac:PaymentMeans* cac:PaymentTerms*
  cac:TaxExchangeRate=any? cac:PricingExchangeRate=any? cac:PaymentExchangeRate=any?
  cac:PaymentAlternativeExchangeRate=any? cac:AllowanceCharge* cac:TaxTotal* cac:LegalMonetaryTotal=MonetaryTotal
  cac:CreditNoteLine+
CreditNoteLine: cbc:ID=Identifier cbc:UUID=Identifier? cbc:Note=Text* cbc:CreditedQuantity=Quantity?
  cbc:LineExtensionAmount=Amount? cbc:TaxPointDate=Date? cbc:AccountingCostCode=Code? cbc:AccountingCost=Text?
  cbc:PaymentPurposeCode=Code? cbc:FreeOfChargeIndicator=Indicator? cac:InvoicePeriod=Period* cac:OrderLineReference*
  cac:DiscrepancyResponse=any* cac:DespatchLineReference=LineReference* cac:ReceiptLineReference=LineReference*
  cac:BillingReference* cac:DocumentReference* cac:PricingReference=any? cac:OriginatorParty=Party? cac:Delivery*
  cac:PaymentTerms* cac:TaxTotal* cac:AllowanceCharge* cac:Item? cac:Price? cac:DeliveryTerms=any*
  cac:SubCreditNoteLine=CreditNoteLine* cac:ItemPriceExtension=any?
CustomerParty: cbc:CustomerAssignedAccountID=Identifier? cbc:SupplierAssignedAccountID=Identifier?
  cbc:AdditionalAccountID=Identifier* cac:Party? cac:DeliveryContact=Contact? cac:AccountingContact=Contact?
  cac:BuyerContact=Contact?
Delivery: cbc:ID=Identifier? cbc:Quantity? cbc:MinimumQuantity=Quantity? cbc:MaximumQuantity=Quantity?
  cbc:ActualDeliveryDate=Date? cbc:ActualDeliveryTime=Time? cbc:LatestDeliveryDate=Date? cbc:LatestDeliveryTime=Time?
  cbc:ReleaseID=Identifier? cbc:TrackingID=Identifier? cac:DeliveryAddress=Address? cac:DeliveryLocation=Location?
  cac:AlternativeDeliveryLocation=Location? cac:RequestedDeliveryPeriod=Period? cac:PromisedDeliveryPeriod=Period?
  cac:EstimatedDeliveryPeriod=Period? cac:CarrierParty=Party? cac:DeliveryParty=Party? cac:NotifyParty=Party*
  cac:Despatch=any? cac:DeliveryTerms=any* cac:MinimumDeliveryUnit=any? cac:MaximumDeliveryUnit=any? cac:Shipment=any?
DocumentReference: cbc:ID=Identifier cbc:CopyIndicator=Indicator? cbc:UUID=Identifier? cbc:IssueDate=Date?
  cbc:IssueTime=Time? cbc:DocumentTypeCode=Code? cbc:DocumentType=Text? cbc:XPath=Text* cbc:LanguageID=Identifier?
  cbc:LocaleCode=Code? cbc:VersionID=Identifier? cbc:DocumentStatusCode=Code? cbc:DocumentDescription=Text*
  cac:Attachment? cac:ValidityPeriod=Period? cac:IssuerParty=Party? cac:ResultOfVerification=any?
ExternalReference: cbc:URI=Identifier? cbc:DocumentHash=Text? cbc:HashAlgorithmMethod=Text? cbc:ExpiryDate=Date?
  cbc:ExpiryTime=Time? cbc:MimeCode=Code? cbc:FormatCode=Code? cbc:EncodingCode=Code? cbc:CharacterSetCode=Code?
  cbc:FileName=Name? cbc:Description=Text*
FinancialAccount: cbc:ID=Identifier? cbc:Name? cbc:AliasName=Name? cbc:AccountTypeCode=Code? cbc:AccountFormatCode=Code?
  cbc:CurrencyCode=Code? cbc:PaymentNote=Text* cac:FinancialInstitutionBranch=Branch? cac:Country?
FinancialInstitution: cbc:ID=Identifier? cbc:Name? cac:Address?
Invoice: ext:UBLExtensions=any? cbc:UBLVersionID=Identifier? cbc:CustomizationID=Identifier? cbc:ProfileID=Identifier?
  cbc:ProfileExecutionID=Identifier? cbc:ID=Identifier cbc:CopyIndicator=Indicator? cbc:UUID=Identifier?
  cbc:IssueDate=Date cbc:IssueTime=Time? cbc:DueDate=Date? cbc:InvoiceTypeCode=Code? cbc:Note=Text*
  cbc:TaxPointDate=Date? cbc:DocumentCurrencyCode=Code? cbc:TaxCurrencyCode=Code? cbc:PricingCurrencyCode=Code?
  cbc:PaymentCurrencyCode=Code? cbc:PaymentAlternativeCurrencyCode=Code? cbc:AccountingCostCode=Code?
  cbc:AccountingCost=Text? cbc:LineCountNumeric=Numeric? cbc:BuyerReference=Text? cac:InvoicePeriod=Period*
  cac:OrderReference? cac:BillingReference* cac:DespatchDocumentReference=DocumentReference*
  cac:ReceiptDocumentReference=DocumentReference* cac:StatementDocumentReference=DocumentReference*
  cac:OriginatorDocumentReference=DocumentReference* cac:ContractDocumentReference=DocumentReference*
  cac:AdditionalDocumentReference=DocumentReference* cac:ProjectReference* cac:Signature=any*
  cac:AccountingSupplierParty=SupplierParty cac:AccountingCustomerParty=CustomerParty cac:PayeeParty=Party?
  cac:BuyerCustomerParty=CustomerParty? cac:SellerSupplierParty=SupplierParty? cac:TaxRepresentativeParty=Party?
  cac:Delivery* cac:DeliveryTerms=any? cac:PaymentMeans* cac:PaymentTerms* cac:PrepaidPayment=Payment*
  cac:AllowanceCharge* cac:TaxExchangeRate=any? cac:PricingExchangeRate=any? cac:PaymentExchangeRate=any?
  cac:PaymentAlternativeExchangeRate=any? cac:TaxTotal* cac:WithholdingTaxTotal=TaxTotal*
  cac:LegalMonetaryTotal=MonetaryTotal cac:InvoiceLine+
InvoiceLine: cbc:ID=Identifier cbc:UUID=Identifier? cbc:Note=Text* cbc:InvoicedQuantity=Quantity?
  cbc:LineExtensionAmount=Amount cbc:TaxPointDate=Date? cbc:AccountingCostCode=Code? cbc:AccountingCost=Text?
  cbc:PaymentPurposeCode=Code? cbc:FreeOfChargeIndicator=Indicator? cac:InvoicePeriod=Period* cac:OrderLineReference*
  cac:DespatchLineReference=LineReference* cac:ReceiptLineReference=LineReference* cac:BillingReference*
  cac:DocumentReference* cac:PricingReference=any? cac:OriginatorParty=Party? cac:Delivery* cac:PaymentTerms*
  cac:AllowanceCharge* cac:TaxTotal* cac:WithholdingTaxTotal=TaxTotal* cac:Item cac:Price? cac:DeliveryTerms=any?
  cac:SubInvoiceLine=InvoiceLine* cac:ItemPriceExtension=any?
Item: cbc:Description=Text* cbc:PackQuantity=Quantity? cbc:PackSizeNumeric=Numeric? cbc:CatalogueIndicator=Indicator?
  cbc:Name? cbc:HazardousRiskIndicator=Indicator? cbc:AdditionalInformation=Text* cbc:Keyword=Text* cbc:BrandName=Name*
  cbc:ModelName=Name* cac:BuyersItemIdentification=ItemIdentification? cac:SellersItemIdentification=ItemIdentification?
  cac:ManufacturersItemIdentification=ItemIdentification* cac:StandardItemIdentification=ItemIdentification?
  cac:CatalogueItemIdentification=ItemIdentification? cac:AdditionalItemIdentification=ItemIdentification*
  cac:CatalogueDocumentReference=DocumentReference? cac:ItemSpecificationDocumentReference=DocumentReference*
  cac:OriginCountry=Country? cac:CommodityClassification* cac:TransactionConditions=any* cac:HazardousItem=any*
  cac:ClassifiedTaxCategory=TaxCategory* cac:AdditionalItemProperty=ItemProperty* cac:ManufacturerParty=Party*
  cac:InformationContentProviderParty=Party? cac:OriginAddress=Address* cac:ItemInstance=any* cac:Certificate=any*
  cac:Dimension=any*
ItemIdentification: cbc:ID=Identifier cbc:ExtendedID=Identifier? cbc:BarcodeSymbologyID=Identifier?
  cac:PhysicalAttribute=any* cac:MeasurementDimension=any* cac:IssuerParty=Party?
ItemProperty: cbc:ID=Identifier? cbc:Name cbc:NameCode=Code? cbc:TestMethod=Text? cbc:Value=Text?
  cbc:ValueQuantity=Quantity? cbc:ValueQualifier=Text* cbc:ImportanceCode=Code? cbc:ListValue=Text*
  cac:UsabilityPeriod=Period? cac:ItemPropertyGroup=any* cac:RangeDimension=any? cac:ItemPropertyRange=any?
LineReference: cbc:LineID=Identifier cbc:UUID=Identifier? cbc:LineStatusCode=Code? cac:DocumentReference?
Location: cbc:ID=Identifier? cbc:Description=Text* cbc:Conditions=Text* cbc:CountrySubentity=Text?
  cbc:CountrySubentityCode=Code? cbc:LocationTypeCode=Code? cbc:InformationURI=Identifier? cbc:Name?
  cac:ValidityPeriod=Period* cac:Address? cac:SubsidiaryLocation=Location* cac:LocationCoordinate=any*
MonetaryTotal: cbc:LineExtensionAmount=Amount? cbc:TaxExclusiveAmount=Amount? cbc:TaxInclusiveAmount=Amount?
  cbc:AllowanceTotalAmount=Amount? cbc:ChargeTotalAmount=Amount? cbc:PrepaidAmount=Amount?
  cbc:PayableRoundingAmount=Amount? cbc:PayableAmount=Amount cbc:PayableAlternativeAmount=Amount?
OrderLineReference: cbc:LineID=Identifier cbc:SalesOrderLineID=Identifier? cbc:UUID=Identifier? cbc:LineStatusCode=Code?
  cac:OrderReference?
OrderReference: cbc:ID=Identifier cbc:SalesOrderID=Identifier? cbc:CopyIndicator=Indicator? cbc:UUID=Identifier?
  cbc:IssueDate=Date? cbc:IssueTime=Time? cbc:CustomerReference=Text? cbc:OrderTypeCode=Code? cac:DocumentReference?
Party: cbc:MarkCareIndicator=Indicator? cbc:MarkAttentionIndicator=Indicator? cbc:WebsiteURI=Identifier?
  cbc:LogoReferenceID=Identifier? cbc:EndpointID=Identifier? cbc:IndustryClassificationCode=Code?
  cac:PartyIdentification* cac:PartyName* cac:Language=any? cac:PostalAddress=Address? cac:PhysicalLocation=Location?
  cac:PartyTaxScheme* cac:PartyLegalEntity* cac:Contact? cac:Person=any* cac:AgentParty=Party?
  cac:ServiceProviderParty=any* cac:PowerOfAttorney=any* cac:FinancialAccount?
PartyIdentification: cbc:ID=Identifier
PartyLegalEntity: cbc:RegistrationName=Name? cbc:CompanyID=Identifier? cbc:RegistrationDate=Date?
  cbc:RegistrationExpirationDate=Date? cbc:CompanyLegalFormCode=Code? cbc:CompanyLegalForm=Text?
  cbc:SoleProprietorshipIndicator=Indicator? cbc:CompanyLiquidationStatusCode=Code? cbc:CorporateStockAmount=Amount?
  cbc:FullyPaidSharesIndicator=Indicator? cac:RegistrationAddress=Address? cac:CorporateRegistrationScheme=any?
  cac:HeadOfficeParty=Party? cac:ShareholderParty=any*
PartyName: cbc:Name
PartyTaxScheme: cbc:RegistrationName=Name? cbc:CompanyID=Identifier? cbc:TaxLevelCode=Code?
  cbc:ExemptionReasonCode=Code? cbc:ExemptionReason=Text* cac:RegistrationAddress=Address? cac:TaxScheme
Payment: cbc:ID=Identifier? cbc:PaidAmount=Amount? cbc:ReceivedDate=Date? cbc:PaidDate=Date? cbc:PaidTime=Time?
  cbc:InstructionID=Identifier?
PaymentMandate: cbc:ID=Identifier? cbc:MandateTypeCode=Code? cbc:MaximumPaymentInstructionsNumeric=Numeric?
  cbc:MaximumPaidAmount=Amount? cbc:SignatureID=Identifier? cac:PayerParty=Party?
  cac:PayerFinancialAccount=FinancialAccount? cac:ValidityPeriod=Period? cac:PaymentReversalPeriod=Period?
  cac:Clause=any*
PaymentMeans: cbc:ID=Identifier? cbc:PaymentMeansCode=Code cbc:PaymentDueDate=Date? cbc:PaymentChannelCode=Code?
  cbc:InstructionID=Identifier? cbc:InstructionNote=Text* cbc:PaymentID=Identifier* cac:CardAccount?
  cac:PayerFinancialAccount=FinancialAccount? cac:PayeeFinancialAccount=FinancialAccount? cac:CreditAccount=any?
  cac:PaymentMandate? cac:TradeFinancing=any?
PaymentTerms: cbc:ID=Identifier? cbc:PaymentMeansID=Identifier* cbc:PrepaidPaymentReferenceID=Identifier? cbc:Note=Text*
  cbc:ReferenceEventCode=Code? cbc:SettlementDiscountPercent=Percent? cbc:PenaltySurchargePercent=Percent?
  cbc:PaymentPercent=Percent? cbc:Amount? cbc:SettlementDiscountAmount=Amount? cbc:PenaltyAmount=Amount?
  cbc:PaymentTermsDetailsURI=Identifier? cbc:PaymentDueDate=Date? cbc:InstallmentDueDate=Date?
  cbc:InvoicingPartyReference=Text? cac:SettlementPeriod=Period? cac:PenaltyPeriod=Period? cac:ExchangeRate=any?
  cac:ValidityPeriod=Period?
Period: cbc:StartDate=Date? cbc:StartTime=Time? cbc:EndDate=Date? cbc:EndTime=Time? cbc:DurationMeasure=Measure?
  cbc:DescriptionCode=Code* cbc:Description=Text*
Price: cbc:PriceAmount=Amount cbc:BaseQuantity=Quantity? cbc:PriceChangeReason=Text* cbc:PriceTypeCode=Code?
  cbc:PriceType=Text? cbc:OrderableUnitFactorRate=Rate? cac:ValidityPeriod=Period* cac:PriceList=any?
  cac:AllowanceCharge* cac:PricingExchangeRate=any?
ProjectReference: cbc:ID=Identifier cbc:UUID=Identifier? cbc:IssueDate=Date? cac:WorkPhaseReference=any*
SupplierParty: cbc:CustomerAssignedAccountID=Identifier? cbc:AdditionalAccountID=Identifier*
  cbc:DataSendingCapability=Text? cac:Party? cac:DespatchContact=Contact? cac:AccountingContact=Contact?
  cac:SellerContact=Contact?
TaxCategory: cbc:ID=Identifier? cbc:Name? cbc:Percent? cbc:BaseUnitMeasure=Measure? cbc:PerUnitAmount=Amount?
  cbc:TaxExemptionReasonCode=Code? cbc:TaxExemptionReason=Text* cbc:TierRange=Text? cbc:TierRatePercent=Percent?
  cac:TaxScheme
TaxScheme: cbc:ID=Identifier? cbc:Name? cbc:TaxTypeCode=Code? cbc:CurrencyCode=Code?
  cac:JurisdictionRegionAddress=Address*
TaxSubtotal: cbc:TaxableAmount=Amount? cbc:TaxAmount=Amount cbc:CalculationSequenceNumeric=Numeric?
  cbc:TransactionCurrencyTaxAmount=Amount? cbc:Percent? cbc:BaseUnitMeasure=Measure? cbc:PerUnitAmount=Amount?
  cbc:TierRange=Text? cbc:TierRatePercent=Percent? cac:TaxCategory
TaxTotal: cbc:TaxAmount=Amount cbc:RoundingAmount=Amount? cbc:TaxEvidenceIndicator=Indicator?
  cbc:TaxIncludedIndicator=Indicator? cac:TaxSubtotal*
"""
VALUES = """\
Amount: decimal currencyID! currencyCodeListVersionID
BinaryObject: base64Binary format mimeCode! encodingCode characterSetCode uri filename
Code: text listID listAgencyID listAgencyName listName listVersionID name languageID listURI listSchemeURI
Date: date
Identifier: text schemeID schemeName schemeAgencyID schemeAgencyName schemeVersionID schemeDataURI schemeURI
Indicator: boolean
Measure: decimal unitCode! unitCodeListVersionID
Name: text languageID languageLocaleID
Numeric: decimal format
Percent: decimal format
Quantity: decimal unitCode unitCodeListID unitCodeListAgencyID unitCodeListAgencyName
Rate: decimal format
Text: text languageID languageLocaleID
Time: time
"""
