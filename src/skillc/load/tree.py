"""Find and load the source files of one skill."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from skillc.diagnostic import Diagnostic, Severity
from skillc.load.codes import LoadCode
from skillc.load.document import START, Document
from skillc.load.parse import parse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIZE_LIMIT = 1_000_000
MISPLACED = "SRC001"
SKILL_FILE = "skill.yaml"
ACTIONS = "actions"


@dataclass(frozen=True, slots=True)
class Sources:
    """The files of a skill: `skill` is skill.yaml, `actions` are the descriptors, sorted by path."""

    skill: Document
    actions: tuple[Document, ...]

    @property
    def documents(self) -> tuple[Document, ...]:
        """All files, skill.yaml first."""
        return (self.skill, *self.actions)


def load(root: Path) -> tuple[Sources, list[Diagnostic]]:
    """Read skill.yaml and actions/<entity>/<key>.yaml below `root`."""
    diagnostics: list[Diagnostic] = []
    skill, found = _read(root, SKILL_FILE)
    diagnostics += found
    actions = []
    for path in _descriptors(root, diagnostics):
        action, found = _read(root, path)
        actions.append(action)
        diagnostics += found
    return Sources(skill, tuple(actions)), diagnostics


def _descriptors(root: Path, diagnostics: list[Diagnostic]) -> Iterator[str]:
    """Yield the relative paths of all descriptors; say which other files lie among them."""
    for folder in _entries(root / ACTIONS):
        if not folder.is_dir():
            diagnostics.append(_misplaced(root, folder))
            continue
        for file in _entries(folder):
            if file.suffix == ".yaml" and not file.is_dir():
                yield f"{ACTIONS}/{folder.name}/{file.name}"
            else:
                diagnostics.append(_misplaced(root, file))


def _entries(folder: Path) -> list[Path]:
    """Return what lies in `folder`, sorted, without hidden files."""
    try:
        return sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError:
        return []


def _misplaced(root: Path, entry: Path) -> Diagnostic:
    """Return the finding about a file that no descriptor can be."""
    path = entry.relative_to(root).as_posix()
    is_deep = path.count("/") > 1
    if entry.is_dir():
        hint = "move its files one folder up"
    elif entry.suffix in {".yml", ".json"} and is_deep:
        hint = "write it as YAML, in a file that ends in .yaml"
    else:
        hint = "move it out of actions/" if is_deep else "move it into the folder of its entity, or out of actions/"
    severity = Severity.ERROR if entry.is_dir() or entry.suffix in {".yaml", ".yml", ".json"} else Severity.WARNING
    return Diagnostic(MISPLACED, severity, "this is not read: descriptors are actions/<entity>/<key>.yaml", path, START, (), hint)


def _read(root: Path, path: str) -> tuple[Document, list[Diagnostic]]:
    file = root / path
    try:
        if not file.is_file():
            reason = "this file is missing" if not file.exists() else "this is not a regular file"
            return _unread(path, LoadCode.UNREADABLE, reason, "create it, or name another folder: skillc validate PATH")
        if file.stat().st_size > SIZE_LIMIT:
            return _unread(path, LoadCode.TOO_BIG, "the file is larger than 1 MB", "split it, or shorten its texts")
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        message = f"the file is not UTF-8 (line {line} holds the byte 0x{error.object[error.start]:02X})"
        return _unread(path, LoadCode.ENCODING, message, "save it as UTF-8")
    except OSError as error:
        return _unread(path, LoadCode.UNREADABLE, f"the file cannot be read: {error.strerror}", "check its permissions")
    return parse(path, text)


def _unread(path: str, code: LoadCode, message: str, hint: str) -> tuple[Document, list[Diagnostic]]:
    diagnostic = Diagnostic(code.value, Severity.ERROR, message, path, START, (), hint)
    return Document(path, "", broken=frozenset({()})), [diagnostic]
