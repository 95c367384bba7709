# skillc copies this file into each skill; change it in src/einvoice, not there
"""An invoice from a JSON value and back.

Numbers are int or Decimal on both sides: read JSON texts with `parse_float=Decimal`.
"""

from __future__ import annotations

from typing import Any

from .model import Invoice
from .problems import Problem, Problems
from .records import Record

INVOICE = Record(Invoice)


def read_invoice(value: Any) -> tuple[Invoice | None, list[Problem]]:
    """Return the invoice of a JSON object, or None and every problem of its form."""
    problems = Problems()
    invoice = INVOICE.read(value, "", problems)
    return (None if problems.found else invoice), problems.found


def write_invoice(invoice: Invoice) -> dict[str, Any]:
    """Return the JSON object of an invoice: `read_invoice` makes the same invoice of it."""
    return INVOICE.write(invoice)
