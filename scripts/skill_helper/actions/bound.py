# skillc copies this file into each skill; change it in src/skill_helper, not there
"""An action in a connection: bound to its live id and names, and carried out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, cast

from ..base.effects import Change, Permit, reading
from ..base.exits import Exit
from ..base.jsontext import dump_json
from ..base.outcome import Failure
from ..base.records import Action, JsonSchema, Output, Request
from ..membrane.calls import ask, send_request
from ..membrane.path import scalar_text
from ..membrane.proxy import Parts, ProxyRequest, make_request
from ..membrane.replies import run_output_in
from ..output.answer_files import AnswerFile
from ..schema.validation import Problem
from ..session import Json, Session
from ..wire.body import body_of
from ..wire.codecs import WireError, decoded, encoded
from ..wire.query import query_of
from .live import LiveAction, LiveActions, effective_schema, named_action, renamed_inputs


class BoundAction(NamedTuple):
    """An action in one connection.

    `schema` is what its input must satisfy now, `definitions` what its references mean, `renamed` is
    `{our name: name to send}` for inputs that Membrane calls otherwise; `live` is None for a proxy request.
    """

    action: Action
    offer: LiveActions
    live: LiveAction | None
    schema: JsonSchema
    definitions: Mapping[str, Any]
    renamed: Mapping[str, str]

    @property
    def key(self) -> str:
        """The key of the action."""
        return self.action.key

    @property
    def trusted(self) -> bool:
        """Whether every property of the schema is the descriptor's own: those that only Membrane describes are not."""
        known = {self.renamed.get(name, name) for name in self.action.input.get("properties") or {}}
        return self.live is None or known.issuperset(self.live.names)

    @property
    def connection(self) -> str:
        """The id of the connection."""
        return self.offer.connection or ""

    def takes(self, name: Any) -> bool:
        """Whether there is an input of this name now; "" is none."""
        return name in (self.schema.get("properties") or {})

    def value_of(self, values: Mapping[str, Any], name: str, reader_name: str = "") -> Any:
        """Return an input by our name, else as Membrane calls it, else as the action that reads the record calls it."""
        for candidate in (name, self.renamed.get(name), reader_name):
            if candidate and candidate in values:
                return values[candidate]
        return None


def bind_action(session: Session, action: Action, offer: LiveActions) -> BoundAction:
    """Return the action in a connection and, for a Membrane action, its live id and names."""
    ours = session.skill.definitions
    if not action.membrane_action:
        return BoundAction(action, offer, None, action.input, ours, {})
    live = offer.find(lambda actions: named_action(actions, action))
    if live is None:
        remedy = f"search what it offers: {session.command('actions', action.title)}"
        message = f'this connection offers no action "{action.membrane_action}" that does what this skill says of it'
        raise Failure(Exit.NOT_FOUND, "action_not_offered", message, remedy)
    renamed = renamed_inputs(action.input, live)
    schema = effective_schema(action.input, live, renamed)
    return BoundAction(action, offer, live, schema, {**live.definitions, **ours}, renamed)


def bind_sibling(session: Session, bound: BoundAction, key: str) -> BoundAction:
    """Return another action of the skill in the same connection."""
    return bind_action(session, session.skill.actions[key], bound.offer)


def read_bound(session: Session, bound: BoundAction, values: Json) -> Any:
    """Run an action that only reads and return its answer."""
    answer = run_bound(
        session, bound, values, reading(reads_only=bound.action.reads_only, remedies=bound.action.errors)
    )
    if isinstance(answer, AnswerFile) and not _is_expected(answer, bound.action.output):
        wanted = " or ".join(bound.action.output.types) or "data"
        message = f"{bound.key} got a file or a web page ({answer.media_type}) where {wanted} was expected"
        raise Failure(
            Exit.TEMPORARY, "unexpected_file", message, "wait a minute, then call again; if it stays so, tell the user"
        )
    return answer


def _is_expected(file: AnswerFile, output: Output) -> bool:
    """Whether an action may answer with such a file."""
    return output.file and (not output.types or file.media_type in output.types)


def run_bound(session: Session, bound: BoundAction, values: Json, permit: Permit) -> Any:
    """Run an action and return its answer."""
    answer = _run(session, bound, values, permit)
    if isinstance(permit, Change) and isinstance(answer, dict) and answer.get("succeed") is False:
        permit.answered = False  # with a result, but none that says that it was done
        message = f"{session.app.name} answered that {bound.key} did not succeed"
        raise Failure(Exit.REFUSED, "app_refused", message, "explain it to the user; do not repeat the same call")
    return decoded(answer, bound.action.output.wire, {})


