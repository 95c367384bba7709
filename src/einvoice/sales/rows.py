# skillc copies this file into each skill; change it in src/einvoice, not there
"""What an invoice bills for each VAT category and rate: what it states, else what is computed.

An invoice whose amounts contradict each other is refused, since nobody can know which of them was meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ..codes.vat_categories import VAT_CATEGORIES
from ..model import Adjustment, Invoice, StatedTotals
from ..totals import ZERO, VatKey, percentage, rounded, totals, vat_key
from .cases import Case, case_of
from .remarks import Remarks

TAX_SLACK = Decimal(1)  # in the invoice's currency; the official rule BR-CO-17 lets a tax be off by less

Amounts = tuple[VatKey, Decimal, Decimal]  # category and rate, base, tax


@dataclass(frozen=True)
class SaleRow:
    """One VAT category and rate of a document; amounts that the seller gives back are negative."""

    case: Case
    category: str
    rate: Decimal | None
    base: Decimal
    tax: Decimal

    @property
    def gross(self) -> Decimal:
        """What the buyer owes for it."""
        return self.base + self.tax


def sale_rows(file: str, invoice: Invoice, sign: int, remarks: Remarks) -> tuple[SaleRow, ...]:
    """Return the rows, each amount times `sign`; note what contradicts itself."""
    before = len(remarks.refusals)
    amounts = list(_amounts(file, invoice, remarks))
    for (category, _), _, _ in amounts:
        if category not in VAT_CATEGORIES:
            message = f'VAT category "{category}" is unknown; it is one of {", ".join(VAT_CATEGORIES)}'
            remarks.refuse(file, "/totals/vat", message)
    if len(remarks.refusals) == before:
        _compare(file, invoice, amounts, remarks)
    return tuple(SaleRow(case_of(invoice, key), *key, sign * base, sign * tax) for key, base, tax in amounts)


def _amounts(file: str, invoice: Invoice, remarks: Remarks) -> Iterator[Amounts]:
    stated = (invoice.totals or StatedTotals()).vat
    computed = None if stated else totals(invoice)
    if computed and computed.vat:
        yield from (((group.category, group.rate), group.base, group.tax) for group in computed.vat)
    elif not stated:
        message = "states no VAT breakdown, and its items cannot be added up: a quantity, a price or a rate is missing"
        remarks.refuse(file, "/totals/vat", message)
    for index, row in enumerate(stated):
        key = vat_key(Adjustment(tax_category=row.tax_category, tax_rate=row.tax_rate))
        if key[0] and row.base is not None and row.tax is not None:
            yield key, row.base, row.tax
        else:
            message = f"row {index + 1} of the VAT breakdown lacks its category, its base or its tax"
            remarks.refuse(file, f"/totals/vat/{index}", message)


def _compare(file: str, invoice: Invoice, amounts: list[Amounts], remarks: Remarks) -> None:
    for (category, rate), base, tax in amounts:
        expected = percentage(rate or ZERO, base)
        if abs(tax - expected) >= TAX_SLACK:
            message = f"{rate or 0} % of {base} is {expected}, not {tax} (VAT category {category})"
            remarks.refuse(file, "/totals/vat", message)
        elif tax != expected:
            message = f"states {tax} as {rate or 0} % of {base}, which is {expected}"
            remarks.warn(file, "/totals/vat", message)
    _compare_sums(file, invoice, amounts, remarks)


def _compare_sums(file: str, invoice: Invoice, amounts: list[Amounts], remarks: Remarks) -> None:
    stated, computed = invoice.totals or StatedTotals(), totals(invoice)
    net, tax = sum((base for _, base, _ in amounts), ZERO), sum((tax for _, _, tax in amounts), ZERO)
    billed = {"net": net, "tax": tax, "gross": net + tax}
    known = {name: getattr(stated, name) for name in billed if getattr(stated, name) is not None}
    if "gross" not in known and computed:
        known["gross"] = computed.gross
    if "gross" not in known:
        remarks.refuse(file, "/totals/gross", "has no gross total, so its VAT breakdown cannot be compared with it")
    for name, amount in known.items():
        if billed[name] != amount:
            difference = f"the difference is {amount - billed[name]}"
            message = f"its VAT breakdown adds up to {billed[name]}, but its {name} total is {amount}: {difference}"
            remarks.refuse(file, f"/totals/{name}", message)
        elif computed and rounded(getattr(computed, name)) != amount:
            message = f"its items add up to {getattr(computed, name)}, but it states {amount}, which counts here"
            remarks.warn(file, f"/totals/{name}", message)
