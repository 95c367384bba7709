"""Other input names for the actions, by the switch `names`: nobody outside knows which ones Membrane uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from membrane_sandbox.protocol.catalog import Action

OTHER = {
    "perPage": "size", "sort": "sortBy", "order": "direction", "keyword": "search", "keywords": "search",
    "relationFields": "include",
    "faktooraId": "invoiceId", "invoiceNumber": "number", "customerId": "customerNumber", "code": "sku",
    "action": "event",
    "target": "url", "postcode": "zip", "address": "street",
}  # fmt: skip


def live_name(action: Action, name: str, names: str) -> str:
    """Return the name that an input has in the live schema."""
    if names != "other":
        return name
    # `id` becomes customerId, productId or webhookId; the customer number makes room for that.
    return f"{action.entity}Id" if name == "id" else OTHER.get(name, name)


def renamed_schema(action: Action, schema: dict[str, Any], names: str) -> dict[str, Any]:
    """Return an input schema under the live names."""
    properties = {live_name(action, name, names): value for name, value in schema["properties"].items()}
    required = [live_name(action, name, names) for name in schema.get("required", ())]
    return {**schema, "properties": properties, **({"required": required} if required else {})}


def own_names(action: Action, given: dict[str, Any], names: str) -> dict[str, Any]:
    """Return input under Faktoora's names. What the action does not know is dropped without a word (U15)."""
    lives = {name: live_name(action, name, names) for name in action.inputs}
    return {name: given[live] for name, live in lives.items() if live in given}
