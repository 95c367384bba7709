"""docs/tutorial.md, followed step by step.

Files are written as shown, commands run, and what they print is what the page says.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from support.language_server import LanguageServer
from support.places import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = ROOT / "docs" / "tutorial.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FAILS = re.compile(r"^\d+ errors? in", re.MULTILINE)


def steps() -> Iterator[tuple[str, str, str]]:
    """Yield each block: language, content, and the last file named before it, or for commands what they print."""
    text = PAGE.read_text(encoding="utf-8")
    blocks = [*BLOCK.finditer(text), None]
    for block, following in pairwise(blocks):
        assert block
        named = re.findall(r"`([\w/-]+\.yaml)`", text[: block.start()])
        printed = following[2] if following and following[1] == "text" else ""
        yield block[1], block[2], printed if block[1] == "bash" else named[-1] if named else ""


def counts_left_out(text: str) -> str:
    """Return what is printed without the number of the helper's modules, which grows from version to version."""
    return re.sub(r"\(\d+ files\)", "(files)", text)


def run(script: str, place: Path, home: Path) -> tuple[int, str, Path]:
    """Run a block of commands; return the code of the last, what was printed, and the current folder after it."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {
        **os.environ,
        "PATH": path,
        "HOME": str(home),
        "XDG_STATE_HOME": str(home / "state"),
    }
    command = ["bash", "-uc", f'{script}\ncode=$?; pwd >"{home}/place"; exit $code']
    done = subprocess.run(
        command, cwd=place, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return done.returncode, done.stdout, Path((home / "place").read_text(encoding="utf-8").strip())


def test_whoever_follows_the_page_installs_the_skill(tmp_path: Path) -> None:
    place, home = tmp_path, tmp_path / "home"
    home.mkdir()
    kinds = []
    for kind, content, about in steps():
        kinds.append(kind)
        if kind == "yaml":
            assert (place / about).exists(), f"{about} is not there to be edited"
            (place / about).write_text(content, encoding="utf-8")
        elif kind == "bash":
            code, printed, place = run(content, place, home)
            assert counts_left_out(about.rstrip()) in counts_left_out(printed), printed
            assert bool(code) == bool(FAILS.search(about)), printed
    assert (kinds.count("bash"), kinds.count("yaml"), kinds.count("text")) == (8, 4, 3)
    installed = home / ".openclaw" / "skills" / "tapboard"
    assert {path.name for path in installed.iterdir()} == {"SKILL.md", "references", "scripts", "LICENSE"}
    with LanguageServer() as server:
        for source in (place / "skill.yaml", *sorted(place.glob("actions/*/*.yaml"))):
            assert server.diagnostics(source) == []
