"""A UBL invoice re-expressed as an input, for tests: what the model has terms for."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from xml.etree import ElementTree as ET

NAMESPACES = {
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
}
STAYS = {"typeCode", "currency"}  # which would get their defaults


class Element:
    """An XML element, asked by path."""

    def __init__(self, element: ET.Element) -> None:
        self._element = element

    def text(self, path: str) -> str | None:
        found = self._element.find(path, NAMESPACES)
        return None if found is None else (found.text or "").strip("\t ") or None

    def number(self, path: str) -> Decimal | None:
        text = self.text(path)
        return None if text is None else Decimal(text.strip())

    def attribute(self, path: str, name: str) -> str | None:
        found = self._element.find(path, NAMESPACES)
        return None if found is None else found.get(name)

    def one(self, path: str) -> Element | None:
        found = self._element.find(path, NAMESPACES)
        return None if found is None else Element(found)

    def all(self, *paths: str) -> list[Element]:
        return [Element(found) for path in paths for found in self._element.findall(path, NAMESPACES)]


def input_of(root: ET.Element) -> dict[str, Any]:
    """Return the input that says what a UBL invoice or credit note says."""
    xml = Element(root)
    lines = xml.all("cac:InvoiceLine", "cac:CreditNoteLine")
    reasons = {
        (row.text("cac:TaxCategory/cbc:ID"), _rate(row, "cac:TaxCategory")): row
        for row in xml.all("cac:TaxTotal/cac:TaxSubtotal")
    }
    payment = xml.one("cac:PaymentMeans")
    value = {
        "number": xml.text("cbc:ID"),
        "issueDate": xml.text("cbc:IssueDate"),
        "dueDate": xml.text("cbc:DueDate"),
        "typeCode": xml.text("cbc:InvoiceTypeCode") or xml.text("cbc:CreditNoteTypeCode"),
        "currency": xml.text("cbc:DocumentCurrencyCode"),
        "buyerReference": xml.text("cbc:BuyerReference"),
        "paymentTerms": xml.text("cac:PaymentTerms/cbc:Note"),
        "precedingInvoice": [
            {"number": each.text("cac:InvoiceDocumentReference/cbc:ID")} for each in xml.all("cac:BillingReference")
        ],
        "seller": _party(xml.one("cac:AccountingSupplierParty/cac:Party")),
        "buyer": _party(xml.one("cac:AccountingCustomerParty/cac:Party")),
        "payee": _payee(xml.one("cac:PayeeParty")),
        "taxRepresentative": _party(xml.one("cac:TaxRepresentativeParty"), {"name", "vatId", "address"}),
        "deliverTo": _deliver_to(xml.one("cac:Delivery")),
        "serviceDate": xml.text("cac:Delivery/cbc:ActualDeliveryDate"),
        "servicePeriod": _period(xml.one("cac:InvoicePeriod")),
        "payment": payment and _payment(payment, xml),
        "allowances": [_adjustment(each, reasons) for each in _adjustments(xml, charge=False)],
        "charges": [_adjustment(each, reasons) for each in _adjustments(xml, charge=True)],
        "prepaidAmount": xml.number("cac:LegalMonetaryTotal/cbc:PrepaidAmount"),
        "roundingAmount": xml.number("cac:LegalMonetaryTotal/cbc:PayableRoundingAmount"),
        "items": [_item(line, reasons) for line in lines],
        "totals": _stated(xml),
    }
    return {name: _without_nothing(each) for name, each in value.items() if each is not None or name in STAYS}


def _item(line: Element, rows: dict[Any, Element]) -> dict[str, Any]:
    category, rate = (
        line.text("cac:Item/cac:ClassifiedTaxCategory/cbc:ID"),
        _rate(line, "cac:Item/cac:ClassifiedTaxCategory"),
    )
    row = rows.get((category, rate))
    quantity = "cbc:CreditedQuantity" if line.one("cbc:CreditedQuantity") else "cbc:InvoicedQuantity"
    return {
        "name": line.text("cac:Item/cbc:Name"),
        "quantity": line.number(quantity),
        "unit": line.attribute(quantity, "unitCode"),
        "unitPrice": line.number("cac:Price/cbc:PriceAmount"),
        "priceQuantity": line.number("cac:Price/cbc:BaseQuantity"),
        "netAmount": line.number("cbc:LineExtensionAmount"),
        "taxCategory": category,
        "taxRate": line.number("cac:Item/cac:ClassifiedTaxCategory/cbc:Percent"),
        **_reason(row),
        "servicePeriod": _period(line.one("cac:InvoicePeriod")),
        "allowances": [_line_adjustment(each) for each in _adjustments(line, charge=False)],
        "charges": [_line_adjustment(each) for each in _adjustments(line, charge=True)],
    }


def _reason(row: Element | None) -> dict[str, str | None]:
    if row is None:
        return {}
    return {
        "taxExemptionReason": row.text("cac:TaxCategory/cbc:TaxExemptionReason"),
        "taxExemptionReasonCode": row.text("cac:TaxCategory/cbc:TaxExemptionReasonCode"),
    }


def _rate(element: Element, path: str) -> Decimal:
    return (element.number(f"{path}/cbc:Percent") or Decimal(0)).normalize()


def _adjustments(element: Element, *, charge: bool) -> list[Element]:
    return [
        each for each in element.all("cac:AllowanceCharge") if (each.text("cbc:ChargeIndicator") == "true") is charge
    ]


def _line_adjustment(part: Element) -> dict[str, Any]:
    return {
        "amount": part.number("cbc:Amount"),
        "baseAmount": part.number("cbc:BaseAmount"),
        "percent": part.number("cbc:MultiplierFactorNumeric"),
        "reason": part.text("cbc:AllowanceChargeReason") or part.text("cbc:AllowanceChargeReasonCode"),
    }


def _adjustment(part: Element, rows: dict[Any, Element]) -> dict[str, Any]:
    row = rows.get((part.text("cac:TaxCategory/cbc:ID"), _rate(part, "cac:TaxCategory")))
    return {
        **_line_adjustment(part),
        **_reason(row),
        "taxCategory": part.text("cac:TaxCategory/cbc:ID"),
        "taxRate": part.number("cac:TaxCategory/cbc:Percent"),
    }


def _party(party: Element | None, names: set[str] | None = None) -> dict[str, Any] | None:
    if party is None:
        return None
    contact, address = party.one("cac:Contact"), party.one("cac:PostalAddress")
    ids = [
        (scheme.text("cac:TaxScheme/cbc:ID"), scheme.text("cbc:CompanyID"))
        for scheme in party.all("cac:PartyTaxScheme")
    ]
    value = {
        "name": party.text("cac:PartyLegalEntity/cbc:RegistrationName")
        or (party.text("cac:PartyName/cbc:Name") if names else None),
        "id": party.text("cac:PartyIdentification/cbc:ID"),
        "registrationId": party.text("cac:PartyLegalEntity/cbc:CompanyID"),
        "vatId": next((text for scheme, text in ids if scheme == "VAT"), None),
        "taxNumber": next((text for scheme, text in ids if scheme != "VAT"), None),
        "electronicAddress": {
            "value": party.text("cbc:EndpointID"),
            "scheme": party.attribute("cbc:EndpointID", "schemeID"),
        },
        "address": address and _address(address),
        "contact": contact
        and {
            "name": contact.text("cbc:Name"),
            "phone": contact.text("cbc:Telephone"),
            "email": contact.text("cbc:ElectronicMail"),
        },
    }
    if value["electronicAddress"]["value"] is None:  # type: ignore[index]
        del value["electronicAddress"]
    return {name: each for name, each in value.items() if names is None or name in names}


def _payee(party: Element | None) -> dict[str, Any] | None:
    return party and {"name": party.text("cac:PartyName/cbc:Name")}  # type: ignore[return-value]


def _address(address: Element) -> dict[str, Any]:
    return {
        "street": address.text("cbc:StreetName"),
        "city": address.text("cbc:CityName"),
        "postcode": address.text("cbc:PostalZone"),
        "country": address.text("cac:Country/cbc:IdentificationCode"),
    }


def _deliver_to(delivery: Element | None) -> dict[str, Any] | None:
    address = delivery and delivery.one("cac:DeliveryLocation/cac:Address")
    return {"address": _address(address)} if address else None


def _period(period: Element | None) -> dict[str, Any] | None:
    if period is None or period.text("cbc:DescriptionCode"):
        return None
    return {"start": period.text("cbc:StartDate"), "end": period.text("cbc:EndDate")}


def _payment(payment: Element, xml: Element) -> dict[str, Any]:
    mandate, card = payment.one("cac:PaymentMandate"), payment.one("cac:CardAccount")
    creditors = xml.all(
        "cac:AccountingSupplierParty/cac:Party/cac:PartyIdentification", "cac:PayeeParty/cac:PartyIdentification"
    )
    return {
        "meansCode": payment.text("cbc:PaymentMeansCode"),
        "iban": payment.text("cac:PayeeFinancialAccount/cbc:ID"),
        "card": card and {"number": card.text("cbc:PrimaryAccountNumberID")},
        "directDebit": mandate
        and {
            "mandateReference": mandate.text("cbc:ID"),
            "iban": mandate.text("cac:PayerFinancialAccount/cbc:ID"),
            "creditorId": next(
                (each.text("cbc:ID") for each in creditors if each.attribute("cbc:ID", "schemeID") == "SEPA"), None
            ),
        },
    }


def _stated(xml: Element) -> dict[str, Any]:
    total = "cac:LegalMonetaryTotal/cbc:"
    return {
        "lines": xml.number(f"{total}LineExtensionAmount"),
        "allowances": xml.number(f"{total}AllowanceTotalAmount"),
        "charges": xml.number(f"{total}ChargeTotalAmount"),
        "net": xml.number(f"{total}TaxExclusiveAmount"),
        "tax": xml.number("cac:TaxTotal/cbc:TaxAmount"),
        "gross": xml.number(f"{total}TaxInclusiveAmount"),
        "payable": xml.number(f"{total}PayableAmount"),
        "vat": [
            {
                "taxCategory": row.text("cac:TaxCategory/cbc:ID"),
                "taxRate": row.number("cac:TaxCategory/cbc:Percent"),
                "base": row.number("cbc:TaxableAmount"),
                "tax": row.number("cbc:TaxAmount"),
            }
            for row in xml.all("cac:TaxTotal/cac:TaxSubtotal")
        ],
    }


def _without_nothing(value: Any) -> Any:
    """Take away what the XML does not have."""
    if isinstance(value, dict):
        return {name: _without_nothing(each) for name, each in value.items() if each is not None}
    return [_without_nothing(each) for each in value] if isinstance(value, list) else value
