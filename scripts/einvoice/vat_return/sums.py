# skillc copies this file into each skill; change it in src/einvoice, not there
"""Sales of a period, summed by case of supply, rate and currency."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal, localcontext

from ..sales.cases import SMALL_BUSINESS, Case
from ..sales.documents import Documents, Sale, check_documents, read_sale
from ..sales.remarks import Remark, Remarks
from ..sales.rows import SaleRow
from ..totals import EXACT, ZERO
from .figures import NOTES, SMALL_BUSINESS_NOTE, figure_of


@dataclass(frozen=True)
class VatRow:
    """All sales of one case and currency; what was taken back is subtracted."""

    case: str  # such as "S 19", "AE EU" or "E § 19"
    category: str
    rate: Decimal | None
    currency: str
    base: Decimal
    tax: Decimal
    invoices: int
    credits: int
    figure: str  # "81" and the like; empty when it is in none, or not decided
    question: str  # what decides it; empty when nothing is open


@dataclass(frozen=True)
class Figure:
    """One figure (Kz) of the form, in EUR."""

    number: str
    base: Decimal
    form_base: Decimal  # full euros, as the form wants it: the cents are left out
    tax: Decimal


@dataclass(frozen=True)
class Dated:
    """The day that puts a document into a period, and what it is the day of."""

    file: str
    number: str
    day: date
    decided_by: str  # "supply", "end of the supply's period" or "issue"


@dataclass(frozen=True)
class VatSums:
    """What can be known of a VAT return from invoices."""

    seller: str
    first: date
    last: date
    rows: tuple[VatRow, ...]
    figures: tuple[Figure, ...]
    counted: tuple[Dated, ...]
    outside: tuple[Dated, ...]  # documents of other periods
    warnings: tuple[Remark, ...]
    notes: tuple[str, ...]

    @property
    def undecided(self) -> tuple[VatRow, ...]:
        """The rows that somebody must be asked about before they stand in a figure."""
        return tuple(row for row in self.rows if row.question)


def vat_sums(documents: Documents, first: date, last: date) -> tuple[VatSums | None, tuple[Remark, ...]]:
    """Return the sums of the sales from one day to another, both included, or None and why there are none.

    `documents` are names of files with their invoices, all of one German seller.
    """
    remarks = Remarks()
    if first > last:
        remarks.refuse("", "", f"the period ends on {last}, before it starts on {first}")
    seller = check_documents(documents, remarks)
    sales = [sale for file, invoice in documents if (sale := read_sale(file, invoice, remarks))]
    if remarks.refusals:
        return None, tuple(remarks.refusals)
    dated = [(sale, _dated(sale)) for sale in sales]
    counted = [(sale, each) for sale, each in dated if first <= each.day <= last]
    with localcontext(EXACT):
        rows = tuple(_rows(sale for sale, _ in counted))
        figures = tuple(_figures(rows))
    sums = VatSums(
        seller=seller,
        first=first,
        last=last,
        rows=rows,
        figures=figures,
        counted=tuple(each for _, each in counted),
        outside=tuple(each for _, each in dated if not first <= each.day <= last),
        warnings=tuple(remarks.warnings),
        notes=(*NOTES, *([SMALL_BUSINESS_NOTE] if any(row.case == SMALL_BUSINESS for row in rows) else [])),
    )
    return sums, ()


def _dated(sale: Sale) -> Dated:
    if sale.is_credit or sale.supplied is None:
        return Dated(sale.file, sale.number, sale.issued, "issue")
    decided_by = "supply" if sale.invoice.service_date else "end of the supply's period"
    return Dated(sale.file, sale.number, sale.supplied, decided_by)


def _rows(sales: Iterable[Sale]) -> Iterator[VatRow]:
    groups: dict[tuple[Case, str], list[tuple[Sale, SaleRow]]] = {}
    for sale in sales:
        for row in sale.rows:
            groups.setdefault((row.case, sale.invoice.currency or ""), []).append((sale, row))
    for (case, currency), members in sorted(groups.items(), key=lambda group: group[0]):
        row = members[0][1]
        figure, question = figure_of(case, currency)
        yield VatRow(
            case=case.name,
            category=row.category,
            rate=row.rate,
            currency=currency,
            base=sum((each.base for _, each in members), ZERO),
            tax=sum((each.tax for _, each in members), ZERO),
            invoices=sum(not sale.is_credit for sale, _ in members),
            credits=sum(sale.is_credit for sale, _ in members),
            figure=figure,
            question=question,
        )


def _figures(rows: Iterable[VatRow]) -> Iterator[Figure]:
    bases: dict[str, Decimal] = {}
    taxes: dict[str, Decimal] = {}
    for row in rows:
        if row.figure:
            bases[row.figure] = bases.get(row.figure, ZERO) + row.base
            taxes[row.figure] = taxes.get(row.figure, ZERO) + row.tax
    for number in sorted(bases):
        form_base = bases[number].quantize(Decimal(1), ROUND_DOWN) + 0  # never a negative zero
        yield Figure(number, bases[number], form_base, taxes[number])
