"""Action objects: list, search, get. Sources: SDK's action schema, provider's OpenAPI, the vendor's skills."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from membrane_sandbox.protocol.catalog import ACTIONS, Action
from membrane_sandbox.protocol.domains import FAKTOORA
from membrane_sandbox.protocol.errors import bad_request, not_found
from membrane_sandbox.protocol.ids import INTEGRATION, hex_id

if TYPE_CHECKING:
    import sqlite3

    from membrane_sandbox.protocol.connections import Connection, Connections
    from membrane_sandbox.switches import Switches

LONGEST_INTENT = 200
LARGEST_PAGE = 1000
DEFAULT_PAGE = 10


class Actions:
    """The actions of all connections. Each connection has its own ids for them."""

    def __init__(self, db: sqlite3.Connection, connections: Connections, switches: Switches) -> None:
        """Take the connections whose actions these are."""
        self._db = db
        self._connections = connections
        self._switches = switches

    def listing(
        self,
        selector: str | None,
        *,
        intent: str | None = None,
        search: str | None = None,
        limit: int = DEFAULT_PAGE,
        cursor: str = "0",
    ) -> dict[str, Any]:
        """Return {items, cursor?}. `intent` counts only with a connection, and has no cursor (U28, U29)."""
        if intent is not None and len(intent) > LONGEST_INTENT:
            raise bad_request(f"intent must be at most {LONGEST_INTENT} characters")
        if not 1 <= limit <= LARGEST_PAGE or not cursor.isdecimal():
            raise bad_request(f"limit must be between 1 and {LARGEST_PAGE} and cursor one that was returned before")
        if selector and intent:
            connection = self._connections.find(selector)
            return {"items": [self.view(action, connection) for action in self._of(connection, intent)[:limit]]}
        pairs = [pair for pair in self._pairs(selector) if (search or "").casefold() in pair[0].name.casefold()]
        start = int(cursor)
        page = {"items": [self.view(action, connection) for action, connection in pairs[start : start + limit]]}
        return {**page, "cursor": str(start + limit)} if start + limit < len(pairs) else page

    def find(self, selector: str, connection_selector: str | None) -> tuple[Action, Connection]:
        """Return an action by id, or by key where that is unique (U12)."""
        pairs = self._pairs(connection_selector)
        for action, connection in pairs:
            if selector == action_id(action, connection):
                return action, connection
        if self._switches["keys"] == "yes":
            named = [pair for pair in pairs if pair[0].keyed and pair[0].key == selector]
            if len(named) > 1:
                raise bad_request(f"Action key '{selector}' exists in more than one connection: name the connection")
            if named:
                return named[0]
        raise not_found("Action", selector)

    def get(self, selector: str, connection_selector: str | None) -> dict[str, Any]:
        """Return one action, whole. One that was created is BUILDING at its first get, then READY (U26)."""
        built = self._db.execute(
            "SELECT connection, name, fresh FROM built_action WHERE id = ?", (selector,)
        ).fetchone()
        if built is None:
            return self.view(*self.find(selector, connection_selector))
        connection, name, fresh = built
        self._db.execute("UPDATE built_action SET fresh = 0 WHERE id = ?", (selector,))
        if fresh and self._switches["after-create"] == "missing":
            raise not_found("Action", selector)
        return {"id": selector, "name": name, "state": "BUILDING" if fresh else "READY", "connectionId": connection}

    def create(self, intent: str, selector: str | None) -> dict[str, Any]:
        """Return the shell of an action that is being built (U27).

        It can be got, not run: the sandbox has no builder.
        """
        if not selector:
            raise bad_request("connectionId, connectionKey or integrationKey is required")
        connection = self._connections.find(selector)
        key = "" if self._switches["create"] == "empty-id" else hex_id(f"built/{connection.id}/{intent}")
        self._db.execute("INSERT OR REPLACE INTO built_action VALUES (?, ?, ?, 1)", (key, connection.id, intent))
        return {"id": key, "name": intent, "state": "BUILDING", "connectionId": connection.id}

    def view(self, action: Action, connection: Connection) -> dict[str, Any]:
        """Return the whole object, as large as real ones, with repeated schemas, config, integration and parent."""
        from membrane_sandbox.protocol.naming import renamed_schema  # noqa: PLC0415 - running an action needs no schemas
        from membrane_sandbox.protocol.schemas import input_schema, output_schema  # noqa: PLC0415

        names = self._switches["names"]
        taken = renamed_schema(action, input_schema(action), names)
        inputs = {} if names == "none" else {"inputSchema": taken}
        result = output_schema(action)
        key = {"key": action.key} if action.keyed and self._switches["keys"] == "yes" else {}
        about = {**key, "name": action.name, "description": action.description, "type": action.type}
        config = {"request": {"method": action.method, "path": action.path}, "pagination": None}
        parent = {
            "id": hex_id(f"universal/{action.key}"),
            **about,
            "isUniversal": True,
            "config": config,
            **inputs,
            "outputSchema": result,
        }
        return {
            "id": action_id(action, connection),
            **about,
            "state": "READY",
            "connectionId": connection.id,
            "integrationId": hex_id(INTEGRATION),
            "integrationKey": "faktoora",
            "externalAppId": hex_id("app/faktoora"),
            "isPublic": True,
            "isCustomized": False,
            "config": config,
            **inputs,
            "outputSchema": result,
            "defaultOutputSchema": result,
            "transformedOutputSchema": result,
            "parentId": parent["id"],
            "parent": parent,
            "integration": {"id": hex_id(INTEGRATION), "key": "faktoora", "name": "Faktoora", "state": "READY"},
            "dependencies": [],
            "createdAt": "2026-05-01T09:00:00.000Z",
            "updatedAt": "2026-05-01T09:00:00.000Z",
            "revision": hex_id(f"revision/{action.key}"),
        }

    def _pairs(self, selector: str | None) -> list[tuple[Action, Connection]]:
        chosen = [self._connections.find(selector)] if selector else self._connections.all()
        return [(action, connection) for connection in chosen for action in self._of(connection)]

    def _of(self, connection: Connection, intent: str = "") -> list[Action]:
        if connection.domain != FAKTOORA or self._switches["actions"] == "empty":
            return []
        if not intent:
            return list(ACTIONS)
        from membrane_sandbox.protocol.search import ranked  # noqa: PLC0415 - only a search needs it

        return ranked(ACTIONS, intent)


def action_id(action: Action, connection: Connection) -> str:
    """Return the id of an action in a connection."""
    return hex_id(f"action/{connection.id}/{action.key}")
