"""The commands that act on the account: an action, a live action, a proxy request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .actions import BoundAction, bind_action, call_facts, check_input, filled_input, read_target, run_bound, run_output
from .answer_files import check_output_place
from .arguments import CommandLine
from .calls import membrane_json, repeat_once
from .connections import chosen_connection, connection_facts, reading_judge, require_connection, require_ready
from .exits import Exit
from .inputs import collect_input, json_argument, read_text_argument
from .jsontext import dump_json
from .live import by_id
from .outcome import Failure
from .paging import run_list
from .plans import confirm_or_plan, forget_expired_plans
from .presenting import Shape, present
from .proxy import METHODS, ProxyCall, check_path, checked_headers, filled_path, send_request
from .session import Json, Session
from .validation import problems_of
from .verdicts import Judge


def run_action(session: Session, line: CommandLine, key: str) -> Json:
    """Run one compiled action."""
    table = session.skill["actions"][key]
    output = table["output"]
    refuse_words(line, f"{key} takes its input as --name value")
    check_output_place(session, line.value("output"), file_expected=bool(output.get("file")))
    action = bind_action(session, key, line.value("connection"))
    given = collect_input(line.value("input"), line.inputs, action.schema, session.skill["definitions"])
    check_input(session, action, given, optional=tuple((table.get("fill") or {}).get("fields", ())))
    refuse_when_read_only(session, line, key, reads_only=action.reads_only)
    values = filled_input(session, action, given)
    check_input(session, action, values)
    if line.has("dry-run"):
        return dry_run(session, call_facts(session, action, values), read_target(session, action, values)[0])
    if action.needs_plan:
        release_action(session, line, action, values)
    shape = Shape.of(line, output.get("show", ()), file_stem(table, values))
    if table.get("page"):
        return run_list(session, line, action, values, shape)
    answer = run_bound(session, action, values)
    return present(session, answer, shape, may_be_file=bool(output.get("file")), items=output.get("items"), total=output.get("total"))


def release_action(session: Session, line: CommandLine, action: BoundAction, values: Json) -> None:
    """Return when the plan of this action is confirmed; else raise the plan, with the record as it stands now."""
    destructive = action.table["effect"] == "destructive"
    shown, target = read_target(session, action, values)
    facts = {"do": action.key, "effect": action.table["effect"], "target": shown, "send": call_facts(session, action, values)}
    why = f"{action.key} {'cannot be undone' if destructive else 'sends account data to others'}; nothing was changed yet"
    release(session, line, action.connection, facts, target, why)


def release(session: Session, line: CommandLine, connection: str, facts: Mapping[str, Any], target: Any, why: str) -> None:
    """Return when `--confirm` releases a plan made of these facts and the account; else raise it."""
    forget_expired_plans(session)
    shown = {name: value for name, value in facts.items() if value is not None}
    plan = {"account": ready_connection(session, connection), **shown, "skill": f"{session.skill['name']} {session.skill['version']}"}
    confirm_or_plan(session, plan, target, line.value("confirm"), why)


def ready_connection(session: Session, connection: str) -> Json:
    """Return the facts of the connection; fail when nothing can be sent through it."""
    judge = reading_judge(session)
    record = require_connection(repeat_once(lambda: membrane_json(session, ["connection", "get", connection], judge)), judge)
    require_ready(session, record)
    return connection_facts(record)


def dry_run(session: Session, call: Json, target: Any) -> Json:
    """Return what would be sent, with the record that is meant as it stands now."""
    shown = {} if target is None else {"target": target}
    return {"ok": True, "dry_run": True, "would_send": call, **shown, "next": session.again(without=("--dry-run",))}


def refuse_when_read_only(session: Session, line: CommandLine, what: str, *, reads_only: bool) -> None:
    """Fail when the user forbade everything but reads."""
    if session.read_only and not reads_only and not line.has("dry-run"):
        name = session.variable("READ_ONLY")
        raise Failure(Exit.REFUSED, "read_only", f"{what} changes data, and the user has set {name}; nothing was sent", "tell the user; do not change that variable yourself")


def refuse_words(line: CommandLine, usage: str) -> None:
    """Fail when words were given that nothing asks for."""
    if line.words:
        raise Failure(Exit.BAD_INPUT, "unexpected_word", f'"{line.words[0]}" is not expected here', usage)


def one_word(line: CommandLine, what: str) -> str:
    """Return the one word of a command line."""
    if len(line.words) != 1:
        found = f"{len(line.words)} were given" if line.words else "none was given"
        raise Failure(Exit.BAD_INPUT, "wrong_usage", f"{line.command} takes one {what}; {found}")
    return line.words[0]


def file_stem(table: Mapping[str, Any], values: Mapping[str, Any]) -> str:
    """Return the name of a saved file, made from the entity and the id that was asked for."""
    return "-".join([str(table["entity"]), *(str(values[name]) for name in table["input"].get("required", ()) if name in values)])


def run_live(session: Session, line: CommandLine) -> Json:
    """Run a live action that no descriptor covers; one that a descriptor covers runs as that, with all its rules."""
    connection = chosen_connection(session, line.value("connection"))
    live = by_id(session, connection, one_word(line, "action id"))
    key = next((key for key, table in session.skill["actions"].items() if "action" in table and table["action"] == live.key), None)
    if key is None:
        titles = {table["title"].casefold(): key for key, table in session.skill["actions"].items() if "action" in table}
        key = None if live.key else titles.get(live.name.casefold())
    if key is not None:
        raise Failure(Exit.BAD_INPUT, "covered_action", f'"{live.name}" is the action {key} of this skill', f"run: {session.command(key, '--help')}")
    check_output_place(session, line.value("output"), file_expected=False)
    values = collect_input(line.value("input"), (), live.schema, {})
    found = problems_of(values, {**live.schema, "additionalProperties": not live.names}, {})
    if found:
        message = f"{live.name}: {len(found)} problem{'s' if len(found) > 1 else ''} with the input; nothing was sent"
        raise Failure(Exit.BAD_INPUT, "bad_input", message, f"all inputs: {session.command('describe', live.id)}", problems=[problem.to_json() for problem in found])
    call = {"action": live.name, "id": live.id, "input": values}
    if line.has("dry-run"):
        return dry_run(session, call, None)
    if not live.reads_only:
        refuse_when_read_only(session, line, live.name, reads_only=False)
        why = f'nobody knows what "{live.name}" changes; nothing was sent yet'
        release(session, line, connection, {"do": "run", "effect": "unknown", "send": call}, None, why)
    judge = Judge(session.app["name"], changes=not live.reads_only, connect=session.command("connect"))
    words = ["action", "run", live.id, f"--connectionId={connection}", f"--input={dump_json(values)}"]
    answer = run_output(membrane_json(session, words, judge), judge)
    return present(session, answer, Shape.of(line, (), live.key or live.id), may_be_file=True)


def run_request(session: Session, line: CommandLine) -> Json:
    """Send a request through Membrane's proxy; anything but GET and HEAD runs only as a confirmed plan."""
    check_output_place(session, line.value("output"), file_expected=False)
    call = proxy_call(session, line)
    refuse_when_read_only(session, line, f"{call.method} {call.path}", reads_only=call.reads_only)
    connection = chosen_connection(session, line.value("connection"))
    if line.has("dry-run"):
        return dry_run(session, call.facts(), None)
    if not call.reads_only:
        why = f"{call.method} {call.path} changes data in {session.app['name']}; nothing was sent yet"
        release(session, line, connection, {"do": "request", "send": call.facts()}, call.body, why)
    judge = Judge(session.app["name"], changes=not call.reads_only, connect=session.command("connect"))
    once = lambda: send_request(session, connection, call, judge)  # noqa: E731
    answer = repeat_once(once) if call.reads_only else once()
    return present(session, answer, Shape.of(line, (), call.path.strip("/").replace("/", "-")), may_be_file=True)


def proxy_call(session: Session, line: CommandLine) -> ProxyCall:
    """Return the request that the options describe."""
    method = (line.value("method") or "GET").upper()
    if method not in METHODS:
        raise Failure(Exit.BAD_INPUT, "bad_method", f'the method is "{method}"; it is one of {", ".join(METHODS)}')
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
    if body is not None and method in ("GET", "HEAD"):
        raise Failure(Exit.BAD_INPUT, "body_with_get", f"{method} has no body", "name the method with -X")
    query = tuple(pair(text, "=", "--query") for text in line.options.get("query", ()))
    return ProxyCall(method, path, query, checked_headers(headers), body, raw=line.has("rawData"))


def pair(text: str, separator: str, option: str) -> tuple[str, str]:
    """Return name and value of `name=value` or `Name: value`."""
    name, found, value = text.partition(separator)
    if not found or not name.strip():
        raise Failure(Exit.BAD_INPUT, "bad_option", f'{option} is "{text}"; it takes name{separator}value')
    return name.strip(), value.strip() if separator == ":" else value
