"""What belongs to a skill on its way to its users: the generated files, as they lie on disk, and the licence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from skillc.diagnostic import Diagnostic
from skillc.write.codes import WriteCode
from skillc.write.plan import Plan, refusal

LICENSE = "LICENSE"


def unfit(plan: Plan) -> Iterator[Diagnostic]:
    """Yield why the folder that a build has compared with its sources cannot be packed."""
    for change in plan.changes:
        if change.before != change.after:
            message = f"this file would be {change.verb} by a build; only what is up to date is packed"
            yield refusal(WriteCode.STALE, change.path, message, "run: skillc build")
    if (plan.root / LICENSE).is_symlink() or not (plan.root / LICENSE).is_file():
        message = "there is no such file; a skill is packed with its licence"
        yield refusal(
            WriteCode.NO_LICENSE, LICENSE, message, "write the terms that skill.yaml names in `license` into LICENSE"
        )


def contents(root: Path, generated: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of the packed skill by their path in its folder."""
    return {**generated, LICENSE: (root / LICENSE).read_bytes()}
