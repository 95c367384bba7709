# skillc copies this file into each skill; change it in src/skill_helper, not there
"""One call of the helper: the compiled skill, the program, the state, and how to name the helper in a remedy."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from .base.places import lies_in, state_folder, variable_name
from .base.state import StateStore, login_scope
from .base.system import on_windows
from .input.command_line import CommandLine

Json = dict[str, Any]


class Session:
    """What every command needs. `skill` is the compiled table; `script` is the path by which the helper was started."""

    def __init__(self, skill: Json, script: str, environment: Mapping[str, str]) -> None:
        """Begin a call; its command line is known once it is parsed."""
        self.skill = skill
        self.script = script
        self.environment = environment
        self.line = CommandLine("")

    @cached_property
    def store(self) -> StateStore:
        """The state of this login and this skill; none when it would lie in the skill's folder."""
        folder = state_folder(str(self.skill["name"]), self.folder, self.environment)
        return StateStore(folder and os.path.join(folder, login_scope(self.environment, current_folder())))

    @cached_property
    def membrane(self) -> Any:
        """The program; it is asked once whether it is the right one."""
        from .membrane.find import find_membrane
        from .membrane.program import program_mark, require_membrane_cli

        found = find_membrane(self.app["cli_package"], self.app["cli_version"], self.environment)
        mark = program_mark(found)
        if not mark or self.store.read("program").get("checked") != mark:
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
        return self.environment.get(self.variable("READ_ONLY"), "").lower() not in ("", "0", "false", "no", "off")

    @property
    def folder(self) -> str:
        """The skill's folder, the one that holds SKILL.md."""
        return os.path.dirname(os.path.dirname(os.path.realpath(self.script)))

    def owns(self, place: str) -> bool:
        """Whether a path lies in the skill's folder; nothing is ever written there."""
        return lies_in(place, self.folder)

    def variable(self, name: str) -> str:
        """Return the name of one of the skill's own variables."""
        return variable_name(str(self.skill["name"]), name)

    def judge(self, *, changes: bool, remedies: Sequence[Mapping[str, Any]] = (), reaches_app: bool = True) -> Any:
        """Return the judge of a call: whether it can change anything, the descriptor's remedies, whether it goes on to the app."""
        from .membrane.errors import Judge

        return Judge(self.app["name"], changes=changes, remedies=remedies, connect=self.command("connect"), reaches_app=reaches_app)

    def command(self, *words: str) -> str:
        """Return a command line of the helper, to be typed as it is."""
        return shell_line(["python" if on_windows() else "python3", self.script, *words])

    def again(self, *added: str, without: Iterable[str] = ()) -> str:
        """Return this call as a command line, with words added and some flags dropped."""
        return self.command(*self.line.again(added, without))


def current_folder() -> str:
    """Return the current folder; empty when it was removed."""
    try:
        return os.getcwd()
    except OSError:
        return ""


def shell_line(words: Sequence[str]) -> str:
    """Return words as one line for the user's shell."""
    return " ".join(map(quoted_for_windows if on_windows() else shlex.quote, words))


def quoted_for_windows(word: str) -> str:
    """Return a word as cmd.exe and PowerShell take it, unless it holds a quote or `%`, which no spelling carries through both."""
    if re.fullmatch(r"[\w@+=:./\\-]+", word):
        return word
    escaped = re.sub(r'(\\*)"', r'\1\1\\"', word)
    return '"' + re.sub(r"(\\+)$", r"\1\1", escaped) + '"'
