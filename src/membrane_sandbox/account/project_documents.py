"""The document of a project: at most one for each, and each in one project. Sources: as for projects."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from membrane_sandbox.account.answer import Answer, RefusalError, Request, json_answer
from membrane_sandbox.account.checks import require, typed
from membrane_sandbox.account.ids import record_id, uuid_of
from membrane_sandbox.account.projects import existing

if TYPE_CHECKING:
    from membrane_sandbox.account.api import Account

    Record = dict[str, Any]

FIELDS = {
    "invoice": "invoiceId",
    "invoiceincoming": "invoiceIncomingId",
    "offer": "offerId",
    "letter": "letterId",
    "reminder": "reminderId",
    "orderconfirmation": "orderConfirmationId",
}
"""By documentType, the field of a project's document that is set; the others are null."""
KINDS = {"invoice": "invoice", "invoiceincoming": "incoming"}
"""The account's records behind a documentType; of the others it has none."""
UUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def attach(account: Account, request: Request) -> Answer:
    """Answer POST /project/{id}/document with the link."""
    project, (document, kind) = existing(account, request), _wanted(request)
    if project["document"]:
        raise RefusalError(409, "The project has a document already")
    if not any(record_id(row["faktooraId"]) == document for row in account.records.all(KINDS.get(kind, kind))):
        raise RefusalError(404, "Document not found")
    if any((other["document"] or {}).get(FIELDS[kind]) == document for other in account.records.all("project")):
        raise RefusalError(409, "The document is in another project")
    key = uuid_of("project-document", account.next_number("project-document"))
    _set(account, project, {"id": key, **dict.fromkeys(FIELDS.values()), FIELDS[kind]: document})
    return json_answer({"id": key, "projectId": project["id"], "documentId": document, "documentType": kind}, 201)


def detach(account: Account, request: Request) -> Answer:
    """Answer DELETE /project/{id}/document, which names the document in a JSON body."""
    project, (document, kind) = existing(account, request), _wanted(request)
    if (project["document"] or {}).get(FIELDS[kind]) != document:
        raise RefusalError(404, "The project does not have this document")
    _set(account, project, None)
    return json_answer({"succeed": True})


def _wanted(request: Request) -> tuple[str, str]:
    """Return the id and the kind of the document that a body names."""
    body = request.fields()
    require(body, ("documentId", "documentType"))
    fields = typed(body, {"documentId": "string", "documentType": "string"})
    if not UUID.fullmatch(fields["documentId"]):
        raise RefusalError(400, 'body/documentId must match format "uuid"')
    if fields["documentType"] not in FIELDS:
        raise RefusalError(400, f"body/documentType must be equal to one of the allowed values: {', '.join(FIELDS)}")
    return fields["documentId"], fields["documentType"]


def _set(account: Account, project: Record, document: Record | None) -> None:
    account.records.replace("project", project["id"], {**project, "document": document, "updatedAt": account.now()})
