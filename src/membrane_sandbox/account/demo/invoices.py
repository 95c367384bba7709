"""400 outgoing invoices over two years: lines from the product list, VAT by rate, every state, some credit notes."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from membrane_sandbox.account.demo.calendar import TODAY_DATE, compact, growing, stamp, workday
from membrane_sandbox.account.demo.chance import Chance
from membrane_sandbox.account.demo.hostile import NOTES
from membrane_sandbox.account.demo.people import SELLER
from membrane_sandbox.account.ids import faktoora_id
from membrane_sandbox.account.invoice_math import buyer_of, line, tax_category, totals

Record = dict[str, Any]

COUNT = 400
CREDIT_EVERY = 40
CREDIT_LAG = 15
ENDED_BY_HAND = {"draft": 6, "review": 4}
"""How many of the newest invoices are drafts, and how many before them wait for review."""
UNPAID = ((40, 55), (120, 14), (10_000, 2))
"""Up to so many days after the due date, so many percent are unpaid: old debts get rare."""
NOTE = "Bitte überweisen Sie den Betrag unter Angabe der Rechnungsnummer."
QUANTITIES = ("1", "1", "1", "2", "2", "3", "4", "5", "6", "10", "12", "25")
HOURS = ("0.5", "1", "1.5", "2", "2.25", "3", "4", "6.5", "8")


def invoices(customers: list[Record], products: list[Record]) -> list[tuple[Record, Record]]:
    """Return (record, detail) of each invoice, oldest first. The record is what lists show."""
    chance = Chance("invoices")
    buyers = [customer for customer in customers if customer["category"] != "Import"]
    made: list[tuple[Record, Record]] = []
    for number in range(1, COUNT + 1):
        # A credit note corrects a whole invoice of some weeks before.
        corrected = made[-CREDIT_LAG] if number % CREDIT_EVERY == 0 else None
        made.append(
            _credit_note(number, corrected, chance)
            if corrected
            else _invoice(number, chance.pick(buyers), products, chance)
        )
    return made


def _invoice(number: int, customer: Record, products: list[Record], chance: Chance) -> tuple[Record, Record]:
    category = tax_category(customer)
    rows = [_line(position, chance.pick(products), category, chance) for position in range(1, 2 + chance.below(5))]
    days = (customer["extras"] or {}).get("zahlungsziel", 30)
    record = _record(number, customer, rows, days, chance)
    parties = {"seller": SELLER, "buyer": buyer_of(customer)}
    return record, {**parties, "invoiceItems": rows, "deliveryDate": record["issueDate"]}


def _line(position: int, product: Record, category: str, chance: Chance) -> Record:
    quantity = chance.pick(HOURS if product["unit"] == "HUR" else QUANTITIES)
    return line(position, product, Decimal(quantity), category)


def _record(number: int, customer: Record, rows: list[Record], days: int, chance: Chance) -> Record:
    issued = _issue_date(number)
    due = issued + timedelta(days=days)
    state = _state(number, due, chance)
    sent = stamp(issued, 30 + chance.below(400)) if state not in ENDED_BY_HAND else None
    paid = _paid_on(issued, due, chance) if state == "archived" else None
    amounts = totals(rows)
    return {
        "faktooraId": faktoora_id("invoice", number),
        "invoiceNumber": f"{issued:%Y/%m}/{number:05}",
        "invoiceTypeCode": "380",
        "format": customer.get("invoiceProfile") or "zf:2",
        "status": state,
        "issueDate": compact(issued),
        "dueDate": compact(due),
        "currency": "EUR",
        "customer": {"id": customer["id"], "customerId": customer["customerId"], "name": customer["name"]},
        "buyerName": customer["name"],
        **amounts,
        "openAmount": Decimal("0.00") if state == "archived" else amounts["grossAmount"],
        "precedingInvoiceNumber": None,
        "note": NOTES.get(number, NOTE if chance.percent(60) else None),
        "createdAt": stamp(issued, chance.below(30)),
        "sentAt": sent,
        "paidAt": paid,
    }


def _credit_note(number: int, corrected: tuple[Record, Record], chance: Chance) -> tuple[Record, Record]:
    """Return a credit note (type 381): amounts are positive, as EN 16931 wants them, and it names what it corrects."""
    record, detail = corrected
    issued = _issue_date(number)
    credit = {
        **record,
        "faktooraId": faktoora_id("invoice", number),
        "invoiceNumber": f"{issued:%Y/%m}/{number:05}",
        "invoiceTypeCode": "381",
        "status": "draft" if number == COUNT else "archived",
        "issueDate": compact(issued),
        "dueDate": compact(issued),
        "openAmount": Decimal("0.00"),
        "precedingInvoiceNumber": record["invoiceNumber"],
        "note": f"Gutschrift zu Rechnung {record['invoiceNumber']}",
        "createdAt": stamp(issued, chance.below(30)),
        "sentAt": None if number == COUNT else stamp(issued, 40),
        "paidAt": None,
    }
    return credit, detail


def _issue_date(number: int) -> date:
    return workday(growing(number - 1, COUNT - 1))


def _state(number: int, due: date, chance: Chance) -> str:
    from_end = COUNT - number
    if from_end < ENDED_BY_HAND["draft"]:
        return "draft"
    if from_end < sum(ENDED_BY_HAND.values()):
        return "review"
    late = (TODAY_DATE - due).days
    if late <= 0:
        return "archived" if chance.percent(25) else "sent"
    share = next(percent for days, percent in UNPAID if late < days)
    return "overdue" if chance.percent(share) else "archived"


def _paid_on(issued: date, due: date, chance: Chance) -> str:
    day = min(TODAY_DATE, max(issued, due - timedelta(days=6 - chance.below(14))))
    return stamp(day, chance.below(480))
