"""Invoice numbers: the preview of the next one, the check of one, the template. Source: docs page "invoice numbers"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from membrane_sandbox.account.answer import Answer, RefusalError, Request, json_answer
from membrane_sandbox.account.checks import typed
from membrane_sandbox.account.ids import TODAY

if TYPE_CHECKING:
    from membrane_sandbox.account.api import Account

FIRST_SETTINGS = {"template": "YYYY/MM/id", "padLength": 5}
"""How a new account numbers (documented)."""
SETTING = ("setting", "invoice-number-template")
TYPES = {"template": "string", "padLength": "number"}
LONGEST_PAD = 20
TEMPLATE_RULE = re.compile(r".*[^0-9A-Za-z]id")
"""A separator and `id` stand at the end (documented)."""


def next_number(account: Account, request: Request) -> Answer:
    """Answer GET /invoices/next-number: a preview that reserves nothing. `counter` is the last one used."""
    template = request.one("template")
    if template is not None and not TEMPLATE_RULE.fullmatch(template):
        raise RefusalError(400, "querystring/template must end with a separator followed by id")
    number = free_number(account, template)
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
    return json_answer({**_settings(account), "counter": last_counter(account)})


def update_template(account: Account, request: Request) -> Answer:
    """Answer PUT /settings/invoice-number-template: what is left out keeps its value (assumed)."""
    given = {name: value for name, value in typed(request.fields(), TYPES).items() if value is not None}
    if not given:
        raise RefusalError(400, "body must have template or padLength")
    if not TEMPLATE_RULE.fullmatch(given.get("template", "-id")):
        raise RefusalError(400, "body/template must end with a separator followed by id")
    if given.get("padLength", 1) not in range(1, LONGEST_PAD + 1):
        raise RefusalError(400, f"body/padLength must be a whole number from 1 to {LONGEST_PAD}")
    settings = {**_settings(account), **given}
    account.records.delete(*SETTING)
    account.records.add(*SETTING, settings)
    return json_answer({**settings, "counter": last_counter(account)})


def _settings(account: Account) -> dict[str, Any]:
    return account.records.get(*SETTING) or FIRST_SETTINGS


def last_counter(account: Account) -> int:
    """Return how many invoices were made."""
    row = account.db.execute("SELECT value FROM counter WHERE name = 'account/invoice'").fetchone()
    return int(row[0])


def free_number(account: Account, pattern: str | None = None) -> str:
    """Return the next number by a template or by the account's own; a taken one is passed over (documented)."""
    settings = _settings(account)
    pattern, pad = pattern or settings["template"], settings["padLength"]
    year, month, day = TODAY.split("-")
    stem = pattern.removesuffix("id").replace("YYYY", year).replace("MM", month).replace("DD", day)
    counter = last_counter(account) + 1
    while account.records.id_of_number("invoice", f"{stem}{counter:0{pad}}"):
        counter += 1
    return f"{stem}{counter:0{pad}}"
