# skillc copies this file into each skill; change it in src/einvoice, not there
"""Totals as somebody states them, compared with what else is stated: one wrong amount is one finding.

Where a term is not stated, what is computed takes its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..model import Adjustment, Invoice, Item, StatedTotals, StatedVat
from ..totals import ZERO, VatKey, line_allowances, percentage, rounded, taxed_parts, totals, vat_key
from .check import Check, Place, advice, core, missing, wrong, xrechnung

SLACK = Decimal("0.02")  # how far PEPPOL-EN16931-R120 lets the amount of an item be off


def stated_totals(invoice: Invoice) -> StatedTotals:
    """Return what is stated, or nothing."""
    return invoice.totals or StatedTotals()


def stated_key(row: StatedVat) -> VatKey:
    """Return the category and rate of a stated row, as items have them."""
    return vat_key(Adjustment(tax_category=row.tax_category, tax_rate=row.tax_rate))


def taxed_amounts(invoice: Invoice) -> list[tuple[VatKey, Decimal]] | None:
    """Return each amount with its category and rate, the stated one first; None while one is unknown."""
    computed = totals(invoice)
    stated = [
        *(item.net_amount for item in invoice.items),
        *(None if part.amount is None else -part.amount for part in invoice.allowances),
        *(part.amount for part in invoice.charges),
    ]
    if computed:
        nets = [line.net for line in computed.items]
        others = [*nets, *(-amount for amount in computed.adjustments), *computed.surcharges]
        stated = [other if amount is None else amount for amount, other in zip(stated, others)]
    known = [amount for amount in stated if amount is not None]
    return list(zip(map(vat_key, taxed_parts(invoice)), known)) if len(known) == len(stated) else None


@xrechnung("item-net-amount", "PEPPOL-EN16931-R120")
def _item_net_amount(invoice: Invoice) -> Iterator[Place]:
    for index, item, net in _differing(invoice):
        if item.net_amount is not None and abs(item.net_amount - net) > SLACK:
            yield wrong(f"item {index + 1} adds up to {net}, not {item.net_amount}", f"/items/{index}/netAmount")


@advice("item-net-amount-advice", "EN 16931, BT-131")
def _item_net_advice(invoice: Invoice) -> Iterator[Place]:
    """Warn of every difference: the rules of EN 16931 have none about it, but who pays wants to know."""
    for index, item, net in _differing(invoice):
        if item.net_amount is not None:
            reason = "; it seems to be rounded differently" if abs(item.net_amount - net) <= SLACK else ""
            message = f"item {index + 1} is stated as {item.net_amount}, but {_multiplied(item)} is {net}{reason}"
            yield wrong(message, f"/items/{index}/netAmount")


def _multiplied(item: Item) -> str:
    """Return in words how the amount of an item comes about."""
    per = f" / {item.price_quantity}" if item.price_quantity not in (None, 1) else ""
    parts = [*line_allowances(item), *item.charges]
    return f"{item.quantity} x {item.unit_price}{per}" + (" with its allowances and charges" if parts else "")


def _differing(invoice: Invoice) -> Iterator[tuple[int, Item, Decimal]]:
    computed = totals(invoice) if any(item.net_amount is not None for item in invoice.items) else None
    for index, item in enumerate(invoice.items):
        if computed and item.net_amount != computed.items[index].net:
            yield index, item, computed.items[index].net


@core("total-lines", "BR-CO-10")
def _lines(invoice: Invoice) -> Iterator[Place]:
    amounts = taxed_amounts(invoice)
    expected = None if amounts is None else _sum(amount for _, amount in amounts[: len(invoice.items)])
    yield from _compared(invoice, "lines", expected, "the items add up to")


def _adjusted(check_id: str, rule: str, kind: str) -> Check:
    """Return the check of the sum of document allowances or charges."""

    @core(check_id, rule)
    def adds_up(invoice: Invoice) -> Iterator[Place]:
        parts = getattr(invoice, kind)
        if all(part.amount is not None for part in parts):
            yield from _compared(invoice, kind, _sum(part.amount for part in parts), f"the {kind} add up to")

    return adds_up


@core("total-net", "BR-CO-13")
def _net(invoice: Invoice) -> Iterator[Place]:
    lines = _known(invoice, "lines")
    allowances, charges = _known(invoice, "allowances") or ZERO, _known(invoice, "charges") or ZERO
    expected = None if lines is None else lines - allowances + charges
    yield from _compared(invoice, "net", expected, "items, allowances and charges add up to")


@core("total-tax", "BR-CO-14")
def _tax(invoice: Invoice) -> Iterator[Place]:
    rows, computed = stated_totals(invoice).vat, totals(invoice)
    expected = computed.tax if computed and not rows else None
    if rows and all(row.tax is not None for row in rows):
        expected = _sum(row.tax for row in rows if row.tax is not None)
    yield from _compared(invoice, "tax", expected, "the VAT of all categories and rates adds up to")


@core("total-gross", "BR-CO-15")
def _gross(invoice: Invoice) -> Iterator[Place]:
    net, tax = _known(invoice, "net"), _known(invoice, "tax")
    expected = None if net is None or tax is None else net + tax
    yield from _compared(invoice, "gross", expected, "net and VAT add up to")


@core("total-payable", "BR-CO-16")
def _payable(invoice: Invoice) -> Iterator[Place]:
    gross = _known(invoice, "gross")
    adjustment = (invoice.rounding_amount or ZERO) - (invoice.prepaid_amount or ZERO)
    expected = None if gross is None else gross + adjustment
    yield from _compared(invoice, "payable", expected, "what is left to pay is")


@core("vat-amount", "BR-CO-17")
def _vat_amount(invoice: Invoice) -> Iterator[Place]:
    for index, row in enumerate(stated_totals(invoice).vat):
        if row.base is not None and row.tax is not None:
            expected = percentage(row.tax_rate or ZERO, row.base)
            if row.tax != expected:
                message = f"{row.tax_rate or 0} % of {row.base} is {expected}, not {row.tax}"
                yield wrong(message, f"/totals/vat/{index}/tax")


def _row_term(check_id: str, rule: str, attribute: str, name: str, what: str) -> Check:
    """Return the check that each stated row of the VAT breakdown has one term."""

    @core(check_id, rule)
    def has_term(invoice: Invoice) -> Iterator[Place]:
        for index, row in enumerate(stated_totals(invoice).vat):
            is_needed = attribute != "tax_rate" or row.tax_category != "O"
            if is_needed and getattr(row, attribute) is None:
                yield missing(f"row {index + 1} of the VAT breakdown has no {what}", f"/totals/vat/{index}/{name}")

    return has_term


def _known(invoice: Invoice, name: str) -> Decimal | None:
    """Return a total: the stated one, else the computed one."""
    stated: Decimal | None = getattr(stated_totals(invoice), name)
    if stated is not None:
        return stated
    computed = totals(invoice)
    return getattr(computed, name) if computed else None


def _compared(invoice: Invoice, name: str, expected: Decimal | None, sentence: str) -> Iterator[Place]:
    stated = getattr(stated_totals(invoice), name)
    if stated is not None and expected is not None and stated != rounded(expected):
        yield wrong(f"{sentence} {rounded(expected)}, not {stated}", f"/totals/{name}")


def _sum(amounts: Iterator[Decimal]) -> Decimal:
    return sum(amounts, ZERO)


CHECKS = (
    _item_net_amount,
    _item_net_advice,
    _lines,
    _adjusted("total-allowances", "BR-CO-11", "allowances"),
    _adjusted("total-charges", "BR-CO-12", "charges"),
    _net,
    _tax,
    _gross,
    _payable,
    _row_term("vat-row-base", "BR-45", "base", "base", "base"),
    _row_term("vat-row-tax", "BR-46", "tax", "tax", "tax"),
    _row_term("vat-row-category", "BR-47", "tax_category", "taxCategory", "VAT category"),
    _row_term("vat-row-rate", "BR-48", "tax_rate", "taxRate", "rate"),
    _vat_amount,
)
