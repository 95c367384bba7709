# skillc copies this file into each skill; change it in src/skill_helper, not there
"""What the helper remembers between calls, in the user's state directory: connection id, action ids, offered plans.

Never a secret.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from .jsontext import canonical_json, dump_json
from .small_files import age_seconds, append_line, read_lines, read_object, remove_file, replace_file, write_by_rename

ABANDONED_SECONDS = 3600


def login_scope(environment: Mapping[str, str], folder: str) -> str:
    """Return a name for what decides which login `membrane` uses here.

    Its variables and the project's `.membrane/config.json`.
    """
    variables = {
        name: environment[name]
        for name in ("MEMBRANE_API_URI", "MEMBRANE_WORKSPACE_KEY", "MEMBRANE_BIN")
        if environment.get(name)
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
    import hashlib

    return hashlib.sha256(canonical_json(value).encode("utf-8", "surrogatepass")).hexdigest()


class StateStore:
    """Small JSON files, one per name, written by temporary file and rename, readable by the user alone.

    An empty folder stands for none.
    """

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
        if not self.folder:
            return {}
        claimed = os.path.join(self.folder, f".{name}.{os.getpid()}.taken")
        try:
            replace_file(self.path(name), claimed)
        except OSError:
            return {}
        value = read_object(claimed)
        remove_file(claimed)
        return value

    def append(self, name: str, line: str, *, most_bytes: int, kept_lines: int) -> bool:
        """Add a line to a file of lines; when that grows beyond `most_bytes`, its last `kept_lines` stay.

        Return whether it is there.
        """
        if not self.folder:
            return False
        path = os.path.join(self.folder, f"{name}.jsonl")
        try:
            os.makedirs(self.folder, exist_ok=True, mode=0o700)
            append_line(path, line)
            if os.path.getsize(path) > most_bytes:
                kept = self.lines(name, 2 * most_bytes)[-kept_lines:]
                write_by_rename(path, ("\n".join(kept) + "\n").encode("utf-8"))
        except OSError:
            return False
        return True

    def lines(self, name: str, most_bytes: int) -> list[str]:
        """Return the lines of a file of lines, at most so many bytes of its end."""
        return read_lines(os.path.join(self.folder, f"{name}.jsonl"), most_bytes) if self.folder else []

    def forget(self, name: str) -> None:
        """Forget one name; not having it is fine."""
        if self.folder:
            remove_file(self.path(name))

    def names(self, beginning: str) -> list[str]:
        """Return the names that begin so."""
        return [entry[:-5] for entry in self.entries() if entry.startswith(beginning) and entry.endswith(".json")]

    def sweep(self) -> None:
        """Remove the unfinished files of calls that were killed an hour ago or earlier."""
        for path in [
            os.path.join(self.folder, entry) for entry in self.entries() if entry.endswith((".part", ".taken"))
        ]:
            if age_seconds(path) > ABANDONED_SECONDS:
                remove_file(path)

    def entries(self) -> list[str]:
        """Return the names of all files, in order."""
        try:
            return sorted(os.listdir(self.folder)) if self.folder else []
        except OSError:
            return []
