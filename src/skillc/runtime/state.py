"""What the helper remembers between calls, in the user's state directory: connection id, action ids, offered plans. Never a secret."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .jsontext import canonical_json, dump_json, parse_json


def state_home(environment: Mapping[str, str]) -> Path:
    """Return the platform's folder for state."""
    home = Path(environment.get("HOME") or environment.get("USERPROFILE") or "~").expanduser()
    if sys.platform == "darwin":
        return home / "Library" / "Application Support"
    if os.name == "nt":
        return Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
    return Path(environment.get("XDG_STATE_HOME") or home / ".local" / "state")


def login_scope(environment: Mapping[str, str], folder: Path) -> str:
    """Return a name for what decides which login `membrane` uses here: its documented variables and the project's `.membrane/config.json`."""
    variables = {name: environment.get(name, "") for name in ("MEMBRANE_API_URI", "MEMBRANE_WORKSPACE_KEY", "MEMBRANE_BIN")}
    project = next((str(place) for place in (folder, *folder.parents) if (place / ".membrane" / "config.json").is_file()), "")
    return hashlib.sha256(canonical_json([variables, project]).encode()).hexdigest()[:12]


class StateStore:
    """Small JSON files, one per name, written by temporary file and rename, readable by the user alone."""

    def __init__(self, folder: Path) -> None:
        """Keep everything in `folder`, which is made when first needed."""
        self.folder = folder

    def read(self, name: str) -> dict[str, Any]:
        """Return what was remembered; `{}` when nothing was, or when it is damaged."""
        try:
            value = parse_json((self.folder / f"{name}.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return value if isinstance(value, dict) else {}

    def write(self, name: str, value: Mapping[str, Any]) -> bool:
        """Remember `value`; return False when the folder cannot be written."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_by_rename(self.folder / f"{name}.json", dump_json(value).encode("utf-8"), 0o600)
        except OSError:
            return False
        return True

    def take(self, name: str) -> dict[str, Any]:
        """Return what was remembered and forget it; of two callers at once, one gets it."""
        claimed = self.folder / f".{name}.{os.getpid()}.taken"
        try:
            os.replace(self.folder / f"{name}.json", claimed)
        except OSError:
            return {}
        try:
            value = parse_json(claimed.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            value = {}
        claimed.unlink(missing_ok=True)
        return value if isinstance(value, dict) else {}

    def forget(self, name: str) -> None:
        """Forget one name; not having it is fine."""
        try:
            (self.folder / f"{name}.json").unlink(missing_ok=True)
        except OSError:
            pass


def write_by_rename(target: Path, content: bytes, mode: int) -> None:
    """Write a file so that nobody ever sees half of it: a temporary file beside it, then a rename. Raises OSError."""
    temporary = target.parent / f".{target.name}.{os.getpid()}.part"
    try:
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "wb") as file:
            file.write(content)
        os.replace(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
