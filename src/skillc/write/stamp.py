"""What the last build of a skill saw and said, so that the next one knows at once that nothing has changed.

It is one small file for each skill in the user's cache folder, and counts only while every byte of the sources, of what was
generated and of the compiler is the same; no times are compared. Only a build that found nothing is remembered. With any doubt
there is no stamp, and the build is done in full.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from skillc.shared import read_object, write_by_rename
from skillc.write.plan import GENERATED_FOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skillc.write.plan import Plan

_FILES = ("skill.yaml", "SKILL.md")
_SOURCES = "actions"
_COMPILER = ""  # which is no path of a file


class DoubtError(Exception):
    """Something lies there whose content says too little."""


def seen(root: Path) -> dict[str, str] | None:
    """Return a digest of each file that a build of `root` looks at, by its path below `root`, and one of the compiler; None in doubt."""
    try:
        return {_COMPILER: _compiler(), **dict(_digests(root))}
    except (OSError, DoubtError):
        return None


def recalled(root: Path, now: Mapping[str, str]) -> str | None:
    """Return what the last build said, if it saw what is there `now` and would change nothing."""
    try:
        known = read_object(str(_place(root)))
    except (OSError, RuntimeError):  # no home folder
        return None
    return str(known["said"]) if known.get("saw") == _whole(now) and "said" in known else None


def remember(root: Path, before: Mapping[str, str], plan: Plan, files: Mapping[str, bytes], said: str) -> None:
    """Keep what a build said that saw `before`, carried out `plan`, and so left `files`; not if anything else has changed meanwhile."""
    deleted = {change.path for change in plan.changes if change.after is None}
    kept = {path: digest for path, digest in before.items() if path not in deleted}
    after = {**kept, **{path: _digest(content, executable=content.startswith(b"#!")) for path, content in files.items()}}
    with suppress(OSError, RuntimeError):
        if seen(root) == after:
            place = _place(root)
            place.parent.mkdir(parents=True, exist_ok=True)
            write_by_rename(str(place), json.dumps({"saw": _whole(after), "said": said}).encode())


def _digests(root: Path) -> Iterator[tuple[str, str]]:
    for entry in os.scandir(root):
        if entry.name in _FILES:
            yield entry.name, _file(entry)
        elif entry.name in (_SOURCES, *GENERATED_FOLDERS):
            yield from _folder(entry, entry.name)


def _folder(folder: os.DirEntry[str], path: str) -> Iterator[tuple[str, str]]:
    if not folder.is_dir(follow_symlinks=False):
        raise DoubtError
    for entry in os.scandir(folder):
        here = f"{path}/{entry.name}"
        if not entry.is_dir(follow_symlinks=False):
            yield here, _file(entry)
        elif entry.name != "__pycache__":
            if here.startswith(f"{_SOURCES}/"):  # where even an empty one is a finding
                yield here, "folder"
            yield from _folder(entry, here)


def _file(entry: os.DirEntry[str]) -> str:
    if not entry.is_file(follow_symlinks=False):
        raise DoubtError
    with open(entry, "rb") as file:  # noqa: PTH123 - a path object for each would cost as much as reading it
        return _digest(file.read(), executable=bool(os.fstat(file.fileno()).st_mode & 0o111))


def _digest(content: bytes, *, executable: bool) -> str:
    return sha256(content).hexdigest() + (" executable" if executable else "")


def _compiler() -> str:
    """Return one digest of all that decides what a build makes of its sources."""
    package = Path(__file__).parents[1]
    helper = Path(str(files("skill_helper")))
    sources = sorted(path for folder in (package, helper) for path in folder.rglob("*") if path.suffix != ".pyc" and path.is_file())
    compiler = [(str(path), _digest(path.read_bytes(), executable=False)) for path in sources]
    libraries = sorted(entry.name for folder in sys.path for entry in Path(folder).glob("*-info"))  # which name their versions
    return _whole([sys.version, libraries, compiler])


def _whole(value: Any) -> str:
    return sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def _place(root: Path) -> Path:
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return cache / "skillc" / f"{sha256(os.fsencode(root.resolve())).hexdigest()}.json"
