"""Products: list, read, create, update, delete, and the check of a code. Source: docs page "products"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from membrane_sandbox.account.answer import Answer, RefusalError, Request, json_answer
from membrane_sandbox.account.checks import has_emoji, money, require, typed, unit_price
from membrane_sandbox.account.paging import matches, page_answer

if TYPE_CHECKING:
    from membrane_sandbox.account.api import Account

    Record = dict[str, Any]

REQUIRED = ("name", "unit", "tax")
TYPES = {
    "name": "string", "code": "string", "description": "string", "unit": "string", "tax": "number", "price": "number",
    "cost": "number",
    "inventoryCount": "number", "time": "number", "estimate": "number", "buyerAssignedID": "string",
    "globalID": "object",
    "additionalReferencedDocument": "object",
}  # fmt: skip
SORT = ("code", "name", "unit", "tax", "price", "cost", "inventoryCount", "createdAt", "description", "buyerAssignedID")
SEARCHED = ("name", "code", "description")
MONEY = {"price": unit_price, "cost": money, "estimate": money}
LARGEST_PAGE = 100
FIRST_ID = 39886


def listing(account: Account, request: Request) -> Answer:
    """Answer GET /products."""
    words, code = request.many("keyword"), request.one("code")
    products = account.records.all("product")
    found = [product for product in products if matches(product, words, SEARCHED) and code in (None, product["code"])]
    return page_answer(request, found, sort_fields=SORT, largest=LARGEST_PAGE)


def read(account: Account, request: Request) -> Answer:
    """Answer GET /product/{id}."""
    return json_answer(_existing(account, request))


def create(account: Account, request: Request) -> Answer:
    """Answer POST /product."""
    fields = _checked(request.fields(), REQUIRED)
    _refuse_taken(account, fields.get("code"), None)
    key = str(FIRST_ID + account.next_number("product"))
    now = account.now()
    product = {"id": key, **dict.fromkeys(TYPES), **fields, "createdAt": now, "updatedAt": now}
    account.records.add("product", key, product, number=product["code"])
    return json_answer(product, 201)


def update(account: Account, request: Request) -> Answer:
    """Answer PATCH /product/{id}: fields left out keep their value."""
    product = _existing(account, request)
    fields = _checked(request.fields(), ())
    for name in REQUIRED:
        if name in fields and fields[name] is None:
            raise RefusalError(400, f"body/{name} must be {TYPES[name]}")
    product = {**product, **fields, "updatedAt": account.now()}
    _refuse_taken(account, product["code"], product["id"])
    account.records.replace("product", product["id"], product, number=product["code"])
    return json_answer(product)


def delete(account: Account, request: Request) -> Answer:
    """Answer DELETE /product/{id}."""
    account.records.delete("product", _existing(account, request)["id"])
    return json_answer({"succeed": True})


def valid_code(account: Account, request: Request) -> Answer:
    """Answer GET /product/valid-code: `succeed` says whether the code is free."""
    code = request.one("code")
    if code is None:
        raise RefusalError(400, "querystring must have required property 'code'")
    return json_answer({"succeed": account.records.id_of_number("product", code) is None})


def _existing(account: Account, request: Request) -> Record:
    product = account.records.get("product", request.params["id"])
    if product is None:
        raise RefusalError(404, "Product not found")
    return product


def _checked(body: Record, required: tuple[str, ...]) -> Record:
    require(body, required)
    fields = typed(body, TYPES)
    for name in ("name", "description"):
        if has_emoji(fields.get(name) or ""):
            raise RefusalError(400, f"body/{name} must not contain emojis")
    if "name" in fields and not (fields["name"] or "x").strip():
        raise RefusalError(400, "body/name must NOT have fewer than 1 characters")
    return {name: MONEY.get(name, _as_it_is)(value) if value is not None else None for name, value in fields.items()}


def _as_it_is(value: object) -> object:
    return value


def _refuse_taken(account: Account, code: str | None, key: str | None) -> None:
    if code and account.records.id_of_number("product", code) not in (None, key):
        raise RefusalError(409, f'Product code "{code}" is already in use')
