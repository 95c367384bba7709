"""Find and load the source files of one skill."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from skillc.diagnostic import Diagnostic, Severity
from skillc.load.codes import LoadCode
from skillc.load.document import START, Document
from skillc.load.packages import packages
from skillc.load.parsing import parse
from skillc.load.reading import read_text, refused_link, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_SKILL_FILE = "skill.yaml"
_ACTIONS = "actions"
_LOOKS_LIKE_A_DESCRIPTOR = (".yaml", ".yml", ".json")


@dataclass(frozen=True, slots=True)
class Sources:
    """The files of a skill: `skill` is skill.yaml, `actions` are the descriptors, sorted by path.

    `packages` are the modules that it brings, by their path below scripts/.
    """

    skill: Document
    actions: tuple[Document, ...]
    packages: Mapping[str, bytes]

    @property
    def documents(self) -> tuple[Document, ...]:
        """All files, skill.yaml first."""
        return (self.skill, *self.actions)


def load(root: Path) -> tuple[Sources, list[Diagnostic]]:
    """Read skill.yaml, actions/<entity>/<key>.yaml and the packages that the skill brings, below `root`."""
    diagnostics: list[Diagnostic] = []
    skill = _document(root, _SKILL_FILE, diagnostics)
    actions = tuple(_document(root, path, diagnostics) for path in _descriptors(root, diagnostics))
    brought = skill.data.get("brings") if isinstance(skill.data, dict) else None
    return Sources(skill, actions, packages(root, brought, diagnostics)), diagnostics


def _document(root: Path, path: str, diagnostics: list[Diagnostic]) -> Document:
    text = read_text(root, path)
    if isinstance(text, Diagnostic):
        diagnostics.append(text)
        return Document(path, "", broken=frozenset({()}))
    document, found = parse(path, text)
    diagnostics += found
    return document


def _descriptors(root: Path, diagnostics: list[Diagnostic]) -> Iterator[str]:
    """Yield the relative paths of all descriptors; report other files between them."""
    for folder in _entries(root, _ACTIONS, diagnostics):
        path = f"{_ACTIONS}/{folder.name}"
        if not (folder.is_symlink() or _is_folder(folder)):
            diagnostics.append(_misplaced(path, folder))
            continue
        for file in _entries(root, path, diagnostics):
            if file.name.endswith(".yaml") and not _is_folder(file):
                yield f"{path}/{file.name}"
            else:
                diagnostics.append(_misplaced(f"{path}/{file.name}", file))


def _entries(root: Path, path: str, diagnostics: list[Diagnostic]) -> list[os.DirEntry[str]]:
    """Return the entries of the folder at `path`, sorted, without hidden files; report those that are not read."""
    try:
        if (root / path).is_symlink():
            diagnostics.append(refused_link(path))
            return []
        entries = sorted(
            (entry for entry in os.scandir(root / path) if not entry.name.startswith(".")), key=lambda entry: entry.name
        )
    except FileNotFoundError:
        return []
    except OSError as error:
        diagnostics.append(
            unreadable(
                path, f"the folder cannot be read: {error.strerror}", "replace it with a folder, or set its permissions"
            )
        )
        return []
    diagnostics += [_misnamed(path, entry.name) for entry in entries if not entry.name.isprintable()]
    return [entry for entry in entries if entry.name.isprintable()]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)


def _misnamed(path: str, name: str) -> Diagnostic:
    """Return the finding about a name with an invisible character."""
    message = "this is not read: its name contains an invisible character"
    shown = f"{path}/{repr(name)[1:-1]}"
    return Diagnostic(LoadCode.MISPLACED.value, Severity.ERROR, message, shown, START, (), "rename it")


def _misplaced(path: str, entry: os.DirEntry[str]) -> Diagnostic:
    """Return the finding about something that cannot be a descriptor."""
    looks_like_one = entry.name.lower().endswith(_LOOKS_LIKE_A_DESCRIPTOR)
    is_in_entity = path.count("/") > 1
    if _is_folder(entry):
        hint = "move its files one folder up"
    elif looks_like_one and is_in_entity:
        hint = "write it as YAML, in a file that ends in .yaml"
    else:
        hint = (
            "move it out of actions/" if is_in_entity else "move it into the folder of its entity, or out of actions/"
        )
    severity = Severity.ERROR if _is_folder(entry) or looks_like_one else Severity.WARNING
    message = "this is not read: descriptors are actions/<entity>/<key>.yaml"
    return Diagnostic(LoadCode.MISPLACED.value, severity, message, path, START, (), hint)
