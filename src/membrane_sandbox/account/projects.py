"""Projects. Sources: docs page "projects" and a third party's working client."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from membrane_sandbox.account.answer import Answer, RefusalError, Request, json_answer
from membrane_sandbox.account.checks import require, typed
from membrane_sandbox.account.ids import uuid_of
from membrane_sandbox.account.paging import matches, page_answer

if TYPE_CHECKING:
    from membrane_sandbox.account.api import Account

    Record = dict[str, Any]

TYPES = {
    "name": "string", "description": "string", "place": "string", "eta": "string", "estMinutes": "number",
    "currency": "string",
    "status": "string", "customerId": "string",
}  # fmt: skip
STATUSES = ("active", "paused", "closed")
SORT = ("name", "createdAt", "updatedAt")
LARGEST_PAGE = 100
LONGEST_NAME = 255


def listing(account: Account, request: Request) -> Answer:
    """Answer GET /projects."""
    words, wanted, buyers = request.many("keyword"), request.many("status"), request.many("customerId")
    found = [
        project
        for project in account.records.all("project")
        if matches(project, words, ("name", "description"))
        and (not wanted or project["status"] in wanted)
        and (not buyers or project["customerId"] in buyers)
    ]
    return page_answer(request, found, sort_fields=SORT, largest=LARGEST_PAGE)


def read(account: Account, request: Request) -> Answer:
    """Answer GET /project/{id}."""
    return json_answer(existing(account, request))


def create(account: Account, request: Request) -> Answer:
    """Answer POST /project: only the name is required."""
    body = request.fields()
    require(body, ("name",))
    fields = _checked(account, body)
    key, now = uuid_of("project", account.next_number("project")), account.now()
    blank = {"id": key, **dict.fromkeys(TYPES), "customer": None, "document": None}
    project = {**blank, "status": "active", **fields, "createdAt": now, "updatedAt": now}
    account.records.add("project", key, project)
    return json_answer(project, 201)


def update(account: Account, request: Request) -> Answer:
    """Answer PATCH /project/{id}: fields left out keep their value."""
    project = {**existing(account, request), **_checked(account, request.fields()), "updatedAt": account.now()}
    account.records.replace("project", project["id"], project)
    return json_answer(project)


def delete(account: Account, request: Request) -> Answer:
    """Answer DELETE /project/{id}."""
    account.records.delete("project", existing(account, request)["id"])
    return json_answer({"succeed": True})


def existing(account: Account, request: Request) -> Record:
    """Return the project that the path names."""
    project = account.records.get("project", request.params["id"])
    if project is None:
        raise RefusalError(404, "Project not found")
    return project


def _checked(account: Account, body: Record) -> Record:
    fields = typed(body, TYPES)
    if "name" in fields and not 1 <= len(fields["name"] or "") <= LONGEST_NAME:
        raise RefusalError(400, f"body/name must have 1 to {LONGEST_NAME} characters")
    if fields.get("status") not in (None, *STATUSES):
        raise RefusalError(400, f"body/status must be equal to one of the allowed values: {', '.join(STATUSES)}")
    if fields.get("customerId") is not None:
        buyer = account.records.get("customer", fields["customerId"])
        if buyer is None:
            raise RefusalError(400, "body/customerId does not name a customer")
        fields["customer"] = {"id": buyer["id"], "name": buyer["name"]}
    elif "customerId" in fields:
        fields["customer"] = None
    return fields
