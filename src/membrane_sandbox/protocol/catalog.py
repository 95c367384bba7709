"""The live actions of a Faktoora connection: the 20 of the published skill, and a few more that it does not cover.

Each names the account's call behind it. Input names are Faktoora's own; naming.py can rename them, since Membrane's own
names are not public.
"""

from __future__ import annotations

from typing import Any, NamedTuple

Schema = dict[str, Any]

API_REQUEST = "api-request-to-external-app"
FILE = "file"
LIST = "list"


class Action(NamedTuple):
    """One action. `path_names`, `query` and `body` name its inputs by where they go.

    `result` is a kind or file or list.
    """

    key: str
    name: str
    description: str
    method: str
    path: str
    result: str
    entity: str
    required: tuple[str, ...] = ()
    query: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    type: str = API_REQUEST
    keyed: bool = True

    @property
    def path_names(self) -> tuple[str, ...]:
        """The inputs that stand in the path."""
        return tuple(part[1:-1] for part in self.path.split("/") if part.startswith("{"))

    @property
    def inputs(self) -> tuple[str, ...]:
        """All input names, path first."""
        return (*self.path_names, *self.query, *self.body)


PAGE = ("page", "perPage", "sort", "order")
PRODUCT = (
    "name", "unit", "tax", "code", "description", "price", "cost", "inventoryCount", "time", "estimate",
    "buyerAssignedID", "globalID",
    "additionalReferencedDocument",
)  # fmt: skip
CUSTOMER_FIVE = ("isCompany", "address", "postcode", "city", "extras")
CUSTOMER = (
    *CUSTOMER_FIVE, "name", "firstName", "lastName", "country", "customerId", "nameAuthorisedSignatory", "phoneNo",
    "category", "email",
    "vatId", "taxId", "invoiceProfile", "supplierNumber", "routeId", "peppolId",
)  # fmt: skip
HOOK = ("action", "target")
ACTIONS = (
    Action(
        "list-incoming-invoices", "List Incoming Invoices",
        "Retrieve a paginated list of incoming (received) invoices with optional filtering and sorting",
        "GET", "/import/incoming", LIST, "incoming", query=PAGE,
    ),
    Action(
        "list-outgoing-invoices", "List Outgoing Invoices",
        "Retrieve a paginated list of outgoing (sent) invoices with optional filtering and sorting",
        "GET", "/invoices", LIST, "invoice", query=("keyword", *PAGE),
    ),
    Action(
        "list-products", "List Products", "Retrieve a paginated list of products with optional filtering and sorting",
        "GET", "/products", LIST, "product", query=("keyword", "code", *PAGE),
    ),
    Action(
        "list-customers", "List Customers",
        "Retrieve a paginated list of customers with optional filtering and sorting",
        "GET", "/customers", LIST, "customer", query=("keywords", "category", "relationFields", *PAGE),
    ),
    Action(
        "get-invoice-by-id", "Get Invoice by Faktoora ID", "Retrieve an invoice by its Faktoora ID.",
        "GET", "/invoices/{faktooraId}", FILE, "invoice", ("faktooraId",),
    ),
    Action(
        "get-invoice-by-number", "Get Invoice by Number", "Retrieve an invoice by its invoice number.",
        "GET", "/invoices", FILE, "invoice", ("invoiceNumber",), query=("invoiceNumber",),
    ),
    Action(
        "get-product", "Get Product", "Retrieve a product by its ID",
        "GET", "/product/{id}", "product", "product", ("id",),
    ),
    Action(
        "get-customer", "Get Customer", "Retrieve a customer by their ID",
        "GET", "/customer/{id}", "customer", "customer", ("id",),
    ),
    Action(
        "create-product", "Create Product", "Create a new product",
        "POST", "/product", "product", "product", ("name", "unit", "tax"), body=PRODUCT,
    ),
    Action(
        "create-customer", "Create Customer", "Create a new customer",
        "POST", "/customer", "customer", "customer", CUSTOMER_FIVE, body=CUSTOMER,
    ),
    Action(
        "update-product", "Update Product", "Update an existing product",
        "PATCH", "/product/{id}", "product", "product", ("id",), body=PRODUCT,
    ),
    Action(
        "update-customer", "Update Customer", "Update an existing customer",
        "PATCH", "/customer/{id}", "customer", "customer", ("id", *CUSTOMER_FIVE), body=CUSTOMER,
    ),
    Action(
        "delete-invoice", "Delete Invoice", "Delete an invoice by its Faktoora ID.",
        "DELETE", "/invoices/{faktooraId}", "succeed", "invoice", ("faktooraId",),
    ),
    Action(
        "delete-product", "Delete Product", "Delete a product by its ID",
        "DELETE", "/product/{id}", "succeed", "product", ("id",),
    ),
    Action(
        "delete-customer", "Delete Customer", "Delete a customer by their ID",
        "DELETE", "/customer/{id}", "succeed", "customer", ("id",),
    ),
    Action(
        "get-outgoing-invoice-content", "Get Outgoing Invoice Content",
        "Retrieve complete content of an outgoing invoice.",
        "GET", "/invoices/{faktooraId}", FILE, "invoice", ("faktooraId",),
    ),
    Action(
        "get-outgoing-invoice-status", "Get Outgoing Invoice Status", "Get the import status of an outgoing invoice",
        "GET", "/invoices/{faktooraId}/status", "status", "invoice", ("faktooraId",),
    ),
    Action("list-webhooks", "List Webhooks", "Retrieve all webhook subscriptions", "GET", "/webhooks", LIST, "webhook"),
    Action(
        "create-webhook", "Create Webhook",
        "Create a new webhook subscription to receive notifications for specific events",
        "POST", "/webhooks", "webhook", "webhook", HOOK, body=HOOK,
    ),
    Action(
        "update-webhook", "Update Webhook", "Update an existing webhook subscription",
        "PATCH", "/webhooks/{id}", "webhook", "webhook", ("id",), body=HOOK,
    ),
    # What the published skill does not list: found by search, run by id.
    Action(
        "find-projects", "Find Projects", "Retrieve projects with optional filtering by status",
        "GET", "/projects", LIST, "project", query=("keyword", "status", *PAGE), type="list-data-records",
    ),
    Action(
        "create-draft-invoice", "Create Draft Invoice",
        "Create an outgoing invoice as a draft that is sent once confirmed in Faktoora",
        "POST", "/invoices", "draft", "invoice", ("issueDate", "buyer", "invoiceItems"),
        body=("issueDate", "buyer", "invoiceItems", "format", "invoiceNumber", "currency"), keyed=False,
    ),
    Action(
        "get-next-invoice-number", "Get Next Invoice Number",
        "Preview the next free invoice number without reserving it",
        "GET", "/invoices/next-number", "number", "number", query=("template",), keyed=False,
    ),
)  # fmt: skip
