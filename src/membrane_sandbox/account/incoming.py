"""Incoming invoices: list, and what became of an upload. Source: docs page "incoming"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from membrane_sandbox.account.answer import Answer, RefusalError, Request, file_answer, json_answer
from membrane_sandbox.account.checks import money, typed
from membrane_sandbox.account.ids import faktoora_id, record_id
from membrane_sandbox.account.paging import page_answer
from membrane_sandbox.account.uploads import uploaded

if TYPE_CHECKING:
    from membrane_sandbox.account.api import Account

    Record = dict[str, Any]

SORT = ("invoiceNumber", "sellerName", "status", "issueDate", "dueDate", "netAmount", "grossAmount", "createdAt")
LARGEST_PAGE = 100
AMOUNTS = ("netAmount", "taxAmount", "grossAmount")
EDITABLE = {
    **dict.fromkeys(
        ("invoiceNumber", "sellerName", "sellerCity", "issueDate", "dueDate", "currency", "note"), "string"
    ),
    **dict.fromkeys(AMOUNTS, "number"),
}
DATE = re.compile("[0-9]{8}")
MARKS = (b"CrossIndustryInvoice", b"urn:oasis:names:specification:ubl:schema:xsd:")
"""What an electronic invoice holds: the name of its root in CII, the namespace of UBL."""
FIRST_UPLOAD = 460000


def listing(account: Account, request: Request) -> Answer:
    """Answer GET /import/incoming, newest first. The filters' names are not documented, so there are none."""
    found = [
        {**received, "id": record_id(received["faktooraId"])} for received in account.records.all("incoming")[::-1]
    ]
    return page_answer(request, found, sort_fields=SORT, largest=LARGEST_PAGE)


def upload(account: Account, request: Request) -> Answer:
    """Answer POST /import/incoming with 202 and {importId}. What the file says is not read, only whether it is one."""
    file, number = uploaded(request), FIRST_UPLOAD + account.next_number("upload")
    key = f"IMP{number}"
    received: Record = {
        **dict.fromkeys(EDITABLE),
        "importId": key,
        "faktooraId": faktoora_id("incoming", number),
        "status": "processing",
        "validationStatus": None,
        "taxes": [],
        "source": "upload",
        "fileName": file.name,
        "createdAt": account.now(),
    }
    is_invoice = any(mark in file.content for mark in MARKS)
    found = {
        "validationStatus": "accepted" if is_invoice else "rejected",
        "status": "review" if is_invoice else "rejected",
    }
    account.records.add("incoming", key, received, detail={"found": found})
    return json_answer({"importId": key}, 202)


def update(account: Account, request: Request) -> Answer:
    """Answer PATCH /import/incoming/{importId} with the record. Which fields may be changed is assumed."""
    received = _existing(account, request)
    fields = typed(request.fields(), EDITABLE)
    for name in ("issueDate", "dueDate"):
        if fields.get(name) and not DATE.fullmatch(fields[name]):
            raise RefusalError(400, f"body/{name} must match pattern YYYYMMDD")
    changed = {name: money(value) if name in AMOUNTS and value is not None else value for name, value in fields.items()}
    received = {**received, **changed}
    account.records.replace("incoming", received["importId"], received)
    return json_answer(received)


def status(account: Account, request: Request) -> Answer:
    """Answer GET /import/incoming/{importId}/status. Only `validationStatus` is documented by name.

    An upload is in work until it was asked for once.
    """
    received = _existing(account, request)
    found = account.records.detail("incoming", received["importId"]).get("found")
    if found:
        account.records.replace("incoming", received["importId"], {**received, **found})
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
