"""Outgoing invoices: list, download, status, report, delete. Source: docs page "outgoing".

"Get invoice" answers with a file: PDF, or XML when `Accept` asks for it. What is said of the status beyond
`validation`, and of the list's fields, is assumed (see ASSUMPTIONS.md).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from membrane_sandbox.account import progress
from membrane_sandbox.account.answer import Answer, RefusalError, Request, error_answer, file_answer, json_answer
from membrane_sandbox.account.ids import record_id
from membrane_sandbox.account.paging import matches, page_answer

if TYPE_CHECKING:
    from membrane_sandbox.account.api import Account

    Record = dict[str, Any]

SORT = (
    "invoiceNumber",
    "issueDate",
    "dueDate",
    "status",
    "buyerName",
    "netAmount",
    "grossAmount",
    "openAmount",
    "createdAt",
)
SEARCHED = ("invoiceNumber", "faktooraId", "buyerName", "note")
LARGEST_PAGE = 100
NOT_VALIDATED = {"status": "pending", "validity": None, "createdAt": None}


def listing(account: Account, request: Request) -> Answer:
    """Answer GET /invoices: a page, newest first; with invoiceNumber the file of that one invoice."""
    number = request.one("invoiceNumber")
    if number is not None:
        key = account.records.id_of_number("invoice", number)
        return _file(account, request, key or "")
    words = request.many("keyword")
    found = [
        {**invoice, "id": record_id(invoice["faktooraId"])}
        for invoice in reversed(account.records.all("invoice"))
        if matches(invoice, words, SEARCHED)
    ]
    return page_answer(request, found, sort_fields=SORT, largest=LARGEST_PAGE)


def read(account: Account, request: Request) -> Answer:
    """Answer GET /invoices/{faktooraId}: the file."""
    return _file(account, request, request.params["faktooraId"])


def status(account: Account, request: Request) -> Answer:
    """Answer GET /invoices/{faktooraId}/status. Only `validation {status, validity, createdAt}` is documented."""
    invoice = _existing(account, request.params["faktooraId"])
    stage, valid = progress.look(account, invoice)
    delivered = stage == progress.DELIVERED
    return json_answer(
        {
            "faktooraId": invoice["faktooraId"],
            "invoiceNumber": invoice["invoiceNumber"],
            "status": invoice["status"],
            "importStatus": "processing" if stage == progress.GENERATING else "completed",
            "validation": _validation(invoice, valid) if stage >= progress.VALIDATED else NOT_VALIDATED,
            "authority": {"status": "not_required"},
            "delivery": {
                "status": "delivered" if delivered else "waiting",
                "channel": "peppol" if invoice["format"] == "xrechnung" else "email",
                "sentAt": invoice["sentAt"] if delivered else None,
            },
        }
    )


def _validation(invoice: Record, valid: bool) -> Record:  # noqa: FBT001 - see the call
    validity = "valid" if valid else "invalid"
    return {"status": "completed", "validity": validity, "createdAt": invoice["sentAt"] or invoice["createdAt"]}


def validation_report(account: Account, request: Request) -> Answer:
    """Answer GET /invoices/{faktooraId}/validation-report: a PDF; 404 when nothing was validated yet (documented)."""
    from membrane_sandbox.account.pdf import one_page  # noqa: PLC0415 - only files need it

    invoice = _existing(account, request.params["faktooraId"])
    stage, valid = progress.look(account, invoice)
    if stage < progress.VALIDATED:
        # Not raised: a refusal would undo that this was a look.
        return error_answer(404, "No validation report exists for this invoice")
    found = _validation(invoice, valid)
    lines = [
        f"Invoice {invoice['invoiceNumber']} ({invoice['faktooraId']})",
        f"Result: {found['validity']}",
        f"Checked: {found['createdAt']}",
        *([] if valid else ["Finding: the sandbox was told to find new invoices invalid"]),
    ]
    return file_answer(one_page("Validation report", lines), "application/pdf", f"{invoice['faktooraId']}-report.pdf")


def delete(account: Account, request: Request) -> Answer:
    """Answer DELETE /invoices/{faktooraId}. Works only with the account's invoiceDeleteMode (documented)."""
    invoice = _existing(account, request.params["faktooraId"])
    if account.settings["invoice-delete-mode"] != "on":
        raise RefusalError(403, "Deleting invoices is not allowed: invoiceDeleteMode is not enabled for this account")
    account.records.delete("invoice", invoice["faktooraId"])
    return json_answer({"succeed": True})


def _existing(account: Account, key: str) -> Record:
    invoice = account.records.get("invoice", key)
    if invoice is None:
        raise RefusalError(404, "Invoice not found")
    return invoice


def _file(account: Account, request: Request, key: str) -> Answer:
    """Return the invoice as XML when `Accept` names XML, as JSON when it names only JSON (assumed), else as PDF."""
    from membrane_sandbox.account import invoice_files  # noqa: PLC0415 - only downloads need it

    invoice = _existing(account, key)
    if progress.look(account, invoice).stage == progress.GENERATING:
        # Not raised: a refusal would undo that this was a look.
        return error_answer(404, "The file of this invoice has not been generated yet")
    detail = account.records.detail("invoice", key)
    accept = request.headers.get("accept", "").lower()
    name = invoice["invoiceNumber"].replace("/", "-")
    if "xml" in accept:
        return file_answer(invoice_files.xml(invoice, detail), "application/xml", f"{name}.xml")
    if accept.startswith("application/json") and "pdf" not in accept:
        return json_answer({**invoice, **detail})
    return file_answer(invoice_files.pdf(invoice, detail), "application/pdf", f"{name}.pdf")
