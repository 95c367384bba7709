"""One action from input to answer: named live, checked, filled, planned, run, read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .calls import membrane_json, repeat_once
from .connections import chosen_connection
from .exits import Exit
from .inputs import number_hint
from .jsontext import dump_json
from .live import LiveAction, effective_schema, find_live, renamed_inputs
from .outcome import Failure
from .proxy import ProxyCall, check_path, filled_path, query_pairs, send_request
from .results import Listing, at_path, listing_in, record_in, show_columns
from .session import Json, Session
from .validation import Problem, problems_of
from .verdicts import Judge

TARGET_ROWS = 1000


@dataclass(frozen=True)
class BoundAction:
    """A compiled action in one connection. `schema` is what its input must satisfy now; `live` is None for a proxy request."""

    key: str
    table: Json
    connection: str
    live: LiveAction | None
    schema: Json

    @property
    def reads_only(self) -> bool:
        """Whether the action changes nothing."""
        return self.table["effect"] == "read"

    @property
    def needs_plan(self) -> bool:
        """Whether it runs only as a confirmed plan."""
        return self.table["effect"] == "destructive" or bool(self.table.get("confirm"))

    def own_names(self) -> dict[str, str]:
        """Return `{our name: name to send}` for inputs that Membrane calls otherwise."""
        return renamed_inputs(self.table["input"], self.live) if self.live else {}


def bind_action(session: Session, key: str, named_connection: str | None) -> BoundAction:
    """Return the action with its connection and, for a Membrane action, its live id and names."""
    table = session.skill["actions"][key]
    connection = chosen_connection(session, named_connection)
    live = find_live(session, connection, table["action"], table["title"]) if "action" in table else None
    return BoundAction(key, table, connection, live, effective_schema(table["input"], live))


def check_input(session: Session, action: BoundAction, values: Mapping[str, Any], *, optional: tuple[str, ...] = ()) -> None:
    """Fail with every problem of the input at once; `optional` may be missing for now."""
    required = [name for name in action.schema.get("required") or () if name not in optional]
    found = problems_of(values, {**action.schema, "required": required}, session.skill["definitions"])
    if found:
        problems = [with_value_hint(problem, values).to_json() for problem in found]
        message = f"{action.key}: {len(found)} problem{'s' if len(found) > 1 else ''} with the input; nothing was sent"
        raise Failure(Exit.BAD_INPUT, "bad_input", message, f"correct and call again; all inputs: {session.command('describe', action.key)}", problems=problems)


def with_value_hint(problem: Problem, values: Mapping[str, Any]) -> Problem:
    """Return the problem with a hint about a decimal comma, where that is what is wrong."""
    hint = number_hint(at_path(dict(values), problem.pointer.strip("/").replace("/", "."))) if problem.keyword == "type" else ""
    return Problem(problem.pointer, problem.keyword, problem.message, hint) if hint else problem


def filled_input(session: Session, action: BoundAction, values: Json) -> Json:
    """Return the input with the fields that the app wants back: read from the record, never made up."""
    fill = action.table.get("fill")
    missing = [name for name in fill["fields"] if name not in values] if fill else []
    if not fill or not missing:
        return values
    record = read_record(session, action, fill["action"], fill["with"], values)
    lacking = [name for name in missing if not isinstance(record, dict) or record.get(name) is None]
    if lacking:
        problems = [{"pointer": "/" + name, "message": f"{session.app['name']} wants it, and the record has none"} for name in lacking]
        raise Failure(Exit.BAD_INPUT, "record_incomplete", f"{action.key} needs {', '.join(lacking)} too; nothing was sent", "ask the user for the values and add them", problems=problems)
    return {**values, **{name: record[name] for name in missing}}


def read_record(session: Session, action: BoundAction, key: str, arguments: Mapping[str, str], values: Mapping[str, Any]) -> Any:
    """Return the record that another (reading) action gives for this action's input."""
    reader = bind_action(session, key, action.connection)
    ours, theirs = action.own_names(), reader.own_names()
    sent = {theirs.get(name, name): values.get(source, values.get(ours.get(source, source))) for name, source in arguments.items()}
    return record_in(run_bound(session, reader, {name: value for name, value in sent.items() if value is not None}))


def read_target(session: Session, action: BoundAction, values: Mapping[str, Any]) -> tuple[Any, Any]:
    """Return what a plan shows of the record that is meant, and the whole record; (None, None) when the action names none."""
    target = action.table.get("target")
    if not target:
        return None, None
    if not target.get("match"):
        record = read_record(session, action, target["action"], target["with"], values)
        return show_columns(record, target["show"]), record
    ours = action.own_names()
    wanted = {name: values.get(source, values.get(ours.get(source, source))) for name, source in target["match"].items()}
    record, complete = find_row(session, action, target["action"], wanted)
    if record is None and complete:
        told = ", ".join(f"{name} {value}" for name, value in wanted.items())
        raise Failure(Exit.NOT_FOUND, "target_not_found", f"there is no {action.table['entity']} with {told}; nothing was sent", f"look it up: {session.command(target['action'])}")
    if record is None:
        return f"not among the first {TARGET_ROWS} of {target['action']}; look it up before you ask the user", None
    return show_columns(record, target["show"]), record


