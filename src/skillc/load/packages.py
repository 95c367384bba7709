"""The Python packages that a skill brings: folders whose modules ship beside the helper."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from skillc.diagnostic import Diagnostic
from skillc.load.reading import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CACHE = "__pycache__"


def packages(root: Path, folders: Any, diagnostics: list[Diagnostic]) -> dict[str, bytes]:
    """Return the modules of each folder below `root` by their path below scripts/; note those that are not read."""
    found: dict[str, bytes] = {}
    for folder in folders if isinstance(folders, list) else ():
        place = PurePosixPath(folder) if isinstance(folder, str) else PurePosixPath("..")
        if place.is_absolute() or ".." in place.parts:
            continue  # its form is wrong, and the schema says so
        for path in _modules(root, place):
            text = read_text(root, str(path))
            if isinstance(text, Diagnostic):
                diagnostics.append(text)
            else:
                found[str(path.relative_to(place.parent))] = text.encode()
    return found


def _modules(root: Path, folder: PurePosixPath) -> Iterator[PurePosixPath]:
    try:
        entries = sorted((root / folder).iterdir())
    except OSError:
        return  # a check says that it is not a package
    for entry in entries:
        if entry.is_dir() and not entry.is_symlink() and entry.name != _CACHE:
            yield from _modules(root, folder / entry.name)
        elif entry.name.endswith(".py"):
            yield folder / entry.name
