"""120 incoming invoices: from suppliers, by upload, e-mail or PEPPOL; validated or not, approved, paid or rejected."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

from membrane_sandbox.account.checks import money
from membrane_sandbox.account.demo.calendar import TODAY_DATE, compact, growing, stamp, workday
from membrane_sandbox.account.demo.chance import Chance
from membrane_sandbox.account.demo.hostile import INCOMING_NOTES
from membrane_sandbox.account.demo.people import TOWNS
from membrane_sandbox.account.demo.wares import SUPPLIERS
from membrane_sandbox.account.ids import faktoora_id

Record = dict[str, Any]

COUNT = 120
CHANNELS = ("email", "email", "upload", "peppol")
PROCESSING = 3
UNPAID = 14
"""How many of the newest are being looked at, and how many are not paid before they are due."""
REJECTED_PERCENT = 7


def incoming() -> list[Record]:
    """Return the incoming invoices, oldest first."""
    chance = Chance("incoming")
    return [_invoice(number, chance) for number in range(1, COUNT + 1)]


def _invoice(number: int, chance: Chance) -> Record:
    name, town, rate, least, most, subject = chance.pick(SUPPLIERS)
    received = workday(growing(number - 1, COUNT - 1))
    issued = received - timedelta(days=chance.below(5))
    due = issued + timedelta(days=chance.pick((14, 30, 30) if number < COUNT - UNPAID else (30,)))
    net = money(Decimal(least * 100 + chance.below((most - least) * 100)) / 100)
    tax = money(net * rate / 100)
    validation = _validation(number, chance)
    state = _state(number, validation, due < TODAY_DATE, chance)
    channel = chance.pick(CHANNELS)
    return {
        "importId": f"IMP{456700 + number}",
        "faktooraId": faktoora_id("incoming", number),
        "invoiceNumber": f"{name[:2].upper()}-{issued:%Y}-{1000 + chance.below(9000)}",
        "status": state,
        "validationStatus": validation,
        "sellerName": name,
        "sellerCity": TOWNS[town][1],
        "issueDate": compact(issued),
        "dueDate": compact(due),
        "currency": "EUR",
        "netAmount": net,
        "taxAmount": tax,
        "grossAmount": net + tax,
        "taxes": [{"categoryCode": "S" if rate else "E", "rate": rate, "netAmount": net, "taxAmount": tax}],
        "source": channel,
        "fileName": f"{subject.replace(' ', '_')}_{number:03}.{'xml' if channel == 'peppol' else 'pdf'}",
        "note": INCOMING_NOTES.get(number),
        "createdAt": stamp(received, chance.below(480)),
    }


def _validation(number: int, chance: Chance) -> str | None:
    """Return accepted or rejected (documented values), or None while the file is still being looked at."""
    if COUNT - number < PROCESSING:
        return None
    return "rejected" if chance.percent(REJECTED_PERCENT) else "accepted"


def _state(number: int, validation: str | None, due: bool, chance: Chance) -> str:  # noqa: FBT001
    """Return the state: of the newest some are still in work, of the rest nearly all are paid."""
    if validation is None:
        return "processing"
    if validation == "rejected":
        return "rejected"
    if COUNT - number < UNPAID and not due:
        return "review" if number % 2 else "accepted"
    return "overdue" if due and chance.percent(5) else "archived"
