"""The account as its REST API shows it: one call in, one answer out, no network."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING
from urllib.parse import unquote

from membrane_sandbox.account.answer import Answer, RefusalError, Request, error_answer
from membrane_sandbox.account.ids import moment
from membrane_sandbox.account.records import Records
from membrane_sandbox.account.routes import ROUTES
from membrane_sandbox.store import count, transaction

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping, Sequence
    from typing import Protocol

    Handler = Callable[["Account", Request], Answer]

    class Settings(Protocol):
        """The account's settings by name."""

        def __getitem__(self, name: str, /) -> str:
            """Return a setting."""


API_KEY = "ak-sandbox-demo"
"""The account's key. It opens nothing but the sandbox."""


class Account:
    """One demo account.

    settings: see switches.ACCOUNT. record_call(method, path, query, body, status) hears of every call.
    """

    def __init__(
        self, db: sqlite3.Connection, settings: Settings, record_call: Callable[..., None] | None = None
    ) -> None:
        """Work on an open store."""
        self.db = db
        self.settings = settings
        self.records = Records(db)
        self._record_call = record_call

    def call(
        self,
        method: str,
        path: str,
        query: Sequence[tuple[str, str]] = (),
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
    ) -> Answer:
        """Carry out one call. `path` is relative to /api/v1 and percent-encoded; `query` is not encoded."""
        lower = {name.lower(): value for name, value in (headers or {}).items()}
        answer = self._refused(lower) or self._answer(Request(method.upper(), path, {}, list(query), lower, body))
        if self._record_call:
            self._record_call(method.upper(), path, list(query), body, answer.status)
        return answer

    def next_number(self, name: str) -> int:
        """Advance one of the account's counters."""
        return count(self.db, f"account/{name}")

    def now(self) -> str:
        """Return the time of this write. It advances a second per write, so that `updatedAt` sorts."""
        return moment(self.next_number("write"))

    def _refused(self, headers: dict[str, str]) -> Answer | None:
        if headers.get("x-api-key") != API_KEY:
            return error_answer(401, "Missing or invalid API key in header X-API-KEY")
        fault = self.settings["faktoora"]
        if fault == "html":
            return Answer(502, {"content-type": "text/html"}, b"<html><body><h1>502 Bad Gateway</h1></body></html>")
        return None if fault == "ok" else error_answer(int(fault), "The sandbox was told to answer this to every call")

    def _answer(self, request: Request) -> Answer:
        found = _find(request)
        if isinstance(found, Answer):
            return found
        handler, params = found
        media_type = request.headers.get("content-type", "")
        if request.body and not any(known in media_type for known in ("json", "multipart/form-data")):
            return error_answer(415, f"Unsupported Media Type: {request.headers.get('content-type')}")
        try:
            with transaction(self.db):
                return handler(self, request._replace(params=params))
        except RefusalError as refusal:
            return error_answer(refusal.status, refusal.message)


def _find(request: Request) -> tuple[Handler, dict[str, str]] | Answer:
    """Return the handler and the path's parameters, or why there is none."""
    segments = request.path.strip("/").split("/")
    methods = []
    for method, template, target in ROUTES:
        params = _match(template.strip("/").split("/"), segments)
        if params is None:
            continue
        if method == request.method:
            module, _, function = target.partition(".")
            handler: Handler = getattr(import_module(f"membrane_sandbox.account.{module}"), function)
            return handler, params
        methods.append(method)
    if methods:
        return error_answer(405, f"Method {request.method} not allowed")
    return error_answer(404, f"Route {request.method}:/api/v1{request.path} not found")


def _match(template: list[str], segments: list[str]) -> dict[str, str] | None:
    if len(template) != len(segments):
        return None
    params = {}
    for wanted, got in zip(template, segments):  # noqa: B905 - equally long, see above
        if wanted.startswith("{"):
            if not got:
                return None
            params[wanted[1:-1]] = unquote(got)
        elif wanted != got:
            return None
    return params
