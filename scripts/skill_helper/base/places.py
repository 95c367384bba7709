# skillc copies this file into each skill; change it in src/skill_helper, not there
"""Where a skill may keep things, and where it must not."""

from __future__ import annotations

import os
from collections.abc import Mapping

from .system import on_macos, on_windows


def variable_name(skill: str, name: str) -> str:
    """Return the name of one of the skill's own variables."""
    return skill.upper().replace("-", "_") + "_" + name


def state_home(environment: Mapping[str, str]) -> str:
    """Return the platform's folder for state; empty when there is none.

    A variable that holds no absolute path counts as unset.
    """
    home = environment.get("USERPROFILE" if on_windows() else "HOME") or os.path.expanduser("~")
    if on_windows():
        named, usual = environment.get("LOCALAPPDATA", ""), os.path.join(home, "AppData", "Local")
    elif on_macos():
        named, usual = "", os.path.join(home, "Library", "Application Support")
    else:
        named, usual = environment.get("XDG_STATE_HOME", ""), os.path.join(home, ".local", "state")
    return next((place for place in (named, usual) if os.path.isabs(place)), "")


def state_folder(skill: str, skill_folder: str, environment: Mapping[str, str]) -> str:
    """Return where a skill keeps its state.

    Empty when there is no such place, or when it would lie in the skill's own folder.
    """
    home = environment.get(variable_name(skill, "STATE_DIR")) or state_home(environment)
    try:
        return "" if not home or lies_in(home, skill_folder) else os.path.join(os.path.abspath(home), skill)
    except OSError:  # a path that begins at the current folder, which was removed
        return ""


def lies_in(place: str, folder: str) -> bool:
    """Whether a path is a folder or lies in it, whatever spelling the file system takes for the same folder."""
    place = os.path.realpath(place)
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
