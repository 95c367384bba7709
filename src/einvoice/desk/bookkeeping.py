# skillc copies this file into each skill; change it in src/einvoice, not there
"""The commands for the tax adviser, about invoices that the business has sent: a batch for DATEV, and sums of VAT."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from ..datev import Batch, booking_batch, read_settings
from ..model import Invoice
from ..sales.remarks import Remark
from ..vat_return import Dated, Figure, VatRow, VatSums, vat_sums
from .sources import Problem, documents_of

MOST_OUTSIDE = 5  # documents of other periods that are named
ROW = ("case", "rate", "currency", "base", "tax", "invoices", "credits", "figure", "question")


def datev_batch(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the file of the sales in `files`; the other values are the settings of the books."""
    settings, faults = read_settings({name: value for name, value in values.items() if name != "files"})
    problems = [{"pointer": fault.pointer, "message": fault.message, "hint": fault.hint} for fault in faults]
    sales, unread = _sales_of(values)
    if settings is None or unread:
        return {"problems": [*problems, *unread]}
    batch, refusals = booking_batch(sales, settings, created=datetime.now().astimezone())
    if batch is None:
        return {"problems": list(map(_told, refusals))}
    name = batch.name[: -len(".csv")]
    return {"facts": _batch_facts(batch), "file": {"name": name, "content": batch.content, "media_type": "text/csv"}}


def sum_vat(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the sums of the sales in `files` that lie between `from` and `to`, a row for each case and currency."""
    sales, unread = _sales_of(values)
    if unread:
        return {"problems": unread}
    first, last = (date(*map(int, values[name].split("-"))) for name in ("from", "to"))
    sums, refusals = vat_sums(sales, first, last)
    if sums is None:
        return {"problems": list(map(_told, refusals))}
    rows = [_row(row) for row in sums.rows]
    answer = {"items": rows, "total": len(rows)}
    columns = [name for name in ROW if any(name in row for row in rows)]
    return {"facts": _vat_facts(sums), "answer": answer, "columns": columns or list(ROW)}


def _sales_of(values: Mapping[str, Any]) -> tuple[list[tuple[str, Invoice]], list[Problem]]:
    """Return the invoices, and why they cannot be taken: files that hold none, and values that cannot be read."""
    documents, unread = documents_of(values["files"])
    doubtful = [
        {"pointer": problem.pointer, "message": f"{path}: {problem.message}"}
        for path, document in documents
        for problem in document.problems
    ]
    return [(path, document.invoice) for path, document in documents], [*unread, *doubtful]


def _batch_facts(batch: Batch) -> dict[str, Any]:
    return {
        "seller": batch.seller,
        "period": {"start": str(batch.first), "end": str(batch.last)},
        "bookings": len(batch.bookings),
        "sums": [{"account": each.account, "debit": each.debit, "credit": each.credit} for each in batch.sums],
        **_warnings(batch.warnings),
    }


def _vat_facts(sums: VatSums) -> dict[str, Any]:
    by_issue = [each.file for each in sums.counted if each.decided_by == "issue"]
    return {
        "seller": sums.seller,
        "period": {"start": str(sums.first), "end": str(sums.last)},
        "documents": len(sums.counted),
        **({"countedByIssueDate": by_issue} if by_issue else {}),
        **({"outside": [_dated(each) for each in sums.outside[:MOST_OUTSIDE]]} if sums.outside else {}),
        **({"outsideCount": len(sums.outside)} if len(sums.outside) > MOST_OUTSIDE else {}),
        "figures": [_figure(each) for each in sums.figures],
        "undecided": len(sums.undecided),
        **_warnings(sums.warnings),
        "notes": list(sums.notes),
    }


def _row(row: VatRow) -> dict[str, Any]:
    members = {name: getattr(row, name) for name in ROW}
    return {name: value for name, value in members.items() if value not in (None, "")}


def _figure(figure: Figure) -> dict[str, Any]:
    return {"kz": figure.number, "formBase": figure.form_base, "base": figure.base, "tax": figure.tax}


def _dated(dated: Dated) -> dict[str, str]:
    return {"file": dated.file, "number": dated.number, "day": str(dated.day)}


def _warnings(warnings: tuple[Remark, ...]) -> dict[str, Any]:
    return {"warnings": list(map(_told, warnings))} if warnings else {}


def _told(remark: Remark) -> Problem:
    """Return a remark with the file that it is about."""
    return {"pointer": remark.pointer, "message": f"{remark.file}: {remark.message}" if remark.file else remark.message}
