"""Membrane's errors: {type, key?, message, data?, causedByError?} with an HTTP status each. Source: its errors page."""

from __future__ import annotations

from typing import Any


class MembraneError(Exception):
    """An error as Membrane's API sends it."""

    def __init__(self, status: int, kind: str, message: str, key: str | None = None, **more: object) -> None:
        """Make an error. `more` are further members, such as data or actionRunId."""
        super().__init__(message)
        self.status = status
        self.kind = kind
        self.key = key
        self.message = message
        self.more = more

    def body(self) -> dict[str, Any]:
        """Return the error's body."""
        key = {"key": self.key} if self.key else {}
        return {"type": self.kind, **key, "message": self.message, **self.more}


class GatewayError(Exception):
    """What stands in front of Membrane answers instead of it, with an HTML page."""

    def __init__(self, status: int = 502) -> None:
        """Answer with an HTTP status."""
        super().__init__(f"HTTP {status}")
        self.status = status
        head, body = f"<title>{status} Bad Gateway</title>", f"<h1>{status} Bad Gateway</h1>"
        self.page = f"<html>\n<head>{head}</head>\n<body>{body}</body>\n</html>\n"


def bad_request(message: str) -> MembraneError:
    """Return the error for input that breaks a rule."""
    return MembraneError(400, "bad_request", message)


def not_found(what: str, selector: str) -> MembraneError:
    """Return the error for something that does not exist."""
    return MembraneError(404, "bad_request", f"{what} with id '{selector}' not found", "not_found")


def not_authenticated() -> MembraneError:
    """Return the error for a missing or ended login."""
    return MembraneError(401, "bad_request", "Not authenticated", "not_authenticated")


def rate_limited() -> MembraneError:
    """Return Membrane's own rate limit."""
    return MembraneError(429, "bad_request", "Rate limit exceeded", "rate_limit_exceeded")


def defunct(connection_id: str) -> MembraneError:
    """Return the error for work on a connection that is not ready (U14)."""
    return MembraneError(
        400, "connection", "Connection is defunct", "connection_is_defunct", data={"connectionId": connection_id}
    )
