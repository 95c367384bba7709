"""Carry out a plan: each file whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from skillc.write.codes import WriteCode
from skillc.write.lock import alone_in
from skillc.write.plan import GENERATED_FOLDERS, refusal

if TYPE_CHECKING:
    from skillc.diagnostic import Diagnostic
    from skillc.write.plan import Change, Plan

TEMPORARY = ".skillc-tmp"


def write(plan: Plan) -> list[Diagnostic]:
    """Change what `plan` says; return why it could not, after the first file that failed.

    Files already replaced stay so: each is whole, `build --check` sees the mix, and the next build heals it. Nothing
    is forced to the disk: what a power cut loses can be made again, and waiting for the disk would cost more than the
    whole build.
    """
    try:
        plan.root.mkdir(parents=True, exist_ok=True)
        with alone_in(plan.root) as alone:
            if alone:
                _remove_leftovers(plan.root)
            return _write_all(plan)
    except BlockingIOError:
        message = "another build is writing here and does not finish"
        return [refusal(WriteCode.FAILED, ".", message, "wait for it or end it, then try again")]
    except OSError as error:
        return [
            refusal(
                WriteCode.FAILED,
                ".",
                f"nothing can be written here: {error.strerror}",
                "set permissions, then try again",
            )
        ]


def _write_all(plan: Plan) -> list[Diagnostic]:
    for change in plan.changes:
        if problem := _tried(plan.root, change):
            return [problem]
    return []


def _tried(root: Path, change: Change) -> Diagnostic | None:
    try:
        _apply(root, change)
    except OSError as error:
        message = f"this file could not be {change.verb}: {error.strerror}"
        return refusal(WriteCode.FAILED, change.path, message, "make room or set permissions, then try again")
    return None


def _apply(root: Path, change: Change) -> None:
    target = root / change.path
    if change.after is None:
        target.unlink(missing_ok=True)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}.{os.getpid()}{TEMPORARY}")
    try:
        _create(temporary, change.after, 0o777 if change.executable else 0o666)
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _create(path: Path, content: bytes, mode: int) -> None:
    """Write a new file; never through a link that somebody has put there."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)


def _remove_leftovers(root: Path) -> None:
    """Remove what killed builds have left: while nobody else writes, every temporary file is one of theirs."""
    folders = [
        root,
        *(
            Path(place)
            for name in GENERATED_FOLDERS
            if not (root / name).is_symlink()
            for place, _, _ in os.walk(root / name)
        ),
    ]
    for leftover in (leftover for folder in folders for leftover in folder.glob(f".*{TEMPORARY}")):
        with suppress(OSError):
            leftover.unlink()
