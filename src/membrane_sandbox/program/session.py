"""login, logout, status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from membrane_sandbox.program.flags import UsageError
from membrane_sandbox.program.printer import err, out

if TYPE_CHECKING:
    from membrane_sandbox.program.main import Context


def login(context: Context) -> int:
    """Print the authorization URL, or take the code that the person read in the browser (U21)."""
    step = context.words[0] if context.words else "start"
    if step == "complete":
        context.membrane.login.complete(context.word(1, "code"))
        out("Logged in.\n")
        return 0
    if step != "start":
        message = f"unknown step '{step}': login start, or login complete <code>"
        raise UsageError(message)
    url = context.membrane.login.start(context.flags.one("apiUri"))
    write = err if context.printer.switch("login-stream") == "stderr" else out
    write(f"Open this URL in a browser to log in, then run `membrane login complete <code>`:\n{url}\n")
    return 0


def logout(context: Context) -> int:
    """Forget the login."""
    context.membrane.login.leave()
    out("Logged out.\n")
    return 0


def status(context: Context) -> int:
    """Say whether one is logged in. Exit 0 either way."""
    facts = context.membrane.login.describe()
    if context.printer.as_json:
        return context.printer.result(facts)
    if not facts["loggedIn"]:
        out("\x1b[31mNot logged in\x1b[39m\n")
        return 0
    out(f"\x1b[32mLogged in\x1b[39m\nAPI URI: {facts['apiUri']}\n")
    out(f"Workspace: {facts['workspaceKey']}\nTenant: {facts['tenantKey']} (sandbox)\n")
    return 0
