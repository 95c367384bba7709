"""The compiler as a process, and what can be done to one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import traceback
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from skillc.build import prepare
from skillc.cli.app import main
from support.process import PATIENCE, Run
from support.shelf import GOOD

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SKILLC = str(Path(sys.executable).parent / "skillc")


def skillc(*arguments: str, folder: Path, first: Callable[[], object] = lambda: None) -> Run:
    """Run the command in `folder` in a process of its own that calls `first`; a traceback is a failure of every test.

    The process is a fork of this one, which spares it the start of an interpreter and the loading of templates and schemas.
    """
    _warm_up()
    with TemporaryDirectory() as printed:
        output, errors = Path(printed, "output"), Path(printed, "errors")
        process = get_context("fork").Process(target=_run, args=(arguments, folder, first, output, errors))
        process.start()
        process.join(PATIENCE)
        if process.is_alive():
            process.kill()
            pytest.fail("the command hangs")
        code = process.exitcode
        assert code is not None
        return Run(code, output.read_text(encoding="utf-8"), errors.read_text(encoding="utf-8")).checked()


@cache
def _warm_up() -> None:
    assert prepare(GOOD).plan


def _run(arguments: Sequence[str], folder: Path, first: Callable[[], object], output: Path, errors: Path) -> None:
    with output.open("w", encoding="utf-8") as sys.stdout, errors.open("w", encoding="utf-8") as sys.stderr:
        os.chdir(folder)
        try:
            first()
            main(arguments)
        except Exception:  # noqa: BLE001 - whatever it is, the test is to see it
            traceback.print_exc()


def start_skillc(*arguments: str, folder: Path, under: Sequence[str] = ()) -> subprocess.Popen[str]:
    """Start the installed command in `folder`, with the program `under` around it."""
    return subprocess.Popen([*under, SKILLC, *arguments], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")


def without_privileges() -> list[str]:
    """Return the program that holds another one to the permissions of files, as everybody but root is held anyway."""
    if os.geteuid():
        return []
    if not shutil.which("setpriv"):
        pytest.skip("root cannot give up its privileges here")
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
