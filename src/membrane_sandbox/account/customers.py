"""Customers: list, read, create, update, delete, and their numbers.

Sources: docs and staging docs, page "customers".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from membrane_sandbox.account.answer import Answer, RefusalError, Request, json_answer
from membrane_sandbox.account.checks import require, typed
from membrane_sandbox.account.ids import uuid_of
from membrane_sandbox.account.paging import matches, page_answer

if TYPE_CHECKING:
    from membrane_sandbox.account.api import Account

    Record = dict[str, Any]

REQUIRED = ("isCompany", "address", "postcode", "city", "extras")
TYPES = {
    "isCompany": "boolean", "name": "string", "firstName": "string", "lastName": "string", "customerId": "string",
    "address": "string",
    "postcode": "string", "city": "string", "country": "string", "nameAuthorisedSignatory": "string",
    "phoneNo": "string",
    "category": "string", "email": "string", "vatId": "string", "taxId": "string", "invoiceProfile": "string",
    "supplierNumber": "string", "routeId": "string", "peppolId": "string", "extras": "object",
}  # fmt: skip
SORT = (
    "customerId", "name", "nameAuthorisedSignatory", "address", "phoneNo", "category", "isCompany", "email",
    "faktooraId", "vatId",
    "taxId", "invoiceProfile", "supplierNumber", "routeId", "peppolId", "createdAt", "updatedAt",
)  # fmt: skip
SEARCHED = (
    "customerId",
    "name",
    "nameAuthorisedSignatory",
    "address",
    "postcode",
    "city",
    "email",
    "phoneNo",
    "category",
    "vatId",
)
RELATIONS: dict[str, Any] = {
    "user": {"id": uuid_of("user", 1), "name": "Katrin Lindgrün"},
    "legalform": None,
    "importedFile": None,
    "customerContacts": [],
    "invoiceTemplate": None,
    "customerDeliveryAddresses": [],
}
POSTCODE_DIGITS = {"DE": 5, "AT": 4, "CH": 4}
LARGEST_PAGE = 1000
FIRST_NUMBER = 10001


def listing(account: Account, request: Request) -> Answer:
    """Answer GET /customers."""
    relations = request.many("relationFields")
    for name in relations:
        if name not in RELATIONS:
            raise RefusalError(
                400, f"querystring/relationFields must be equal to one of the allowed values: {', '.join(RELATIONS)}"
            )
    words, category = request.many("keywords"), request.one("category")
    found = [
        {**customer, **{name: RELATIONS[name] for name in relations}}
        for customer in account.records.all("customer")
        if matches(customer, words, SEARCHED) and category in (None, customer["category"])
    ]
    return page_answer(request, found, sort_fields=SORT, largest=LARGEST_PAGE)


def read(account: Account, request: Request) -> Answer:
    """Answer GET /customer/{id}."""
    return json_answer(_existing(account, request))


def create(account: Account, request: Request) -> Answer:
    """Answer POST /customer."""
    return json_answer(add(account, request.fields()), 201)


def add(account: Account, body: Record) -> Record:
    """Add a customer and return the record. Refuses a body that breaks the rules, and a number that is taken."""
    fields = _checked(body, country="DE")
    key = uuid_of("customer", account.next_number("customer"))
    number = fields.get("customerId") or _next_number(account)
    _refuse_taken(account, number, key)
    now = account.now()
    blank = {"id": key, "customerId": number, "faktooraId": None, **dict.fromkeys(TYPES)}
    customer = {
        **blank,
        **fields,
        "customerId": number,
        "country": fields.get("country") or "DE",
        "createdAt": now,
        "updatedAt": now,
    }
    account.records.add("customer", key, customer, number=number)
    return customer


def update(account: Account, request: Request) -> Answer:
    """Answer PATCH /customer/{id}. Fields left out keep their value; `extras` is replaced whole, so `{}` erases it."""
    customer = _existing(account, request)
    body = request.fields()
    partial = account.settings["customer-patch"] == "partial"
    fields = _checked({**customer, **body} if partial else body, country=customer.get("country") or "DE")
    changed = {name: value for name, value in fields.items() if name in body}
    customer = {**customer, **changed, "updatedAt": account.now()}
    _refuse_taken(account, customer["customerId"], customer["id"])
    account.records.replace("customer", customer["id"], customer, number=customer["customerId"])
    return json_answer(customer)


def delete(account: Account, request: Request) -> Answer:
    """Answer DELETE /customer/{id}."""
    account.records.delete("customer", _existing(account, request)["id"])
    return json_answer({"succeed": True})


def generate_number(account: Account, _request: Request) -> Answer:
    """Answer GET /customers/generate-number."""
    return json_answer({"value": _next_number(account)})


def verify_number(account: Account, request: Request) -> Answer:
    """Answer GET /customer/verify-customer-number: `succeed` says whether the number is free."""
    number = request.one("customerId")
    if number is None:
        raise RefusalError(400, "querystring must have required property 'customerId'")
    return json_answer({"succeed": account.records.id_of_number("customer", number) is None})


def _existing(account: Account, request: Request) -> Record:
    customer = account.records.get("customer", request.params["id"])
    if customer is None:
        raise RefusalError(404, "Customer not found")
    return customer


def _checked(body: Record, country: str) -> Record:
    """Return the known fields of a body that has the five required ones and a postcode that fits its country."""
    require(body, REQUIRED)
    fields = typed(body, TYPES)
    for name in ("address", "city"):
        if not fields[name].strip():
            raise RefusalError(400, f"body/{name} must NOT have fewer than 1 characters")
    code = fields.get("country") or country
    digits, postcode = POSTCODE_DIGITS.get(code), fields["postcode"]
    if digits and not (len(postcode) == digits and postcode.isascii() and postcode.isdecimal()):
        raise RefusalError(400, f'Invalid postcode "{postcode}": {code} postcodes have {digits} digits')
    return fields


def _next_number(account: Account) -> str:
    numbers = [customer["customerId"] for customer in account.records.all("customer")]
    used = [int(number[2:]) for number in numbers if number.startswith("K-") and number[2:].isdecimal()]
    return f"K-{max(used, default=FIRST_NUMBER - 1) + 1}"


def _refuse_taken(account: Account, number: str, key: str) -> None:
    if account.records.id_of_number("customer", number) not in (None, key):
        raise RefusalError(409, f'Customer number "{number}" is already in use')
