# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Proxy requests: what they are made of, and which ones Membrane is not asked to pass on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ..base.exits import Exit
from ..base.jsontext import dump_json, parse_json
from ..base.outcome import Failure
from ..session import Json, Session

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
READING_METHODS = ("GET", "HEAD")
CREDENTIAL_HEADERS = (
    "authorization",
    "proxy-authorization",
    "cookie",
    "x-api-key",
    "api-key",
    "x-auth-token",
    "x-access-token",
)
METHOD_HEADERS = ("x-http-method-override", "x-http-method", "x-method-override")
PLACEHOLDER = r"\{([^{}]+)\}"
CONTROL = r"[\x00-\x1f\x7f]"
MOST_DECODINGS = 5


class ProxyRequest(NamedTuple):
    """A finished request: a path without placeholders, query pairs, headers, and the body as text (None: no body)."""

    method: str
    path: str
    query: tuple[tuple[str, str], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    body: str | None = None
    raw: bool = False

    @property
    def reads_only(self) -> bool:
        """Whether the method promises to change nothing."""
        return self.method in READING_METHODS

    def facts(self) -> Json:
        """Return what a plan shows of the request."""
        shown: Json = {"method": self.method, "path": self.path}
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
        words = ["request", connection, self.path, f"--method={self.method}"]
        words += [f"--header={name}: {value}" for name, value in self.headers]
        words += [f"--query={name}={value}" for name, value in self.query]
        if self.body is not None:
            words.append(f"--data={self.body}")
        return [*words, "--rawData"] if self.raw else words


def body_facts(body: str) -> Any:
    """Return a body as JSON where its text is exactly that, so that a plan reads well.

    Else the text, which is what is sent.
    """
    try:
        value = parse_json(body)
    except ValueError:
        return body
    return value if dump_json(value) == body else body


def filled_path(path: str, values: Mapping[str, Any]) -> str:
    """Return the path with each `{name}` replaced by the value, percent-encoded whole.

    A slash in an invoice number stays part of it.
    """
    from urllib.parse import quote

    missing = [name for name in re.findall(PLACEHOLDER, path) if name not in values]
    if missing:
        raise Failure(
            Exit.BAD_INPUT,
            "missing_path_parameter",
            f"the path needs {', '.join(missing)}",
            f"add --pathParam {missing[0]}=VALUE",
        )
    return re.sub(
        PLACEHOLDER, lambda match: quote(scalar_text(values[match.group(1)]), safe="", errors="surrogateescape"), path
    )


def scalar_text(value: Any) -> str:
    """Return a value as it stands in a path or a query."""
    return value if isinstance(value, str) else dump_json(value)


def query_pairs(names: Sequence[str], values: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Return the query of some inputs; an array repeats its key."""
    pairs: list[tuple[str, str]] = []
    for name in names:
        if name in values:
            many = values[name] if isinstance(values[name], list) else [values[name]]
            pairs += [(name, scalar_text(value)) for value in many]
    return tuple(pairs)


def check_path(session: Session, path: str) -> None:
    """Fail for a path that is not one of the app's, or that the skill forbids, however it is spelt."""
    if not path.startswith("/") or path.startswith("//") or "\\" in path:
        raise bad_path(
            path,
            f"is not a path of {session.app.name}",
            'it begins with one slash, e.g. "/invoices"; the address in front is Membrane\'s part',
        )
    if "?" in path or "#" in path:
        raise bad_path(path, "holds a query or a fragment", "pass a query as --query name=value")
    plain = decoded(path)
    if plain is None:
        raise bad_path(path, "is percent-encoded too often", "write it plainly")
    if re.search(CONTROL, plain):
        raise bad_path(path, "holds a line break or a control character", "leave it out")
    segments = plain_segments(plain)
    if ".." in segments:
        raise bad_path(path, 'holds ".."', "write the path without it")
    for forbidden in session.skill.proxy.forbid:
        parts = plain_segments(forbidden)
        if segments[: len(parts)] == parts:
            raise Failure(
                Exit.REFUSED,
                "forbidden_path",
                f"this skill does not send requests to {forbidden}",
                "tell the user; they can do it in the app",
            )


def warning_about(session: Session, method: str, path: str) -> str | None:
    """Return what the user must know before this request is confirmed, however its path is spelt."""
    segments = plain_segments(decoded(path) or path)
    for rule in session.skill.proxy.warnings:
        if rule.method == method and plain_segments(rule.path) == segments:
            return rule.warning
    return None


def bad_path(path: str, what: str, remedy: str) -> Failure:
    """Return the outcome of a path that is not sent."""
    return Failure(Exit.BAD_INPUT, "bad_path", f'the path "{path}" {what}', remedy)


def decoded(path: str) -> str | None:
    """Return a path without percent-encoding, however often it was encoded; None when that does not end."""
    from urllib.parse import unquote

    for _ in range(MOST_DECODINGS):
        plainer = unquote(path)
        if plainer == path:
            return path
        path = plainer
    return None


def plain_segments(path: str) -> list[str]:
    """Return the parts of a decoded path as a lenient server might read them.

    No case, no parameters, no empty parts.
    """
    segments = [
        segment.partition(";")[0].strip().casefold() for segment in re.split(r"[/\\]+", re.split(r"[?#]", path)[0])
    ]
    return [segment if segment == ".." else segment.rstrip(".") for segment in segments if segment not in ("", ".")]


def checked_headers(pairs: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return headers that may be sent; credentials are Membrane's part, and the method is what -X says."""
    for name, value in pairs:
        if not re.fullmatch(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+", name) or re.search(CONTROL, value):
            raise Failure(
                Exit.BAD_INPUT, "bad_header", f'"{name}" is not a header of one line', 'write -H "Name: value"'
            )
        if name.lower() in CREDENTIAL_HEADERS:
            raise Failure(
                Exit.BAD_INPUT,
                "credentials_in_header",
                f"the header {name} is added by Membrane",
                "leave it out; never handle keys or tokens",
            )
        if name.lower() in METHOD_HEADERS:
            raise Failure(
                Exit.BAD_INPUT,
                "method_in_header",
                f"the header {name} would change the method unseen",
                "name the method with -X",
            )
    return tuple(pairs)
