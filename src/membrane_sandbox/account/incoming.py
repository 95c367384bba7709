"""Incoming invoices: list, and what became of an upload. Source: docs page "incoming"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from membrane_sandbox.account.answer import Answer, RefusalError, Request, file_answer, json_answer
from membrane_sandbox.account.paging import page_answer

if TYPE_CHECKING:
    from membrane_sandbox.account.api import Account

    Record = dict[str, Any]

SORT = ("invoiceNumber", "sellerName", "status", "issueDate", "dueDate", "netAmount", "grossAmount", "createdAt")
LARGEST_PAGE = 100


def listing(account: Account, request: Request) -> Answer:
    """Answer GET /import/incoming, newest first. The filters' names are not documented, so there are none."""
    found = account.records.all("incoming")[::-1]
    return page_answer(request, found, sort_fields=SORT, largest=LARGEST_PAGE)


def status(account: Account, request: Request) -> Answer:
    """Answer GET /import/incoming/{importId}/status. Only `validationStatus` is documented by name."""
    received = _existing(account, request)
    names = ("importId", "faktooraId", "status", "validationStatus")
    return json_answer({name: received[name] for name in names})


def validation(account: Account, request: Request) -> Answer:
    """Answer GET .../validation: {status: accepted | rejected} (documented), or 404 while it runs (assumed)."""
    return json_answer({"status": _validated(account, request)["validationStatus"]})


def validation_pdf(account: Account, request: Request) -> Answer:
    """Answer GET .../validation/pdf."""
    from membrane_sandbox.account.pdf import one_page  # noqa: PLC0415 - only files need it

    received = _validated(account, request)
    lines = [f"Import {received['importId']}: {received['fileName']}", f"Result: {received['validationStatus']}"]
    return file_answer(one_page("Validation report", lines), "application/pdf", f"{received['importId']}-report.pdf")


def _existing(account: Account, request: Request) -> Record:
    received = account.records.get("incoming", request.params["importId"])
    if received is None:
        raise RefusalError(404, "Import not found")
    return received


def _validated(account: Account, request: Request) -> Record:
    received = _existing(account, request)
    if received["validationStatus"] is None:
        raise RefusalError(404, "Validation has not finished yet")
    return received
