"""A stand-in for `membrane` without HTTP: it takes requests and runs, and asks a module of support/apis for the answer.

It is the program that the helper calls, so what an action sends is seen as it goes out. Every key is the key of an
action, and its id.
"""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any, NamedTuple

TESTS = Path(__file__).resolve().parent.parent
PROGRAM = """\
#!{python} -S
import sys
sys.path.insert(0, {tests!r})
from support.stand_in import serve
serve({folder!r}, {app!r}, sys.argv[1:])
"""
CONNECTION = {"id": "c1", "name": "The account", "state": "READY"}


class Sent(NamedTuple):
    """A request as it goes out, or a run: `RUN` of the action `path`. `query` is as it is typed, not encoded."""

    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    headers: dict[str, str]
    body: Any

    @property
    def line(self) -> str:
        """Method, path and query."""
        query = "&".join(f"{name}={value}" for name, value in self.query)
        return f"{self.method} {self.path}" + (f"?{query}" if query else "")

    def get(self, name: str, default: str = "") -> str:
        """Return a value of the query."""
        return dict(self.query).get(name, default)


class StandIn(NamedTuple):
    """The stand-in at `program`, serving an app from `folder`."""

    folder: Path
    program: Path

    @property
    def sent(self) -> list[Sent]:
        """All requests so far."""
        log = self.folder / "sent.jsonl"
        lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
        return [_sent(json.loads(line)) for line in lines]


def stand_in(folder: Path, app: str) -> StandIn:
    """Make the stand-in for the app called `app` in a new folder."""
    folder.mkdir(parents=True)
    program = folder / "membrane"
    text = PROGRAM.format(python=sys.executable, tests=str(TESTS), folder=str(folder), app=app)
    program.write_text(text, encoding="utf-8")
    program.chmod(0o755)
    return StandIn(folder, program)


def serve(folder: str, app: str, words: list[str]) -> None:
    """Be `membrane`: print the answer to one call and end with its exit code."""
    code, out, err = reply_to(folder, app, words)
    sys.stdout.write(out)
    sys.stderr.write(err)
    raise SystemExit(code)


def reply_to(folder: str, app: str, words: list[str]) -> tuple[int, str, str]:
    """Return exit code and output of one call."""
    if words[:2] == ["action", "list"]:
        offered = Path(folder, "actions.json")
        return 0, offered.read_text(encoding="utf-8") if offered.exists() else '{"items": []}', ""
    if words[:1] != ["request"] and words[:2] != ["action", "run"]:
        return 0, json.dumps(CONNECTION if words[1:2] == ["get"] else {"items": [CONNECTION]}), ""
    with (Path(folder) / "sent.jsonl").open("a", encoding="utf-8") as log:
        log.write(json.dumps(words) + "\n")
    status, answer = importlib.import_module(f"support.apis.{app}").answer(Path(folder), _sent(words))
    if words[0] == "action":
        answer = {"output": answer}
    out = answer if isinstance(answer, str) else json.dumps(answer)
    return (1, out, f"HTTP {status}\n") if status >= 400 else (0, out, "")


def _sent(words: list[str]) -> Sent:
    flags: dict[str, list[str]] = {}
    for word in words[3:]:
        name, _, value = word.removeprefix("--").partition("=")
        flags.setdefault(name, []).append(value)
    if words[0] == "action":
        return Sent("RUN", words[2], (), {}, json.loads(flags["input"][0]))
    query = tuple(tuple(pair.split("=", 1)) for pair in flags.get("query", []))
    headers = dict(header.split(": ", 1) for header in flags.get("header", []))
    body = json.loads(flags["data"][0]) if "data" in flags else None
    return Sent(flags["method"][0], words[2], query, headers, body)  # type: ignore[arg-type]
