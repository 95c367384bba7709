"""Webhook subscriptions. Sources: docs and staging docs, page "webhooks"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from membrane_sandbox.account.answer import Answer, RefusalError, Request, json_answer
from membrane_sandbox.account.checks import require, typed
from membrane_sandbox.account.ids import uuid_of
from membrane_sandbox.account.targets import refusal_of

if TYPE_CHECKING:
    from membrane_sandbox.account.api import Account

    Record = dict[str, Any]

EVENTS = (
    "invoiceCreate", "invoiceSent", "invoiceOverdue", "invoiceIncomingCreate", "invoiceIncomingSent", "offerCreate",
    "offerSent",
    "letterCreate", "letterSent", "reminderCreate", "reminderSent", "orderConfirmationCreate", "orderConfirmationSent",
    "customerCreate", "productCreate", "validationJobCompleted",
)  # fmt: skip
OLD_NAME = "invoiceCreated"
"""What the production page says to subscribe with for `invoiceCreate`."""
FIELDS = ("action", "target")
TYPES = dict.fromkeys(FIELDS, "string")


def listing(account: Account, _request: Request) -> Answer:
    """Answer GET /webhooks: all of them, a bare array by default (the envelope is not documented)."""
    rows = account.records.all("webhook")
    if account.settings["webhook-list"] == "array":
        return json_answer(rows)
    return json_answer(
        {"data": rows, "meta": {"page": 1, "perPage": len(rows), "totalItems": len(rows), "totalPages": 1}}
    )


def create(account: Account, request: Request) -> Answer:
    """Answer POST /webhooks."""
    body = request.fields()
    require(body, FIELDS)
    fields = _checked(account, body)
    key = uuid_of("webhook", account.next_number("webhook"))
    webhook = {"id": key, **fields, "createdAt": account.now()}
    account.records.add("webhook", key, webhook)
    return json_answer(webhook, 201)


def update(account: Account, request: Request) -> Answer:
    """Answer PATCH /webhooks/{id}."""
    webhook = {**_existing(account, request), **_checked(account, request.fields())}
    account.records.replace("webhook", webhook["id"], webhook)
    return json_answer(webhook)


def delete(account: Account, request: Request) -> Answer:
    """Answer DELETE /webhooks/{id}."""
    account.records.delete("webhook", _existing(account, request)["id"])
    return json_answer({"succeed": True})


def _existing(account: Account, request: Request) -> Record:
    webhook = account.records.get("webhook", request.params["id"])
    if webhook is None:
        raise RefusalError(404, "Webhook not found")
    return webhook


def _checked(account: Account, body: Record) -> Record:
    fields = {name: value for name, value in typed(body, TYPES).items() if value is not None}
    allowed = _allowed(account.settings["webhook-names"])
    if "action" in fields and fields["action"] not in allowed:
        raise RefusalError(400, f"body/action must be equal to one of the allowed values: {', '.join(allowed)}")
    problem = refusal_of(fields["target"]) if "target" in fields else None
    if problem:
        raise RefusalError(400, problem)
    return fields


def _allowed(page: str) -> tuple[str, ...]:
    """Return the event names by the page that counts: the two pages name the new-invoice event differently."""
    if page == "staging":
        return EVENTS
    return (OLD_NAME, *EVENTS[1:]) if page == "production" else (OLD_NAME, *EVENTS)
