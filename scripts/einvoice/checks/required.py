# skillc copies this file into each skill; change it in src/einvoice, not there
"""Terms without which a document is no invoice: BR-02 to BR-65."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Invoice
from .check import Check, Place, core, missing


@core("number", "BR-02")
def _number(invoice: Invoice) -> Iterator[Place]:
    if not invoice.number:
        yield missing("the invoice has no number", "/number")


@core("issue-date", "BR-03")
def _issue_date(invoice: Invoice) -> Iterator[Place]:
    if not invoice.issue_date:
        yield missing("the invoice has no issue date", "/issueDate")


@core("type-code", "BR-04")
def _type_code(invoice: Invoice) -> Iterator[Place]:
    if not invoice.type_code:
        yield missing("the invoice has no type code: 380 is an invoice, 381 a credit note", "/typeCode")


@core("currency", "BR-05")
def _currency(invoice: Invoice) -> Iterator[Place]:
    if not invoice.currency:
        yield missing("the invoice has no currency", "/currency")


@core("items", "BR-16")
def _items(invoice: Invoice) -> Iterator[Place]:
    if not invoice.items:
        yield missing("the invoice has no items", "/items")


@core("item-quantity", "BR-22")
def _item_quantity(invoice: Invoice) -> Iterator[Place]:
    for index, item in enumerate(invoice.items):
        if item.quantity is None:
            yield missing(f"item {index + 1} has no quantity", f"/items/{index}/quantity")


@core("item-unit", "BR-23")
def _item_unit(invoice: Invoice) -> Iterator[Place]:
    for index, item in enumerate(invoice.items):
        if not item.unit:
            yield missing(f"item {index + 1} has no unit, such as H87 (piece) or HUR (hour)", f"/items/{index}/unit")


@core("item-name", "BR-25")
def _item_name(invoice: Invoice) -> Iterator[Place]:
    for index, item in enumerate(invoice.items):
        if not item.name:
            yield missing(f"item {index + 1} has no name", f"/items/{index}/name")


@core("item-price", "BR-26")
def _item_price(invoice: Invoice) -> Iterator[Place]:
    for index, item in enumerate(invoice.items):
        if item.unit_price is None:
            yield missing(f"item {index + 1} has no unit price (net)", f"/items/{index}/unitPrice")


@core("item-vat-category", "BR-CO-04")
def _item_vat_category(invoice: Invoice) -> Iterator[Place]:
    for index, item in enumerate(invoice.items):
        if not item.tax_category and not item.tax_rate:
            message = f"item {index + 1} has no VAT category; only a rate above zero needs none, because it means S"
            yield missing(message, f"/items/{index}/taxCategory")


@core("preceding-invoice-number", "BR-55")
def _preceding_invoice_number(invoice: Invoice) -> Iterator[Place]:
    for index, preceding in enumerate(invoice.preceding_invoice):
        if not preceding.number:
            yield missing("a preceding invoice is named without its number", f"/precedingInvoice/{index}/number")


def _adjustment_terms(kind: str, rules: tuple[str, str, str]) -> tuple[Check, ...]:
    """Return the checks of the amount, the VAT category and the reason of document allowances or charges."""
    amount, category, reason = rules
    name = kind.rstrip("s")

    @core(f"{name}-amount", amount)
    def has_amount(invoice: Invoice) -> Iterator[Place]:
        for index, part in enumerate(getattr(invoice, kind)):
            if part.amount is None and part.percent is None:
                yield missing(f"{name} {index + 1} has neither amount nor percent", f"/{kind}/{index}/amount")

    @core(f"{name}-vat-category", category)
    def has_category(invoice: Invoice) -> Iterator[Place]:
        for index, part in enumerate(getattr(invoice, kind)):
            if not part.tax_category and not part.tax_rate:
                yield missing(f"{name} {index + 1} has no VAT category", f"/{kind}/{index}/taxCategory")

    @core(f"{name}-reason", reason)
    def has_reason(invoice: Invoice) -> Iterator[Place]:
        for index, part in enumerate(getattr(invoice, kind)):
            if not (part.reason or part.reason_code):
                yield missing(f"{name} {index + 1} has no reason", f"/{kind}/{index}/reason")

    return has_amount, has_category, has_reason


def _line_adjustment_terms(kind: str, rules: tuple[str, str]) -> tuple[Check, ...]:
    """Return the checks of the amount and the reason of allowances or charges of an item."""
    amount, reason = rules
    name = kind.rstrip("s")

    @core(f"item-{name}-amount", amount)
    def has_amount(invoice: Invoice) -> Iterator[Place]:
        for number, item in enumerate(invoice.items):
            for index, part in enumerate(getattr(item, kind)):
                if part.amount is None and part.percent is None:
                    message = f"{name} {index + 1} of item {number + 1} has neither amount nor percent"
                    yield missing(message, f"/items/{number}/{kind}/{index}/amount")

    @core(f"item-{name}-reason", reason)
    def has_reason(invoice: Invoice) -> Iterator[Place]:
        for number, item in enumerate(invoice.items):
            for index, part in enumerate(getattr(item, kind)):
                if not (part.reason or part.reason_code):
                    message = f"{name} {index + 1} of item {number + 1} has no reason"
                    yield missing(message, f"/items/{number}/{kind}/{index}/reason")

    return has_amount, has_reason


CHECKS = (
    _number,
    _issue_date,
    _type_code,
    _currency,
    _items,
    _item_quantity,
    _item_unit,
    _item_name,
    _item_price,
    _item_vat_category,
    _preceding_invoice_number,
    *_adjustment_terms("allowances", ("BR-31", "BR-32", "BR-33")),
    *_adjustment_terms("charges", ("BR-36", "BR-37", "BR-38")),
    *_line_adjustment_terms("allowances", ("BR-41", "BR-42")),
    *_line_adjustment_terms("charges", ("BR-43", "BR-44")),
)
