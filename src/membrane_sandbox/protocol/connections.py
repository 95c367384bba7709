"""Connections: ensure, get, list, and what the person does in the browser. Sources: SDK 0.28.3, provider's OpenAPI."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, NamedTuple

from membrane_sandbox.protocol.domains import FAKTOORA, OTHER_APP, domain_of
from membrane_sandbox.protocol.errors import bad_request, not_found
from membrane_sandbox.protocol.ids import INTEGRATION, OTHER_INTEGRATION, hex_id
from membrane_sandbox.protocol.states import ACTION, BUILDING, READY, state_fields, state_of
from membrane_sandbox.store import transaction

if TYPE_CHECKING:
    import sqlite3

    from membrane_sandbox.switches import Switches

CREATED = "2026-09-30T09:00:00.000Z"
LONGEST_WAIT = 60
LARGEST_PAGE = 1000


class Connection(NamedTuple):
    """A stored connection. `fresh` is 1 until its first get."""

    id: str
    seq: int
    domain: str
    name: str
    script: str
    step: int
    fresh: int

    @property
    def state(self) -> str:
        """The state it is in now."""
        return state_of(self.script, self.step)

    @property
    def usable(self) -> bool:
        """Whether actions and proxy requests work on it."""
        return self.state == READY and self.script != "defunct"

    @property
    def key(self) -> str:
        """Its key: the first one of an app has the app's name."""
        return self.domain.partition(".")[0] + (f"-{self.seq}" if self.seq > 1 else "")


class Connections:
    """All connections of the sandbox."""

    def __init__(self, db: sqlite3.Connection, switches: Switches) -> None:
        """Work on an open store."""
        self._db = db
        self._switches = switches

    def all(self) -> list[Connection]:
        """Return the connections in the order of the list."""
        rows = [Connection(*row) for row in self._db.execute("SELECT * FROM connection ORDER BY seq, id")]
        mode = self._switches["connections"]
        if mode == "other-app":
            return [Connection(hex_id("connection/slack"), 1, OTHER_APP, "Slack", "ready", 0, 0), *rows]
        if mode == "two" and rows:
            return [*rows, Connection(hex_id("connection/second"), 2, FAKTOORA, "Faktoora (Filiale)", "ready", 0, 0)]
        return rows

    def ensure(self, app_url: str, name: str | None) -> dict[str, Any]:
        """Find the connection of an app, the oldest READY one first, or create it (U6, U7, U8)."""
        domain = domain_of(app_url, words=self._switches["ensure"] == "words")
        with transaction(self._db):
            known = [connection for connection in self.all() if connection.domain == domain]
            ready = [connection for connection in known if connection.state == READY]
            return self._show((ready or known or [self._create(domain, name)])[0])

    def get(self, selector: str, *, wait: bool = False, timeout: int = 30) -> dict[str, Any]:
        """Return a connection by id or key. `wait` holds while it is BUILDING (U9), at most `timeout` seconds (U11)."""
        if not 1 <= timeout <= LONGEST_WAIT:
            raise bad_request(f"timeout must be between 1 and {LONGEST_WAIT}")
        connection = self.find(selector)
        if connection.fresh:
            self._db.execute("UPDATE connection SET fresh = 0 WHERE id = ?", (connection.id,))
            if self._switches["after-create"] == "missing":
                raise not_found("Connection", selector)
        if wait and connection.state == BUILDING:
            time.sleep(min(timeout, self._switches.seconds("building-seconds")))
        return self._show(connection)

    def listing(
        self, *, search: str | None = None, integration_key: str | None = None, limit: int = 100
    ) -> list[dict[str, Any]]:
        """Return the connections, filtered as asked."""
        if not 1 <= limit <= LARGEST_PAGE:
            raise bad_request(f"limit must be between 1 and {LARGEST_PAGE}")
        rows = [self._view(connection) for connection in self.all()]
        if search:
            rows = [row for row in rows if search.casefold() in row["name"].casefold()]
        return [row for row in rows if integration_key in (None, row["integration"]["key"])][:limit]

    def find(self, selector: str) -> Connection:
        """Return a connection by id or key."""
        for connection in self.all():
            if selector in (connection.id, connection.key):
                return connection
        raise not_found("Connection", selector)

    def approve(self) -> int:
        """Do what the person does in the browser, for every connection that waits for it. Returns how many did."""
        waiting = [connection for connection in self.all() if connection.state == ACTION]
        self._db.executemany(
            "UPDATE connection SET step = step + 1 WHERE id = ?", [(connection.id,) for connection in waiting]
        )
        return len(waiting)

    def restart(self, script: str) -> None:
        """Start every connection anew with another script."""
        self._db.execute("UPDATE connection SET script = ?, step = 0 WHERE domain = ?", (script, FAKTOORA))

    def _create(self, domain: str, name: str | None) -> Connection:
        known = domain == FAKTOORA
        script = self._switches["connection"] if known else "unknown-app"
        title = name or ("Faktoora" if known else domain)
        connection = Connection(hex_id(f"connection/{domain}"), 1, domain, title, script, 0, 1)
        self._db.execute("INSERT INTO connection VALUES (?, ?, ?, ?, ?, ?, ?)", connection)
        return connection

    def _show(self, connection: Connection) -> dict[str, Any]:
        """Return a connection; one that is being built comes a step further by it."""
        if connection.state == BUILDING and connection.script != "building-forever":
            self._db.execute("UPDATE connection SET step = step + 1 WHERE id = ?", (connection.id,))
        return self._view(connection)

    def _view(self, connection: Connection) -> dict[str, Any]:
        other = connection.domain == OTHER_APP
        app = connection.domain.partition(".")[0]
        integration = hex_id(
            OTHER_INTEGRATION if other else INTEGRATION if connection.domain == FAKTOORA else f"integration/{app}"
        )
        fields = state_fields(
            connection.id,
            connection.script,
            connection.step,
            self._switches["connection-error"],
            self._switches["instructions"],
        )
        return {
            "id": connection.id,
            "name": connection.name,
            "key": connection.key,
            "userId": hex_id("user"),
            "tenantId": hex_id("tenant"),
            "type": "connector",
            **fields,
            "isTest": True,
            "integrationId": integration,
            "integration": {"id": integration, "name": app.capitalize(), "key": app, "state": READY},
            "connectorId": hex_id(f"connector/{app}"),
            "externalAppId": hex_id(f"app/{app}"),
            "createdAt": CREATED,
            "updatedAt": CREATED,
            "meta": {"sandbox": True},
        }
