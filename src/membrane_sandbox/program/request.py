"""request: the external app's API through Membrane's proxy."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from membrane_sandbox import exactjson
from membrane_sandbox.program.authenticated import require_login
from membrane_sandbox.program.flags import UsageError
from membrane_sandbox.program.printer import err
from membrane_sandbox.protocol.proxy import ProxyCall

if TYPE_CHECKING:
    from collections.abc import Sequence

    from membrane_sandbox.account.answer import Answer
    from membrane_sandbox.program.main import Context

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")


def request(context: Context) -> int:
    """Send a request and print the body as received (U16); the status of a failure goes to stderr."""
    require_login(context)
    flags = context.flags
    selector, path = context.word(0, "connectionId"), context.word(1, "path")
    method = (flags.one("method") or "GET").upper()
    if method not in METHODS:
        message = f"unknown method '{method}'"
        raise UsageError(message)
    for name, value in _pairs(flags.many("pathParam"), "=", "pathParam"):
        path = path.replace(f"{{{name}}}", quote(value, safe=""))
    headers = _pairs(flags.many("header"), ":", "header")
    body = _body(context, headers)
    query = _pairs(flags.many("query"), "=", "query")
    return _print(context, context.membrane.request(selector, ProxyCall(method, path, query, headers, body)))


def _pairs(texts: Sequence[str], separator: str, flag: str) -> list[tuple[str, str]]:
    pairs = []
    for text in texts:
        name, found, value = text.partition(separator)
        if not found:
            message = f"--{flag} must be name{separator}value, got '{text}'"
            raise UsageError(message)
        pairs.append((name.strip(), value.strip() if separator == ":" else value))
    return pairs


def _body(context: Context, headers: list[tuple[str, str]]) -> bytes:
    """Return the body, and add a Content-Type with --json, or if the data is JSON; never with --rawData (U17, U18)."""
    flags = context.flags
    data = flags.one("json") if flags.one("json") not in (None, "", "true", "false") else flags.one("data")
    if data is None:
        return b""
    if not flags.on("rawData") and not any(name.lower() == "content-type" for name, _ in headers):
        is_json = _is_json(data)
        if flags.on("json") and not is_json:
            message = "the request body is not valid JSON"
            raise UsageError(message)
        headers += [("Content-Type", "application/json")] if is_json else []
    return data.encode("utf-8", "surrogateescape")


def _is_json(text: str) -> bool:
    try:
        exactjson.loads(text)
    except ValueError:
        return False
    return True


def _print(context: Context, answer: Answer) -> int:
    if context.printer.switch("request") == "wrapped":
        data = answer.json() if answer.media_type == "application/json" else answer.body.decode("utf-8", "replace")
        context.printer.result({"status": answer.status, "headers": answer.headers, "data": data})
    else:
        context.printer.body(answer)
    if answer.ok:
        return 0
    err(f"HTTP {answer.status}\n")
    return context.printer.failed()
