"""Invoice numbers: the preview of the next one, the check of one, the template. Source: docs page "invoice numbers"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from membrane_sandbox.account.answer import Answer, RefusalError, Request, json_answer
from membrane_sandbox.account.ids import TODAY

if TYPE_CHECKING:
    from membrane_sandbox.account.api import Account

TEMPLATE = "YYYY/MM/id"
PAD = 5
TEMPLATE_RULE = re.compile(r".*[^0-9A-Za-z]id")
"""A separator and `id` stand at the end (documented)."""


def next_number(account: Account, request: Request) -> Answer:
    """Answer GET /invoices/next-number: a preview that reserves nothing. `counter` is the last one used."""
    template = request.one("template")
    if template is not None and not TEMPLATE_RULE.fullmatch(template):
        raise RefusalError(400, "querystring/template must end with a separator followed by id")
    number = free_number(account, template or TEMPLATE)
    echo = {"template": template} if template else {}
    return json_answer({"invoiceNumber": number, "counter": last_counter(account), **echo})


def verify_number(account: Account, request: Request) -> Answer:
    """Answer GET /invoices/verify-number: `succeed` says whether the number is free (names assumed)."""
    number = request.one("invoiceNumber")
    if number is None:
        raise RefusalError(400, "querystring must have required property 'invoiceNumber'")
    return json_answer({"succeed": account.records.id_of_number("invoice", number) is None})


def template(account: Account, _request: Request) -> Answer:
    """Answer GET /settings/invoice-number-template."""
    return json_answer({"template": TEMPLATE, "padLength": PAD, "counter": last_counter(account)})


def last_counter(account: Account) -> int:
    """Return how many invoices were made."""
    row = account.db.execute("SELECT value FROM counter WHERE name = 'account/invoice'").fetchone()
    return int(row[0])


def free_number(account: Account, pattern: str) -> str:
    """Return the next number by a template; a taken one is passed over (documented)."""
    year, month, day = TODAY.split("-")
    stem = pattern.removesuffix("id").replace("YYYY", year).replace("MM", month).replace("DD", day)
    counter = last_counter(account) + 1
    while account.records.id_of_number("invoice", f"{stem}{counter:0{PAD}}"):
        counter += 1
    return f"{stem}{counter:0{PAD}}"
