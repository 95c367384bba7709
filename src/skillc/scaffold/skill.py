"""A new skill: its files before the first action."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from skillc.render.environment import template
from skillc.scaffold.editor import SKILL_SCHEMA, schema_copies
from skillc.scaffold.error import ScaffoldError
from skillc.scaffold.guesses import guessed_title
from skillc.scaffold.names import good_name, name_problem

if TYPE_CHECKING:
    from pathlib import Path

_IGNORED = ".gitignore"


def new_skill(folder: Path) -> dict[str, bytes]:
    """Return the files of a skill named after its folder. Raises ScaffoldError."""
    name = folder.resolve().name
    if problem := name_problem(name):
        raise ScaffoldError(f'the name "{name}" {problem}; run: {_command(folder, good_name(name) or "NAME")}')
    if (folder / "skill.yaml").exists():
        raise ScaffoldError(_existing(folder))
    text = template("new_skill.yaml.jinja").render(name=name, title=guessed_title(name), schema=SKILL_SCHEMA)
    ignored = {} if (folder / _IGNORED).exists() else {_IGNORED: b"dist/\n"}
    return {"skill.yaml": text.encode(), **schema_copies(), **ignored}


def adding_command(folder: Path) -> str:
    """Return the command that adds an action to the skill in a folder."""
    place = [] if folder.as_posix() == "." else ["--root", folder.as_posix()]
    return shlex.join(["skillc", "new", "action", "KEY", *place])


def _command(folder: Path, name: str) -> str:
    return shlex.join(["skillc", "new", "skill", (folder.parent / name).as_posix()])


def _existing(folder: Path) -> str:
    """Return what is in the folder of a skill, and the command that adds to it."""
    count = sum(1 for _ in folder.glob("actions/*/*.yaml"))
    place = (folder / "skill.yaml").as_posix()
    return f"{place} exists already (actions beside it: {count}); to add one: {adding_command(folder)}"
