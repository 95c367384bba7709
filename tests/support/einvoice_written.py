"""What a file says of an invoice: the invoice, and everything that whoever writes the file computes."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from einvoice.model import Adjustment, Invoice, Item, LineAdjustment, StatedTotals, StatedVat
from einvoice.totals import CENT, Line, Totals, line_allowances, totals, vat_key

PROCESS = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"


def as_written(invoice: Invoice) -> Invoice:
    """Return what is to be read from the file that `support.einvoice_xml` makes of an invoice."""
    computed = totals(invoice)
    assert computed is not None
    reasons = {(group.category, group.rate): group.reason for group in computed.vat}
    allowances = zip(invoice.allowances, computed.adjustments, strict=True)
    charges = zip(invoice.charges, computed.surcharges, strict=True)
    return replace(
        invoice,
        notes=tuple(note.strip() for note in invoice.notes),
        business_process=PROCESS,
        items=tuple(
            _item(index, item, line, reasons[vat_key(item)])
            for index, (item, line) in enumerate(zip(invoice.items, computed.items, strict=True))
        ),
        allowances=tuple(_adjustment(part, amount, reasons[vat_key(part)]) for part, amount in allowances),
        charges=tuple(_adjustment(part, amount, reasons[vat_key(part)]) for part, amount in charges),
        prepaid_amount=computed.prepaid or None,
        rounding_amount=computed.rounding or None,
        totals=_totals(invoice, computed),
    )


def _totals(invoice: Invoice, computed: Totals) -> StatedTotals:
    return StatedTotals(
        lines=computed.lines,
        allowances=computed.allowances if invoice.allowances else None,
        charges=computed.charges if invoice.charges else None,
        net=computed.net,
        tax=computed.tax,
        gross=computed.gross,
        payable=computed.payable,
        vat=tuple(
            StatedVat(group.category, group.rate or Decimal(0), group.base, group.tax, group.reason)
            for group in computed.vat
        ),
    )


def _item(index: int, item: Item, line: Line, reason: str | None) -> Item:
    category, rate = vat_key(item)
    assert item.quantity is not None
    assert item.unit_price is not None
    base = item.quantity * item.unit_price / (item.price_quantity or 1)
    allowances = zip(line_allowances(item), line.allowances, strict=True)
    charges = zip(item.charges, line.charges, strict=True)
    return replace(
        item,
        line_id=str(index + 1),
        discount_amount=None,
        discount_percent=None,
        discount_reason=None,
        allowances=tuple(_line_adjustment(part, amount, base) for part, amount in allowances),
        charges=tuple(_line_adjustment(part, amount, base) for part, amount in charges),
        tax_category=category,
        tax_rate=item.tax_rate if category == "O" else rate,
        tax_exemption_reason=reason,
        net_amount=line.net,
    )


def _line_adjustment(part: LineAdjustment, amount: Decimal, base: Decimal) -> LineAdjustment:
    if part.percent is None or part.base_amount is not None:
        return replace(part, amount=amount)
    return replace(part, amount=amount, base_amount=base.quantize(CENT, ROUND_HALF_UP))


def _adjustment(part: Adjustment, amount: Decimal, reason: str | None) -> Adjustment:
    category, rate = vat_key(part)
    base = part.base_amount
    if part.percent and base is None:
        base = (amount * 100 / part.percent).quantize(CENT, ROUND_HALF_UP)
    return replace(
        part,
        amount=amount,
        base_amount=base,
        tax_category=category,
        tax_rate=part.tax_rate if category == "O" else rate,
        tax_exemption_reason=reason,
    )
