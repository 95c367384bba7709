"""Running an action: check the input, call the account, shape the output, keep a log. Sources: docs, SDK, OpenAPI."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from membrane_sandbox import exactjson
from membrane_sandbox.account.api import API_KEY
from membrane_sandbox.protocol.catalog import FILE, LIST, Action
from membrane_sandbox.protocol.errors import MembraneError, bad_request, defunct, not_found
from membrane_sandbox.protocol.ids import hex_id
from membrane_sandbox.protocol.naming import live_name, own_names
from membrane_sandbox.protocol.schemas import property_schema
from membrane_sandbox.store import count

if TYPE_CHECKING:
    import sqlite3

    from membrane_sandbox.account.answer import Answer
    from membrane_sandbox.account.api import Account
    from membrane_sandbox.protocol.actions import Actions
    from membrane_sandbox.protocol.connections import Connection
    from membrane_sandbox.switches import Switches

HUGE = 5_000_000
CAUSE_KEYS = {401: "access_token_expired", 429: "rate_limit_exceeded"}


class Runner:
    """Runs actions against the account."""

    def __init__(self, db: sqlite3.Connection, switches: Switches, account: Account, actions: Actions) -> None:
        """Work on an open store."""
        self._db = db
        self._switches = switches
        self._account = account
        self._actions = actions

    def run(self, selector: str, connection_selector: str | None, given: object) -> dict[str, Any]:
        """Run an action and return {output?, actionRunId}.

        Raises bad_request for input that is not an object or lacks a required name; unknown names are dropped (U15).
        When Faktoora refuses, raises action_run with the run's id and the answer nested as its cause (U13).
        """
        action, connection = self._actions.find(selector, connection_selector)
        if not connection.usable:
            raise defunct(connection.id)
        fields = self._checked(action, {} if given is None else given)
        run_id = hex_id(f"run/{count(self._db, 'membrane/run')}")
        answer = self._call(action, fields)
        if not answer.ok:
            error = _failure(answer, run_id)
            self._log(run_id, action, connection, fields, {"status": "error", "error": error.body()})
            raise error
        output = self._output(action, answer)
        self._log(run_id, action, connection, fields, {"status": "success", "output": output})
        return self._result(output, run_id)

    def log(self, run_id: str) -> dict[str, Any]:
        """Return the log record of a run."""
        row = self._db.execute("SELECT doc FROM run_log WHERE id = ?", (run_id,)).fetchone()
        if row is None:
            raise not_found("Action run log", run_id)
        record: dict[str, Any] = exactjson.loads(row[0])
        return record

    def _checked(self, action: Action, given: object) -> dict[str, Any]:
        if not isinstance(given, dict):
            raise bad_request("Validation failed: input must be an object")
        names = self._switches["names"]
        fields = own_names(action, given, names)
        missing = [live_name(action, name, names) for name in action.required if fields.get(name) is None]
        if missing:
            raise bad_request(f"Validation failed: {', '.join(f'{name} is required' for name in missing)}")
        for name, value in fields.items():
            wanted = property_schema(name)["type"]
            if value is not None and not _fits(value, wanted):
                raise bad_request(f"Validation failed: {live_name(action, name, names)} must be {wanted}")
        return fields

    def _call(self, action: Action, fields: dict[str, Any]) -> Answer:
        path = "/".join(
            quote(str(fields[part[1:-1]]), safe="") if part.startswith("{") else part for part in action.path.split("/")
        )
        query = [(name, text) for name in action.query if name in fields for text in _texts(fields[name])]
        body = {name: fields[name] for name in action.body if name in fields}
        if action.result == "draft":
            body = {"invoices": [{**body, "draftOnly": True}]}
        headers = {"X-API-KEY": API_KEY, "Content-Type": "application/json", **self._accept(action)}
        text = exactjson.dumps(body).encode() if action.method in ("POST", "PATCH") else b""
        return self._account.call(action.method, path, query, headers, text)

    def _accept(self, action: Action) -> dict[str, str]:
        if action.result != FILE:
            return {"Accept": "application/json"}
        kinds = {"xml": "application/xml", "json": "application/json"}
        return {"Accept": kinds.get(self._switches["files"], "application/pdf")}

    def _output(self, action: Action, answer: Answer) -> object:
        from membrane_sandbox.protocol.outputs import file_output, list_output  # noqa: PLC0415 - only some results need it

        # By the answer, not by the action: a reserved word used as an id gets JSON where a file was expected.
        if action.result == FILE and answer.media_type != "application/json":
            return file_output(answer, self._switches["files"])
        value = answer.json()
        return list_output(value, self._switches["lists"]) if action.result == LIST else value

    def _result(self, output: object, run_id: str) -> dict[str, Any]:
        form = self._switches["output"]
        if form == "absent":
            return {"actionRunId": run_id}
        forms = {
            "null": None,
            "string": exactjson.dumps(output),
            "huge": {"data": "x" * HUGE} if form == "huge" else None,
        }
        return {"output": forms.get(form, output), "actionRunId": run_id}

    def _log(
        self, run_id: str, action: Action, connection: Connection, fields: dict[str, Any], result: dict[str, Any]
    ) -> None:
        doc = {
            "id": run_id,
            **result,
            "action": {"key": action.key, "name": action.name},
            "connection": {"id": connection.id, "name": connection.name},
            "integration": {"key": "faktoora", "name": "Faktoora"},
            "input": fields,
        }
        self._db.execute("INSERT INTO run_log VALUES (?, ?)", (run_id, exactjson.dumps(doc)))


def _failure(answer: Answer, run_id: str) -> MembraneError:
    message = f"Request failed with status code {answer.status}"
    is_json = answer.media_type == "application/json"
    data = answer.json() if is_json else answer.body.decode("utf-8", "replace")
    key = {"key": CAUSE_KEYS[answer.status]} if answer.status in CAUSE_KEYS else {}
    cause = {
        "type": "connection",
        **key,
        "message": message,
        "data": {"response": {"status": answer.status, "data": data}},
    }
    return MembraneError(400, "action_run", message, actionRunId=run_id, causedByError=cause)


def _texts(value: object) -> list[str]:
    """Return a query value as text, a list as one text per item."""
    if isinstance(value, list):
        return [text for item in value for text in _texts(item)]
    if value is None:
        return []
    return [value if isinstance(value, str) else exactjson.dumps(value)]


def _fits(value: object, wanted: str) -> bool:
    if isinstance(value, bool):
        return wanted == "boolean"
    kinds: dict[str, tuple[type, ...]] = {
        "string": (str,), "integer": (int,), "number": (int, Decimal), "array": (list,),
            "object": (dict,), "boolean": (),
    }  # fmt: skip
    return isinstance(value, kinds[wanted])
