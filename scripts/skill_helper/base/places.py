# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Where a skill may keep things, and where it must not."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import NamedTuple

from .system import on_macos, on_windows


class StatePlace(NamedTuple):
    """The folder for a skill's state (empty: there is none), and what a user should know about it.

    Why there is none, what was ignored.
    """

    folder: str
    remark: str = ""


def variable_name(skill: str, name: str) -> str:
    """Return the name of one of the skill's own variables."""
    return skill.upper().replace("-", "_") + "_" + name


def state_place(skill: str, skill_folder: str, environment: Mapping[str, str]) -> StatePlace:
    """Return where a skill keeps its state.

    A relative folder, or one in the skill's own, is none, and no other takes its place.
    """
    variable = variable_name(skill, "STATE_DIR")
    named = expanded(environment.get(variable, ""), environment)
    if named and not os.path.isabs(named):
        return StatePlace(
            "", f'{variable} is "{named}", a relative path, which would be another folder for each caller'
        )
    home, remark = (named, "") if named else (state_home(environment), _ignored(environment))
    if not home:
        return StatePlace("", remark or "there is no home folder in which state could be kept")
    folder = os.path.join(os.path.abspath(home), skill)
    if lies_in(folder, skill_folder):
        return StatePlace("", f"{folder} lies in the skill's own folder, {skill_folder}, into which nothing is written")
    return StatePlace(folder, remark)


def state_home(environment: Mapping[str, str]) -> str:
    """Return the platform's folder for state; empty when there is none.

    A variable that holds no absolute path counts as unset.
    """
    name, usual = _platform_places(environment)
    named = expanded(environment.get(name, ""), environment) if name else ""
    return next((place for place in (named, usual) if os.path.isabs(place)), "")


def _platform_places(environment: Mapping[str, str]) -> tuple[str, str]:
    """Return the variable that names the platform's folder for state, and where it is without one."""
    home = home_folder(environment)
    if on_windows():
        return "LOCALAPPDATA", os.path.join(home, "AppData", "Local")
    if on_macos():
        return "", os.path.join(home, "Library", "Application Support")
    return "XDG_STATE_HOME", os.path.join(home, ".local", "state")


def _ignored(environment: Mapping[str, str]) -> str:
    """Return that the platform's variable is ignored, because it holds a relative path; empty when it is not."""
    name, _ = _platform_places(environment)
    value = expanded(environment.get(name, ""), environment) if name else ""
    return f'{name} is "{value}", a relative path, and is ignored' if value and not os.path.isabs(value) else ""


def home_folder(environment: Mapping[str, str]) -> str:
    """Return the user's home folder."""
    return environment.get("USERPROFILE" if on_windows() else "HOME") or os.path.expanduser("~")


def expanded(path: str, environment: Mapping[str, str]) -> str:
    """Return a path whose leading `~` is the user's home folder: no shell has read what stands in a variable."""
    if path == "~" or path.startswith(("~/", "~\\") if on_windows() else "~/"):
        return os.path.join(home_folder(environment), path[2:])
    return path


def current_folder() -> str:
    """Return the current folder; empty when it was removed."""
    try:
        return os.getcwd()
    except OSError:
        return ""


def lies_in(place: str, folder: str) -> bool:
    """Whether a path is a folder or lies in it, whatever spelling the file system takes for the same folder."""
    try:
        place = os.path.realpath(place)
    except OSError:  # a path that begins at the current folder, which was removed
        return False
    while not same_file(place, folder):
        place, inner = os.path.dirname(place), place
        if place == inner:
            return False
    return True


def same_file(one: str, other: str) -> bool:
    """Whether two paths lead to the same file; what does not exist is no file."""
    try:
        return os.path.samefile(one, other)
    except (OSError, ValueError):
        return False
