# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Proxy requests: what they are made of. Each is made here, from parts that were checked, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ..base.exits import Exit
from ..base.jsontext import dump_json, parse_json
from ..base.outcome import Failure
from ..session import Json, Session
from .headers import checked_headers
from .path import ProxyPath, parse_path
from .query import checked_query

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
READING_METHODS = ("GET", "HEAD")
Pairs = Sequence[tuple[str, str]]


class ProxyRequest(NamedTuple):
    """A finished request: path, query pairs and headers as they are sent, and the body as text (None: no body)."""

    method: str
    path: ProxyPath
    query: tuple[tuple[str, str], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    body: str | None = None
    raw: bool = False

    @property
    def name(self) -> str:
        """How the request is called in messages."""
        return f"{self.method} {self.path}"

    @property
    def reads_only(self) -> bool:
        """Whether the method promises to change nothing."""
        return self.method in READING_METHODS

    @property
    def reads_of_target(self) -> Iterator[ProxyRequest]:
        """The requests that read what this one changes: with its query, then without."""
        if self.query:
            yield ProxyRequest("GET", self.path, self.query)
        yield ProxyRequest("GET", self.path)

    @property
    def read_of_list(self) -> ProxyRequest:
        """The request that reads the list above."""
        return ProxyRequest("GET", self.path.above)

    def facts(self) -> Json:
        """Return what a plan shows of the request."""
        shown: Json = {"method": self.method, "path": str(self.path)}
        if self.query:
            shown["query"] = [f"{name}={value}" for name, value in self.query]
        if self.headers:
            shown["headers"] = [f"{name}: {value}" for name, value in self.headers]
        if self.body is not None:
            shown["body"] = body_facts(self.body)
        return {**shown, "raw": True} if self.raw else shown

    def arguments(self, connection: str) -> list[str]:
        """Return the argument list for `membrane request`.

        `--json` is left out because its meaning there is not settled.
        """
        words = ["request", connection, str(self.path), f"--method={self.method}"]
        words += [f"--header={name}: {value}" for name, value in self.headers]
        words += [f"--query={name}={value}" for name, value in self.query]
        if self.body is not None:
            words.append(f"--data={self.body}")
        return [*words, "--rawData"] if self.raw else words


class Parts(NamedTuple):
    """What a request is made of, before it is checked: `values` fill the placeholders of the path.

    `own_headers` are those of a descriptor; `headers` are the caller's.
    """

    method: str
    path: str
    values: Mapping[str, Any] = {}
    query: Pairs = ()
    headers: Pairs = ()
    own_headers: Mapping[str, str] = {}
    body: str | None = None
    raw: bool = False


def make_request(session: Session, parts: Parts) -> ProxyRequest:
    """Return the request that these parts make; fail for one that is not sent."""
    rule = session.skill.proxy
    path = parse_path(parts.path, parts.values)
    forbidden = next((place for place in rule.forbid if path.lies_below(place)), None)
    if forbidden:
        message = f"this skill does not send requests to {forbidden}"
        raise Failure(Exit.REFUSED, "forbidden_path", message, "tell the user; they can do it in the app")
    own = parts.own_headers
    headers = checked_headers([*own.items(), *parts.headers], (*rule.headers, *own))
    return ProxyRequest(parts.method, path, checked_query(parts.query), headers, parts.body, parts.raw)


def body_facts(body: str) -> Any:
    """Return a body as JSON where its text is exactly that, so that a plan reads well.

    Else the text, which is what is sent.
    """
    try:
        value = parse_json(body)
    except ValueError:
        return body
    return value if dump_json(value) == body else body
