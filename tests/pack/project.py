"""A built skill in a folder of its own, and `skillc` there.

As a process, or in this one where only the outcome matters.
"""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from support.process import Run, run
from typer.testing import CliRunner, Result

from skillc.cli.app import app

SKILLC = Path(sys.executable).with_name("skillc")
TERMS = "MIT No Attribution\n"


@dataclass(frozen=True)
class Project:
    """The folder of a skill."""

    root: Path

    @classmethod
    def built(cls, root: Path) -> Project:
        """Return the skill whose sources lie in `root`, built and with a licence."""
        (root / "LICENSE").write_text(TERMS, "utf-8")
        project = cls(root)
        done = project.run("build")
        assert done.exit_code == 0, done.output
        return project

    @property
    def dist(self) -> Path:
        return self.root / "dist"

    def process(self, *arguments: str, **variables: str) -> Run:
        """Run `skillc` in the folder, as people do."""
        return run([SKILLC, *arguments], self.root, os.environ | variables)

    def run(self, *arguments: str) -> Result:
        """Run `skillc` in the folder, without a process; a traceback is a failure of every test."""
        elsewhere = Path.cwd()
        os.chdir(self.root)
        try:
            return CliRunner().invoke(app, arguments, catch_exceptions=False)
        finally:
            os.chdir(elsewhere)

    def pack(self, *options: str) -> str:
        """Pack, and return what was told."""
        done = self.run("pack", *options)
        assert done.exit_code == 0, done.output
        return done.stdout

    def refused(self, *options: str) -> str:
        """Try to pack, and return why it was refused; nothing may have changed."""
        before = tree(self.root)
        done = self.run("pack", *options)
        assert (done.exit_code, done.stderr) == (1, "")
        assert tree(self.root) == before
        return done.stdout

    def copy(self, root: Path) -> Project:
        return Project(shutil.copytree(self.root, root, symlinks=True))


def tree(folder: Path) -> dict[str, bytes]:
    """Return the content of every file below a folder; of a link, where it leads."""
    found = (path for path in folder.rglob("*") if path.is_symlink() or path.is_file())
    return {
        path.relative_to(folder).as_posix(): os.fsencode(path.readlink()) if path.is_symlink() else path.read_bytes()
        for path in found
    }
