"""Where a pack is written: over its own files of an earlier pack, and over nobody else's."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from skillc.diagnostic import Diagnostic
from skillc.pack.manifest import MANIFEST, listed_paths
from skillc.write.codes import WriteCode
from skillc.write.plan import Change, Plan, look, refusal
from skillc.write.write import TEMPORARY


def plan_output(output: Path, files: Mapping[str, bytes]) -> tuple[Plan, list[Diagnostic]]:
    """Compare `files`, which include the manifest, with what lies in `output`; say which of them must not be written.

    A file is ours when the manifest that lies there lists it. What is ours and packed no more is deleted first, the
    new manifest is written next, the rest last: so whatever a killed pack leaves is known as ours to the next one.
    """
    listed = _listed(output)
    if isinstance(listed, Diagnostic):
        return Plan(output, ()), [listed]
    lying = list(_lying_in_folders(output, files))
    ours = listed | {path for path in lying if path.endswith(TEMPORARY)}
    paths = [*sorted(ours - files.keys()), *sorted(files, key=lambda path: (path != MANIFEST, path))]
    found = {path: look(output, path, lambda path, _: path in ours) for path in paths}
    problems = [problem for problem, _ in found.values() if problem]
    changes = [
        Change(path, before, files.get(path)) for path, (_, before) in found.items() if before != files.get(path)
    ]
    strangers = [_stranger(path) for path in lying if path not in files and path not in ours]
    return Plan(output, tuple(changes)), problems + strangers


def _listed(output: Path) -> frozenset[str] | Diagnostic:
    """Return what an earlier pack wrote to `output`, or why nothing is written there."""
    manifest, hint = output / MANIFEST, "choose another folder with --output"
    if output.is_symlink():
        return refusal(
            WriteCode.OUTSIDE, MANIFEST, "this folder is a symbolic link; nothing is written through it", hint
        )
    if not manifest.exists():
        return frozenset()
    paths = listed_paths(manifest.read_bytes()) if manifest.is_file() else None
    if paths is None:
        return refusal(
            WriteCode.FOREIGN, MANIFEST, "this file was not made by skillc, so nothing is packed beside it", hint
        )
    return paths | {MANIFEST}


def _lying_in_folders(output: Path, files: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the paths of all files and links in the folders of `output` into which `files` are written."""
    for folder in sorted({path.split("/")[0] for path in files if "/" in path}):
        for parent, folders, names in os.walk(output / folder):
            places = [Path(parent, name) for name in [*names, *folders]]
            yield from sorted(
                place.relative_to(output).as_posix() for place in places if place.is_symlink() or not place.is_dir()
            )


def _stranger(path: str) -> Diagnostic:
    message = "this file was not made by skillc, and it would be handed on with the folder"
    return refusal(WriteCode.FOREIGN, path, message, f"move {path} away or delete it, then try again")
