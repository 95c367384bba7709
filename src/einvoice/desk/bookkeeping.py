# skillc copies this file into each skill; change it in src/einvoice, not there
"""The command that makes a batch for the tax adviser of invoices that the business has sent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from ..datev import Batch, booking_batch, read_settings
from ..sales.remarks import Remark
from .sources import documents_of


def datev_batch(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the file of the sales in `files`; the other values are the settings of the books."""
    settings, faults = read_settings({name: value for name, value in values.items() if name != "files"})
    problems = [{"pointer": fault.pointer, "message": fault.message, "hint": fault.hint} for fault in faults]
    documents, unread = documents_of(values["files"])
    if settings is None or unread:
        return {"problems": [*problems, *unread]}
    sales = [(path, document.invoice) for path, document in documents]
    batch, refusals = booking_batch(sales, settings, created=datetime.now().astimezone())
    if batch is None:
        return {"problems": [_told(remark) for remark in refusals]}
    return {
        "facts": _facts(batch),
        "file": {"name": batch.name[: -len(".csv")], "content": batch.content, "media_type": "text/csv"},
    }


def _facts(batch: Batch) -> dict[str, Any]:
    warnings = [_told(remark) for remark in batch.warnings]
    return {
        "seller": batch.seller,
        "period": {"start": str(batch.first), "end": str(batch.last)},
        "bookings": len(batch.bookings),
        "sums": [{"account": each.account, "debit": each.debit, "credit": each.credit} for each in batch.sums],
        **({"warnings": warnings} if warnings else {}),
    }


def _told(remark: Remark) -> dict[str, str]:
    """Return a remark with the file that it is about."""
    message = f"{remark.file}: {remark.message}" if remark.file else remark.message
    return {"pointer": remark.pointer, "message": message}
