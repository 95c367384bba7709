# skillc copies this file into each skill; change it in src/skill_helper, not there
"""The command `request`: a call through Membrane's proxy."""

from __future__ import annotations

from ..actions.request_target import read_request_target
from ..base.effects import ChangeFacts, Permit, reading
from ..base.exits import Exit
from ..base.jsontext import dump_json
from ..base.outcome import Failure
from ..base.records import Output
from ..confirm.gate import Proposal, allow, refuse_when_read_only
from ..confirm.warnings import warning_about
from ..input.command_line import CommandLine, one_word
from ..input.sources import option_data, option_json
from ..input.texts import checked_text
from ..membrane.calls import send_request
from ..membrane.connections import chosen_connection
from ..membrane.find import program_of
from ..membrane.proxy import METHODS, READING_METHODS, Parts, ProxyRequest, make_request
from ..output.envelope import NO_CRITERIA, present, refuse_question, search_words, shape_of
from ..output.files import check_output_place
from ..session import Json, Session
from .dry_run import dry_request, known_connection


def run_request(session: Session, line: CommandLine) -> Json:
    """Send a request through Membrane's proxy; anything but GET and HEAD runs only as a confirmed plan."""
    shape = shape_of(line, (), "")
    request = request_of_line(session, line)
    if not request.reads_only:
        refuse_question(shape, f"{request.name} gives no list")
    changing = not request.reads_only and not line.has("dry-run")
    check_output_place(session, line.value("output"), file_expected=False, changing=changing)
    if changing:
        refuse_when_read_only(session, request.name)
    if line.has("dry-run"):
        return dry_request(session, known_connection(session, line), request)
    connection = chosen_connection(session, line.value("connection"))
    permit: Permit = (
        reading(reads_only=True) if request.reads_only else allow(session, _proposal(session, connection, request))
    )
    answer = send_request(session, connection, request, permit)
    searched = (
        search_words([pair for pair in request.query if pair[0] not in NO_CRITERIA]) if request.reads_only else ""
    )
    return present(session, answer, shape._replace(stem=str(request.path), searched=searched), Output(file=True))


def _proposal(session: Session, connection: str, request: ProxyRequest) -> Proposal:
    """Return the change that a request asks for, with what stands at its path now and what the skill warns of."""
    words = request.arguments(connection)
    program_of(session).refuse_impossible(words)
    warned = warning_about(session, request)
    target = read_request_target(session, connection, request)
    facts = ChangeFacts(
        name=request.name,
        connection=connection,
        look=session.command("request", str(request.path if request.method != "DELETE" else request.path.above)),
        target_id=target.id,
    )
    plan = {"do": "request", **(warned.facts() if warned else {}), "target": target.shown, "send": request.facts()}
    reason = warned.sentence if warned else f"{request.name} changes data in {session.app.name}"
    return Proposal(facts, plan, [target.record, request.body], reason, words)


def request_of_line(session: Session, line: CommandLine) -> ProxyRequest:
    """Return the request that the options describe."""
    method = (line.value("method") or "GET").upper()
    if method not in METHODS:
        raise Failure(
            Exit.BAD_INPUT,
            "bad_method",
            f'the method is "{method}"; it is one of {", ".join(METHODS)}',
            "name one of them with -X",
        )
    headers = [_pair(text, ":", "-H") for text in line.options.get("header", ())]
    body = None
    if line.has("json") and line.has("data"):
        raise Failure(Exit.BAD_INPUT, "two_bodies", "both --json and --data were given; a request has one body")
    if line.has("json"):
        body = dump_json(option_json(line, "json"))
        if "content-type" not in [name.lower() for name, _ in headers]:
            headers.append(("Content-Type", "application/json"))
    elif line.has("data"):
        body = option_data(line, "data")
    if body is not None and method in READING_METHODS:
        raise Failure(Exit.BAD_INPUT, "body_with_get", f"{method} has no body", "name the method with -X")
    values = dict(_typed_pair(text, "--pathParam") for text in line.options.get("pathParam", ()))
    query = [_typed_pair(text, "--query") for text in line.options.get("query", ())]
    path = one_word(line, "path")
    return make_request(session, Parts(method, path, values, query, headers, body=body, raw=line.has("rawData")))


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
