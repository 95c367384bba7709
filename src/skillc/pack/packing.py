"""From a skill's folder to a plan of what to pack.

Built, up to date, licensed, of one version, and into nobody else's files.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from skillc.build import prepare
from skillc.diagnostic import Diagnostic
from skillc.model import Skill
from skillc.pack.contents import contents, unfit
from skillc.pack.manifest import MANIFEST, manifest
from skillc.pack.place import plan_output
from skillc.pack.products import install_lines, product
from skillc.pack.target import PackTarget
from skillc.pack.versions import other_versions, version_texts
from skillc.write.plan import Plan


@dataclass(frozen=True, slots=True)
class Ready:
    """A pack that may be written: the skill, what changes below the output folder, and how to install it from there."""

    skill: Skill
    plan: Plan
    install: list[str]


@dataclass(frozen=True, slots=True)
class Refused:
    """A pack that may not be written: what is wrong below `place`, and the texts of the files there, to quote from."""

    place: Path
    diagnostics: tuple[Diagnostic, ...]
    texts: dict[str, str] = field(default_factory=dict)


def prepare_pack(root: Path, target: PackTarget, output: Path) -> Ready | Refused:
    """Check that the skill in `root` is fit for its users, and compare what `target` takes with `output`."""
    build = prepare(root)
    skill, texts = build.compilation.skill, build.compilation.texts | version_texts(root)
    if skill is None or build.plan is None:
        return Refused(root, build.diagnostics, texts)
    problems = (*unfit(build.plan), *other_versions(skill.version, texts))
    if problems:
        return Refused(root, problems, texts)
    files = product(target, skill, contents(root, build.files))
    planned, refused = plan_output(output, {MANIFEST: manifest(skill, files), **files})
    if refused:
        return Refused(output, tuple(refused))
    return Ready(skill, planned, install_lines(target, skill, output.as_posix()))
