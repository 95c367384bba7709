"""What the helper remembers between calls, in the user's state directory: connection id, action ids, offered plans. Never a secret."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import Any

from .jsontext import canonical_json, dump_json, parse_json


def variable_name(skill: str, name: str) -> str:
    """Return the name of one of the skill's own variables."""
    return skill.upper().replace("-", "_") + "_" + name


def state_home(environment: Mapping[str, str]) -> str:
    """Return the platform's folder for state; empty when there is none."""
    home = environment.get("HOME") or environment.get("USERPROFILE") or os.path.expanduser("~")
    if sys.platform == "darwin":
        place = os.path.join(home, "Library", "Application Support")
    elif os.name == "nt":
        place = environment.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    else:
        place = environment.get("XDG_STATE_HOME") or os.path.join(home, ".local", "state")
    return place if os.path.isabs(place) else ""


def login_scope(environment: Mapping[str, str], folder: str) -> str:
    """Return a name for what decides which login `membrane` uses here: its variables and the project's `.membrane/config.json`."""
    variables = {
        name: environment[name] for name in ("MEMBRANE_API_URI", "MEMBRANE_WORKSPACE_KEY", "MEMBRANE_BIN") if environment.get(name)
    }
    project = project_folder(folder)
    if not variables and not project:
        return "default"
    return fingerprint_of([variables, project])[:12]


def project_folder(folder: str) -> str:
    """Return the nearest folder, from `folder` upwards, that has a `.membrane/config.json`; empty when none has."""
    while folder and not os.path.isfile(os.path.join(folder, ".membrane", "config.json")):
        parent = os.path.dirname(folder)
        folder = "" if parent == folder else parent
    return folder


def fingerprint_of(value: Any) -> str:
    """Return the SHA-256 of a JSON value, the same for equal values."""
    import hashlib  # noqa: PLC0415 - slow to load, and most calls need none

    return hashlib.sha256(canonical_json(value).encode("utf-8", "surrogatepass")).hexdigest()


class StateStore:
    """Small JSON files, one per name, written by temporary file and rename, readable by the user alone. An empty folder stands for none."""

    def __init__(self, folder: str) -> None:
        """Keep everything in `folder`, which is made when first needed."""
        self.folder = folder

    def path(self, name: str) -> str:
        """Return the file of a name."""
        return os.path.join(self.folder, f"{name}.json")

    def read(self, name: str) -> dict[str, Any]:
        """Return what was remembered; `{}` when nothing was, or when it is damaged."""
        return read_object(self.path(name)) if self.folder else {}

    def write(self, name: str, value: Mapping[str, Any]) -> bool:
        """Remember `value`; return False when the folder cannot be written."""
        if not self.folder:
            return False
        try:
            os.makedirs(self.folder, exist_ok=True, mode=0o700)
            write_by_rename(self.path(name), dump_json(value).encode("utf-8"))
        except OSError:
            return False
        return True

    def take(self, name: str) -> dict[str, Any]:
        """Return what was remembered and forget it; of two callers at once, one gets it."""
        claimed = os.path.join(self.folder, f".{name}.{os.getpid()}.taken")
        try:
            os.replace(self.path(name), claimed)
            value = read_object(claimed)
            os.unlink(claimed)
        except OSError:
            return {}
        return value

    def forget(self, name: str) -> None:
        """Forget one name; not having it is fine."""
        try:  # noqa: SIM105 - contextlib would be one more import
            os.unlink(self.path(name))
        except OSError:
            pass

    def names(self, beginning: str) -> list[str]:
        """Return the names that begin so."""
        try:
            found = os.listdir(self.folder or os.devnull)
        except OSError:
            return []
        return [entry[:-5] for entry in sorted(found) if entry.startswith(beginning) and entry.endswith(".json")]


def read_object(path: str) -> dict[str, Any]:
    """Return the JSON object in a file; `{}` for anything else."""
    try:
        with open(path, encoding="utf-8") as file:
            value = parse_json(file.read())
    except (OSError, ValueError):
        return {}
    return value if isinstance(value, dict) else {}


def write_by_rename(target: str, content: bytes) -> None:
    """Write a file, for the user alone, so that nobody ever sees half of it: a temporary file beside it, then a rename. Raises OSError."""
    temporary = f"{target}.{os.getpid()}.{os.urandom(4).hex()}.part"
    try:
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
        os.replace(temporary, target)
    except BaseException:
        if os.path.exists(temporary):
            os.unlink(temporary)
        raise
