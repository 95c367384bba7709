# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The command `request`: a call through Membrane's proxy."""

from __future__ import annotations

from typing import Any

from ..base.effects import ChangeFacts, Permit, reading
from ..base.exits import Exit
from ..base.jsontext import dump_json
from ..base.outcome import Failure
from ..base.records import Output
from ..confirm.gate import Proposal, allow, dry_run, refuse_when_read_only
from ..input.command_line import CommandLine, one_word
from ..input.texts import checked_text
from ..input.values import json_argument, read_text_argument
from ..membrane.calls import send_request
from ..membrane.connections import chosen_connection
from ..membrane.proxy import (
    METHODS,
    READING_METHODS,
    ProxyRequest,
    check_path,
    checked_headers,
    decoded,
    filled_path,
    warning_about,
)
from ..output.envelope import present, shape_of
from ..output.files import check_output_place
from ..output.rows import listing_in, show_columns
from ..session import Json, Session


def run_request(session: Session, line: CommandLine) -> Json:
    """Send a request through Membrane's proxy; anything but GET and HEAD runs only as a confirmed plan."""
    shape = shape_of(line, (), "")
    request = _proxy_request(session, line)
    changing = not request.reads_only and not line.has("dry-run")
    check_output_place(session, line.value("output"), file_expected=False, changing=changing)
    if changing:
        refuse_when_read_only(session, f"{request.method} {request.path}")
    connection = chosen_connection(session, line.value("connection"))
    if line.has("dry-run"):
        return dry_run(session, request.facts(), None)
    permit: Permit = (
        reading(reads_only=True) if request.reads_only else allow(session, _proposal(session, connection, request))
    )
    answer = send_request(session, connection, request, permit)
    return present(session, answer, shape._replace(stem=request.path), Output(file=True))


def _proposal(session: Session, connection: str, request: ProxyRequest) -> Proposal:
    """Return the change that a request asks for, with what stands at its path now and what the skill warns of."""
    warning = warning_about(session, request.method, request.path)
    record = _record_at(session, connection, request)
    name = f"{request.method} {request.path}"
    facts = ChangeFacts(
        name=name,
        connection=connection,
        look=session.command("request", request.path if request.method != "DELETE" else _above(request.path)),
        target_id=request.path if record is not None else "",
    )
    plan = {
        "do": "request",
        **({"warning": warning} if warning else {}),
        "target": "none: nothing can be read at this path" if record is None else show_columns(record, ()),
        "send": request.facts(),
    }
    reason = (warning or f"{name} changes data in {session.app.name}").rstrip(".")
    return Proposal(facts, plan, [record, request.body], reason)


def _above(path: str) -> str:
    return path.rpartition("/")[0] or "/"


def _record_at(session: Session, connection: str, request: ProxyRequest) -> Any:
    """Return the record that a request changes: read at its path, else found by its id in the list above; None where neither is there."""
    if request.method not in ("PUT", "PATCH", "DELETE"):
        return None
    record = _readable(session, connection, request.path)
    if isinstance(record, dict):
        return record
    above, _, identifier = request.path.rpartition("/")
    listing = listing_in(_readable(session, connection, above), None, None) if above else None
    rows = listing.rows if listing else []
    return next((row for row in rows if isinstance(row, dict) and row.get("id") == decoded(identifier)), None)


def _readable(session: Session, connection: str, path: str) -> Any:
    """Return what can be read at a path; None when nothing can."""
    try:
        return send_request(session, connection, ProxyRequest("GET", path), reading(reads_only=True))
    except Failure as failure:
        if failure.exit_code in (Exit.NOT_FOUND, Exit.REFUSED):
            return None
        raise


def _proxy_request(session: Session, line: CommandLine) -> ProxyRequest:
    """Return the request that the options describe."""
    method = (line.value("method") or "GET").upper()
    if method not in METHODS:
        raise Failure(
            Exit.BAD_INPUT,
            "bad_method",
            f'the method is "{method}"; it is one of {", ".join(METHODS)}',
            "name one of them with -X",
        )
    path = filled_path(
        one_word(line, "path"), dict(_typed_pair(text, "--pathParam") for text in line.options.get("pathParam", ()))
    )
    check_path(session, path)
    headers = [_pair(text, ":", "-H") for text in line.options.get("header", ())]
    body = None
    if line.has("json") and line.has("data"):
        raise Failure(Exit.BAD_INPUT, "two_bodies", "both --json and --data were given; a request has one body")
    if line.has("json"):
        body = dump_json(json_argument(line.value("json") or "", "--json"))
        if "content-type" not in [name.lower() for name, _ in headers]:
            headers.append(("Content-Type", "application/json"))
    elif line.has("data"):
        body = read_text_argument(line.value("data") or "", "--data")
    if body is not None and method in READING_METHODS:
        raise Failure(Exit.BAD_INPUT, "body_with_get", f"{method} has no body", "name the method with -X")
    query = tuple(_typed_pair(text, "--query") for text in line.options.get("query", ()))
    return ProxyRequest(method, path, query, checked_headers(headers), body, raw=line.has("rawData"))


def _typed_pair(text: str, option: str) -> tuple[str, str]:
    """Return name and value of `name=value`, as they were meant."""
    name, value = _pair(text, "=", option)
    return checked_text(name, option), checked_text(value, option)


def _pair(text: str, separator: str, option: str) -> tuple[str, str]:
    """Return name and value of `name=value` or `Name: value`."""
    name, found, value = text.partition(separator)
    if not found or not name.strip():
        raise Failure(Exit.BAD_INPUT, "bad_option", f'{option} is "{text}"; it takes name{separator}value')
    return name.strip(), value.strip() if separator == ":" else value
