"""Requests through Membrane's proxy: the external app's answer as it is. Source: docs page "api proxy"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl, urlsplit

from membrane_sandbox.account.api import API_KEY
from membrane_sandbox.protocol.errors import MembraneError, defunct

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from membrane_sandbox.account.answer import Answer
    from membrane_sandbox.account.api import Account
    from membrane_sandbox.protocol.connections import Connections

BASE_HOST, BASE_PATH = "api.faktoora.com", "/api/v1"
DROPPED = ("host", "connection", "authorization", "content-length", "transfer-encoding", "keep-alive", "x-api-key")
DROPPED_STARTS = ("x-forwarded-", "cf-")


class ProxyCall(NamedTuple):
    """A request as the caller makes it. `path` is below the base URL, or a full URL; `query` is not encoded."""

    method: str
    path: str
    query: Sequence[tuple[str, str]] = ()
    headers: Sequence[tuple[str, str]] = ()
    body: bytes = b""


class Proxy:
    """Passes requests on to the account."""

    def __init__(
        self, account: Account, connections: Connections, record_foreign: Callable[[str, str, bytes], None]
    ) -> None:
        """Take the account and who hears of requests to other hosts."""
        self._account = account
        self._connections = connections
        self._record_foreign = record_foreign

    def request(self, selector: str, call: ProxyCall) -> Answer:
        """Carry out a request.

        The base URL goes before a relative path, not before a full URL; credentials are added.
        """
        connection = self._connections.find(selector)
        if not connection.usable:
            raise defunct(connection.id)
        parts = urlsplit(call.path if "://" in call.path else f"https://{BASE_HOST}{BASE_PATH}/{call.path.lstrip('/')}")
        if parts.hostname != BASE_HOST:
            self._record_foreign(call.method, call.path, call.body)
            # The real proxy would call any host; a sandbox has no business on the network.
            raise MembraneError(400, "connection", f"The sandbox does not call other hosts: {parts.hostname}")
        whole = [*parse_qsl(parts.query, keep_blank_values=True), *call.query]
        headers = {**allowed_headers(call.headers), "X-API-KEY": API_KEY}
        return self._account.call(call.method, _below_base(parts.path), whole, headers, call.body)


def _below_base(path: str) -> str:
    """Return the path below /api/v1; another path of the host stays whole, and the account knows no such route."""
    return path.removeprefix(BASE_PATH) if path.startswith(f"{BASE_PATH}/") else path


def allowed_headers(headers: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Return the headers that the proxy passes on, names in lower case. Source: docs page "api proxy"."""
    lower = [(name.lower(), value) for name, value in headers]
    return {name: value for name, value in lower if name not in DROPPED and not name.startswith(DROPPED_STARTS)}
