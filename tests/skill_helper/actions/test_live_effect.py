"""What a live action may do, by its type and its names."""

from __future__ import annotations

import pytest

from skill_helper.actions.live import LiveAction, named_action
from skill_helper.base.records import Action, Effect, Output

GRAVE = (
    "Delete All Customers", "DeleteAllCustomers", "delete_all", "deletesCustomers", "DELETE", "Bulk deletion",
    "Bulk Delete Customers",
    "Purge", "PurgeDB", "Wipe account", "Remove customer", "Removal of customers", "Archive customer", "Cancel invoice",
    "Cancellation",
    "Cancelling", "Void Invoice", "Send invoice", "sendInvoice2", "Resend", "Submit", "Submits a report",
    "Issue invoice", "Pay bill",
    "Make payment", "Refund", "Refund Payment", "Transfer Money", "Approve", "APPROVE ALL", "Publish page",
    "List or delete",
    "Get and archive",
    "Find & delete", "Fetch then send", "Get + refund", "List customers and delete them", "De\u00adlete x",
    "De\u200blete x",
    "\uff44\uff45\uff4c\uff45\uff54\uff45 x", "Kunden löschen", "Kunden lo\u0308schen", "Loeschen", "LÖSCHEN",
    "Lösche Kunde",
    "Kundenlöschung",
    "Rechnung senden", "Versende Rechnung", "Rechnungen versenden", "Mahnung verschicken", "Bezahlen",
    "Rechnung bezahlen",
    "Bezahle Rechnung",
    "Überweisung ausführen", "Geld überweisen", "Stornieren", "Storniere Rechnung", "Rechnung stornieren",
    "Stornorechnung erstellen",
    "Rechnungsstorno", "Rechnung ausstellen", "Kündigen", "Freigeben", "Einreichen",
)  # fmt: skip
READING = (
    "List Products", "List Refunds", "Get Payment", "List Payments", "List Issues", "List Deleted Customers",
    "List Sent Invoices",
    "Get Archive", "List Cancelled Orders", "List Approvals", "Get deletion log", "Get Invoice by Number",
    "get-outgoing-invoice-status",
    "Überweisungen abrufen", "Zahlungen auflisten", "Stornos auflisten", "List stornierte Rechnungen", "Kunden suchen",
    "Search Transfers",
    "Gelöschte Kunden anzeigen", "Customers", "Kundenliste", "findCustomerById",
)  # fmt: skip


def live(name: str, kind: str = "list-data-records", key: str = "") -> LiveAction:
    return LiveAction({"id": "l1", "key": key, "name": name, "type": kind})


def described(effect: Effect, title: str = "List Products", key: str = "list-products") -> Action:
    return Action(key, title, "s", "product", effect, idempotent=False, input={}, output=Output(), membrane_action=key)


@pytest.mark.parametrize("name", GRAVE, ids=ascii)
def test_a_name_that_deletes_sends_or_pays_needs_a_plan(name: str) -> None:
    for found in (live(name), live("Customers", key=name), live(name, "http-request")):
        assert not found.reads_only
        assert found.grave_reason


@pytest.mark.parametrize("name", READING, ids=ascii)
def test_a_name_that_reads(name: str) -> None:
    assert live(name).reads_only
    assert not live(name).grave_reason
    assert not live(name, "api-request-to-external-app").reads_only


@pytest.mark.parametrize(
    "name", ["Create Customer", "updateCustomers", "Get or create customer", "Import list", "Kunden und anlegen"]
)
def test_a_name_that_writes_is_no_read(name: str) -> None:
    assert not live(name).reads_only


def test_a_type_that_deletes_needs_a_plan_whatever_it_is_called() -> None:
    for kind in ("delete-data-record", "Delete-Data-Record", "send-email", "archive-record"):
        assert "is of the type" in live("List Products", kind).grave_reason
        assert not live("List Products", kind).reads_only


@pytest.mark.parametrize(
    ("effect", "kind", "fits"),
    [
        (Effect.READ, "delete-data-record", False),
        (Effect.READ, "update-data-record", False),
        (Effect.READ, "create-data-record", False),
        (Effect.READ, "find-or-create-data-record", False),
        (Effect.READ, "list-data-records", True),
        (Effect.READ, "api-request-to-external-app", True),
        (Effect.READ, "", True),
        (Effect.WRITE, "delete-data-record", False),
        (Effect.WRITE, "list-data-records", False),
        (Effect.WRITE, "update-data-record", True),
        (Effect.DESTRUCTIVE, "delete-data-record", True),
        (Effect.DESTRUCTIVE, "find-data-record-by-id", False),
        (Effect.DESTRUCTIVE, "http-request", True),
    ],
)
def test_a_type_that_contradicts_the_descriptor_is_not_bound(effect: Effect, kind: str, *, fits: bool) -> None:
    for key in ("", "list-products"):
        assert (named_action([live("List Products", kind, key)], described(effect)) is not None) is fits


def test_nor_is_a_key_whose_name_says_another_thing() -> None:
    assert named_action([live("Delete All Products", "http-request", "list-products")], described(Effect.READ)) is None
    assert named_action([live("Transfers", "", "t")], described(Effect.READ, "Transfers", "t")) is not None
