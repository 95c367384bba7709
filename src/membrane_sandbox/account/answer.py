"""What goes into the account's API and what comes out of it."""

from __future__ import annotations

from typing import Any, NamedTuple

from membrane_sandbox import exactjson

NAMES = {
    400: "BAD_REQUEST", 401: "UNAUTHORIZED", 403: "FORBIDDEN", 404: "NOT_FOUND", 405: "METHOD_NOT_ALLOWED",
    409: "CONFLICT",
    415: "UNSUPPORTED_MEDIA_TYPE", 429: "TOO_MANY_REQUESTS", 500: "INTERNAL_SERVER_ERROR", 503: "SERVICE_UNAVAILABLE",
}  # fmt: skip


SUCCESS = 2
"""First digit of a status that says yes."""


class Answer(NamedTuple):
    """An HTTP answer: status, headers with lower-case names, body bytes."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def ok(self) -> bool:
        """Whether the status is 2xx."""
        return self.status // 100 == SUCCESS

    @property
    def media_type(self) -> str:
        """The content type without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip()

    def json(self) -> Any:
        """Return the body's value, fractions as Decimal."""
        return exactjson.loads(self.body)


class RefusalError(Exception):
    """The account refuses a call. Becomes {code, statusCode, message} (Faktoora's documented error shape)."""

    def __init__(self, status: int, message: str) -> None:
        """Refuse with an HTTP status and a sentence for the caller."""
        super().__init__(message)
        self.status = status
        self.message = message


def json_answer(value: object, status: int = 200) -> Answer:
    """Return `value` as a JSON answer."""
    return Answer(status, {"content-type": "application/json; charset=utf-8"}, exactjson.dumps(value).encode())


def file_answer(body: bytes, media_type: str, name: str) -> Answer:
    """Return a file as an attachment."""
    disposition = f'attachment; filename="{name}"'
    return Answer(200, {"content-type": media_type, "content-disposition": disposition}, body)


def error_answer(status: int, message: str) -> Answer:
    """Return Faktoora's error body."""
    return json_answer({"code": NAMES.get(status, "ERROR"), "statusCode": status, "message": message}, status)


class Request(NamedTuple):
    """A call as the handlers see it. `query` keeps repeated names; header names are lower-case."""

    method: str
    path: str
    params: dict[str, str]
    query: list[tuple[str, str]]
    headers: dict[str, str]
    body: bytes

    def one(self, name: str) -> str | None:
        """Return a query parameter's last value."""
        values = self.many(name)
        return values[-1] if values else None

    def many(self, name: str) -> list[str]:
        """Return all values of a repeated query parameter, empty ones left out; `name[]` counts as `name`."""
        return [value for key, value in self.query if key in (name, f"{name}[]") and value]

    def fields(self) -> dict[str, Any]:
        """Return the body, which must be a JSON object."""
        try:
            value = exactjson.loads(self.body)
        except ValueError:
            raise RefusalError(400, "Body is not valid JSON") from None
        if not isinstance(value, dict):
            raise RefusalError(400, "body must be object")
        return value
