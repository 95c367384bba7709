# skillc copies this file into each skill; change it in src/einvoice, not there
"""CII: the elements of UN/CEFACT's schema D22B, which knows those of D16B, in the types of Factur-X EXTENDED.

Written by tools/schema_tables.py. A line of TYPES is a type and its elements in their order, with ? and * and +
for how often, and with = where the type has another name; `any` is not looked into. A line of VALUES is a type,
what its text is, and its attributes, with ! for those that have to be there.
"""

from __future__ import annotations

NAMESPACES = {
    "rsm": "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
    "ram": "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
    "qdt": "urn:un:unece:uncefact:data:standard:QualifiedDataType:100",
    "udt": "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100",
}
ROOTS = {
    "rsm:CrossIndustryInvoice": "CrossIndustryInvoice",
}
TYPES = """\
AdvancePayment: ram:PaidAmount=Amount ram:FormattedReceivedDateTime=FormattedDateTime? ram:IncludedTradeTax=TradeTax*
  ram:InvoiceSpecifiedReferencedDocument=ReferencedDocument*
CreditorFinancialAccount: ram:IBANID=ID? ram:AccountName=Text? ram:ProprietaryID=ID?
CreditorFinancialInstitution: ram:BICID=ID? ram:CHIPSUniversalID=ID? ram:NewZealandNCCID=ID? ram:IrishNSCID=ID?
  ram:UKSortCodeID=ID? ram:CHIPSParticipantID=ID? ram:SwissBCID=ID? ram:FedwireRoutingNumberID=ID?
  ram:PortugueseNCCID=ID? ram:RussianCentralBankID=ID? ram:ItalianDomesticID=ID? ram:AustrianBankleitzahlID=ID?
  ram:CanadianPaymentsAssociationID=ID? ram:SICID=ID? ram:GermanBankleitzahlID=ID? ram:SpanishDomesticInterbankingID=ID?
  ram:SouthAfricanNCCID=ID? ram:HongKongBankID=ID? ram:AustralianBSBID=ID? ram:IndianFinancialSystemID=ID?
  ram:HellenicBankID=ID? ram:PolishNationalClearingID=ID? ram:Name=Text? ram:ClearingSystemName=Text?
  ram:JapanFinancialInstitutionCommonID=ID? ram:LocationFinancialInstitutionAddress=any?
  ram:SubDivisionBranchFinancialInstitution=any?
CrossIndustryInvoice: rsm:ExchangedDocumentContext rsm:ExchangedDocument rsm:SupplyChainTradeTransaction
  rsm:ValuationBreakdownStatement=any?
Date: udt:DateString=Date.DateString | udt:Date=date
DateTime: udt:DateTimeString=DateTime.DateTimeString | udt:DateTime=dateTime
DebtorFinancialAccount: ram:IBANID=ID? ram:AccountName=Text? ram:ProprietaryID=ID?
DebtorFinancialInstitution: ram:BICID=ID? ram:ClearingSystemName=Text? ram:CHIPSUniversalID=ID? ram:NewZealandNCCID=ID?
  ram:IrishNSCID=ID? ram:UKSortCodeID=ID? ram:CHIPSParticipantID=ID? ram:SwissBCID=ID? ram:FedwireRoutingNumberID=ID?
  ram:PortugueseNCCID=ID? ram:RussianCentralBankID=ID? ram:ItalianDomesticID=ID? ram:AustrianBankleitzahlID=ID?
  ram:CanadianPaymentsAssociationID=ID? ram:SICID=ID? ram:GermanBankleitzahlID=ID? ram:SpanishDomesticInterbankingID=ID?
  ram:SouthAfricanNCCID=ID? ram:HongKongBankID=ID? ram:AustralianBSBID=ID? ram:IndianFinancialSystemID=ID?
  ram:HellenicBankID=ID? ram:PolishNationalClearingID=ID? ram:Name=Text? ram:JapanFinancialInstitutionCommonID=ID?
  ram:LocationFinancialInstitutionAddress=any? ram:SubDivisionBranchFinancialInstitution=any?
DocumentContextParameter: ram:ID? ram:Value=Text? ram:SpecifiedDocumentVersion=any?
DocumentLineDocument: ram:LineID=ID? ram:ParentLineID=ID? ram:LineStatusCode? ram:LineStatusReasonCode=Code?
  ram:CategoryCode=Code? ram:ResponseReasonCode=Code? ram:IncludedNote=Note*
  ram:ReferenceReferencedDocument=ReferencedDocument*
ExchangedDocument: ram:ID? ram:Name=Text* ram:TypeCode=DocumentCode? ram:IssueDateTime=DateTime
  ram:CopyIndicator=Indicator? ram:Purpose=Text? ram:ControlRequirementIndicator=Indicator? ram:LanguageID=ID*
  ram:PurposeCode=MessageFunctionCode? ram:RevisionDateTime=DateTime? ram:VersionID=ID? ram:GlobalID=ID?
  ram:RevisionID=ID? ram:PreviousRevisionID=ID? ram:CategoryCode=Code? ram:RequestedResponseTypeCode=Code*
  ram:CreationDateTime=FormattedDateTime? ram:FirstVersionIssueDateTime=DateTime? ram:SubtypeCode=Code?
  ram:IncludedNote=Note* ram:ReferenceReferencedDocument=ReferencedDocument* ram:SignatoryDocumentAuthentication=any?
  ram:EffectiveSpecifiedPeriod=SpecifiedPeriod? ram:IssuerTradeParty=TradeParty? ram:AttachedSpecifiedBinaryFile=any*
ExchangedDocumentContext: ram:SpecifiedTransactionID=ID? ram:TestIndicator=Indicator?
  ram:BusinessProcessSpecifiedDocumentContextParameter=DocumentContextParameter*
  ram:BIMSpecifiedDocumentContextParameter=DocumentContextParameter*
  ram:ScenarioSpecifiedDocumentContextParameter=DocumentContextParameter*
  ram:ApplicationSpecifiedDocumentContextParameter=DocumentContextParameter*
  ram:GuidelineSpecifiedDocumentContextParameter=DocumentContextParameter*
  ram:SubsetSpecifiedDocumentContextParameter=DocumentContextParameter*
  ram:MessageStandardSpecifiedDocumentContextParameter=DocumentContextParameter?
  ram:UserSpecifiedDocumentContextParameter=DocumentContextParameter*
FinancialAdjustment: ram:ReasonCode=Code? ram:Reason=Text* ram:ActualAmount=Amount* ram:ActualQuantity=Quantity?
  ram:ActualDateTime=DateTime? ram:DirectionCode=AccountingDebitCreditStatusCode? ram:ClaimRelatedTradeParty=TradeParty?
  ram:InvoiceReferenceReferencedDocument=ReferencedDocument? ram:RelatedTradeTax=TradeTax*
FormattedDateTime: qdt:DateTimeString=FormattedDateTime.DateTimeString
HeaderTradeAgreement: ram:Reference=Text* ram:BuyerReference=Text? ram:SellerTradeParty=TradeParty?
  ram:BuyerTradeParty=TradeParty? ram:SalesAgentTradeParty=TradeParty? ram:BuyerRequisitionerTradeParty=TradeParty*
  ram:BuyerAssignedAccountantTradeParty=TradeParty? ram:SellerAssignedAccountantTradeParty=TradeParty?
  ram:BuyerTaxRepresentativeTradeParty=TradeParty? ram:SellerTaxRepresentativeTradeParty=TradeParty?
  ram:ProductEndUserTradeParty=TradeParty? ram:ApplicableTradeDeliveryTerms=TradeDeliveryTerms?
  ram:SellerOrderReferencedDocument=ReferencedDocument? ram:BuyerOrderReferencedDocument=ReferencedDocument?
  ram:QuotationReferencedDocument=ReferencedDocument? ram:OrderResponseReferencedDocument=ReferencedDocument?
  ram:ContractReferencedDocument=ReferencedDocument? ram:DemandForecastReferencedDocument=ReferencedDocument?
  ram:SupplyInstructionReferencedDocument=ReferencedDocument? ram:PromotionalDealReferencedDocument=ReferencedDocument?
  ram:PriceListReferencedDocument=ReferencedDocument? ram:AdditionalReferencedDocument=ReferencedDocument*
  ram:RequisitionerReferencedDocument=ReferencedDocument* ram:BuyerAgentTradeParty=TradeParty?
  ram:PurchaseConditionsReferencedDocument=ReferencedDocument* ram:SpecifiedProcuringProject=ProcuringProject?
  ram:UltimateCustomerOrderReferencedDocument=ReferencedDocument* ram:PricingBaseApplicableLogisticsLocation=any?
HeaderTradeDelivery: ram:RelatedSupplyChainConsignment=SupplyChainConsignment? ram:ShipToTradeParty=TradeParty?
  ram:UltimateShipToTradeParty=TradeParty? ram:ShipFromTradeParty=TradeParty?
  ram:ActualDespatchSupplyChainEvent=SupplyChainEvent? ram:ActualPickUpSupplyChainEvent=SupplyChainEvent?
  ram:ActualDeliverySupplyChainEvent=SupplyChainEvent? ram:ActualReceiptSupplyChainEvent=SupplyChainEvent?
  ram:AdditionalReferencedDocument=ReferencedDocument* ram:DespatchAdviceReferencedDocument=ReferencedDocument?
  ram:ReceivingAdviceReferencedDocument=ReferencedDocument? ram:DeliveryNoteReferencedDocument=ReferencedDocument?
  ram:ConsumptionReportReferencedDocument=ReferencedDocument? ram:PreviousDeliverySupplyChainEvent=SupplyChainEvent*
  ram:PackingListReferencedDocument=ReferencedDocument?
HeaderTradeSettlement: ram:DuePayableAmount=Amount* ram:CreditorReferenceTypeCode=Code* ram:CreditorReferenceType=Text*
  ram:CreditorReferenceIssuerID=ID* ram:CreditorReferenceID=ID? ram:PaymentReference=Text*
  ram:TaxCurrencyCode=CurrencyCode? ram:InvoiceCurrencyCode=CurrencyCode? ram:PaymentCurrencyCode=CurrencyCode?
  ram:InvoiceIssuerReference=Text? ram:InvoiceDateTime=DateTime? ram:NextInvoiceDateTime=DateTime*
  ram:CreditReasonCode=Code? ram:CreditReason=Text* ram:InvoicerTradeParty=TradeParty?
  ram:InvoiceeTradeParty=TradeParty? ram:PayeeTradeParty=TradeParty? ram:PayerTradeParty=TradeParty?
  ram:TaxApplicableTradeCurrencyExchange=TradeCurrencyExchange?
  ram:InvoiceApplicableTradeCurrencyExchange=TradeCurrencyExchange?
  ram:PaymentApplicableTradeCurrencyExchange=TradeCurrencyExchange?
  ram:SpecifiedTradeSettlementPaymentMeans=TradeSettlementPaymentMeans* ram:ApplicableTradeTax=TradeTax*
  ram:BillingSpecifiedPeriod=SpecifiedPeriod? ram:SpecifiedTradeAllowanceCharge=TradeAllowanceCharge*
  ram:SubtotalCalculatedTradeTax=TradeTax* ram:SpecifiedLogisticsServiceCharge=LogisticsServiceCharge*
  ram:SpecifiedTradePaymentTerms=TradePaymentTerms*
  ram:SpecifiedTradeSettlementHeaderMonetarySummation=TradeSettlementHeaderMonetarySummation?
  ram:SpecifiedFinancialAdjustment=FinancialAdjustment* ram:InvoiceReferencedDocument=ReferencedDocument*
  ram:ProFormaInvoiceReferencedDocument=ReferencedDocument? ram:LetterOfCreditReferencedDocument=ReferencedDocument?
  ram:FactoringAgreementReferencedDocument=ReferencedDocument* ram:FactoringListReferencedDocument=ReferencedDocument*
  ram:PayableSpecifiedTradeAccountingAccount=TradeAccountingAccount*
  ram:ReceivableSpecifiedTradeAccountingAccount=TradeAccountingAccount*
  ram:PurchaseSpecifiedTradeAccountingAccount=TradeAccountingAccount*
  ram:SalesSpecifiedTradeAccountingAccount=TradeAccountingAccount*
  ram:SpecifiedTradeSettlementFinancialCard=TradeSettlementFinancialCard* ram:SpecifiedAdvancePayment=AdvancePayment*
  ram:UltimatePayeeTradeParty=TradeParty?
Indicator: udt:IndicatorString=Indicator.IndicatorString | udt:Indicator=boolean
LegalOrganization: ram:LegalClassificationCode=Code? ram:Name=Text? ram:ID? ram:TradingBusinessName=Text?
  ram:PostalTradeAddress=TradeAddress? ram:AuthorizedLegalRegistration=any*
LineTradeAgreement: ram:BuyerReference=Text? ram:BuyerRequisitionerTradeParty=TradeParty*
  ram:ApplicableTradeDeliveryTerms=TradeDeliveryTerms? ram:SellerOrderReferencedDocument=ReferencedDocument?
  ram:BuyerOrderReferencedDocument=ReferencedDocument? ram:QuotationReferencedDocument=ReferencedDocument?
  ram:ContractReferencedDocument=ReferencedDocument? ram:DemandForecastReferencedDocument=ReferencedDocument?
  ram:PromotionalDealReferencedDocument=ReferencedDocument? ram:AdditionalReferencedDocument=ReferencedDocument*
  ram:GrossPriceProductTradePrice=TradePrice? ram:NetPriceProductTradePrice=TradePrice?
  ram:RequisitionerReferencedDocument=ReferencedDocument* ram:ItemSellerTradeParty=TradeParty?
  ram:ItemBuyerTradeParty=TradeParty? ram:IncludedSpecifiedMarketplace=any?
  ram:UltimateCustomerOrderReferencedDocument=ReferencedDocument*
LineTradeDelivery: ram:RequestedQuantity=Quantity? ram:ReceivedQuantity=Quantity? ram:BilledQuantity=Quantity?
  ram:ChargeFreeQuantity=Quantity? ram:PackageQuantity=Quantity? ram:ProductUnitQuantity=Quantity?
  ram:PerPackageUnitQuantity=Quantity? ram:NetWeightMeasure=WeightUnitMeasure? ram:GrossWeightMeasure=WeightUnitMeasure?
  ram:TheoreticalWeightMeasure=WeightUnitMeasure? ram:DespatchedQuantity=Quantity? ram:SpecifiedDeliveryAdjustment=any*
  ram:IncludedSupplyChainPackaging=any* ram:RelatedSupplyChainConsignment=SupplyChainConsignment?
  ram:ShipToTradeParty=TradeParty? ram:UltimateShipToTradeParty=TradeParty? ram:ShipFromTradeParty=TradeParty?
  ram:ActualDespatchSupplyChainEvent=SupplyChainEvent? ram:ActualPickUpSupplyChainEvent=SupplyChainEvent?
  ram:RequestedDeliverySupplyChainEvent=SupplyChainEvent? ram:ActualDeliverySupplyChainEvent=SupplyChainEvent?
  ram:ActualReceiptSupplyChainEvent=SupplyChainEvent? ram:AdditionalReferencedDocument=ReferencedDocument*
  ram:DespatchAdviceReferencedDocument=ReferencedDocument? ram:ReceivingAdviceReferencedDocument=ReferencedDocument?
  ram:DeliveryNoteReferencedDocument=ReferencedDocument? ram:ConsumptionReportReferencedDocument=ReferencedDocument?
  ram:PackingListReferencedDocument=ReferencedDocument?
LineTradeSettlement: ram:PaymentReference=Text* ram:InvoiceIssuerReference=Text? ram:TotalAdjustmentAmount=Amount?
  ram:DiscountIndicator=Indicator? ram:InvoiceDateTime=DateTime? ram:ApplicableTradeTax=TradeTax*
  ram:BillingSpecifiedPeriod=SpecifiedPeriod? ram:SpecifiedTradeAllowanceCharge=TradeAllowanceCharge*
  ram:SubtotalCalculatedTradeTax=TradeTax* ram:SpecifiedLogisticsServiceCharge=LogisticsServiceCharge*
  ram:SpecifiedTradePaymentTerms=TradePaymentTerms*
  ram:SpecifiedTradeSettlementLineMonetarySummation=TradeSettlementLineMonetarySummation?
  ram:SpecifiedFinancialAdjustment=FinancialAdjustment* ram:InvoiceReferencedDocument=ReferencedDocument*
  ram:AdditionalReferencedDocument=ReferencedDocument*
  ram:PayableSpecifiedTradeAccountingAccount=TradeAccountingAccount*
  ram:ReceivableSpecifiedTradeAccountingAccount=TradeAccountingAccount*
  ram:PurchaseSpecifiedTradeAccountingAccount=TradeAccountingAccount*
  ram:SalesSpecifiedTradeAccountingAccount=TradeAccountingAccount*
  ram:SpecifiedTradeSettlementFinancialCard=TradeSettlementFinancialCard?
LogisticsServiceCharge: ram:ID=FreightChargeTypeID? ram:Description=Text*
  ram:PaymentArrangementCode=TransportServicePaymentArrangementCode? ram:TariffClassCode=FreightChargeTariffClassCode?
  ram:ChargeCategoryCode=Code? ram:ServiceCategoryCode=Code? ram:DisbursementAmount=Amount* ram:AppliedAmount=Amount*
  ram:AllowanceCharge=Text? ram:PayingPartyRoleCode=ChargePayingPartyRoleCode?
  ram:CalculationBasisCode=LogisticsChargeCalculationBasisCode? ram:CalculationBasis=Text?
  ram:TransportPaymentMethodCode=Code? ram:PaymentPlaceLogisticsLocation=any? ram:AppliedFromLogisticsLocation=any?
  ram:AppliedToLogisticsLocation=any? ram:AppliedTradeTax=TradeTax*
LogisticsTransportMovement: ram:StageCode=TransportMovementStageCode? ram:ModeCode=TransportModeCode? ram:Mode=Text?
  ram:ID? ram:StatusCode? ram:ServiceCode=Code? ram:Service=Text? ram:Type=Text? ram:Cycle=Text?
  ram:UsedLogisticsTransportMeans=any?
Note: ram:Subject=Text? ram:ContentCode=Code? ram:Content=Text* ram:SubjectCode=Code* ram:ID?
ProcuringProject: ram:ID ram:Description=Text? ram:Name=Text
ProductCharacteristic: ram:ID* ram:TypeCode=Code? ram:Description=Text* ram:ValueMeasure=Measure?
  ram:MeasurementMethodCode=Code? ram:Value=Text* ram:ValueCode=Code? ram:ValueDateTime=DateTime?
  ram:ValueIndicator=Indicator? ram:ContentTypeCode=Code? ram:ValueSpecifiedBinaryFile=any?
  ram:ApplicableProductCharacteristicCondition=any* ram:ApplicableReferencedStandard=any?
ProductClassification: ram:SystemID=ID? ram:SystemName=Text* ram:ClassCode=Code? ram:ClassName=Text*
  ram:SubClassCode=Code? ram:ClassProductCharacteristic=ProductCharacteristic* ram:ApplicableReferencedStandard=any?
ReferencedDocument: ram:IssuerAssignedID=ID? ram:URIID=ID? ram:StatusCode=DocumentStatusCode?
  ram:CopyIndicator=Indicator? ram:LineID=ID? ram:TypeCode=DocumentCode? ram:GlobalID=ID? ram:RevisionID=ID?
  ram:Name=Text* ram:ReceiptDateTime=DateTime? ram:AttachmentBinaryObject=BinaryObject* ram:Information=Text*
  ram:CategoryCode=Code? ram:ReferenceTypeCode=ReferenceCode? ram:SectionName=Text* ram:PreviousRevisionID=ID*
  ram:FormattedIssueDateTime=FormattedDateTime? ram:PageID=ID? ram:SubordinateLineID=ID? ram:SubtypeCode=Code*
  ram:EffectiveSpecifiedPeriod=SpecifiedPeriod? ram:IssuerTradeParty=TradeParty? ram:AttachedSpecifiedBinaryFile=any*
  ram:IncludedNote=Note*
ReferencedProduct: ram:ID* ram:GlobalID=ID* ram:SellerAssignedID=ID? ram:BuyerAssignedID=ID?
  ram:ManufacturerAssignedID=ID* ram:IndustryAssignedID=ID* ram:Name=Text* ram:Description=Text*
  ram:RelationshipTypeCode=Code* ram:UnitQuantity=Quantity*
SpecifiedPeriod: ram:DurationMeasure=Measure* ram:InclusiveIndicator=Indicator? ram:Description=Text*
  ram:StartDateTime=DateTime? ram:EndDateTime=DateTime? ram:CompleteDateTime=DateTime? ram:OpenIndicator=Indicator?
  ram:SeasonCode=Code? ram:ID? ram:Name=Text* ram:SequenceNumeric=Numeric? ram:StartDateFlexibilityCode=Code?
  ram:ContinuousIndicator=Indicator? ram:PurposeCode=Code?
SupplyChainConsignment: ram:ID? ram:GrossWeightMeasure=WeightUnitMeasure* ram:NetWeightMeasure=WeightUnitMeasure*
  ram:GrossVolumeMeasure=VolumeUnitMeasure* ram:ChargeableWeightMeasure=WeightUnitMeasure?
  ram:InsurancePremiumAmount=Amount? ram:AssociatedInvoiceAmount=Amount* ram:TotalChargeAmount=Amount?
  ram:DeclaredValueForCustomsAmount=Amount? ram:PackageQuantity=Quantity? ram:NetVolumeMeasure=VolumeUnitMeasure*
  ram:ConsignorTradeParty=TradeParty? ram:ConsigneeTradeParty=TradeParty? ram:CarrierTradeParty=TradeParty?
  ram:FreightForwarderTradeParty=TradeParty? ram:DeliveryTradeParty=TradeParty?
  ram:CustomsImportAgentTradeParty=TradeParty? ram:CustomsExportAgentTradeParty=TradeParty?
  ram:GroupingCentreTradeParty=TradeParty* ram:TransitLogisticsLocation=any*
  ram:TransportContractReferencedDocument=ReferencedDocument? ram:AssociatedReferencedDocument=ReferencedDocument*
  ram:IncludedSupplyChainConsignmentItem=any* ram:UtilizedLogisticsTransportEquipment=any*
  ram:SpecifiedLogisticsTransportMovement=LogisticsTransportMovement* ram:ApplicableTransportCargoInsurance=any?
  ram:ApplicableCrossBorderRegulatoryProcedure=any* ram:ApplicableCrossBorderCustomsValuation=any*
SupplyChainEvent: ram:ID? ram:OccurrenceDateTime=DateTime? ram:TypeCode=Code? ram:Description=Text*
  ram:DescriptionBinaryObject=BinaryObject* ram:UnitQuantity=Quantity? ram:LatestOccurrenceDateTime=DateTime?
  ram:EarliestOccurrenceDateTime=DateTime? ram:TimeOccurrenceDateTime=TimeOnlyFormattedDateTime?
  ram:OccurrenceSpecifiedPeriod=SpecifiedPeriod? ram:OccurrenceLogisticsLocation=any?
SupplyChainTradeLineItem: ram:DescriptionCode=Code? ram:AssociatedDocumentLineDocument=DocumentLineDocument?
  ram:SpecifiedTradeProduct=TradeProduct? ram:AdditionalInformationNote=Note*
  ram:SpecifiedLineTradeAgreement=LineTradeAgreement? ram:SpecifiedLineTradeDelivery=LineTradeDelivery?
  ram:SpecifiedLineTradeSettlement=LineTradeSettlement ram:IncludedSubordinateTradeLineItem=any*
SupplyChainTradeTransaction: ram:IncludedSupplyChainTradeLineItem=SupplyChainTradeLineItem*
  ram:ApplicableHeaderTradeAgreement=HeaderTradeAgreement ram:ApplicableHeaderTradeDelivery=HeaderTradeDelivery
  ram:ApplicableHeaderTradeSettlement=HeaderTradeSettlement
TaxRegistration: ram:ID? ram:IOSSID=ID? ram:AssociatedRegisteredTax=any?
TradeAccountingAccount: ram:ID ram:SetTriggerCode=AccountingDocumentCode? ram:TypeCode=AccountingAccountTypeCode?
  ram:AmountTypeCode=AccountingAmountTypeCode? ram:Name=Text? ram:CostReferenceDimensionPattern=Text?
TradeAddress: ram:ID? ram:PostcodeCode=Code? ram:PostOfficeBox=Text? ram:BuildingName=Text? ram:LineOne=Text?
  ram:LineTwo=Text? ram:LineThree=Text? ram:LineFour=Text? ram:LineFive=Text? ram:StreetName=Text? ram:CityName=Text?
  ram:CitySubDivisionName=Text? ram:CountryID? ram:CountryName=Text* ram:CountrySubDivisionID=ID?
  ram:CountrySubDivisionName=Text* ram:AttentionOf=Text? ram:CareOf=Text? ram:BuildingNumber=Text?
  ram:DepartmentName=Text? ram:AdditionalStreetName=Text? ram:CityID=ID? ram:TypeCode=AddressTypeCode*
TradeAllowanceCharge: ram:ChargeIndicator=Indicator? ram:ID? ram:SequenceNumeric=Numeric?
  ram:CalculationPercent=Percent? ram:BasisAmount=Amount? ram:BasisQuantity=Quantity? ram:PrepaidIndicator=Indicator?
  ram:ActualAmount=Amount* ram:UnitBasisAmount=Amount? ram:ReasonCode=AllowanceChargeReasonCode? ram:Reason=Text?
  ram:TypeCode=AllowanceChargeIdentificationCode? ram:CategoryTradeTax=TradeTax*
  ram:ActualTradeCurrencyExchange=TradeCurrencyExchange?
TradeContact: ram:ID? ram:PersonName=Text? ram:DepartmentName=Text? ram:TypeCode=ContactTypeCode? ram:JobTitle=Text?
  ram:Responsibility=Text? ram:PersonID=ID* ram:TelephoneUniversalCommunication=UniversalCommunication?
  ram:DirectTelephoneUniversalCommunication=UniversalCommunication?
  ram:MobileTelephoneUniversalCommunication=UniversalCommunication?
  ram:FaxUniversalCommunication=UniversalCommunication? ram:EmailURIUniversalCommunication=UniversalCommunication?
  ram:TelexUniversalCommunication=UniversalCommunication? ram:VOIPUniversalCommunication=UniversalCommunication?
  ram:InstantMessagingUniversalCommunication=UniversalCommunication? ram:SpecifiedNote=Note*
  ram:SpecifiedContactPerson=any?
TradeCountry: ram:ID=CountryID? ram:Name=Text* ram:SubordinateTradeCountrySubDivision=any*
TradeCurrencyExchange: ram:SourceCurrencyCode=CurrencyCode ram:SourceUnitBasisNumeric=Numeric?
  ram:TargetCurrencyCode=CurrencyCode ram:TargetUnitBaseNumeric=Numeric? ram:MarketID=ID? ram:ConversionRate=Rate
  ram:ConversionRateDateTime=DateTime? ram:AssociatedReferencedDocument=ReferencedDocument*
TradeDeliveryTerms: ram:DeliveryTypeCode=DeliveryTermsCode? ram:Description=Text*
  ram:FunctionCode=DeliveryTermsFunctionCode? ram:DeliveryDiscontinuationCode=Code?
  ram:PartialDeliveryAllowedIndicator=Indicator? ram:RelevantTradeLocation=TradeLocation?
TradeLocation: ram:CountryID? ram:CountryName=Text? ram:ID? ram:Name=Text?
TradeParty: ram:ID* ram:GlobalID=ID* ram:TypeCode=Code* ram:Name=Text? ram:RoleCode=PartyRoleCode* ram:Description=Text*
  ram:RegisteredID=ID* ram:Role=Text* ram:SpecifiedLegalOrganization=LegalOrganization?
  ram:DefinedTradeContact=TradeContact* ram:PostalTradeAddress=TradeAddress?
  ram:URIUniversalCommunication=UniversalCommunication* ram:SpecifiedLogisticsLocation=any*
  ram:SpecifiedTaxRegistration=TaxRegistration* ram:EndPointURIUniversalCommunication=UniversalCommunication?
  ram:LogoAssociatedSpecifiedBinaryFile=any*
TradePaymentDiscountTerms: ram:BasisDateTime=DateTime? ram:BasisPeriodMeasure=Measure? ram:BasisAmount=Amount?
  ram:CalculationPercent=Percent? ram:ActualDiscountAmount=Amount?
TradePaymentPenaltyTerms: ram:BasisDateTime=DateTime? ram:BasisPeriodMeasure=Measure? ram:BasisAmount=Amount?
  ram:CalculationPercent=Percent? ram:ActualPenaltyAmount=Amount?
TradePaymentTerms: ram:ID=PaymentTermsID? ram:FromEventCode=PaymentTermsEventTimeReferenceCode?
  ram:SettlementPeriodMeasure=Measure? ram:Description=Text* ram:DueDateDateTime=DateTime?
  ram:TypeCode=PaymentTermsTypeCode? ram:InstructionTypeCode=Code? ram:DirectDebitMandateID=ID*
  ram:PartialPaymentPercent=Percent? ram:PaymentMeansID=ID* ram:PartialPaymentAmount=Amount*
  ram:DueDateTime=FormattedDateTime? ram:BillStartDateTime=DateTime?
  ram:ApplicableTradePaymentPenaltyTerms=TradePaymentPenaltyTerms?
  ram:ApplicableTradePaymentDiscountTerms=TradePaymentDiscountTerms? ram:PayeeTradeParty=TradeParty*
TradePrice: ram:TypeCode=PriceTypeCode? ram:ChargeAmount=Amount+ ram:BasisQuantity=Quantity?
  ram:MinimumQuantity=Quantity? ram:MaximumQuantity=Quantity? ram:ChangeReason=Text*
  ram:OrderUnitConversionFactorNumeric=Numeric? ram:Type=Text* ram:BasisDateTime=DateTime?
  ram:AppliedTradeAllowanceCharge=TradeAllowanceCharge* ram:ValiditySpecifiedPeriod=SpecifiedPeriod?
  ram:IncludedTradeTax=TradeTax* ram:DeliveryTradeLocation=TradeLocation* ram:TradeComparisonReferencePrice=any*
  ram:AssociatedReferencedDocument=ReferencedDocument*
TradeProduct: ram:ID? ram:GlobalID=ID? ram:SellerAssignedID=ID? ram:BuyerAssignedID=ID? ram:ManufacturerAssignedID=ID?
  ram:IndustryAssignedID=ID? ram:ModelID=ID? ram:Name=Text* ram:TradeName=Text? ram:Description=Text* ram:TypeCode=Code?
  ram:NetWeightMeasure=Measure? ram:GrossWeightMeasure=Measure? ram:StatusCode=Code? ram:ProductGroupID=ID*
  ram:NetVolumeMeasure=Measure? ram:GrossVolumeMeasure=Measure? ram:EndItemTypeCode=Code* ram:EndItemName=Text*
  ram:CustomerAssignedID=ID* ram:BatchID=ID* ram:AreaDensityMeasure=Measure? ram:UseDescription=Text*
  ram:ConciseDescription=Text* ram:AdditionalDescription=Text* ram:BrandName=Text? ram:SubBrandName=Text?
  ram:DrainedNetWeightMeasure=Measure? ram:VariableMeasureIndicator=Indicator? ram:ConfigurableIndicator=Indicator?
  ram:ColourCode=Code? ram:ColourDescription=Text* ram:RecyclingTypeCode=Code? ram:UnitTypeCode=Code*
  ram:ContentUnitQuantity=Quantity? ram:CommonName=Text? ram:ModelName=Text? ram:Designation=Text*
  ram:FormattedCancellationAnnouncedLaunchDateTime=FormattedDateTime?
  ram:FormattedLatestProductDataChangeDateTime=FormattedDateTime? ram:ExportIndicator=Indicator?
  ram:UltimateCustomerAssignedExtensionID=ID* ram:SizeCode=Code?
  ram:ApplicableProductCharacteristic=ProductCharacteristic* ram:ApplicableMaterialGoodsCharacteristic=any*
  ram:DesignatedProductClassification=ProductClassification* ram:IndividualTradeProductInstance=TradeProductInstance*
  ram:CertificationEvidenceReferenceReferencedDocument=ReferencedDocument*
  ram:InspectionReferenceReferencedDocument=ReferencedDocument* ram:OriginTradeCountry=TradeCountry?
  ram:LinearSpatialDimension=any* ram:MinimumLinearSpatialDimension=any? ram:MaximumLinearSpatialDimension=any?
  ram:ManufacturerTradeParty=TradeParty? ram:PresentationSpecifiedBinaryFile=any*
  ram:MSDSReferenceReferencedDocument=ReferencedDocument? ram:AdditionalReferenceReferencedDocument=ReferencedDocument*
  ram:LegalRightsOwnerTradeParty=TradeParty? ram:BrandOwnerTradeParty=TradeParty?
  ram:IncludedReferencedProduct=ReferencedProduct* ram:InformationNote=Note*
  ram:BuyerSuppliedPartsReferenceReferencedDocument=ReferencedDocument*
TradeProductInstance: ram:GlobalSerialID=ID? ram:BatchID=ID? ram:KanbanID=ID? ram:SupplierAssignedSerialID=ID?
  ram:BestBeforeDateTime=DateTime? ram:ExpiryDateTime=DateTime? ram:SellByDateTime=DateTime? ram:SerialID=ID*
  ram:RegistrationID=ID* ram:ProductionSupplyChainEvent=SupplyChainEvent?
  ram:PackagingSupplyChainEvent=SupplyChainEvent? ram:ApplicableMaterialGoodsCharacteristic=any*
  ram:ApplicableProductCharacteristic=ProductCharacteristic*
TradeSettlementFinancialCard: ram:MicrochipIndicator=Indicator? ram:ID? ram:TypeCode=Code? ram:CardholderName=Text?
  ram:ExpiryDate=Date? ram:VerificationNumeric=Numeric? ram:ValidFromDateTime=DateOnlyFormattedDateTime?
  ram:CreditLimitAmount=Amount* ram:CreditAvailableAmount=Amount* ram:InterestRatePercent=Percent?
  ram:IssuingCompanyName=Text? ram:Description=Text?
TradeSettlementHeaderMonetarySummation: ram:LineTotalAmount=Amount* ram:ChargeTotalAmount=Amount*
  ram:AllowanceTotalAmount=Amount* ram:TaxBasisTotalAmount=Amount* ram:TaxTotalAmount=Amount* ram:RoundingAmount=Amount*
  ram:GrandTotalAmount=Amount* ram:InformationAmount=Amount* ram:TotalPrepaidAmount=Amount*
  ram:TotalDiscountAmount=Amount* ram:TotalAllowanceChargeAmount=Amount* ram:DuePayableAmount=Amount*
  ram:RetailValueExcludingTaxInformationAmount=Amount* ram:TotalDepositFeeInformationAmount=Amount*
  ram:ProductValueExcludingTobaccoTaxInformationAmount=Amount* ram:TotalRetailValueInformationAmount=Amount*
  ram:GrossLineTotalAmount=Amount* ram:NetLineTotalAmount=Amount* ram:NetIncludingTaxesLineTotalAmount=Amount*
  ram:InsuranceChargeTotalAmount=Amount* ram:IncludingTaxesLineTotalAmount=Amount*
TradeSettlementLineMonetarySummation: ram:LineTotalAmount=Amount* ram:ChargeTotalAmount=Amount*
  ram:AllowanceTotalAmount=Amount* ram:TaxBasisTotalAmount=Amount* ram:TaxTotalAmount=Amount*
  ram:GrandTotalAmount=Amount* ram:InformationAmount=Amount* ram:TotalAllowanceChargeAmount=Amount*
  ram:TotalRetailValueInformationAmount=Amount* ram:GrossLineTotalAmount=Amount* ram:NetLineTotalAmount=Amount*
  ram:NetIncludingTaxesLineTotalAmount=Amount* ram:ProductWeightLossInformationAmount=Amount*
  ram:IncludingTaxesLineTotalAmount=Amount*
TradeSettlementPaymentMeans: ram:PaymentChannelCode=PaymentMeansChannelCode? ram:TypeCode=PaymentMeansCode?
  ram:GuaranteeMethodCode=PaymentGuaranteeMeansCode? ram:PaymentMethodCode=Code? ram:Information=Text* ram:ID*
  ram:ApplicableTradeSettlementFinancialCard=TradeSettlementFinancialCard?
  ram:PayerPartyDebtorFinancialAccount=DebtorFinancialAccount?
  ram:PayeePartyCreditorFinancialAccount=CreditorFinancialAccount*
  ram:PayerSpecifiedDebtorFinancialInstitution=DebtorFinancialInstitution?
  ram:PayeeSpecifiedCreditorFinancialInstitution=CreditorFinancialInstitution?
TradeTax: ram:CalculatedAmount=Amount* ram:TypeCode=TaxTypeCode? ram:ExemptionReason=Text? ram:CalculatedRate=Rate?
  ram:CalculationSequenceNumeric=Numeric? ram:BasisQuantity=Quantity? ram:BasisAmount=Amount*
  ram:UnitBasisAmount=Amount* ram:LineTotalBasisAmount=Amount* ram:AllowanceChargeBasisAmount=Amount*
  ram:CategoryCode=TaxCategoryCode? ram:CurrencyCode? ram:Jurisdiction=Text* ram:CustomsDutyIndicator=Indicator?
  ram:ExemptionReasonCode=Code? ram:TaxBasisAllowanceRate=Rate? ram:TaxPointDate=Date? ram:Type=Text?
  ram:InformationAmount=Amount* ram:CategoryName=Text* ram:DueDateTypeCode=TimeReferenceCode?
  ram:RateApplicablePercent=Percent? ram:GrandTotalAmount=Amount* ram:CalculationMethodCode=Code?
  ram:SpecifiedTradeAccountingAccount=TradeAccountingAccount* ram:ServiceSupplyTradeCountry=TradeCountry?
  ram:BuyerRepayableTaxSpecifiedTradeAccountingAccount=TradeAccountingAccount?
  ram:SellerPayableTaxSpecifiedTradeAccountingAccount=TradeAccountingAccount?
  ram:SellerRefundableTaxSpecifiedTradeAccountingAccount=TradeAccountingAccount?
  ram:BuyerDeductibleTaxSpecifiedTradeAccountingAccount=TradeAccountingAccount?
  ram:BuyerNonDeductibleTaxSpecifiedTradeAccountingAccount=TradeAccountingAccount?
  ram:PlaceApplicableTradeLocation=TradeLocation*
UniversalCommunication: ram:URIID=ID? ram:ChannelCode=CommunicationChannelCode? ram:CompleteNumber=Text?
"""
VALUES = """\
AccountingAccountTypeCode: text listID listAgencyID listVersionID listURI
AccountingAmountTypeCode: text listID listAgencyID listVersionID listURI
AccountingDebitCreditStatusCode: text listID listAgencyID listVersionID listURI
AccountingDocumentCode: text listID listAgencyID listVersionID listURI
AddressTypeCode: text listID listAgencyID listVersionID
AllowanceChargeIdentificationCode: text listID listAgencyID listVersionID listURI
AllowanceChargeReasonCode: text listID listAgencyID listVersionID listURI
Amount: decimal currencyID currencyCodeListVersionID
BinaryObject: base64Binary format mimeCode encodingCode characterSetCode uri filename
ChargePayingPartyRoleCode: text listID listAgencyID listVersionID name
Code: text listID listAgencyID listAgencyName listName listVersionID name languageID listURI listSchemeURI
CommunicationChannelCode: text listID listAgencyID listVersionID listURI
ContactTypeCode: text listID listAgencyID listVersionID listURI
CountryID: text schemeID schemeAgencyID schemeVersionID
CurrencyCode: text listID listAgencyID listVersionID listURI
Date.DateString: text format
DateOnlyFormattedDateTime: text
DateTime.DateTimeString: text format
DeliveryTermsCode: text listID listAgencyID listVersionID
DeliveryTermsFunctionCode: text listAgencyID
DocumentCode: text listID listAgencyID listVersionID name listURI
DocumentStatusCode: text listID listAgencyID listVersionID name
FormattedDateTime.DateTimeString: text format
FreightChargeTariffClassCode: text listID listAgencyID listVersionID name
FreightChargeTypeID: text schemeID schemeAgencyID schemeVersionID
ID: text schemeID schemeName schemeAgencyID schemeAgencyName schemeVersionID schemeDataURI schemeURI
Indicator.IndicatorString: text format
LineStatusCode: text listID listAgencyID listVersionID listURI
LogisticsChargeCalculationBasisCode: text listID listAgencyID listVersionID name
Measure: decimal unitCode unitCodeListVersionID
MessageFunctionCode: text listID listAgencyID listVersionID listURI
Numeric: decimal format
PartyRoleCode: text listID listAgencyID listVersionID name
PaymentGuaranteeMeansCode: text listID listAgencyID listVersionID
PaymentMeansChannelCode: text listID listAgencyID listVersionID name
PaymentMeansCode: text listID listAgencyID listVersionID
PaymentTermsEventTimeReferenceCode: text listID listAgencyID listVersionID
PaymentTermsID: text schemeID schemeAgencyID schemeVersionID
PaymentTermsTypeCode: text listID listAgencyID listVersionID name
Percent: decimal format
PriceTypeCode: text listID listAgencyID listVersionID
Quantity: decimal unitCode unitCodeListID unitCodeListAgencyID unitCodeListAgencyName
Rate: decimal format
ReferenceCode: text listID listAgencyID listVersionID name
StatusCode: text listAgencyID
TaxCategoryCode: text listID listAgencyID listVersionID listURI
TaxTypeCode: text listID listAgencyID listVersionID listURI
Text: text languageID languageLocaleID
TimeOnlyFormattedDateTime: text
TimeReferenceCode: text listID listAgencyID listVersionID name
TransportModeCode: text listID listAgencyID listVersionID name
TransportMovementStageCode: text listID listAgencyID listVersionID name
TransportServicePaymentArrangementCode: text listAgencyID
VolumeUnitMeasure: decimal unitCode unitCodeListVersionID
WeightUnitMeasure: decimal unitCode unitCodeListVersionID
boolean: boolean
date: date
dateTime: dateTime
"""
