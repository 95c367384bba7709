"""connection ensure, get, list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from membrane_sandbox.program.authenticated import require_login
from membrane_sandbox.program.printer import out

if TYPE_CHECKING:
    from membrane_sandbox.program.main import Context


def ensure(context: Context) -> int:
    """Find or create the connection of an app. Exit 0 in every state."""
    require_login(context)
    return _print(context, context.membrane.ensure(context.word(0, "url"), context.flags.one("name")))


def get(context: Context) -> int:
    """Return one connection, waiting for the end of BUILDING if asked."""
    require_login(context)
    wait, timeout = context.flags.on("wait"), context.flags.number("timeout", 30)
    return _print(context, context.membrane.get_connection(context.word(0, "id"), wait=wait, timeout=timeout))


def listing(context: Context) -> int:
    """Return all connections."""
    require_login(context)
    flags = context.flags
    page = context.membrane.list_connections(
        search=flags.one("search"), integration_key=flags.one("integrationKey"), limit=flags.number("limit", 100)
    )
    if context.printer.as_json:
        return context.printer.listing(page)
    out("".join(_line(connection) for connection in page["items"]) or "No connections.\n")
    return 0


def _print(context: Context, connection: dict[str, Any]) -> int:
    if context.printer.as_json:
        return context.printer.result(connection)
    url = connection.get("clientAction", {}).get("uiUrl")
    out(_line(connection) + (f"Open {url}\n" if url else ""))
    return 0


def _line(connection: dict[str, Any]) -> str:
    return f"{connection['id']}  {connection['name']}  {connection.get('state', '-')}\n"
