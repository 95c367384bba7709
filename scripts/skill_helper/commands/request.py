# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The command `request`: a call through Membrane's proxy."""

from __future__ import annotations

from typing import Any

from ..base.exits import Exit
from ..base.jsontext import dump_json
from ..base.outcome import Failure
from ..base.records import Output
from ..confirm.gate import dry_run, refuse_when_read_only, require_confirmation
from ..input.command_line import CommandLine, one_word
from ..input.values import json_argument, read_text_argument
from ..membrane.calls import send_request
from ..membrane.connections import chosen_connection
from ..membrane.errors import Call
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
    check_output_place(session, line.value("output"), file_expected=False)
    request = _proxy_request(session, line)
    refuse_when_read_only(session, f"{request.method} {request.path}", reads_only=request.reads_only)
    connection = chosen_connection(session, line.value("connection"))
    if line.has("dry-run"):
        return dry_run(session, request.facts(), None)
    changes = not request.reads_only
    if changes:
        _confirm(session, connection, request)
    answer = send_request(session, connection, request, Call(changes=changes, repeats=not changes))
    return present(session, answer, shape._replace(stem=request.path), Output(file=True), changed=changes)


def _confirm(session: Session, connection: str, request: ProxyRequest) -> None:
    """Return when the plan of this request is confirmed.

    Else raise it, with what stands at its path now and what the skill warns of.
    """
    warning = warning_about(session, request.method, request.path)
    record = _record_at(session, connection, request)
    shown = None if record is None else show_columns(record, ())
    effect = warning or f"{request.method} {request.path} changes data in {session.app.name}."
    facts = {"do": "request", "warning": warning, "target": shown, "send": request.facts()}
    require_confirmation(session, connection, facts, [record, request.body], f"{effect} Nothing was sent yet")


def _record_at(session: Session, connection: str, request: ProxyRequest) -> Any:
    """Return the record that a request changes: read at its path, else found by its id in the list above.

    None where neither is there.
    """
    if request.method not in ("PUT", "PATCH", "DELETE") or request.query:
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
        return send_request(session, connection, ProxyRequest("GET", path), Call(changes=False, repeats=True))
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
        one_word(line, "path"), dict(_pair(text, "=", "--pathParam") for text in line.options.get("pathParam", ()))
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
    query = tuple(_pair(text, "=", "--query") for text in line.options.get("query", ()))
    return ProxyRequest(method, path, query, checked_headers(headers), body, raw=line.has("rawData"))


def _pair(text: str, separator: str, option: str) -> tuple[str, str]:
    """Return name and value of `name=value` or `Name: value`."""
    name, found, value = text.partition(separator)
    if not found or not name.strip():
        raise Failure(Exit.BAD_INPUT, "bad_option", f'{option} is "{text}"; it takes name{separator}value')
    return name.strip(), value.strip() if separator == ":" else value