def find_row(session: Session, action: BoundAction, key: str, wanted: Mapping[str, Any]) -> tuple[Any, bool]:
    """Return the row of a list that matches, and whether the whole list was seen."""
    reader = bind_action(session, key, action.connection)
    seen = 0
    for number in range(1, TARGET_ROWS):
        listing = read_page(session, reader, {}, number)
        for row in listing.rows:
            if isinstance(row, dict) and all(row.get(name) == value for name, value in wanted.items()):
                return row, True
        seen += len(listing.rows)
        if is_last_page(reader, listing, seen, number):
            return None, True
        if seen >= TARGET_ROWS:
            break
    return None, False


def read_page(session: Session, action: BoundAction, values: Mapping[str, Any], number: int) -> Listing:
    """Return one page of a list action, as big as the app allows."""
    page, known = action.table.get("page"), action.schema.get("properties") or {}
    asked = dict(values)
    if page and page["number"] in known:
        asked[page["number"]] = number
    if page and page.get("size") in known and page.get("max"):
        asked.setdefault(page["size"], page["max"])
    return listing_of(action, run_bound(session, action, asked))


def listing_of(action: BoundAction, answer: Any) -> Listing:
    """Return the list in an answer; an answer that is no list counts as one row."""
    output = action.table["output"]
    listing = listing_in(answer, output.get("items"), output.get("total"))
    return listing if listing is not None else Listing([] if answer is None else [answer])


def is_last_page(action: BoundAction, listing: Listing, seen: int, number: int) -> bool:
    """Whether nothing follows this page, by all that the answer tells."""
    page, known = action.table.get("page"), action.schema.get("properties") or {}
    if not page or page["number"] not in known or not listing.rows:
        return True
    if listing.pages is not None:
        return number >= listing.pages
    if listing.total is not None:
        return seen >= listing.total
    return listing.size is not None and len(listing.rows) < listing.size


def judge_of(session: Session, action: BoundAction) -> Judge:
    """Return the judge that knows this action's effect and remedies."""
    return Judge(session.app["name"], changes=not action.reads_only, remedies=action.table.get("errors", ()), connect=session.command("connect"))


def run_bound(session: Session, action: BoundAction, values: Json) -> Any:
    """Run an action and return its answer. Only what may be repeated is repeated, once."""
    judge = judge_of(session, action)
    if action.live is None:
        call = action_request(session, action, values)
        once = lambda: send_request(session, action.connection, call, judge)  # noqa: E731
    else:
        words = ["action", "run", action.live.id, f"--connectionId={action.connection}", f"--input={dump_json(values)}"]
        once = lambda: run_output(membrane_json(session, words, judge), judge)  # noqa: E731
    answer = repeat_once(once) if action.table.get("idempotent") else once()
    if isinstance(answer, dict) and answer.get("succeed") is False:
        raise Failure(Exit.REFUSED, "app_refused", f"{session.app['name']} answered that {action.key} did not succeed", "explain it to the user; do not repeat the same call")
    return answer


def run_output(document: Any, judge: Judge) -> Any:
    """Return the output of a run; a document without `output` and `actionRunId` is no run result."""
    if isinstance(document, dict) and ("output" in document or "actionRunId" in document):
        return document.get("output")
    raise judge.doubtful("membrane_unreadable", "Membrane's answer is not the result of a run", "", {"said": dump_json(document)[:300]})


def action_request(session: Session, action: BoundAction, values: Mapping[str, Any]) -> ProxyCall:
    """Return the proxy request that an action's input makes."""
    request = action.table["request"]
    path = filled_path(request["path"], values)
    check_path(session, path)
    headers = dict(request.get("headers") or {})
    body = None
    if request.get("body"):
        members: Any = {name: values[name] for name in request["body"] if name in values}
        body = dump_json({request["envelope"]: [members]} if request.get("envelope") else members)
        headers.setdefault("Content-Type", "application/json")
    return ProxyCall(request["method"], path, query_pairs(request.get("query") or (), values), tuple(headers.items()), body)


def call_facts(session: Session, action: BoundAction, values: Json) -> Json:
    """Return what would be sent, for a plan or a dry run."""
    if action.live is None:
        return action_request(session, action, values).facts()
    return {"action": action.key, "id": action.live.id, "input": values}
