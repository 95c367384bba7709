"""A small shop with WooCommerce's REST API: orders, refunds, products and customers, as far as the tests need them.

What it holds lies in `shop.json` in its folder; `open_shop` writes the first one.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from support.stand_in import Sent

Json = dict[str, Any]
ROOT = "/wp-json/wc/v3"
MOST_ROWS = 100
FIRST_ORDER = 701
NO_ORDER = (404, "woocommerce_rest_shop_order_invalid_id", "Invalid ID.")


class RefusalError(Exception):
    """What the app answers instead: a status, a code, and a sentence."""

    def __init__(self, status: int, code: str, message: str) -> None:
        """Say it as the app does."""
        super().__init__(message)
        self.status = status
        self.body = {"code": code, "message": message, "data": {"status": status}}


def open_shop(folder: Path, orders: int = 3, **members: Any) -> None:
    """Open the shop with so many orders, the newest first, each with these members; their ids count from 701."""
    numbers = range(FIRST_ORDER + orders - 1, FIRST_ORDER - 1, -1)
    records = {
        "orders": [_order({"id": number, "customer_id": 25, **members}) for number in numbers],
        "refunds": [],
        "products": [{"id": 93, "name": "Mug", "regular_price": "12.50", "sale_price": "", "price": "12.50"}],
        "customers": [
            {"id": 25, "email": "ada@example.com", "role": "customer", "billing": {"email": "ada@example.com"}},
            {"id": 26, "email": "bo@example.com", "role": "customer", "billing": {"email": "office@example.com"}},
            {"id": 27, "email": "cy@example.com", "role": "customer", "billing": {"email": "office@example.com"}},
            {"id": 2, "email": "dee@example.com", "role": "shop_manager", "billing": {"email": ""}},
        ],
    }
    _write(folder, records)


def orders_in(folder: Path) -> dict[int, str]:
    """Return the status of each order by its id."""
    return {order["id"]: order["status"] for order in _read(folder)["orders"]}


def answer(folder: Path, sent: Sent) -> tuple[int, Any]:
    """Return the status and the answer of a request."""
    records = _read(folder)
    for method, path, run in ROUTES:
        found = re.fullmatch(ROOT + path, sent.path)
        if found and method == sent.method:
            try:
                made = run(records, sent, *map(int, found.groups()))
            except RefusalError as refusal:
                return refusal.status, refusal.body
            _write(folder, records)
            return 200, made
    return 404, {"code": "rest_no_route", "message": "No route was found", "data": {"status": 404}}


def _list_orders(records: Json, sent: Sent) -> list[Json]:
    asked = [status for status in sent.get("status").split(",") if status]
    return _page(sent, (row for row in records["orders"] if _wanted(row, asked) and _of_customer(row, sent)))


def _wanted(order: Json, asked: list[str]) -> bool:
    return order["status"] in asked if asked else order["status"] != "trash"


def _of_customer(order: Json, sent: Sent) -> bool:
    return sent.get("customer", str(order["customer_id"])) == str(order["customer_id"])


def _get_order(records: Json, sent: Sent, number: int) -> Json:  # noqa: ARG001
    return _found(records["orders"], number, NO_ORDER)


def _create_order(records: Json, sent: Sent) -> Json:
    number = max(row["id"] for row in records["orders"]) + 1
    records["orders"].insert(0, _order({**sent.body, "id": number}))
    return _get_order(records, sent, number)


def _update_order(records: Json, sent: Sent, number: int) -> Json:
    order = _get_order(records, sent, number)
    order.update(sent.body)
    return order


def _delete_order(records: Json, sent: Sent, number: int) -> Json:
    order = _get_order(records, sent, number)
    if sent.get("force") == "true":
        records["orders"].remove(order)
    elif order["status"] == "trash":
        raise RefusalError(410, "woocommerce_rest_already_trashed", "The order has already been deleted.")
    else:
        order["status"] = "trash"
    return order


def _update_orders(records: Json, sent: Sent) -> Json:
    """Update each order; one that a plugin has locked is left, and the others are changed all the same."""
    rows = []
    for change in sent.body["update"]:
        order = _get_order(records, sent, change["id"])
        if order["locked"]:
            rows.append({"id": order["id"], "error": {"code": "order_locked", "message": "The order is locked."}})
        else:
            rows.append(_update_order(records, sent._replace(body=change), order["id"]))
    return {"update": rows}


def _list_refunds(records: Json, sent: Sent, number: int) -> list[Json]:
    _get_order(records, sent, number)
    return _page(sent, (row for row in records["refunds"] if row["order"] == number))


def _refund(records: Json, sent: Sent, number: int) -> Json:
    order, amount = _get_order(records, sent, number), sent.body["amount"]
    if not isinstance(amount, str):
        raise RefusalError(400, "rest_invalid_param", "Invalid parameter(s): amount")
    if sent.body["api_refund"] and order["payment_method"] == "cod":
        message = "The payment gateway for this order does not support automatic refunds."
        raise RefusalError(500, "woocommerce_rest_cannot_create_order_refund", message)
    made = {"id": 900 + len(records["refunds"]), "order": number, **sent.body, "refunded_payment": True}
    records["refunds"].insert(0, made)
    order["refunds"].append({"id": made["id"], "reason": made.get("reason", ""), "total": f"-{amount}"})
    return made


def _get_product(records: Json, sent: Sent, number: int) -> Json:  # noqa: ARG001
    return _found(records["products"], number, (404, "woocommerce_rest_product_invalid_id", "Invalid ID."))


def _update_product(records: Json, sent: Sent, number: int) -> Json:
    product = _get_product(records, sent, number)
    if not all(isinstance(price, str) for price in sent.body.values()):
        raise RefusalError(400, "rest_invalid_param", "Invalid parameter(s): regular_price")
    product.update(sent.body)
    product["price"] = product["sale_price"] or product["regular_price"]
    return product


def _list_customers(records: Json, sent: Sent) -> list[Json]:
    """Search as WordPress does: a number is an id, a text with @ is part of the account's e-mail."""
    search, role, rows = sent.get("search"), sent.get("role", "customer"), records["customers"]
    rows = [row for row in rows if role in ("all", row["role"])]
    if search:
        rows = [row for row in rows if (str(row["id"]) == search if search.isdigit() else search in row["email"])]
    return _page(sent, rows)


