"""The helper as an agent runs it: a process beside a sandbox, with a state folder and a current folder of its own."""

from __future__ import annotations

import atexit
import json
import os
import runpy
import sys
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from membrane_sandbox.home import Sandbox
from support.forked_membrane import fork_membranes, load_sandbox
from support.places import SCRIPT
from support.process import Run, run, run_forked

ENTRY = (sys.executable, str(SCRIPT))


class Answer(Run):
    """How one call of the helper ended, with one document (or a help text) on standard output."""

    @property
    def document(self) -> dict[str, Any]:
        """The document on standard output; fractions as Decimal."""
        value = self.json(Decimal)
        assert isinstance(value, dict)
        return value

    @property
    def error(self) -> dict[str, Any]:
        """The error in the document."""
        error = self.document["error"]
        assert isinstance(error, dict)
        return error

    @property
    def outcome(self) -> tuple[int, str]:
        """Exit code and error code; an empty error code after success."""
        return self.code, "" if self.document["ok"] else str(self.error["code"])


class Helper:
    """The helper beside a sandbox, with a state folder and a current folder of its own."""

    def __init__(self, sandbox: Sandbox, folder: Path, command: tuple[str, ...] = ENTRY) -> None:
        """Run `command` in `folder`, which is made."""
        self.sandbox = sandbox
        self.command = command
        self.state = folder / "state"
        self.work = folder / "work"
        self.work.mkdir(parents=True)
        path = os.pathsep.join([str(sandbox.bin), str(Path(sys.executable).parent), os.environ["PATH"]])
        self.environment = {**os.environ, "PATH": path, "XDG_STATE_HOME": str(self.state), "HOME": str(folder)}
        for name in ("FAKTOORA_READ_ONLY", "FAKTOORA_STATE_DIR", "MEMBRANE_BIN", "PYTHONDONTWRITEBYTECODE"):
            self.environment.pop(name, None)

    def __call__(self, *words: str, stdin: bytes = b"") -> Answer:
        """Call the helper and return what it gave."""
        if self.command != ENTRY:
            return self.process(*words, stdin=stdin)
        _byte_code()
        load_sandbox()
        return Answer(*run_forked(lambda: start_shipped_helper(words), self.work, self.environment, stdin))

    def process(self, *words: str, stdin: bytes = b"") -> Answer:
        """Call the helper with an interpreter of its own, which the environment can change."""
        return self.run([*self.command, *words], stdin)

    def run(self, words: list[str], stdin: bytes = b"") -> Answer:
        """Run a program in the helper's place."""
        return Answer(*run(words, self.work, self.environment, stdin))

    def shell(self, command: str) -> Answer:
        """Type a command that the helper has printed into a shell, which takes it to words.

        They are given to the helper under test.
        """
        printed = self.run(["sh", "-c", f"python3() {{ printf '%s\\0' \"$@\"; }}\n{command}"]).ok()
        script, *words = printed.out.split("\0")[:-1]
        assert Path(script).name == "faktoora.py"
        return self(*words)

    def ok(self, *words: str, stdin: bytes = b"") -> dict[str, Any]:
        """Return the document of a call that must succeed."""
        return self(*words, stdin=stdin).ok().document

    def confirmed(self, *words: str) -> Answer:
        """Plan a call and confirm the plan."""
        plan = self(*words)
        assert plan.outcome == (5, "confirmation_needed"), plan.out
        return self(*words, "--confirm", plan.error["digest"])

    def account_calls(self) -> list[tuple[str, str]]:
        """Return method and path of each call that reached the account."""
        return [(call["method"], call["path"]) for call in self.sandbox.calls() if call["kind"] == "account"]

    def changes(self) -> list[tuple[str, str]]:
        """Return the calls that reached the account and were no reads."""
        return [call for call in self.account_calls() if call[0] != "GET"]

    def sent_body(self) -> Any:
        """Return the body of the last call with a body that reached the account."""
        bodies = [call["body"] for call in self.sandbox.calls() if call["kind"] == "account" and call["body"]]
        return json.loads(bodies[-1], parse_float=Decimal)

    def last_account_call(self) -> dict[str, Any]:
        """Return the last call that reached the account."""
        return [call for call in self.sandbox.calls() if call["kind"] == "account"][-1]

    def last_input(self) -> str:
        """Return the text of the input that Membrane was given last."""
        words = [word for call in self.sandbox.calls() if call["kind"] == "membrane" for word in call["argv"]]
        return str([word for word in words if word.startswith("--input=")][-1].partition("=")[2])

    def runs(self) -> list[list[str]]:
        """Return the argument lists of the calls of `membrane`."""
        return [call["argv"] for call in self.sandbox.calls() if call["kind"] == "membrane"]


def start_shipped_helper(words: Sequence[str]) -> None:
    """Do in this process what `python3 scripts/faktoora.py` does; nothing of src/skill_helper is left in it."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "skill_helper"]:
        del sys.modules[name]
    sys.argv = [str(SCRIPT), *words]
    sys.dont_write_bytecode, sys.pycache_prefix = True, _byte_code()
    fork_membranes()
    runpy.run_path(str(SCRIPT), run_name="__main__")


@cache
def _byte_code() -> str:
    """Return a folder with the byte code of the shipped modules, so that not every call compiles them."""
    place = TemporaryDirectory(prefix="byte-code-")
    atexit.register(place.cleanup)
    command = [
        sys.executable,
        "-X",
        f"pycache_prefix={place.name}",
        "-m",
        "compileall",
        "-q",
        str(SCRIPT.with_name("skill_helper")),
    ]
    run(command, SCRIPT.parent).ok()
    return place.name
