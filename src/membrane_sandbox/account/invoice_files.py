"""An invoice as a file: a one-page PDF, or a small UBL document in the manner of XRechnung 3.0."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from xml.sax.saxutils import escape

from membrane_sandbox.account.pdf import one_page

Record = dict[str, Any]

UBL = "urn:oasis:names:specification:ubl:schema:xsd"
XRECHNUNG = "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0"
CREDIT_NOTE = "381"


def pdf(invoice: Record, detail: Record) -> bytes:
    """Return the invoice as PDF; drafts say so."""
    title = "Gutschrift" if invoice["invoiceTypeCode"] == CREDIT_NOTE else "Rechnung"
    draft = " - ENTWURF" if invoice["status"] == "draft" else ""
    buyer, seller = detail["buyer"], detail["seller"]
    issued, due = _date(invoice["issueDate"]), _date(invoice["dueDate"])
    lines = [
        f"{seller['name']}, {seller['street']}, {seller['postcode']} {seller['city']}, {seller.get('vatId')}",
        "",
        f"An: {buyer['name']}, {buyer['street']}, {buyer['postcode']} {buyer['city']}, {buyer['country']}",
        "    ".join([f"Datum: {issued}", f"Fällig: {due}", f"Faktoora-ID: {invoice['faktooraId']}"]),
        "",
        *[_row(item) for item in detail["invoiceItems"]],
        "",
        *[f"USt {tax['rate']} % auf {tax['netAmount']} EUR: {tax['taxAmount']} EUR" for tax in invoice["taxes"]],
        f"Netto {invoice['netAmount']} EUR    Brutto {invoice['grossAmount']} EUR",
        "",
        invoice["note"] or "",
    ]
    return one_page(f"{title} {invoice['invoiceNumber']}{draft}", lines)


def _row(item: Record) -> str:
    product = item["product"]
    price = _plain(product["price"])
    amount = f"{product['quantity']} {product['unitCode']} x {price} = {item['netAmount']} EUR"
    return f"{item['id']}. {product['name']}: {amount}"


def _plain(amount: object) -> str:
    """Return an amount with digits alone: 0.0000001, not 1E-7."""
    return format(amount, "f") if isinstance(amount, Decimal) else str(amount)


def _date(compact: str) -> str:
    """Return 2026-03-15 for 20260315."""
    return f"{compact[:4]}-{compact[4:6]}-{compact[6:]}"


def xml(invoice: Record, detail: Record) -> bytes:
    """Return the invoice as UBL. Well-formed and complete in its sums; not meant to pass every rule of XRechnung."""
    credit = invoice["invoiceTypeCode"] == CREDIT_NOTE
    root, quantity = ("CreditNote", "CreditedQuantity") if credit else ("Invoice", "InvoicedQuantity")
    parts = [
        _tag("cbc:CustomizationID", XRECHNUNG),
        _tag("cbc:ID", invoice["invoiceNumber"]),
        _tag("cbc:IssueDate", _date(invoice["issueDate"])),
        "" if credit else _tag("cbc:DueDate", _date(invoice["dueDate"])),
        _tag(f"cbc:{root}TypeCode", invoice["invoiceTypeCode"]),
        _tag("cbc:Note", invoice["note"]) if invoice["note"] else "",
        _tag("cbc:DocumentCurrencyCode", invoice["currency"]),
        _tag("cbc:BuyerReference", detail["buyer"].get("routeId") or "n/a"),
        _party("cac:AccountingSupplierParty", detail["seller"]),
        _party("cac:AccountingCustomerParty", detail["buyer"]),
        _tax_total(invoice),
        _monetary_total(invoice),
        *[_line(f"{root}Line", quantity, item, invoice["currency"]) for item in detail["invoiceItems"]],
    ]
    spaces = " ".join(
        [
            f'xmlns="{UBL}:{root}-2"',
            f'xmlns:cac="{UBL}:CommonAggregateComponents-2"',
            f'xmlns:cbc="{UBL}:CommonBasicComponents-2"',
        ]
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} {spaces}>\n{"".join(parts)}</{root}>\n'.encode()


def _tag(name: str, content: object, attributes: str = "") -> str:
    return f"<{name}{attributes}>{escape(str(content))}</{name}>\n"


def _wrap(name: str, *parts: str) -> str:
    return f"<{name}>\n{''.join(parts)}</{name}>\n"


def _amount(name: str, value: object, currency: str) -> str:
    return _tag(name, _plain(value), f' currencyID="{escape(currency)}"')


def _party(name: str, party: Record) -> str:
    address = _wrap(
        "cac:PostalAddress",
        _tag("cbc:StreetName", party.get("street") or ""),
        _tag("cbc:CityName", party.get("city") or ""),
        _tag("cbc:PostalZone", party.get("postcode") or ""),
        _wrap("cac:Country", _tag("cbc:IdentificationCode", party.get("country") or "DE")),
    )
    scheme = _wrap("cac:TaxScheme", _tag("cbc:ID", "VAT"))
    vat = _wrap("cac:PartyTaxScheme", _tag("cbc:CompanyID", party["vatId"]), scheme) if party.get("vatId") else ""
    legal = _wrap("cac:PartyLegalEntity", _tag("cbc:RegistrationName", party["name"]))
    return _wrap(name, _wrap("cac:Party", address, vat, legal))


def _category(name: str, code: str, rate: object) -> str:
    return _wrap(name, _tag("cbc:ID", code), _tag("cbc:Percent", rate), _wrap("cac:TaxScheme", _tag("cbc:ID", "VAT")))


def _tax_total(invoice: Record) -> str:
    currency = invoice["currency"]
    groups = [
        _wrap(
            "cac:TaxSubtotal",
            _amount("cbc:TaxableAmount", tax["netAmount"], currency),
            _amount("cbc:TaxAmount", tax["taxAmount"], currency),
            _category("cac:TaxCategory", tax["categoryCode"], tax["rate"]),
        )
        for tax in invoice["taxes"]
    ]
    return _wrap("cac:TaxTotal", _amount("cbc:TaxAmount", invoice["taxAmount"], currency), *groups)


def _monetary_total(invoice: Record) -> str:
    names = (
        ("LineExtensionAmount", "net"),
        ("TaxExclusiveAmount", "net"),
        ("TaxInclusiveAmount", "gross"),
        ("PayableAmount", "gross"),
    )
    amounts = [_amount(f"cbc:{name}", invoice[f"{which}Amount"], invoice["currency"]) for name, which in names]
    return _wrap("cac:LegalMonetaryTotal", *amounts)


def _line(kind: str, quantity: str, item: Record, currency: str) -> str:
    product = item["product"]
    tax = product["taxes"][0]
    category = _category("cac:ClassifiedTaxCategory", tax["categoryCode"], tax["rate"])
    return _wrap(
        f"cac:{kind}",
        _tag("cbc:ID", item["id"]),
        _tag(f"cbc:{quantity}", product["quantity"], f' unitCode="{escape(product["unitCode"])}"'),
        _amount("cbc:LineExtensionAmount", item["netAmount"], currency),
        _wrap("cac:Item", _tag("cbc:Name", product["name"]), category),
        _wrap("cac:Price", _amount("cbc:PriceAmount", product["price"], currency)),
    )
