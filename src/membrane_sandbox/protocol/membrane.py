"""Membrane as its API has it: every call passes the login and the faults, then does its work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from membrane_sandbox.account.answer import SUCCESS
from membrane_sandbox.account.api import Account
from membrane_sandbox.protocol.actions import DEFAULT_PAGE, Actions
from membrane_sandbox.protocol.connections import Connections
from membrane_sandbox.protocol.gate import Gate
from membrane_sandbox.protocol.login import Login
from membrane_sandbox.protocol.proxy import Proxy

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from membrane_sandbox.account.answer import Answer
    from membrane_sandbox.journal import Journal
    from membrane_sandbox.protocol.proxy import ProxyCall
    from membrane_sandbox.protocol.run import Runner
    from membrane_sandbox.switches import Switches

T = TypeVar("T")


class Membrane:
    """One tenant's Membrane. Calls raise MembraneError or GatewayError; lists return {items, cursor?}."""

    def __init__(self, db: sqlite3.Connection, switches: Switches, journal: Journal, token: str | None = None) -> None:
        """Work on an open store. `token` stands for MEMBRANE_ACCESS_TOKEN."""
        self._db = db
        self._switches = switches
        self._journal = journal
        self._wrote = False
        self.login = Login(db, token)
        self.account = Account(db, switches, self._account_called)
        self.connections = Connections(db, switches)
        self.actions = Actions(db, self.connections, switches)
        self._gate = Gate(switches, self.login)

    def ensure(self, app_url: str, name: str | None = None) -> dict[str, Any]:
        """POST /connections/ensure: one Connection, in whatever state."""
        return self._through(lambda: self.connections.ensure(app_url, name))

    def get_connection(self, selector: str, *, wait: bool = False, timeout: int = 30) -> dict[str, Any]:
        """GET /connections/{selector}."""
        return self._through(lambda: self.connections.get(selector, wait=wait, timeout=timeout))

    def list_connections(
        self, *, search: str | None = None, integration_key: str | None = None, limit: int = 100
    ) -> dict[str, Any]:
        """GET /connections."""
        return self._through(
            lambda: {"items": self.connections.listing(search=search, integration_key=integration_key, limit=limit)}
        )

    def list_actions(
        self,
        connection: str | None,
        *,
        intent: str | None = None,
        search: str | None = None,
        limit: int = DEFAULT_PAGE,
        cursor: str = "0",
    ) -> dict[str, Any]:
        """GET /actions."""
        return self._through(
            lambda: self.actions.listing(connection, intent=intent, search=search, limit=limit, cursor=cursor)
        )

    def get_action(self, selector: str, connection: str | None) -> dict[str, Any]:
        """GET /actions/{selector}."""
        return self._through(lambda: self.actions.get(selector, connection))

    def create_action(self, intent: str, connection: str | None) -> dict[str, Any]:
        """POST /actions with an intent: an action in the making."""
        return self._through(lambda: self.actions.create(intent, connection))

    def run(self, selector: str, connection: str | None, given: object) -> dict[str, Any]:
        """POST /actions/{selector}/run: {output?, actionRunId}."""
        return self._through(lambda: self._runner().run(selector, connection, given))

    def run_log(self, run_id: str) -> dict[str, Any]:
        """GET /action-run-logs/{id}."""
        return self._through(lambda: self._runner().log(run_id))

    def request(self, selector: str, call: ProxyCall) -> Answer:
        """Any method on /connections/{selector}/proxy/{path}: the external app's answer."""
        proxy = Proxy(self.account, self.connections, self._journal.foreign_call)
        return self._through(lambda: proxy.request(selector, call))

    def _through(self, work: Callable[[], T]) -> T:
        self._gate.enter()
        self._wrote = False
        answer = work()
        self._gate.leave(wrote=self._wrote)
        return answer

    def _runner(self) -> Runner:
        from membrane_sandbox.protocol.run import Runner  # noqa: PLC0415 - most commands run nothing

        return Runner(self._db, self._switches, self.account, self.actions)

    def _account_called(
        self, method: str, path: str, query: Sequence[tuple[str, str]], body: bytes, status: int
    ) -> None:
        self._journal.account_call(method, path, query, body, status)
        self._wrote = self._wrote or (method not in ("GET", "HEAD") and status // 100 == SUCCESS)
