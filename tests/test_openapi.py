"""The descriptors and the description of Faktoora's API agree: each operation is an action, or left out for a reason.

Of an action the method, the path, the parameters, the fields of the body and what is required are compared.
"""

from __future__ import annotations

import re
from functools import reduce
from typing import Any

import pytest
import yaml
from support.places import ROOT, TESTS

from membrane_sandbox.account.routes import ROUTES
from skill_helper.wire.body import names_in
from skillc.lower import lower_action

Data = dict[str, Any]

API: Data = yaml.safe_load((TESTS / "data" / "faktoora-openapi.yaml").read_text("utf-8"))
SKILL: Data = yaml.safe_load((ROOT / "skill.yaml").read_text("utf-8"))
DESCRIPTORS: dict[str, Data] = {
    path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted((ROOT / "actions").glob("*/*.yaml"))
}
METHODS = ("get", "post", "put", "patch", "delete")
OPERATIONS: dict[str, tuple[str, str]] = {
    item[method]["operationId"]: (method.upper(), path)
    for path, item in API["paths"].items()
    for method in METHODS
    if method in item
}
MEMBRANE = {
    "list-incoming-invoices": "listIncomingInvoices",
    "list-outgoing-invoices": "listInvoices",
    "list-products": "listProducts",
    "list-customers": "listCustomers",
    "get-invoice-by-id": "getInvoiceFile",
    "get-invoice-by-number": "listInvoices",
    "get-product": "getProduct",
    "get-customer": "getCustomer",
    "create-product": "createProduct",
    "create-customer": "createCustomer",
    "update-product": "updateProduct",
    "update-customer": "updateCustomer",
    "delete-invoice": "deleteInvoice",
    "delete-product": "deleteProduct",
    "delete-customer": "deleteCustomer",
    "get-outgoing-invoice-content": "getInvoiceFile",
    "get-outgoing-invoice-status": "getInvoiceStatus",
    "list-webhooks": "listWebhooks",
    "create-webhook": "createWebhook",
    "update-webhook": "updateWebhook",
}
"""The operation that each action of Membrane's stands for."""
KEYS = "a key is nothing for an agent, and who changes one can lock everybody out"
LEGACY = "an older path of an operation that is covered"
LEFT_OUT = {
    "importIncomingInvoiceLegacy": LEGACY,
    "getIncomingValidationLegacy": LEGACY,
    "getIncomingValidationPdfLegacy": LEGACY,
    "getIncomingStatusLegacy": LEGACY,
    **dict.fromkeys(
        ("listApiKeys", "createApiKey", "updateApiKey", "deleteApiKey", "rotateApiKey", "revokeApiKey"), KEYS
    ),
    "mcp": "needs the key in the agent's hands",
}
NEVER_A_FILTER = {("list-outgoing-invoices", "invoiceNumber"): "turns the list into a download"}
ELSEWHERE = {("get-invoice-by-number", name) for name in ("keyword", "sort", "page", "perPage", "order")}
"""Parameters of the list that the same path is."""
UNNAMED = {
    ("check-invoice-number", "invoiceNumber"),
    ("check-product-code", "code"),
    ("check-customer-number", "customerId"),
    ("upload-customer-csv", "file"),
    ("update-incoming-invoice", "changes"),
}
"""Inputs of which the pages do not say what they are called on the wire: marked as inferred."""


def request_of(key: str) -> Data:
    request: Data = DESCRIPTORS[key]["run"].get("request", {})
    return request


def operation_of(key: str) -> tuple[str, str] | None:
    """Return the operation that an action calls; None for one that calls none."""
    if key in MEMBRANE:
        return OPERATIONS[MEMBRANE[key]]
    request = request_of(key)
    return (request["method"], request["path"]) if request else None


ACTIONS = [key for key in DESCRIPTORS if operation_of(key)]
COVERED = {operation_of(key) for key in ACTIONS}
COMPARED = [key for key in ACTIONS if operation_of(key) != OPERATIONS["createInvoices"]]
"""Actions whose inputs go out under their own names."""


def followed(node: Data, document: Data) -> Data:
    """Return what a reference leads to; what stands beside it wins."""
    while "$ref" in node:
        beside = {word: value for word, value in node.items() if word != "$ref"}
        node = {**reduce(lambda place, name: place[name], node["$ref"].split("/")[1:], document), **beside}
    return node


def resolved(schema: Data) -> Data:
    """Return a schema with the parts of `allOf` in one."""
    schema = followed(schema, API)
    parts = [resolved(part) for part in schema.get("allOf", ())]
    inherited = {name: value for part in parts for name, value in part["properties"].items()}
    return {
        **schema,
        "properties": {**inherited, **schema.get("properties", {})},
        "required": [*(name for part in parts for name in part["required"]), *schema.get("required", ())],
    }


def parameters_of(method: str, path: str, place: str) -> dict[str, Data]:
    """Return the parameters of an operation that stand in `query` or `path`."""
    item = API["paths"][path]
    listed = [
        followed(part, API) for part in (*item.get("parameters", ()), *item[method.lower()].get("parameters", ()))
    ]
    return {part["name"]: part for part in listed if part["in"] == place}


