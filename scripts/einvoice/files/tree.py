# skillc copies this file into each skill; change it in src/einvoice, not there
"""From the tree of an XML invoice to the invoice and what else there is to say."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from ..model import Adjustment, Invoice, Item, StatedVat
from ..problems import Problems
from ..totals import vat_key
from .left import not_read, take_repeated
from .paths import Scope, path_of
from .syntax import Syntax
from .terms import invoice_of
from .values import Values
from .xml import Element

Taxed = TypeVar("Taxed", Item, Adjustment)


def read_tree(root: Element, syntax: Syntax, problems: Problems) -> tuple[Invoice, str | None, tuple[str, ...]]:
    """Return the invoice, its specification identifier (BT-24) and what was not read."""
    syntax.prepare(root)
    scope = Scope(root)
    scope = Scope(root, currency=_text(syntax.currency, scope))
    values = Values(scope.currency, syntax.iso_date, problems)
    invoice = _with_reasons(invoice_of(scope, syntax, values))
    profile = _text(syntax.profile, scope)
    items = syntax.records[Invoice]["items"]
    for path in (items,) if isinstance(items, str) else items:
        for item in path_of(path).elements(root, scope):
            take_repeated(item, scope, syntax)
    return invoice, profile, not_read(scope, syntax)


def _text(path: str, scope: Scope) -> str | None:
    for element in path_of(path).elements(scope.root, scope):
        if element.value():
            element.take()
            return element.value()
    return None


def _with_reasons(invoice: Invoice) -> Invoice:
    """In XML the reasons for exemption stand once for each VAT category; the model has them with what is exempt."""
    rows = {vat_key(row): row for row in (invoice.totals.vat if invoice.totals else ())}
    return replace(
        invoice,
        items=tuple(_with_reason(each, rows.get(vat_key(each))) for each in invoice.items),
        allowances=tuple(_with_reason(each, rows.get(vat_key(each))) for each in invoice.allowances),
        charges=tuple(_with_reason(each, rows.get(vat_key(each))) for each in invoice.charges),
    )


def _with_reason(part: Taxed, row: StatedVat | None) -> Taxed:
    if row is None or part.tax_exemption_reason or part.tax_exemption_reason_code:
        return part
    return replace(
        part,
        tax_exemption_reason=row.tax_exemption_reason,
        tax_exemption_reason_code=row.tax_exemption_reason_code,
    )
