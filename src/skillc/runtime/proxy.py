"""Proxy requests: what Membrane passes through to the app, and what it is not asked to pass."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, unquote

from .answer_files import AnswerFile, typed_file
from .answers import ANSI, HTTP_STATUS, MembraneError, NoDocument, document_in, error_in, told_error
from .calls import unreadable
from .exits import Exit
from .jsontext import dump_json
from .outcome import Failure
from .program import Reply
from .session import Json, Session
from .verdicts import Judge

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
READING_METHODS = ("GET", "HEAD")
CREDENTIAL_HEADERS = ("authorization", "proxy-authorization", "cookie", "x-api-key")
MEMBRANE_ERROR_TYPES = ("bad_request", "connection", "configuration", "dependency_error", "action_run", "concurrency", "internal", "insufficient_credit")
PLACEHOLDER = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True)
class ProxyCall:
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
        return shown

    def arguments(self, connection: str) -> list[str]:
        """Return the argument list for `membrane request`; `--json` is left out because its meaning there is not settled."""
        words = ["request", connection, self.path, f"--method={self.method}"]
        words += [f"--header={name}: {value}" for name, value in self.headers]
        words += [f"--query={name}={value}" for name, value in self.query]
        if self.body is not None:
            words.append(f"--data={self.body}")
        return [*words, "--rawData"] if self.raw else words


def body_facts(body: str) -> Any:
    """Return a body as JSON where it is JSON, so that a plan reads well."""
    try:
        return document_in(body)
    except NoDocument:
        return body


def filled_path(path: str, values: Mapping[str, Any]) -> str:
    """Return the path with each `{name}` replaced by the value, percent-encoded whole: a slash in an invoice number stays part of it."""
    missing = [name for name in PLACEHOLDER.findall(path) if name not in values]
    if missing:
        raise Failure(Exit.BAD_INPUT, "missing_path_parameter", f'the path needs {", ".join(missing)}', f"add --pathParam {missing[0]}=VALUE")
    return PLACEHOLDER.sub(lambda match: quote(scalar_text(values[match.group(1)]), safe=""), path)


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
        raise Failure(Exit.BAD_INPUT, "bad_path", f'"{path}" is not a path of {session.app["name"]}', 'it begins with one slash, e.g. "/invoices"; the address in front is Membrane\'s part')
    if "?" in path or "#" in path:
        raise Failure(Exit.BAD_INPUT, "bad_path", f'"{path}" holds a query', "pass it as --query name=value")
    plain = path
    for _ in range(5):
        plain = unquote(plain)
    segments = [segment for segment in re.split(r"[/\\]+", plain.split("?")[0].split("#")[0].lower()) if segment not in ("", ".")]
    if ".." in segments or any(ord(letter) < 33 for letter in plain.replace(" ", "")):
        raise Failure(Exit.BAD_INPUT, "bad_path", f'"{path}" holds "..", a line break or a control character')
    for forbidden in session.skill["proxy_forbid"]:
        parts = [part for part in forbidden.lower().split("/") if part]
        if segments[: len(parts)] == parts:
            raise Failure(Exit.REFUSED, "forbidden_path", f"this skill does not send requests to {forbidden}", "ask the user to do it in the app")


def checked_headers(pairs: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return headers that may be sent; credentials are Membrane's part."""
    for name, value in pairs:
        if not re.fullmatch(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+", name) or "\n" in value or "\r" in value:
            raise Failure(Exit.BAD_INPUT, "bad_header", f'"{name}" is not a header', 'write -H "Name: value"')
        if name.lower() in CREDENTIAL_HEADERS:
            raise Failure(Exit.BAD_INPUT, "credentials_in_header", f"the header {name} is added by Membrane", "leave it out; never handle keys or tokens")
    return tuple(pairs)


def send_request(session: Session, connection: str, call: ProxyCall, judge: Judge) -> Any:
    """Return the app's answer (JSON, text, or an AnswerFile), or raise what its refusal means."""
    reply = session.membrane.call(call.arguments(connection))
    if reply.exit_code is None:
        raise unreadable(reply, judge)
    file = binary_file(reply, judge)
    if file and reply.exit_code == 0:
        return file
    body = reply_body(reply)
    if isinstance(body, dict) and isinstance(body.get("status"), int) and "data" in body and set(body) <= {"status", "statusText", "headers", "data"}:
        return accepted(body["data"], body["status"], judge)
    error = error_in(body, failed=reply.exit_code != 0) if isinstance(body, dict) else None
    if error and error.type in MEMBRANE_ERROR_TYPES:
        raise judge.failure(error)
    own = body.get("statusCode") if isinstance(body, dict) and "message" in body else None
    status = HTTP_STATUS.search(ANSI.sub("", reply.stderr)) if reply.exit_code != 0 else None
    if isinstance(own, int) and own >= 400:
        raise judge.app_failure(own, body)
    if status:
        return accepted(body, int(status.group(1)), judge)
    if reply.exit_code != 0:
        raise judge.failure(told_error(reply) or MembraneError("membrane request failed without saying why"))
    return body


def accepted(body: Any, status: int, judge: Judge) -> Any:
    """Return the body of a good answer; raise what a bad status means."""
    if status >= 400:
        raise judge.app_failure(status, body)
    return body


def reply_body(reply: Reply) -> Any:
    """Return the body as JSON when it is JSON, else as text."""
    try:
        return document_in(reply.stdout)
    except NoDocument:
        return ANSI.sub("", reply.stdout).rstrip("\n")


def binary_file(reply: Reply, judge: Judge) -> AnswerFile | None:
    """Return the file when standard output is one; fail when its bytes were read as text on the way and are lost."""
    if not reply.raw.startswith((b"%PDF-", b"PK\x03\x04")):
        return None
    if b"\xef\xbf\xbd" in reply.raw and "\ufffd" in reply.stdout and reply.raw == reply.stdout.encode():
        message = "Membrane handed the file over as text and destroyed its bytes, so it cannot be saved"
        raise Failure(Exit.REFUSED, "file_damaged", message, f"do not repeat; tell the user to download it in {judge.app}")
    return typed_file(reply.raw)
