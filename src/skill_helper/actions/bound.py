# skillc copies this file into each skill; change it in src/skill_helper, not there
"""One action from input to answer: named live, checked, filled, run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from ..base.exits import Exit
from ..base.jsontext import dump_json
from ..base.outcome import Failure
from ..input.values import number_hint
from ..membrane.calls import membrane_json, repeat_once
from ..membrane.errors import Judge
from ..membrane.proxy import ProxyCall, check_path, filled_path, query_pairs
from ..membrane.requests import send_request
from ..output.rows import at_path, record_in
from ..schema.validation import Problem, problems_of
from ..session import Json, Session
from .live import LiveAction, effective_schema, find_live, renamed_inputs


class BoundAction(NamedTuple):
    """A compiled action in one connection. `schema` is what its input must satisfy now; `live` is None for a proxy request."""

    key: str
    table: Json
    connection: str
    live: LiveAction | None
    schema: Json

    @property
    def reads_only(self) -> bool:
        """Whether the action changes nothing."""
        return bool(self.table["effect"] == "read")

    @property
    def needs_plan(self) -> bool:
        """Whether it runs only as a confirmed plan."""
        return self.table["effect"] == "destructive" or bool(self.table.get("confirm"))

    def takes(self, name: Any) -> bool:
        """Whether there is an input of this name now."""
        return name in (self.schema.get("properties") or {})

    def definitions(self, session: Session) -> Mapping[str, Any]:
        """Return what "#/$defs/Name" in the schema refers to."""
        ours: Json = session.skill["definitions"]
        return {**self.live.definitions, **ours} if self.live else ours

    def own_names(self) -> dict[str, str]:
        """Return `{our name: name to send}` for inputs that Membrane calls otherwise."""
        return renamed_inputs(self.table["input"], self.live) if self.live else {}


def bind_action(session: Session, key: str, connection: str) -> BoundAction:
    """Return the action in a connection and, for a Membrane action, its live id and names."""
    table = session.skill["actions"][key]
    live = find_live(session, connection, table["action"], table["title"]) if "action" in table else None
    return BoundAction(key, table, connection, live, effective_schema(table["input"], live))


def check_input(session: Session, action: BoundAction, values: Mapping[str, Any], *, optional: tuple[str, ...] = ()) -> None:
    """Fail with every problem of the input at once; `optional` may be missing for now."""
    required = [name for name in action.schema.get("required") or () if name not in optional]
    closed = action.live is not None and bool(action.live.names)
    found = problems_of(values, {**action.schema, "required": required}, action.definitions(session), closed=closed)
    if found:
        raise bad_input(action.key, [with_value_hint(problem, values) for problem in found], session.command("describe", action.key))


def bad_input(name: str, problems: list[Problem], describe: str) -> Failure:
    """Return the outcome of an input that breaks its schema."""
    message = f"{name}: {len(problems)} problem{'s' if len(problems) > 1 else ''} with the input; nothing was sent"
    return Failure(
        Exit.BAD_INPUT,
        "bad_input",
        message,
        f"correct and call again; all inputs: {describe}",
        problems=told_once([problem.to_json() for problem in problems]),
    )


def told_once(problems: list[Json]) -> list[Json]:
    """Return problems without the hints that an earlier one gave already."""
    hints: set[str] = set()
    for problem in problems:
        hint = problem.get("hint", "")
        if hint in hints:
            del problem["hint"]
        elif hint:
            hints.add(hint)
    return problems


def with_value_hint(problem: Problem, values: Mapping[str, Any]) -> Problem:
    """Return the problem with a hint about a decimal comma, where that is what is wrong."""
    hint = number_hint(at_path(dict(values), problem.pointer.strip("/").replace("/", "."))) if problem.keyword == "type" else ""
    return Problem(problem.pointer, problem.keyword, problem.message, hint) if hint else problem


def filled_input(session: Session, action: BoundAction, values: Json) -> Json:
    """Return the input with the fields that the app wants back: read from the record, never made up."""
    fill = action.table.get("fill")
    missing = [name for name in fill["fields"] if name not in values and action.takes(name)] if fill else []
    if not fill or not missing:
        return values
    record = read_record(session, action, fill["action"], fill["with"], values)
    lacking = [name for name in missing if not isinstance(record, dict) or record.get(name) is None]
    if lacking:
        problems = [{"pointer": "/" + name, "message": f"{session.app['name']} wants it, and the record has none"} for name in lacking]
        message = f"{action.key} needs {', '.join(lacking)} too; nothing was sent"
        raise Failure(
            Exit.BAD_INPUT, "record_incomplete", message, "ask the user for the values and add them; do not make them up", problems=problems
        )
    return {**values, **{name: record[name] for name in missing}}


def read_record(session: Session, action: BoundAction, key: str, arguments: Mapping[str, str], values: Mapping[str, Any]) -> Any:
    """Return the record that another (reading) action gives for this action's input."""
    reader = bind_action(session, key, action.connection)
    theirs = reader.own_names()
    sent = {theirs.get(name, name): input_value(action, values, source, theirs.get(name, "")) for name, source in arguments.items()}
    if None in sent.values():
        message = f"{action.key} reads the record first with {key}, and it is not certain which of the live inputs names the record"
        raise Failure(
            Exit.BAD_INPUT, "record_not_named", message, f"compare: {session.command('describe', action.key)}; do it in the app otherwise"
        )
    return record_in(run_bound(session, reader, sent))


def input_value(action: BoundAction, values: Mapping[str, Any], name: str, called: str = "") -> Any:
    """Return an input by our name, whatever Membrane calls it; what the reading action is known to call it (`called`) is tried last."""
    for candidate in (name, action.own_names().get(name), called):
        if candidate and candidate in values:
            return values[candidate]
    return None


def judge_of(session: Session, action: BoundAction) -> Judge:
    """Return the judge that knows this action's effect and remedies."""
    return session.judge(changes=not action.reads_only, remedies=action.table.get("errors", ()))


def run_bound(session: Session, action: BoundAction, values: Json) -> Any:
    """Run an action and return its answer. Only what may be repeated is repeated, once."""
    answer = repeat_once(run_once, session, action, values) if action.table.get("idempotent") else run_once(session, action, values)
    if isinstance(answer, dict) and answer.get("succeed") is False:
        message = f"{session.app['name']} answered that {action.key} did not succeed"
        raise Failure(Exit.REFUSED, "app_refused", message, "explain it to the user; do not repeat the same call")
    return answer


def run_once(session: Session, action: BoundAction, values: Json) -> Any:
    """Run an action, by its proxy request or by its live id."""
    judge = judge_of(session, action)
    if action.live is None:
        return send_request(session, action.connection, action_request(session, action, values), judge)
    try:
        return run_live_action(session, action.connection, action.live.id, values, judge)
    except Failure as failure:
        if failure.code != "not_found_in_membrane":
            raise
        # What was remembered is out of date. Nothing was carried out, so the action is looked up and run anew.
        session.store.forget("live")
        now = bind_action(session, action.key, action.connection)
        if now.live is None or now.live.id == action.live.id or now.live.schema != action.live.schema or action.needs_plan:
            raise
        return run_live_action(session, action.connection, now.live.id, values, judge)


def run_live_action(session: Session, connection: str, identifier: str, values: Json, judge: Judge) -> Any:
    """Return the output of a run; a document without `output` and `actionRunId` is no run result."""
    words = ["action", "run", identifier, f"--connectionId={connection}", f"--input={dump_json(values)}"]
    document = membrane_json(session, words, judge)
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
