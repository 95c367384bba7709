"""The packed skill starts however it is started, from wherever, whatever lies beside the caller.

And leaves nothing in its folder.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from support.interpreters import interpreters
from support.started import start

HIDING = ("json.py", "decimal.py", "skill_helper/__init__.py", "skill_helper/main.py")
SAFE_PATH_SINCE = (3, 11)


class Way(NamedTuple):
    """A way to start: options of Python, variables (`HERE`: the current folder), a link, from within the skill."""

    options: tuple[str, ...] = ()
    variables: tuple[tuple[str, str], ...] = ()
    through_link: bool = False
    within: bool = False


WAYS = {
    "as usual": Way(),
    "isolated": Way(("-I",)),
    "without site": Way(("-S",)),
    "isolated, without site": Way(("-I", "-S")),
    "with a safe path": Way(("-P",)),
    "with a safe path by a variable": Way(variables=(("PYTHONSAFEPATH", "1"),)),
    "with a path that begins here": Way(variables=(("PYTHONPATH", "."),)),
    "with a path that names the folder": Way(("-S",), (("PYTHONPATH", "HERE"),)),
    "without byte code": Way(variables=(("PYTHONDONTWRITEBYTECODE", "1"),)),
    "optimised": Way(("-OO",)),
    "through a link": Way(through_link=True),
    "from its own folder": Way(within=True),
}


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """Return a folder with modules that would hide the skill's and Python's own."""
    folder = tmp_path / "here"
    for name in HIDING:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("raise SystemExit('hidden by ' + __file__)\n")
    return folder


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("version", interpreters(), ids=lambda version: ".".join(map(str, version)))
def test_it_starts(version: tuple[int, int], way: Way, skill: Path, hostile: Path, tmp_path: Path) -> None:
    if "-P" in way.options and version < SAFE_PATH_SINCE:
        pytest.skip("this Python has no such option")
    script = skill / "scripts" / "faktoora.py"
    if way.through_link:
        if sys.platform == "win32":
            pytest.skip("links are for administrators there")
        script = tmp_path / "link.py"
        script.symlink_to(skill / "scripts" / "faktoora.py")
    before = sorted(skill.rglob("*"))
    variables = {name: value.replace("HERE", str(hostile)) for name, value in way.variables}
    python, cwd = (interpreters()[version], *way.options), script.parent if way.within else hostile
    done = start(
        script, "describe", "delete-product", state=tmp_path / "state", python=python, cwd=cwd, variables=variables
    )
    assert (done.code, done.document["effect"]) == (0, "destructive"), done
    assert sorted(skill.rglob("*")) == before
