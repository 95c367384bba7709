# skillc copies this file into each skill; change it in src/einvoice, not there
"""What invoices say: a row for each file, or for each line of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..json_form import write_invoice
from ..model import Invoice
from .sources import NO_FILE, Source, source_in, sources_of, told

HEADER = (
    "file",
    "number",
    "typeCode",
    "issueDate",
    "dueDate",
    "seller.name",
    "buyer.name",
    "currency",
    "totals.net",
    "totals.tax",
    "totals.gross",
    "totals.payable",
)
LINE = ("number", "line", "name", "quantity", "unit", "unitPrice", "taxRate", "netAmount")


def read_invoices(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what each of `files` says, in the terms of the model; with `lines`, a row for each item."""
    sources = sources_of(values["files"])
    if not any(source.document for source in sources):
        return {"problems": [source.problem for source in sources] or [NO_FILE]}
    lines = values.get("lines", False)
    rows = [row for source in sources for row in (_line_rows(source) if lines else [_header_row(source)])]
    columns = [*((("file",) if len(sources) > 1 else ()) if lines else ()), *(LINE if lines else HEADER)]
    columns += [name for name in ("problem", "problems") if any(name in row for row in rows)]
    return {"answer": {"items": rows, "total": len(rows)}, "columns": columns}


def read_content(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a file says whose `content` (bytes) is at hand; with `lines`, a row for each item.

    `name` is what the file is called.
    """
    source = source_in(values["name"], values["content"])
    if source.document is None:
        return {"problems": [source.problem]}
    lines = values["lines"]
    rows = [_without_file(row) for row in (_line_rows(source) if lines else [_header_row(source)])]
    columns = [name for name in (LINE if lines else HEADER) if name != "file"]
    columns += ["problems"] if any("problems" in row for row in rows) else []
    return {"answer": {"items": rows, "total": len(rows)} if lines else rows[0], "columns": columns}


def _without_file(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "file"}


def _header_row(source: Source) -> dict[str, Any]:
    document = source.document
    if document is None:
        return _unread(source)
    header = stated(document.invoice)
    items = header.pop("items", [])
    about: dict[str, Any] = {
        "file": source.path,
        **header,
        "lineCount": len(items),
        "format": document.syntax + (" in PDF" if document.is_pdf else ""),
        "profile": document.profile,
        "notRead": list(document.not_read),
        "problems": [told(problem) for problem in document.problems],
    }
    return {name: value for name, value in about.items() if value not in (None, [])}


def _line_rows(source: Source) -> Iterator[dict[str, Any]]:
    if source.document is None:
        yield _unread(source)
        return
    invoice = stated(source.document.invoice)
    same = {name: invoice[name] for name in ("number", "issueDate", "typeCode", "currency") if invoice.get(name)}
    for index, item in enumerate(invoice.get("items", [])):
        at = f"/items/{index}/"
        problems = [told(problem) for problem in source.document.problems if problem.pointer.startswith(at)]
        yield {"file": source.path, **same, "line": index + 1, **item, **({"problems": problems} if problems else {})}


def _unread(source: Source) -> dict[str, Any]:
    return {"file": source.path, "problem": "; ".join(filter(None, [source.why, source.hint]))}


def stated(invoice: Invoice) -> dict[str, Any]:
    """Return the JSON form of an invoice with its type and currency, also where they are the usual ones."""
    return {"typeCode": invoice.type_code, "currency": invoice.currency, **write_invoice(invoice)}
