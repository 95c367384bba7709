# skillc copies this file into each skill; change it in src/einvoice, not there
"""A batch of bookings for the tax adviser: all of the invoices, or none and every reason."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from ..sales.documents import Documents, Sale, check_documents, read_sale
from ..sales.remarks import Remark, Remarks
from ..totals import ZERO
from .bookings import DEBIT, Booking, bookings_of
from .fields import document_field
from .format import MOST_ROWS, batch_file, file_name
from .settings import Settings, check_settings


@dataclass(frozen=True)
class AccountSum:
    """What a batch books on one account, in EUR and gross."""

    account: str
    debit: Decimal
    credit: Decimal


@dataclass(frozen=True)
class Batch:
    """A file that DATEV imports, and what is in it."""

    name: str
    content: bytes  # Windows-1252, with CRLF
    seller: str
    first: date  # of the period
    last: date
    bookings: tuple[Booking, ...]
    sums: tuple[AccountSum, ...]
    warnings: tuple[Remark, ...]


def booking_batch(
    documents: Documents, settings: Settings, *, created: datetime
) -> tuple[Batch | None, tuple[Remark, ...]]:
    """Return the batch of the sales in some documents, or None and why there is none.

    `documents` are names of files with their invoices, all of one German seller. `created` is told to DATEV.
    """
    remarks = Remarks()
    check_settings(settings, remarks)
    seller = check_documents(documents, remarks)
    sales = [sale for file, invoice in documents if (sale := read_sale(file, invoice, remarks))]
    for sale in sales:
        _check_currency(sale, remarks)
    _check_numbers(sales, remarks)
    if any(not remark.file for remark in remarks.refusals):
        return None, tuple(remarks.refusals)
    first, last = _period(sales, settings)
    for sale in sales:
        _check_day(sale, settings, first, last, remarks)
    bookings = tuple(booking for sale in sales for booking in bookings_of(sale, settings, remarks))
    if len(bookings) > MOST_ROWS:
        message = f"there are {len(bookings)} bookings; a batch has up to {MOST_ROWS}: take a shorter period"
        remarks.refuse("", "", message)
    if not bookings and not remarks.refusals:
        remarks.refuse("", "", "there is nothing to book: all amounts are 0.00")
    if remarks.refusals:
        return None, tuple(remarks.refusals)
    content = batch_file(bookings, settings, first, last, created)
    sums = tuple(_sums(bookings))
    return Batch(file_name(first, last), content, seller, first, last, bookings, sums, tuple(remarks.warnings)), ()


def _period(sales: Sequence[Sale], settings: Settings) -> tuple[date, date]:
    """Return the period of the settings, else the months of the documents in the fiscal year."""
    days = [sale.issued for sale in sales] or [date.min]
    first, last = min(days), max(days)
    month_end = last.replace(day=calendar.monthrange(last.year, last.month)[1])
    start, end = settings.fiscal_year
    return settings.period_start or max(start, first.replace(day=1)), settings.period_end or min(end, month_end)


def _check_day(sale: Sale, settings: Settings, first: date, last: date, remarks: Remarks) -> None:
    start, end = settings.fiscal_year
    if not start <= sale.issued <= end:
        message = f"its date {sale.issued} is not in the fiscal year that starts on {start}"
        remarks.refuse(sale.file, "/issueDate", message)
    elif not (first <= sale.issued <= last):
        message = f"its date {sale.issued} is not in the period from {first} to {last}"
        remarks.refuse(sale.file, "/issueDate", message)


def _check_currency(sale: Sale, remarks: Remarks) -> None:
    if sale.invoice.currency != "EUR":
        message = f"its currency is {sale.invoice.currency}; only EUR can be booked: the rate of exchange is not known"
        remarks.refuse(sale.file, "/currency", message)


def _check_numbers(sales: Iterable[Sale], remarks: Remarks) -> None:
    """Refuse numbers that differ, but are the same in the batch: amounts would be cleared with those of others."""
    numbers: dict[str, str] = {}
    for sale in sales:
        for number in (sale.number, *(each.number for each in sale.invoice.preceding_invoice if each.number)):
            field = document_field(number)
            other = numbers.setdefault(field, number)
            if other != number:
                message = f'numbers "{number}" and "{other}" are both "{field}" in the batch; take them in two batches'
                remarks.refuse(sale.file, "/number", message)


def _sums(bookings: Iterable[Booking]) -> Iterable[AccountSum]:
    debits: dict[str, Decimal] = {}
    credits_: dict[str, Decimal] = {}
    for booking in bookings:
        debit, credit = booking.account, booking.contra_account
        if booking.side != DEBIT:
            debit, credit = credit, debit
        debits[debit] = debits.get(debit, ZERO) + booking.amount
        credits_[credit] = credits_.get(credit, ZERO) + booking.amount
    for account in sorted({*debits, *credits_}):
        yield AccountSum(account, debits.get(account, ZERO), credits_.get(account, ZERO))