def _order(given: Json) -> Json:
    paid = given.get("set_paid", False)
    return {
        "number": str(given["id"]),
        "status": "processing" if paid else "pending",
        "total": "25.00",
        "currency": "EUR",
        "customer_id": 0,
        "payment_method": "stripe",
        "locked": False,
        "refunds": [],
        **given,
    }


def _page(sent: Sent, rows: Iterable[Json]) -> list[Json]:
    page, size = int(sent.get("page", "1")), int(sent.get("per_page", "10"))
    if not 1 <= size <= MOST_ROWS:
        raise RefusalError(400, "rest_invalid_param", "Invalid parameter(s): per_page")
    return list(rows)[(page - 1) * size : page * size]


def _found(rows: Iterable[Json], number: int, refusal: tuple[int, str, str]) -> Json:
    row = next((row for row in rows if row["id"] == number), None)
    if row is None:
        raise RefusalError(*refusal)
    return row


def _read(folder: Path) -> Json:
    records: Json = json.loads((folder / "shop.json").read_text(encoding="utf-8"))
    return records


def _write(folder: Path, records: Json) -> None:
    (folder / "shop.json").write_text(json.dumps(records), encoding="utf-8")


ROUTES: tuple[tuple[str, str, Callable[..., Any]], ...] = (
    ("GET", r"/orders", _list_orders),
    ("POST", r"/orders", _create_order),
    ("POST", r"/orders/batch", _update_orders),
    ("GET", r"/orders/(\d+)", _get_order),
    ("PUT", r"/orders/(\d+)", _update_order),
    ("DELETE", r"/orders/(\d+)", _delete_order),
    ("GET", r"/orders/(\d+)/refunds", _list_refunds),
    ("POST", r"/orders/(\d+)/refunds", _refund),
    ("GET", r"/products/(\d+)", _get_product),
    ("PUT", r"/products/(\d+)", _update_product),
    ("GET", r"/customers", _list_customers),
)
