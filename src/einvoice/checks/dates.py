# skillc copies this file into each skill; change it in src/einvoice, not there
"""The order of dates and periods."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Invoice, Period
from .check import Place, advice, core, missing, wrong, xrechnung


@core("service-period-order", "BR-29")
def _service_period(invoice: Invoice) -> Iterator[Place]:
    if _is_backwards(invoice.service_period):
        yield wrong("the service period ends before it starts", "/servicePeriod/end")


@core("item-service-period-order", "BR-30")
def _item_service_period(invoice: Invoice) -> Iterator[Place]:
    for index, item in enumerate(invoice.items):
        if _is_backwards(item.service_period):
            yield wrong(
                f"the service period of item {index + 1} ends before it starts", f"/items/{index}/servicePeriod/end"
            )


@core("service-period-dates", "BR-CO-19")
def _service_period_dates(invoice: Invoice) -> Iterator[Place]:
    if _is_empty(invoice.service_period):
        yield missing("the service period has neither start nor end", "/servicePeriod/start", "/servicePeriod/end")


@core("item-service-period-dates", "BR-CO-20")
def _item_service_period_dates(invoice: Invoice) -> Iterator[Place]:
    for index, item in enumerate(invoice.items):
        if _is_empty(item.service_period):
            message = f"the service period of item {index + 1} has neither start nor end"
            yield missing(message, f"/items/{index}/servicePeriod/start", f"/items/{index}/servicePeriod/end")


@xrechnung("item-service-period-start", "PEPPOL-EN16931-R110")
def _starts_before(invoice: Invoice) -> Iterator[Place]:
    start = invoice.service_period and invoice.service_period.start
    for index, item in enumerate(invoice.items):
        period = item.service_period
        if start and period and period.start and period.start < start:
            message = f"the service period of item {index + 1} starts before that of the invoice"
            yield wrong(message, f"/items/{index}/servicePeriod/start")


@xrechnung("item-service-period-end", "PEPPOL-EN16931-R111")
def _ends_after(invoice: Invoice) -> Iterator[Place]:
    end = invoice.service_period and invoice.service_period.end
    for index, item in enumerate(invoice.items):
        period = item.service_period
        if end and period and period.end and period.end > end:
            message = f"the service period of item {index + 1} ends after that of the invoice"
            yield wrong(message, f"/items/{index}/servicePeriod/end")


@advice("due-date-order", "order of dates")
def _due_date(invoice: Invoice) -> Iterator[Place]:
    if invoice.due_date and invoice.issue_date and invoice.due_date < invoice.issue_date:
        yield wrong(f"the invoice is due before it is issued ({invoice.issue_date})", "/dueDate")


@advice("preceding-invoice-order", "order of dates")
def _preceding_invoice(invoice: Invoice) -> Iterator[Place]:
    for index, preceding in enumerate(invoice.preceding_invoice):
        if preceding.issue_date and invoice.issue_date and preceding.issue_date > invoice.issue_date:
            message = f"the preceding invoice is younger than this one ({invoice.issue_date})"
            yield wrong(message, f"/precedingInvoice/{index}/issueDate")


@advice("date-of-supply", "§ 14 (4) UStG")
def _date_of_supply(invoice: Invoice) -> Iterator[Place]:
    """Find no day of supply where a seller in Germany needs one; corrections point at an invoice that has it."""
    seller = invoice.seller and invoice.seller.address and invoice.seller.address.country
    stated = invoice.service_date or invoice.service_period or all(item.service_period for item in invoice.items)
    if not stated and seller in (None, "DE") and not invoice.preceding_invoice:
        yield missing("nothing says when the goods or services were supplied", "/serviceDate", "/servicePeriod")


def _is_backwards(period: Period | None) -> bool:
    return bool(period and period.start and period.end and period.end < period.start)


def _is_empty(period: Period | None) -> bool:
    return period is not None and not period.start and not period.end


CHECKS = (
    _service_period,
    _item_service_period,
    _service_period_dates,
    _item_service_period_dates,
    _starts_before,
    _ends_after,
    _due_date,
    _preceding_invoice,
    _date_of_supply,
)
