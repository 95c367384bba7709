"""Small skills of other apps, rendered whole: nothing of Faktoora hides in the compiler.

The expected trees lie in tests/golden/<skill>/expected; `make golden` writes them anew, and the diff is what a
reviewer reads. The helper's modules, which are the same for every skill, and the digests are left out.
"""

from __future__ import annotations

import json
import os

import pytest
from support.places import TESTS

from skillc.build import prepare
from skillc.diagnostic import has_errors
from skillc.pipeline import compile_tree
from skillc.render import render

GOLDEN = TESTS / "golden"
SKILLS = sorted(path.name for path in GOLDEN.iterdir())
REGENERATE = "REGENERATE_GOLDEN" in os.environ


def rendered(name: str) -> dict[str, str]:
    compilation = compile_tree(GOLDEN / name / "source")
    assert compilation.skill, compilation.diagnostics
    files = {path: content.decode("utf-8") for path, content in render(compilation.skill).items()}
    files = {path: text for path, text in files.items() if not path.startswith("scripts/skill_helper/")}
    if facts := files.get(f"scripts/{name}.json"):
        table = {member: value for member, value in json.loads(facts).items() if member != "files"}
        files[f"scripts/{name}.json"] = json.dumps(table, indent=2, ensure_ascii=False) + "\n"
    return files


@pytest.mark.parametrize("name", SKILLS)
def test_a_small_skill_renders_as_it_stands_here(name: str) -> None:
    folder = GOLDEN / name / "expected"
    files = rendered(name)
    if REGENERATE:
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8", newline="\n")
    expected = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert files == expected


@pytest.mark.parametrize("name", SKILLS)
def test_nothing_of_another_app_is_in_it(name: str) -> None:
    skill = compile_tree(GOLDEN / name / "source").skill
    assert skill
    for path, content in render(skill).items():
        assert "faktoora" not in content.decode("utf-8").lower(), path


@pytest.mark.parametrize("name", SKILLS)
def test_a_build_takes_it(name: str) -> None:
    found = prepare(GOLDEN / name / "source").diagnostics
    assert not has_errors(found), [diagnostic.message for diagnostic in found]


def test_a_skill_without_an_app_has_no_helper() -> None:
    assert set(rendered("house-style")) == {"SKILL.md"}
