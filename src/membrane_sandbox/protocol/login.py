"""The login: out, started, or in. The sandbox's one code stands for what a person reads in the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from membrane_sandbox.protocol.errors import bad_request
from membrane_sandbox.store import get_state, set_state

if TYPE_CHECKING:
    import sqlite3

CODE = "SANDBOX-1234"
"""The only code that `login complete` takes."""
API_URI = "https://api.membrane.sandbox.example"
AUTHORIZE_URL = (
    f"{API_URI}/oauth/authorize?client_id=membrane-cli&response_type=code&code_challenge_method=S256&state=sandbox"
)
IN, OUT = "in", "out"
JWT_DOTS = 2
NOT_LOGGED_IN = "You are not logged in. Run `membrane login --tenant` first."
NOT_A_JWT = "Access token should be a valid JWT token."


class Login:
    """Who is logged in."""

    def __init__(self, db: sqlite3.Connection, token: str | None = None) -> None:
        """Work on an open store. `token` stands for MEMBRANE_ACCESS_TOKEN (U23) and counts as a login."""
        self._db = db
        self._token = token

    @property
    def active(self) -> bool:
        """Whether calls are authenticated."""
        return self.problem is None

    @property
    def problem(self) -> str | None:
        """Why no call can be made, in words for the person, or None (U3)."""
        if self._token is None:
            return None if get_state(self._db, "login", OUT) == IN else NOT_LOGGED_IN
        return None if self._token.startswith("pat-") or self._token.count(".") == JWT_DOTS else NOT_A_JWT

    def start(self, api_uri: str | None) -> str:
        """Begin a login and return the URL that a person opens."""
        set_state(self._db, "login-started", "yes")
        set_state(self._db, "api-uri", api_uri or API_URI)
        return AUTHORIZE_URL

    def complete(self, code: str) -> None:
        """End a login with the code. A wrong or used code, or one without a start, is refused."""
        if get_state(self._db, "login-started") != "yes" or code != CODE:
            raise bad_request("Authorization code is invalid or expired. Run `membrane login start` again.")
        set_state(self._db, "login-started", "no")
        self.enter()

    def enter(self) -> None:
        """Be logged in."""
        set_state(self._db, "login", IN)

    def leave(self) -> None:
        """Be logged out."""
        set_state(self._db, "login", OUT)

    def describe(self) -> dict[str, Any]:
        """Return {loggedIn, apiUri, workspaceKey, tenantKey, sandbox}. The shape is assumed."""
        where = get_state(self._db, "api-uri", API_URI)
        return {
            "loggedIn": self.active,
            "apiUri": where,
            "workspaceKey": "sandbox",
            "tenantKey": "demo",
            "sandbox": True,
        }
