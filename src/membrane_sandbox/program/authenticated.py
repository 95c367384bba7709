"""The check that stands before every command that needs a login."""

from __future__ import annotations

from typing import TYPE_CHECKING

from membrane_sandbox.protocol.errors import MembraneError

if TYPE_CHECKING:
    from membrane_sandbox.program.main import Context


def require_login(context: Context) -> None:
    """Raise unless one is logged in (U3). A login that ends later is found out by the API (`Not authenticated`)."""
    problem = context.membrane.login.problem
    if problem:
        raise MembraneError(401, "bad_request", problem, "not_authenticated")
