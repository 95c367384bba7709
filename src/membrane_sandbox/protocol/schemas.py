"""Input and output schemas of the actions, in Membrane's DataSchema (a superset of JSON Schema.

`enum` holds strings).
"""

from __future__ import annotations

from typing import Any

from membrane_sandbox.protocol.catalog import FILE, LIST, Action

Schema = dict[str, Any]


def _text(description: str, **more: object) -> Schema:
    return {"type": "string", "description": description, **more}


def _kind(kind: str, description: str) -> Schema:
    return {"type": kind, "description": description}


PROPERTIES: dict[str, Schema] = {
    "page": _kind("integer", "Page number, starting at 1"),
    "perPage": _kind("integer", "Number of results per page"),
    "sort": _text("Field to sort by"),
    "order": _text("Sort direction", enum=["asc", "desc"]),
    "keyword": _text("Search term"),
    "keywords": {"type": "array", "items": {"type": "string"}, "description": "Search terms"},
    "relationFields": {"type": "array", "items": {"type": "string"}, "description": "Related data to load"},
    "template": _text("Number template, such as YYYY/MM/id"),
    "status": {
        "type": "array",
        "items": {"type": "string", "enum": ["active", "paused", "closed"]},
        "description": "Project status",
    },
    "faktooraId": _text("Faktoora ID of the invoice"),
    "invoiceNumber": _text("Invoice number"),
    "id": _text("ID of the record"),
    "name": _text("Name"),
    "unit": _text("Unit of measure, such as H87 or HUR"),
    "tax": _kind("number", "VAT rate in percent"),
    "code": _text("Product code"),
    "description": _text("Description"),
    "price": _kind("number", "Net selling price"),
    "cost": _kind("number", "Purchase cost"),
    "inventoryCount": _kind("number", "Stock"),
    "time": _kind("number", "Estimated hours"),
    "estimate": _kind("number", "Estimated value"),
    "buyerAssignedID": _text("Item number of the buyer"),
    "globalID": {
        "type": "object",
        "description": "Global id",
        "properties": {"id": {"type": "string"}, "schemeId": {"type": "string"}},
    },
    "additionalReferencedDocument": _kind("object", "Referenced document"),
    "isCompany": _kind("boolean", "Whether the customer is a company"),
    "address": _text("Street address"),
    "postcode": _text("Postal code"),
    "city": _text("City"),
    "extras": _kind("object", "Additional metadata"),
    "customerId": _text("Customer number"),
    "category": _text("Category"),
    "email": _text("E-mail address"),
    "action": _text("Event that triggers the webhook"),
    "target": _text("URL that receives the notifications"),
    "issueDate": _text("Issue date as YYYYMMDD"),
    "buyer": _kind("object", "Buyer: name, street, postcode, city, country"),
    "invoiceItems": {"type": "array", "items": {"type": "object"}, "description": "Invoice lines"},
    "format": _text("Format, such as zf:2 or xrechnung"),
    "currency": _text("Currency, such as EUR"),
}


def property_schema(name: str) -> Schema:
    """Return the schema of one input; what is not listed is text (phoneNo, vatId …)."""
    return PROPERTIES.get(name) or _text(name)


def input_schema(action: Action) -> Schema:
    """Return an action's input schema under Faktoora's own names."""
    properties = {name: property_schema(name) for name in action.inputs}
    return {
        "type": "object",
        "properties": properties,
        **({"required": list(action.required)} if action.required else {}),
    }


def output_schema(action: Action) -> Schema:
    """Return an action's output schema. It describes the documented shapes, whatever the switches make of them."""
    if action.result == FILE:
        return {"type": "string", "description": "Invoice file"}
    if action.result == LIST:
        rows = {"type": "array", "items": _record(action.entity)}
        numbers = ("page", "perPage", "totalItems", "totalPages")
        meta = {"type": "object", "properties": {name: {"type": "integer"} for name in numbers}}
        return {"type": "object", "properties": {"data": rows, "meta": meta}}
    if action.result == "succeed":
        return {"type": "object", "properties": {"succeed": {"type": "boolean"}}}
    return _record(action.result)


def _record(kind: str) -> Schema:
    return {"type": "object", "properties": {name: _field(name) for name in FIELDS.get(kind, ("id",))}}


def _field(name: str) -> Schema:
    known = PROPERTIES.get(name)
    if known:
        return known
    if name.endswith("Amount"):
        return {"type": "number", "description": name}
    return {"type": ["string", "null"], "description": name}


_CUSTOMER = (
    "id", "customerId", "faktooraId", "isCompany", "name", "firstName", "lastName", "address", "postcode", "city",
    "country",
    "nameAuthorisedSignatory", "phoneNo", "category", "email", "vatId", "taxId", "invoiceProfile", "supplierNumber",
    "routeId",
    "peppolId", "extras", "createdAt", "updatedAt",
)  # fmt: skip
_PRODUCT = (
    "id", "name", "code", "description", "unit", "tax", "price", "cost", "inventoryCount", "time", "estimate",
    "buyerAssignedID",
    "globalID", "additionalReferencedDocument", "createdAt", "updatedAt",
)  # fmt: skip
_INVOICE = (
    "faktooraId", "invoiceNumber", "invoiceTypeCode", "format", "issueDate", "dueDate", "currency", "buyerName",
    "netAmount", "taxAmount",
    "grossAmount", "openAmount", "note", "createdAt", "sentAt", "paidAt",
)  # fmt: skip
_INCOMING = (
    "importId", "faktooraId", "invoiceNumber", "validationStatus", "sellerName", "issueDate", "dueDate", "currency",
    "netAmount",
    "taxAmount", "grossAmount", "source", "fileName", "createdAt",
)  # fmt: skip
FIELDS: dict[str, tuple[str, ...]] = {
    "customer": _CUSTOMER,
    "product": _PRODUCT,
    "invoice": _INVOICE,
    "incoming": _INCOMING,
    "webhook": ("id", "action", "target", "createdAt"),
    "project": ("id", "name", "description", "place", "customerId", "createdAt", "updatedAt"),
    "status": ("faktooraId", "validation", "delivery"),
    "draft": ("faktooraId", "detailsPage"),
    "number": ("invoiceNumber", "counter"),
}
