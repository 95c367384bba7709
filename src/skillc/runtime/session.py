"""One call of the helper: the compiled skill, the program, the state, and how to name the helper in a remedy."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from subprocess import list2cmdline
from typing import Any

from .program import Membrane, find_membrane, require_membrane_cli
from .state import StateStore, login_scope, state_home

Json = dict[str, Any]


@dataclass
class Session:
    """What every command needs. `skill` is the compiled table; `script` is the path by which the helper was started."""

    skill: Json
    script: str
    argv: Sequence[str]
    environment: Mapping[str, str]

    @cached_property
    def store(self) -> StateStore:
        """The state of this login and this skill."""
        folder = self.environment.get(self.variable("STATE_DIR"))
        home = Path(folder) if folder else state_home(self.environment) / str(self.skill["name"])
        return StateStore(home / login_scope(self.environment, Path.cwd()))

    @cached_property
    def membrane(self) -> Membrane:
        """The program; it is asked once whether it is the right one."""
        found = find_membrane(self.app["cli_package"], self.app["cli_version"], self.environment)
        mark = program_mark(found)
        if self.store.read("program").get("checked") != mark:
            require_membrane_cli(found)
            self.store.write("program", {"checked": mark})
        return found

    @property
    def app(self) -> Json:
        """Name, URL and CLI of the app."""
        app: Json = self.skill["app"]
        return app

    @property
    def read_only(self) -> bool:
        """Whether the user forbade everything but reads."""
        return self.environment.get(self.variable("READ_ONLY"), "").lower() not in ("", "0", "false", "no")

    @property
    def skill_folder(self) -> Path:
        """The folder that holds SKILL.md; nothing is ever written there."""
        return Path(self.script).resolve().parent.parent

    def variable(self, name: str) -> str:
        """Return the name of one of the skill's own variables."""
        return str(self.skill["name"]).upper().replace("-", "_") + "_" + name

    def command(self, *words: str) -> str:
        """Return a command line of the helper, to be typed as it is."""
        return shell_line(["python" if os.name == "nt" else "python3", self.script, *words])

    def again(self, *words: str, without: Sequence[str] = ()) -> str:
        """Return this call as a command line, with `words` added and the options in `without` dropped."""
        kept: list[str] = []
        rest = list(self.argv)
        while rest:
            token = rest.pop(0)
            if token in without and rest:
                rest.pop(0)
            elif token.partition("=")[0] not in without:
                kept.append(token)
        return self.command(*kept, *words)


def shell_line(words: Sequence[str]) -> str:
    """Return words as one line for the user's shell."""
    if os.name == "nt":
        return list2cmdline(words)
    return " ".join(shlex.quote(word) for word in words)


def program_mark(membrane: Membrane) -> str:
    """Return what changes when the program is replaced."""
    try:
        facts = os.stat(membrane.command[0])
    except OSError:
        return ""
    return f"{membrane.command[0]} {facts.st_size} {facts.st_mtime_ns}"
