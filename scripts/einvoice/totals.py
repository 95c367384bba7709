# skillc copies this file into each skill; change it in src/einvoice, not there
"""The sums of an invoice, computed exactly.

Sources: EN 16931-1, rules BR-CO-10 to BR-CO-17 and BR-S-08 with its kin. Amounts have two decimals, rounded half up;
VAT is computed once for each category and rate, never for each line.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

from .codes.vat_categories import OUTSIDE_SCOPE, STANDARD
from .model import Adjustment, Invoice, Item, LineAdjustment, StatedVat

CENT = Decimal("0.01")
ZERO = Decimal("0.00")
EXACT = Context(prec=100, rounding=ROUND_HALF_UP)  # numbers of 30 digits multiply without loss


@dataclass(frozen=True)
class VatGroup:
    """One row of the VAT breakdown (BG-23)."""

    category: str  # BT-118
    rate: Decimal | None  # BT-119; a supply outside the scope of VAT has none
    base: Decimal  # BT-116
    tax: Decimal  # BT-117
    reason: str | None  # BT-120
    reason_code: str | None  # BT-121


@dataclass(frozen=True)
class Line:
    """The amounts of one item."""

    net: Decimal  # BT-131
    allowances: tuple[Decimal, ...]  # BT-136, the discount first
    charges: tuple[Decimal, ...]  # BT-141


@dataclass(frozen=True)
class Totals:
    """The amounts of an invoice (BG-22)."""

    items: tuple[Line, ...]
    adjustments: tuple[Decimal, ...]  # BT-92 of each allowance
    surcharges: tuple[Decimal, ...]  # BT-99 of each charge
    lines: Decimal  # BT-106
    allowances: Decimal  # BT-107
    charges: Decimal  # BT-108
    net: Decimal  # BT-109
    tax: Decimal  # BT-110
    gross: Decimal  # BT-112
    prepaid: Decimal  # BT-113
    rounding: Decimal  # BT-114
    payable: Decimal  # BT-115
    vat: tuple[VatGroup, ...]


VatKey = tuple[str, "Decimal | None"]


def totals(invoice: Invoice) -> Totals | None:
    """Return the sums, or None while a term that they need is missing."""
    if not all(map(_is_summable, invoice.items)):
        return None
    with localcontext(EXACT):
        items = tuple(map(_line, invoice.items))
        bases = [(vat_key(item), line.net) for item, line in zip(invoice.items, items)]
        adjustments = [_adjustment(each, bases) for each in invoice.allowances]
        surcharges = [_adjustment(each, bases) for each in invoice.charges]
        if None in [*adjustments, *surcharges] or not all(map(_has_vat, (*invoice.allowances, *invoice.charges))):
            return None
        return _summed(invoice, items, bases, _known(adjustments), _known(surcharges))


def vat_key(part: Item | Adjustment | StatedVat) -> VatKey:
    """Return the category and rate under which an amount is taxed.

    A rate above zero without a category is the standard rate; a category that is not taxed has the rate zero.
    """
    rate = part.tax_rate
    category = part.tax_category or (STANDARD if rate else "")
    if category == OUTSIDE_SCOPE:
        return category, None
    return category, Decimal(0) if rate is None else rate.normalize(EXACT)


def taxed_parts(invoice: Invoice) -> list[Item | Adjustment]:
    """Return everything that is taxed: items, allowances and charges."""
    return [*invoice.items, *invoice.allowances, *invoice.charges]


def line_allowances(item: Item) -> tuple[LineAdjustment, ...]:
    """Return the allowances of an item, with its discount as the first."""
    if item.discount_percent is None and item.discount_amount is None:
        return item.allowances
    discount = LineAdjustment(
        amount=item.discount_amount,
        percent=item.discount_percent,
        reason=item.discount_reason or "Discount",
    )
    return (discount, *item.allowances)


def rounded(amount: Decimal) -> Decimal:
    """Return an amount in cents, rounded half up; never a negative zero."""
    return amount.quantize(CENT, context=EXACT) + ZERO


def gross_price(item: Item) -> Decimal:
    """Return quantity x price, which percentages of an item refer to."""
    quantity = item.quantity or ZERO
    return rounded(EXACT.divide(EXACT.multiply(quantity, item.unit_price or ZERO), item.price_quantity or Decimal(1)))


def percentage(percent: Decimal, base: Decimal) -> Decimal:
    """Return a percentage of an amount, in cents."""
    return rounded(EXACT.divide(EXACT.multiply(base, percent), Decimal(100)))


def _is_summable(item: Item) -> bool:
    parts = (*line_allowances(item), *item.charges)
    return (
        item.quantity is not None
        and item.unit_price is not None
        and item.price_quantity != 0
        and _has_vat(item)
        and all(part.amount is not None or part.percent is not None for part in parts)
    )


def _has_vat(part: Item | Adjustment) -> bool:
    return bool(vat_key(part)[0])


def _line(item: Item) -> Line:
    base = gross_price(item)
    allowances = tuple(_line_adjustment(each, base) for each in line_allowances(item))
    charges = tuple(_line_adjustment(each, base) for each in item.charges)
    return Line(rounded(base - _sum(allowances) + _sum(charges)), allowances, charges)


def _line_adjustment(part: LineAdjustment, base: Decimal) -> Decimal:
    if part.amount is not None:
        return rounded(part.amount)
    return percentage(part.percent or ZERO, base if part.base_amount is None else part.base_amount)


def _adjustment(part: Adjustment, bases: list[tuple[VatKey, Decimal]]) -> Decimal | None:
    if part.amount is not None:
        return rounded(part.amount)
    if part.percent is None:
        return None
    same = _sum(net for key, net in bases if key == vat_key(part))
    return percentage(part.percent, same if part.base_amount is None else part.base_amount)


def _known(amounts: list[Decimal | None]) -> tuple[Decimal, ...]:
    return tuple(amount for amount in amounts if amount is not None)


def _summed(
    invoice: Invoice,
    items: tuple[Line, ...],
    bases: list[tuple[VatKey, Decimal]],
    adjustments: tuple[Decimal, ...],
    surcharges: tuple[Decimal, ...],
) -> Totals:
    taxed = [
        *bases,
        *((vat_key(part), -amount) for part, amount in zip(invoice.allowances, adjustments)),
        *((vat_key(part), amount) for part, amount in zip(invoice.charges, surcharges)),
    ]
    vat = tuple(_vat_group(key, taxed, invoice) for key in dict.fromkeys(key for key, _ in taxed))
    lines, tax = _sum(line.net for line in items), _sum(group.tax for group in vat)
    net = lines - _sum(adjustments) + _sum(surcharges)
    prepaid, rounding = rounded(invoice.prepaid_amount or ZERO), rounded(invoice.rounding_amount or ZERO)
    return Totals(
        items=items,
        adjustments=adjustments,
        surcharges=surcharges,
        lines=lines,
        allowances=_sum(adjustments),
        charges=_sum(surcharges),
        net=net,
        tax=tax,
        gross=net + tax,
        prepaid=prepaid,
        rounding=rounding,
        payable=net + tax - prepaid + rounding,
        vat=vat,
    )


def _vat_group(key: VatKey, taxed: list[tuple[VatKey, Decimal]], invoice: Invoice) -> VatGroup:
    category, rate = key
    base = _sum(amount for other, amount in taxed if other == key)
    same = [part for part in taxed_parts(invoice) if vat_key(part) == key]
    return VatGroup(
        category,
        rate,
        base,
        ZERO if rate is None else percentage(rate, base),
        next((part.tax_exemption_reason for part in same if part.tax_exemption_reason), None),
        next((part.tax_exemption_reason_code for part in same if part.tax_exemption_reason_code), None),
    )


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, ZERO)