def body_of(method: str, path: str) -> Data:
    """Return the schema of an operation's body; `{}` where it has none."""
    content = API["paths"][path][method.lower()].get("requestBody", {}).get("content", {})
    return resolved(next(iter(content.values()))["schema"]) if content else {}


def test_each_operation_is_an_action_or_left_out_for_a_reason() -> None:
    assert len(OPERATIONS) == 53
    assert {name for name, call in OPERATIONS.items() if call not in COVERED} == set(LEFT_OUT)


def test_the_skill_says_what_is_left_out() -> None:
    assert set(SKILL["proxy"]["forbid"]) == {"/apikeys", "/mcp"}
    words = {word for limit in SKILL["cannot"] for word in limit["words"]}
    assert {"api key", "mcp"} <= words


def test_each_membrane_action_stands_for_an_operation() -> None:
    assert set(MEMBRANE) == {key for key, data in DESCRIPTORS.items() if "action" in data["run"]}


def test_each_operation_of_an_action_is_documented_and_in_the_sandbox() -> None:
    assert [call for call in COVERED if call not in OPERATIONS.values()] == []
    routes = {(method, path) for method, path, _ in ROUTES}
    assert [call for call in COVERED if call not in routes] == []


@pytest.mark.parametrize("key", COMPARED)
def test_inputs_are_the_parameters_and_fields_of_the_operation(key: str) -> None:
    call = operation_of(key)
    assert call
    inputs = set(DESCRIPTORS[key]["input"]["properties"]) - {name for action, name in UNNAMED if action == key}
    query, path, body = (*(set(parameters_of(*call, place)) for place in ("query", "path")), body_of(*call))
    assert path <= inputs
    assert {name for name in query - inputs if (key, name) not in ELSEWHERE} == {
        name for action, name in NEVER_A_FILTER if action == key
    }
    assert set(body.get("properties", ())) <= inputs
    assert inputs <= query | path | set(body.get("properties", ()))


@pytest.mark.parametrize("key", COMPARED)
def test_what_is_required_agrees(key: str) -> None:
    call = operation_of(key)
    assert call
    body = body_of(*call)
    wanted = {*parameters_of(*call, "path"), *body.get("required", ())}
    data = DESCRIPTORS[key]
    given = set(data["input"].get("required", ())) | set(data.get("fill", {}).get("fields", ()))
    assert wanted <= given
    optional = given - wanted - {name for action, name in UNNAMED if action == key}
    assert optional <= ({"invoiceNumber"} if key == "get-invoice-by-number" else set())


@pytest.mark.parametrize("key", [key for key in COMPARED if key not in MEMBRANE])
def test_an_input_goes_where_the_operation_has_it(key: str) -> None:
    method, path = operation_of(key) or ("", "")
    request = lower_action(DESCRIPTORS[key], SKILL["$defs"]).request
    assert request
    queried = {part.name for part in request.query}
    assert queried - {name for action, name in UNNAMED if action == key} == set(parameters_of(method, path, "query"))
    in_body = set(names_in(request)) - queried - set(re.findall(r"{(\w+)}", path))
    assert in_body == (set(body_of(method, path).get("properties", ())) or in_body)
    assert bool(body_of(method, path)) == (request.body is not None)


@pytest.mark.parametrize("key", COMPARED)
def test_enumerations_and_limits_agree(key: str) -> None:
    call = operation_of(key)
    assert call
    known = {
        **{name: part["schema"] for place in ("query", "path") for name, part in parameters_of(*call, place).items()},
        **body_of(*call).get("properties", {}),
    }
    for name, schema in DESCRIPTORS[key]["input"]["properties"].items():
        theirs, ours = _limits(known.get(name, {}), API), _limits(schema, SKILL)
        assert {word: ours.get(word) for word in theirs} == theirs, name


def _limits(schema: Data, document: Data) -> Data:
    """Return the closed list of values, the largest number and the longest text of a value or of its items."""
    schema = followed(schema, document)
    if "items" in schema:
        return _limits(schema["items"], document)
    parts = schema.get("oneOf", ())
    if parts:
        return reduce(lambda all_, part: {**all_, **_limits(part, document)}, parts, {})
    found: Data = {word: schema[word] for word in ("maximum", "maxLength") if word in schema}
    if "enum" in schema:
        found["enum"] = sorted(str(value) for value in schema["enum"] if value is not None)
    return found


@pytest.mark.parametrize(("key", "name"), sorted(UNNAMED))
def test_a_name_that_no_page_gives_is_marked(key: str, name: str) -> None:
    assert DESCRIPTORS[key]["input"]["properties"][name]["confidence"] == "inferred"


@pytest.mark.parametrize("key", ACTIONS)
def test_what_only_staging_pages_show_is_marked(key: str) -> None:
    method, path = operation_of(key) or ("", "")
    sources = API["paths"][path][method.lower()]["x-source"]
    if all(source.startswith("S-") for source in sources):
        assert DESCRIPTORS[key]["confidence"] == "inferred"


@pytest.mark.parametrize("key", COMPARED)
def test_inferred_fields_of_a_body_are_marked(key: str) -> None:
    call = operation_of(key)
    assert call
    inputs = DESCRIPTORS[key]["input"]["properties"]
    for name, schema in body_of(*call).get("properties", {}).items():
        if schema.get("x-confidence") == "inferred":
            assert inputs[name].get("confidence") == "inferred", name
