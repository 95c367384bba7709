"""action list, get, create, run, and action-run-log get."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from membrane_sandbox import exactjson
from membrane_sandbox.program.authenticated import require_login
from membrane_sandbox.program.flags import UsageError
from membrane_sandbox.program.printer import out

if TYPE_CHECKING:
    from membrane_sandbox.program.main import Context


def listing(context: Context) -> int:
    """Return actions, by intent within a connection if asked."""
    require_login(context)
    flags = context.flags
    page = context.membrane.list_actions(
        _connection(context),
        intent=flags.one("intent") or None,
        search=flags.one("search"),
        limit=flags.number("limit", 10),
        cursor=flags.one("cursor") or "0",
    )
    if context.printer.as_json:
        return context.printer.listing(page)
    out("".join(f"{action['id']}  {action['name']}\n" for action in page["items"]) or "No actions found.\n")
    return 0


def get(context: Context) -> int:
    """Return one action, whole."""
    require_login(context)
    return _print(context, context.membrane.get_action(context.word(0, "id"), _connection(context)))


def create(context: Context) -> int:
    """Have an action built from an intent. The sandbox builds nothing: it returns the shell that would be built."""
    require_login(context)
    return _print(context, context.membrane.create_action(context.word(0, "intent"), _connection(context)))


def run(context: Context) -> int:
    """Run an action with JSON input; `@file` and `-` are not taken (no source shows them)."""
    require_login(context)
    text = context.flags.one("input")
    try:
        given = exactjson.loads(text) if text else None
    except ValueError as error:
        message = f"--input is not valid JSON: {error}"
        raise UsageError(message) from None
    result = context.membrane.run(context.word(0, "actionId"), _connection(context), given)
    return _print(context, result)


def run_log(context: Context) -> int:
    """Return the log record of a run."""
    require_login(context)
    return _print(context, context.membrane.run_log(context.word(0, "runId")))


def _connection(context: Context) -> str | None:
    return context.flags.one("connectionId") or context.flags.one("connectionKey") or None


def _print(context: Context, value: dict[str, Any]) -> int:
    if context.printer.as_json:
        return context.printer.result(value)
    # For people: shorter, and of no form that anyone should read by program.
    out(f"\x1b[32m✔\x1b[39m {exactjson.dumps(value)[:400]}\n")
    return 0
