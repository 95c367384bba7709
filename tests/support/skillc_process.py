"""The compiler as a process, and what can be done to one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from skillc.build import prepare
from skillc.cli.app import app, main
from support.process import Run, run_forked
from support.shelf import GOOD

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SKILLC = str(Path(sys.executable).parent / "skillc")


def skillc(*arguments: str, folder: Path, first: Callable[[], object] = lambda: None) -> Run:
    """Run the command in `folder`, in a process that calls `first`, with all that it loads loaded already."""
    _warm_up()

    def program() -> None:
        first()
        main(arguments)

    return run_forked(program, folder)


@cache
def _warm_up() -> None:
    assert CliRunner().invoke(app, ["validate", str(GOOD)]).exit_code == 0
    assert prepare(GOOD).plan


def start_skillc(*arguments: str, folder: Path, under: Sequence[str] = ()) -> subprocess.Popen[str]:
    """Start the installed command in `folder`, with the program `under` around it."""
    return subprocess.Popen(
        [*under, SKILLC, *arguments], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    )


def without_privileges() -> list[str]:
    """Return the program that holds another one to the permissions of files, as everybody but root is held anyway."""
    if os.geteuid():
        return []
    if not shutil.which("setpriv"):
        pytest.skip("root cannot give up its privileges here")
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
