# skillc copies this file into each skill; change it in src/skill_helper, not there
"""One call of the helper: the skill, the state, and how to name the helper in a remedy."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from .base.effects import Change
from .base.places import StatePlace, current_folder, lies_in, state_place, variable_name
from .base.records import App, ShippedSkill
from .base.shell import fits_a_line, interpreter_words, shell_line
from .base.state import StateStore, login_scope
from .base.system import on_windows
from .input.command_line import CommandLine, fits_a_word

Json = dict[str, Any]


class Session:
    """What every command needs. `script` is the path by which the helper was started."""

    def __init__(self, skill: ShippedSkill, script: str, environment: Mapping[str, str]) -> None:
        """Begin a call; its command line is known once it is parsed."""
        self.skill = skill
        self.script = script
        self.environment = environment
        self.line = CommandLine("")
        self.change: Change | None = None
        """The change that this call makes, once the gate has let it through."""

    @cached_property
    def store(self) -> StateStore:
        """The state of this login and this skill; none where there is no place for it."""
        folder = self.state_place.folder
        scope = login_scope(self.environment, current_folder()) if folder else ""
        return StateStore(os.path.join(folder, scope) if folder else "")

    @cached_property
    def state_place(self) -> StatePlace:
        """Where the state of this skill lies, or why it lies nowhere."""
        return state_place(self.skill.name, self.folder, self.environment)

    @property
    def no_state(self) -> str:
        """Why nothing can be remembered, where that is so."""
        return f"{self.store.folder} is not writable" if self.store.folder else self.state_place.remark

    @property
    def folder(self) -> str:
        """The skill's own folder, the one that holds SKILL.md."""
        return os.path.dirname(os.path.dirname(os.path.realpath(self.script)))

    @property
    def app(self) -> App:
        """The app behind the skill."""
        return self.skill.app

    @property
    def read_only(self) -> bool:
        """Whether the user forbade everything but reads."""
        return self.environment.get(self.variable("READ_ONLY"), "").lower() not in ("", "0", "false", "no", "off")

    def owns(self, place: str) -> bool:
        """Whether a path lies in the skill's folder; nothing is ever written there."""
        return lies_in(place, self.folder)

    def variable(self, name: str) -> str:
        """Return the name of one of the skill's own variables."""
        return variable_name(self.skill.name, name)

    def command(self, *words: str) -> str:
        """Return a command line of the helper, to be typed as it is."""
        if on_windows() and words[:1] == ("request",):  # Git Bash would rewrite a path that begins with a slash
            words = ("request", *(word[1:] if re.match(r"/\w", word) else word for word in words[1:]))
        return shell_line([*interpreter_words(self.environment), self.script, *words])

    def again(self, *added: str, without: Iterable[str] = ()) -> str:
        """Return this call as a line, with words added and flags dropped; in words where no line carries it.

        An input that cannot be read a second time is written out. Where that would be too long, the line begins by
        saying that the same input is to be piped again.
        """
        words = self.line.again(added, without)
        name = self.line.piped
        same = f'pipe the same input again, or put it into a file and write --{name} "@FILE" for --{name} -'
        is_piped = bool(name) and not fits_a_word(self.line.spent[name])
        if fits_a_line(words):
            return f"{same}: {self.command(*words)}" if is_piped else self.command(*words)
        changed = f"with {shell_line(added)}" if added else f"without {' '.join(f'--{flag}' for flag in without)}"
        return f"the same call {changed}" + (f"; {same}" if is_piped else "")
