"""Fills an empty store with the demo account."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from membrane_sandbox.account.checks import money
from membrane_sandbox.account.demo.calendar import stamp, workday
from membrane_sandbox.account.demo.customers import customers
from membrane_sandbox.account.demo.hostile import LONG
from membrane_sandbox.account.demo.incoming import incoming
from membrane_sandbox.account.demo.invoices import invoices
from membrane_sandbox.account.demo.wares import PRODUCTS
from membrane_sandbox.account.ids import uuid_of
from membrane_sandbox.account.products import FIRST_ID
from membrane_sandbox.account.records import Records
from membrane_sandbox.store import transaction

if TYPE_CHECKING:
    import sqlite3

Record = dict[str, Any]

ProjectRow = tuple[str, str | None, str | None, str, int | None]
"""name, description, place, status, index of the customer"""
WEBHOOKS = (
    ("invoiceSent", "https://hooks.example.com/faktoora/invoice-sent"),
    ("invoiceOverdue", "https://hooks.example.com/faktoora/overdue"),
    ("invoiceIncomingCreate", "https://dms.example.org/in/faktoora"),
    ("customerCreate", "https://crm.example.net/hooks/customer?source=faktoora"),
)
PROJECTS: tuple[ProjectRow, ...] = (
    ("Umzug Praxis Überall", "Neue Räume: Geräte umziehen, Netzwerk prüfen", "München", "active", 2),
    ("Rahmenvertrag Neuhain", "Toner und Papier, Abruf je Quartal", "Köln", "active", 32),
    ("Hotel Seeblick, Kassenplatz", None, "Hannover", "paused", 10),
    ("Schulungsreihe E-Rechnung 2025", "Vier Termine", None, "closed", None),
)


def fill(db: sqlite3.Connection) -> None:
    """Write all demo records in one transaction."""
    records = Records(db)
    people, wares = customers(), _products()
    with transaction(db):
        for customer in people:
            records.add("customer", customer["id"], customer, number=customer["customerId"])
        for product in wares:
            records.add("product", product["id"], product, number=product["code"])
        for invoice, detail in invoices(people, wares):
            records.add("invoice", invoice["faktooraId"], invoice, number=invoice["invoiceNumber"], detail=detail)
        for received in incoming():
            records.add("incoming", received["importId"], received, number=received["invoiceNumber"])
        _fill_rest(records, people)
        # New products get the ids after the demo's.
        db.execute("INSERT INTO counter VALUES ('account/product', ?)", (len(wares),))
        db.execute("INSERT INTO counter VALUES ('account/invoice', 400)")


def _products() -> list[Record]:
    made = []
    for index, (code, name, description, unit, tax, price, cost, stock, hours) in enumerate(PRODUCTS):
        created = stamp(workday(index * 3), index)
        made.append(
            {
                "id": str(FIRST_ID + 1 + index),
                "name": name,
                "code": code,
                "description": LONG if code == "DIE-002" else description,
                "unit": unit,
                "tax": tax,
                "price": money(price),
                "cost": money(cost),
                "inventoryCount": stock,
                "time": hours,
                "estimate": money(Decimal(price) * hours) if hours else None,
                "buyerAssignedID": f"B-{1000 + index}" if index % 7 == 0 else None,
                "globalID": {"id": f"40{12345678901 + index}", "schemeId": "0160"} if index % 5 == 0 else None,
                "additionalReferencedDocument": None,
                "createdAt": created,
                "updatedAt": created,
            }
        )
    return made


def _fill_rest(records: Records, people: list[Record]) -> None:
    for index, (action, target) in enumerate(WEBHOOKS):
        key = uuid_of("demo-webhook", index)
        records.add(
            "webhook",
            key,
            {"id": key, "action": action, "target": target, "createdAt": stamp(workday(40 + index), index)},
        )
    for index, row in enumerate(PROJECTS):
        project = _project(index, row, people)
        records.add("project", project["id"], project)
    access: Record = {
        "id": "ak_demo01",
        "label": "Membrane",
        "status": "active",
        "expiresAt": None,
        "createdAt": stamp(workday(1), 5),
    }
    records.add("apikey", "ak_demo01", access)


def _project(index: int, row: ProjectRow, people: list[Record]) -> Record:
    name, description, place, status, customer = row
    buyer = None if customer is None else people[customer]
    created = stamp(workday(200 + 60 * index), index)
    return {
        "id": uuid_of("demo-project", index),
        "name": name,
        "description": description,
        "place": place,
        "eta": None,
        "estMinutes": None,
        "currency": "EUR",
        "status": status,
        "customerId": buyer["id"] if buyer else None,
        "customer": {"id": buyer["id"], "name": buyer["name"]} if buyer else None,
        "document": None,
        "createdAt": created,
        "updatedAt": created,
    }
