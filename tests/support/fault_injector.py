"""A `membrane` in this process that makes faults; the list of its effects is the truth about what happened.

It never makes a change and then answers with a proof that it did not: for the rest, anything may come back.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from skill_helper.membrane.program import Reply

if TYPE_CHECKING:
    from collections.abc import Sequence

RECORD = {"id": "5", "name": "Kiste", "price": 1.5}
CONNECTION = {"id": "c1", "name": "Faktoora", "key": "faktoora", "state": "READY"}
COVERED = (
    *("create-product", "update-product", "delete-product", "get-product", "list-products"),
    *("create-webhook", "update-webhook", "list-webhooks", "create-customer"),
)
UNCOVERED = (
    {"id": "l1", "key": "delete-all", "name": "Delete all", "type": "list-data-records"},
    {"id": "l2", "key": "sync", "name": "Sync", "type": "api-request-to-external-app"},
    {"id": "l3", "key": "list-things", "name": "List things", "type": "list-data-records"},
)
LIVE = [*({"id": f"a-{key}", "key": key, "name": key} for key in COVERED), *UNCOVERED]
READS = {"a-get-product", "a-list-products", "a-list-webhooks", "l3"}
APP_422 = {"type": "connection", "message": "m", "data": {"response": {"status": 422, "data": {"message": "bad"}}}}


class Fault(NamedTuple):
    """How a call of a kind goes wrong.

    `worked` says whether the change was made; `out` is None where the result stands on standard output. `raises` ends
    the reading of the reply; `starts` is False where the system does not start the program.
    """

    name: str
    worked: bool = True
    out: str | None = None
    err: str = ""
    code: int | None = 0
    raises: type[BaseException] | None = None
    starts: bool = True
    too_much: bool = False


NONE = Fault("none")
RESULTS = (
    NONE,
    Fault("result and an error beside it", err="Error: getaddrinfo ENOTFOUND telemetry.example", code=1),
    Fault("result and a log line", err='{"type":"bad_request","message":"log"}'),
    Fault("result and a warning", err="rate limit exceeded; attempt 1: HTTP 429, retrying"),
)
PROOFS = tuple(
    Fault(f"proof: {out or err}"[:60], worked=False, out=out, err=err, code=code)
    for out, err, code in (
        ('{"type":"bad_request","key":"not_authenticated","message":"x"}', "", 1),
        ('{"type":"bad_request","message":"Validation failed: unit"}', "", 1),
        ('{"type":"bad_request","key":"rate_limit_exceeded","message":"x"}', "", 1),
        ("", '{"type":"bad_request","key":"not_found","message":"x"}', 1),
        ("", "Error: Not authenticated\n", 1),
        ("", "Error: Validation failed: unit is required", 1),
        ("", "Error: Request failed with status code 422", 1),
        (json.dumps(APP_422), "", 1),
    )
)
UNKNOWN = tuple(
    Fault(f"unknown: {name}", worked=worked, **fault)
    for worked in (True, False)
    for name, fault in (
        ("silence", {"out": "", "code": 1}),
        ("no words at all", {"out": "", "code": 0}),
        ("half a result", {"out": '{"output":{"id":"new"', "code": 0}),
        ("a run that failed", {"out": '{"type":"action_run","message":"m","actionRunId":"r1"}', "code": 1}),
        ("a lock", {"out": '{"type":"concurrency","key":"lock_timeout","message":"x"}', "code": 1}),
        ("refused, with a run", {"out": '{"type":"bad_request","message":"x","actionRunId":"r1"}', "code": 1}),
        ("status 408", {"out": "", "err": "Error: Request failed with status code 408", "code": 1}),
        ("status 500", {"out": "", "err": "Error: Request failed with status code 500", "code": 1}),
        ("words", {"out": "", "err": "rate limit exceeded while reading the run log", "code": 1}),
        ("a proof beside other words", {"out": "done", "err": "Error: Not authenticated", "code": 1}),
        ("a proof in other words", {"out": "", "err": "Error: Validation failed: x\nError: y", "code": 1}),
        ("a number without end", {"out": '{"output":{"total":1e5000}}', "code": 0}),
        ("brackets", {"out": "[" * 5000, "code": 0}),
        ("a page", {"out": "<html><title>502</title></html>", "code": 0}),
        ("time is over", {"out": "", "code": None}),
        ("half of it, and time is over", {"out": '{"out', "code": None}),
        ("too much", {"out": "x", "code": None, "too_much": True}),
        ("interrupted", {"raises": KeyboardInterrupt}),
        ("no memory", {"raises": MemoryError}),
        ("a bug", {"raises": ZeroDivisionError}),
    )
)
NOT_STARTED = (Fault("not started", worked=False, starts=False),)
OF_CHANGES = (*RESULTS, *PROOFS, *UNKNOWN, *NOT_STARTED)
OF_READS = (*RESULTS, *PROOFS, *(fault for fault in UNKNOWN if fault.worked), *NOT_STARTED)
LOGS = (
    '{"type":"bad_request","message":"no log"}',
    '{"id":"r1","status":"error","error":{"message":"who knows"}}',
    "nothing",
)


class Injector:
    """Starts no process: a call is answered as `fault` says, and a change that was made is noted in `effects`."""

    def __init__(self) -> None:
        """Begin with an account that nobody has changed."""
        self.effects: list[str] = []
        self.fault = NONE
        self.fault_of_read: dict[str, Fault] = {}
        self.log = LOGS[0]

    def start(self, words: Sequence[str]) -> Any:
        """Stand in for the start of the program."""
        self.question = list(words[1:])
        self.changing = is_change(self.question)
        fault = self.fault if self.changing else self.fault_of_read.get(kind_of(self.question), NONE)
        if not fault.starts:
            raise PermissionError(13, "Permission denied")
        if self.changing and (fault.worked or self.is_believed(fault)):
            self.effects.append(" ".join(self.question))
        return fault

    def is_believed(self, fault: Fault) -> bool:
        """Whether a request's end says that it went well.

        A program that ends with 0 and prints any body has sent it.
        """
        ended_well = fault.code == 0 and not fault.raises and not fault.too_much
        return self.question[0] == "request" and ended_well

    def reply(self, fault: Fault, _seconds: float) -> Reply:
        """Stand in for the reading of what the program prints."""
        if fault.raises:
            raise fault.raises()
        out = self.result() if fault.out is None else fault.out
        return Reply(fault.code, out, fault.err, out.encode(), fault.too_much)

    def result(self) -> str:
        """Return what a call prints that goes well."""
        first, second, *_ = [*self.question, ""]
        if first == "request":
            return json.dumps({"id": "new"} if self.changing else RECORD)
        if (first, second) == ("action", "run"):
            return json.dumps({"output": {"id": "new"} if self.changing else RECORD, "actionRunId": "r1"})
        answers: dict[tuple[str, str], Any] = {
            ("connection", "list"): {"items": [CONNECTION]},
            ("connection", "get"): CONNECTION,
            ("action", "list"): {"items": LIVE},
        }
        if (first, second) == ("action-run-log", "get"):
            return self.log
        return json.dumps(answers.get((first, second), {})) if second != "--help" else "membrane action run"


def kind_of(words: Sequence[str]) -> str:
    """Return which question a call asks."""
    return words[0] if words[0] == "request" else " ".join(words[:2])


def is_change(words: Sequence[str]) -> bool:
    """Whether a call would change the account."""
    if words[0] == "request":
        return "--method=GET" not in words and "--method=HEAD" not in words
    return words[:2] == ["action", "run"] and words[2] not in READS