def _run(session: Session, bound: BoundAction, values: Json, permit: Permit) -> Any:
    """Run an action, by its proxy request or by its live id."""
    if bound.live is None:
        return send_request(session, bound.connection, request_of(session, bound.action, values), permit)
    try:
        return run_live(session, bound.connection, bound.live, live_input(session, bound, values), permit)
    except Failure as failure:
        if failure.code != "not_found_in_membrane":
            raise
        # What is remembered is out of date. A read is looked up and rerun; a change is made once, its caller is told.
        session.store.forget("live")
        if not bound.action.reads_only:
            failure.remedy = "call again: the action is looked up anew"
            raise
        now = bind_action(session, bound.action, LiveActions(session, bound.connection))
        same = now.live is None or now.live.id == bound.live.id or now.live.schema != bound.live.schema
        if same or now.live is None:
            raise
        return run_live(session, bound.connection, now.live, live_input(session, now, values), permit)


def run_live(session: Session, connection: str, live: LiveAction, values: Json, permit: Permit) -> Any:
    """Return the output of a run."""
    return ask(session, live_words(connection, live, values), run_output_in, permit)


def live_words(connection: str, live: LiveAction, values: Json) -> list[str]:
    """Return the words with which `membrane` runs a live action."""
    return ["action", "run", live.id, f"--connectionId={connection}", f"--input={dump_json(values)}"]


def live_input(session: Session, bound: BoundAction, values: Json) -> Json:
    """Return the input of a run as the app wants it, by the codecs of the descriptor."""
    ours = bound.action.input.get("properties") or {}
    schema = {"properties": {bound.renamed.get(name, name): part for name, part in ours.items()}}
    return dict(_written(session, bound.action, lambda: encoded(values, schema, session.skill.definitions)))


def request_of(session: Session, action: Action, values: Mapping[str, Any]) -> ProxyRequest:
    """Return the proxy request that an action's input makes."""
    return cast("ProxyRequest", _written(session, action, lambda: _request_of(session, action, values)))


def _request_of(session: Session, action: Action, values: Mapping[str, Any]) -> ProxyRequest:
    request = action.request or Request("", "")
    made = action.prepare.makes if action.prepare else {}
    schema = {"properties": {**(action.input.get("properties") or {}), **made}}
    inputs = encoded(values, schema, session.skill.definitions)
    headers = _headers_of(request, action.output, inputs)
    body = None
    if request.body is not None:
        body = dump_json(body_of(request, inputs))
        if "content-type" not in [name.lower() for name in headers]:
            headers["Content-Type"] = "application/json"
    query = query_of(request.query, inputs)
    return make_request(session, Parts(request.method, request.path, inputs, query, own_headers=headers, body=body))


def _headers_of(request: Request, output: Output, inputs: Mapping[str, Any]) -> dict[str, str]:
    """Return the headers of a descriptor: constants, those of inputs, and the media types of a file."""
    headers = {}
    for name, value in request.headers.items():
        if not isinstance(value, dict):
            headers[name] = value
        elif value["from"] in inputs:
            headers[name] = scalar_text(inputs[value["from"]])
    if output.types and "accept" not in [name.lower() for name in headers]:
        headers["Accept"] = ", ".join(output.types)
    return headers


def _written(session: Session, action: Action, write: Callable[[], Any]) -> Any:
    """Return what is sent; fail for an input that the app has no form for, or that no path or header can carry."""
    describe = session.command("describe", action.key)
    try:
        return write()
    except WireError as error:
        from .checked import bad_input

        raise bad_input(action.key, [Problem(error.pointer, "wire", error.message)], describe) from None
    except Failure as failure:
        if failure.exit_code is Exit.BAD_INPUT:  # its remedy is for whoever writes a request
            failure.remedy = f"correct the input and call again; all inputs: {describe}"
        raise


def words_of(session: Session, bound: BoundAction, values: Json) -> list[str]:
    """Return the words with which `membrane` is called."""
    if bound.live is None:
        return request_of(session, bound.action, values).arguments(bound.connection)
    return live_words(bound.connection, bound.live, live_input(session, bound, values))


def call_facts(session: Session, bound: BoundAction, values: Json) -> Json:
    """Return what would be sent, for a plan or a dry run."""
    if bound.live is None:
        return request_of(session, bound.action, values).facts()
    return {"action": bound.key, "id": bound.live.id, "input": live_input(session, bound, values)}
