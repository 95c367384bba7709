"""A stand-in for `membrane` that does the work of a changing call, notes it, and then answers as a test says.

It waits BEFORE seconds before the work, and AFTER seconds between the work and the answer.
"""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, NamedTuple, cast

from support.agent import Answer, Helper

if TYPE_CHECKING:
    from collections.abc import Mapping

    from membrane_sandbox.home import Sandbox

PROGRAM = """\
#!/bin/sh
work() {
  [ -z "$BEFORE" ] || sleep "$BEFORE"
  echo "$*" >>"$RULES/done"
  [ -z "$AFTER" ] || sleep "$AFTER"
  answer
}
answer() { cat "$RULES/out"; cat "$RULES/err" >&2; exit "$(cat "$RULES/code")"; }
case "$1 $2" in
  "action --help") echo "membrane action run" ;;
  "connection list") echo '{"items":[{"id":"c1","name":"Faktoora","key":"faktoora","state":"READY"}]}' ;;
  "connection get") echo '{"id":"c1","name":"Faktoora","key":"faktoora","state":"READY"}' ;;
  "action list") cat "$RULES/actions" ;;
  "action-run-log get") cat "$RULES/log" ;;
  "action run") case "$3" in a-get*) echo '{"output":{"id":"5","name":"Kiste"}}' ;; *) work "$@" ;; esac ;;
  request*) case "$*" in *--method=GET*) cat "$RULES/get" ;; *) work "$@" ;; esac ;;
esac
"""
KEYS = ("create-product", "update-product", "delete-product", "get-product", "list-products")


class Rules(NamedTuple):
    """The helper beside the stand-in; `folder` holds what it answers and what it has done."""

    helper: Helper
    folder: Path

    def answer(self, out: str = "", err: str = "", code: int = 0) -> None:
        """Say what a changing call prints, and its exit code."""
        for name, text in {"out": out, "err": err, "code": str(code)}.items():
            (self.folder / name).write_text(text, encoding="utf-8")

    def __call__(self, *words: str) -> Answer:
        """Call the helper."""
        return self.helper(*words)

    @property
    def done(self) -> int:
        """How often a change was made."""
        path = self.folder / "done"
        return len(path.read_text(encoding="utf-8").splitlines()) if path.exists() else 0


def rules(folder: Path, answers: Mapping[str, str] | None = None) -> Rules:
    """Return the helper beside a new stand-in; `answers` replace what it answers to reads."""
    place = folder / "rules"
    place.mkdir(parents=True)
    program = place / "membrane"
    program.write_text(PROGRAM, encoding="utf-8")
    program.chmod(0o755)
    actions = [{"id": f"a-{key}", "key": key, "name": key} for key in KEYS]
    usual = {"actions": json.dumps({"items": actions}), "log": '{"type":"bad_request","message":"no log"}', "get": "{}"}
    for name, text in {**usual, **(answers or {})}.items():
        (place / name).write_text(text, encoding="utf-8")
    helper = Helper(cast("Sandbox", SimpleNamespace(bin=place)), folder / "user")
    helper.environment["RULES"] = str(place)
    made = Rules(helper, place)
    made.answer('{"output":{"id":"new"},"actionRunId":"r1"}')
    return made
