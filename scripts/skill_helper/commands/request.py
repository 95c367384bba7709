# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The command `request`: a call through Membrane's proxy."""

from __future__ import annotations

from typing import Any

from ..base.exits import Exit
from ..base.jsontext import dump_json
from ..base.outcome import Failure
from ..confirm.gate import dry_run, refuse_when_read_only, release
from ..input.command_line import CommandLine, one_word
from ..input.values import json_argument, read_text_argument
from ..membrane.calls import repeat_once
from ..membrane.connections import chosen_connection
from ..membrane.proxy import METHODS, READING_METHODS, ProxyCall, check_path, checked_headers, decoded, filled_path, warning_about
from ..membrane.requests import send_request
from ..output.envelope import present, shape_of
from ..output.files import check_output_place
from ..output.rows import listing_in, show_columns
from ..session import Json, Session


def run_request(session: Session, line: CommandLine) -> Json:
    """Send a request through Membrane's proxy; anything but GET and HEAD runs only as a confirmed plan."""
    shape = shape_of(line, (), "")
    check_output_place(session, line.value("output"), file_expected=False)
    call = proxy_call(session, line)
    refuse_when_read_only(session, f"{call.method} {call.path}", reads_only=call.reads_only)
    connection = chosen_connection(session, line.value("connection"))
    if line.has("dry-run"):
        return dry_run(session, call.facts(), None)
    if not call.reads_only:
        release_request(session, connection, call)
    judge = session.judge(changes=not call.reads_only)
    told = (session, connection, call, judge)
    answer = repeat_once(send_request, *told) if call.reads_only else send_request(*told)
    return present(session, answer, shape._replace(stem=call.path), {"file": True}, changed=not call.reads_only)


def release_request(session: Session, connection: str, call: ProxyCall) -> None:
    """Return when the plan of this request is confirmed; else raise it, with what stands at its path now and what the skill warns of."""
    warning = warning_about(session, call.method, call.path)
    record = record_at(session, connection, call)
    shown = None if record is None else show_columns(record, ())
    why = f"{warning or f'{call.method} {call.path} changes data in ' + session.app['name'] + '.'} Nothing was sent yet"
    release(session, connection, {"do": "request", "warning": warning, "target": shown, "send": call.facts()}, [record, call.body], why)


def record_at(session: Session, connection: str, call: ProxyCall) -> Any:
    """Return the record that a request changes: read at its path, else found by its id in the list above; None where neither is there."""
    if call.method not in ("PUT", "PATCH", "DELETE") or call.query:
        return None
    record = readable(session, connection, call.path)
    if isinstance(record, dict):
        return record
    above, _, identifier = call.path.rpartition("/")
    listing = listing_in(readable(session, connection, above), None, None) if above else None
    rows = listing.rows if listing else []
    return next((row for row in rows if isinstance(row, dict) and row.get("id") == decoded(identifier)), None)


def readable(session: Session, connection: str, path: str) -> Any:
    """Return what can be read at a path; None when nothing can."""
    try:
        return repeat_once(send_request, session, connection, ProxyCall("GET", path), session.judge(changes=False))
    except Failure as failure:
        if failure.exit_code in (Exit.NOT_FOUND, Exit.REFUSED):
            return None
        raise


def proxy_call(session: Session, line: CommandLine) -> ProxyCall:
    """Return the request that the options describe."""
    method = (line.value("method") or "GET").upper()
    if method not in METHODS:
        raise Failure(
            Exit.BAD_INPUT, "bad_method", f'the method is "{method}"; it is one of {", ".join(METHODS)}', "name one of them with -X"
        )
    path = filled_path(one_word(line, "path"), dict(pair(text, "=", "--pathParam") for text in line.options.get("pathParam", ())))
    check_path(session, path)
    headers = [pair(text, ":", "-H") for text in line.options.get("header", ())]
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
    query = tuple(pair(text, "=", "--query") for text in line.options.get("query", ()))
    return ProxyCall(method, path, query, checked_headers(headers), body, raw=line.has("rawData"))


def pair(text: str, separator: str, option: str) -> tuple[str, str]:
    """Return name and value of `name=value` or `Name: value`."""
    name, found, value = text.partition(separator)
    if not found or not name.strip():
        raise Failure(Exit.BAD_INPUT, "bad_option", f'{option} is "{text}"; it takes name{separator}value')
    return name.strip(), value.strip() if separator == ":" else value
