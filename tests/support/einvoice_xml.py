"""An invoice as UBL or CII, written by eu-einvoice, a library that nobody here wrote.

Only its generators are used: they write down the amounts that they are given, so the official rules judge our sums.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from eu_einvoice import cii, ubl
from eu_einvoice.profiles import PROFILES

from einvoice.codes.type_codes import CREDIT_NOTES
from einvoice.model import Address, Adjustment, Invoice, Item, LineAdjustment, Party, Period, StatedTotals
from einvoice.totals import Line, Totals, line_allowances, totals, vat_key
from support.einvoice_rules import Syntax


def xml_of(invoice: Invoice, syntax: Syntax) -> str:
    """Return the XML of an invoice; stated amounts take the place of computed ones."""
    generate, profile = {
        "UBL": (ubl.generate, PROFILES["xrechnung-ubl"]),
        "CII": (cii.generate, PROFILES["xrechnung-cii"]),
    }[syntax]
    text: bytes = generate(_document(invoice), profile)
    return text.decode()


def _document(invoice: Invoice) -> dict[str, Any]:
    computed = totals(invoice) or _nothing(invoice)
    payment, payee = invoice.payment, invoice.payee
    return {
        "number": invoice.number,
        "issue_date": _day(invoice.issue_date),
        "type_code": invoice.type_code,
        "is_credit_note": invoice.type_code in CREDIT_NOTES,
        "currency": invoice.currency,
        "due_date": _day(invoice.due_date),
        "buyer_reference": invoice.buyer_reference,
        "project_reference": invoice.project_reference,
        "contract_reference": invoice.contract_reference,
        "order_reference": invoice.order_reference,
        "notes": [{"text": note} for note in invoice.notes],
        "preceding_invoices": [
            {"number": each.number, "date": _day(each.issue_date)} for each in invoice.preceding_invoice
        ],
        "seller": _party(invoice.seller),
        "buyer": _party(invoice.buyer),
        "payee": payee
        and {
            "name": payee.name,
            "ids": _listed(_identifier(payee.id, payee.id_scheme)),
            "legal_id": _identifier(payee.registration_id, payee.registration_scheme),
        },
        "tax_representative": _representative(invoice),
        "delivery": _delivery(invoice),
        "period": _period(invoice.service_period),
        "payment": _payment(invoice) if payment else {"terms": invoice.payment_terms},
        "lines": [_line(index, item, computed) for index, item in enumerate(invoice.items)],
        "allowances": [
            _adjustment(part, amount) for part, amount in zip(invoice.allowances, computed.adjustments, strict=True)
        ],
        "charges": [
            _adjustment(part, amount) for part, amount in zip(invoice.charges, computed.surcharges, strict=True)
        ],
        "vat_breakdown": _vat_breakdown(invoice, computed),
        "totals": _totals(invoice, computed),
    }


def _totals(invoice: Invoice, computed: Totals) -> dict[str, Decimal]:
    stated = invoice.totals or StatedTotals()
    return {
        "line_total": _first(stated.lines, computed.lines),
        "allowance_total": _first(stated.allowances, computed.allowances),
        "charge_total": _first(stated.charges, computed.charges),
        "tax_exclusive": _first(stated.net, computed.net),
        "tax_total": _first(stated.tax, computed.tax),
        "tax_inclusive": _first(stated.gross, computed.gross),
        "prepaid": computed.prepaid,
        "rounding": computed.rounding,
        "payable": _first(stated.payable, computed.payable),
    }


def _vat_breakdown(invoice: Invoice, computed: Totals) -> list[dict[str, Any]]:
    if invoice.totals and invoice.totals.vat:
        return [
            {"category": row.tax_category, "rate": row.tax_rate or Decimal(0), "taxable": row.base, "tax": row.tax}
            for row in invoice.totals.vat
        ]
    return [
        {
            "category": group.category,
            "rate": group.rate or Decimal(0),  # XRechnung wants a rate in each row, BR-DE-14
            "taxable": group.base,
            "tax": group.tax,
            "exemption_reason": group.reason,
            "exemption_code": group.reason_code,
        }
        for group in computed.vat
    ]


def _line(index: int, item: Item, computed: Totals) -> dict[str, Any]:
    line = computed.items[index]
    category, rate = vat_key(item)
    if category == "O":
        rate = item.tax_rate
    base = item.quantity and item.unit_price and item.quantity * item.unit_price / (item.price_quantity or 1)
    return {
        "id": str(index + 1),
        "name": item.name,
        "description": item.description,
        "seller_item_id": item.seller_item_id,
        "standard_item_id": item.standard_item_scheme and _identifier(item.standard_item_id, item.standard_item_scheme),
        "note": item.note,
        "order_line_reference": item.order_line_reference,
        "quantity": item.quantity,
        "unit": item.unit,
        "price": item.unit_price,
        "base_quantity": item.price_quantity,
        "net_amount": _first(item.net_amount, line.net),
        "vat_category": category,
        "vat_rate": rate,
        "period": _period(item.service_period),
        "allowances": [
            _line_adjustment(part, amount, base)
            for part, amount in zip(line_allowances(item), line.allowances, strict=True)
        ],
        "charges": [
            _line_adjustment(part, amount, base) for part, amount in zip(item.charges, line.charges, strict=True)
        ],
    }


def _line_adjustment(part: LineAdjustment, amount: Decimal, base: Decimal | None) -> dict[str, Any]:
    base_amount = part.base_amount if part.percent is None else _first(part.base_amount, base)
    return {"amount": amount, "percent": part.percent, "base_amount": base_amount, "reason": part.reason}


def _adjustment(part: Adjustment, amount: Decimal) -> dict[str, Any]:
    category, rate = vat_key(part)
    base = part.base_amount
    if part.percent and base is None:
        base = amount * 100 / part.percent
    return {
        "amount": amount,
        "percent": part.percent,
        "base_amount": base,
        "reason": part.reason,
        "vat_category": category,
        "vat_rate": part.tax_rate if category == "O" else rate,
    }


def _party(party: Party | None) -> dict[str, Any]:
    party = party or Party()
    electronic, contact = party.electronic_address, party.contact
    return {
        "name": party.name,
        "trading_name": party.trading_name,
        "ids": _listed(_identifier(party.id, party.id_scheme)),
        "legal_id": _identifier(party.registration_id, party.registration_scheme),
        "vat_id": party.vat_id,
        "tax_registration_id": party.tax_number,
        "legal_info": party.legal_information,
        "electronic_address": electronic and {"id": electronic.value, "scheme": electronic.scheme},
        "address": _address(party.address),
        "contact": contact and {"name": contact.name, "phone": contact.phone, "email": contact.email},
    }


def _address(address: Address | None) -> dict[str, Any] | None:
    if address is None:
        return None
    return {
        "line1": address.street,
        "line2": address.additional,
        "line3": address.third_line,
        "postal_code": address.postcode,
        "city": address.city,
        "subdivision": address.region,
        "country": address.country,
    }


def _representative(invoice: Invoice) -> dict[str, Any] | None:
    found = invoice.tax_representative
    if found is None:
        return None
    return {"name": found.name, "vat_id": found.vat_id, "address": _address(found.address)}


def _delivery(invoice: Invoice) -> dict[str, Any] | None:
    if not (invoice.service_date or invoice.deliver_to):
        return None
    place = invoice.deliver_to
    return {
        "date": _day(invoice.service_date),
        "party_name": place and place.name,
        "location_id": place and place.id_scheme and _identifier(place.id, place.id_scheme),
        "address": place and _address(place.address),
    }


def _payment(invoice: Invoice) -> dict[str, Any]:
    payment = invoice.payment
    assert payment is not None
    card, debit = payment.card, payment.direct_debit
    account = {"iban": payment.iban, "account_name": payment.account_name, "bic": payment.bic}
    return {
        "means_code": payment.means_code,
        "means_text": payment.means_text,
        "remittance_info": payment.reference,
        "credit_transfers": [account] if payment.iban else None,
        "card": card and {"pan_last4": card.number, "holder": card.holder},
        "direct_debit": {
            "mandate_id": debit.mandate_reference,
            "creditor_id": debit.creditor_id,
            "debited_account": debit.iban,
        }
        if debit
        else {},
        "terms": invoice.payment_terms,
    }


def _nothing(invoice: Invoice) -> Totals:
    """Return the sums of an invoice that cannot be summed, for the rules about what is missing in it."""
    zero = Decimal("0.00")
    items = tuple(
        Line(zero, tuple(zero for _ in line_allowances(item)), tuple(zero for _ in item.charges))
        for item in invoice.items
    )
    adjustments, surcharges = (tuple(zero for _ in parts) for parts in (invoice.allowances, invoice.charges))
    return Totals(items, adjustments, surcharges, zero, zero, zero, zero, zero, zero, zero, zero, zero, ())


def _period(period: Period | None) -> dict[str, Any] | None:
    return None if period is None else {"start": _day(period.start), "end": _day(period.end)}


def _day(day: Any) -> str | None:
    return day and str(day)


def _listed(value: Any) -> list[Any]:
    return [value] if value else []


def _identifier(value: str | None, scheme: str | None) -> Any:
    return {"id": value, "scheme": scheme} if scheme else value


def _first(stated: Decimal | None, computed: Any) -> Any:
    return computed if stated is None else stated
