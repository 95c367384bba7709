"""Two small skills of other apps, rendered whole: nothing of Faktoora hides in the compiler.

The expected trees lie in tests/golden/<skill>/expected; `make golden` writes them anew, and the diff is what a reviewer reads.
Of a helper script, only the compiled table is compared: its code is the same for every skill.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from skillc.pipeline import compile_tree
from skillc.render import render

GOLDEN = Path(__file__).parent.parent / "golden"
SKILLS = sorted(path.name for path in GOLDEN.iterdir())
REGENERATE = "REGENERATE_GOLDEN" in os.environ


def rendered(name: str) -> dict[str, str]:
    compilation = compile_tree(GOLDEN / name / "source")
    assert compilation.skill, compilation.diagnostics
    files = {path: content.decode("utf-8") for path, content in render(compilation.skill).items()}
    script = files.pop(f"scripts/{name}.py", None)
    if script is not None:
        table = script.partition("TABLE = r'''")[2].partition("'''")[0]
        files["table.json"] = json.dumps(json.loads(table), indent=2, ensure_ascii=False) + "\n"
    return files


@pytest.mark.parametrize("name", SKILLS)
def test_a_small_skill_renders_as_it_stands_here(name: str) -> None:
    folder = GOLDEN / name / "expected"
    files = rendered(name)
    if REGENERATE:
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8", newline="\n")
    expected = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file()}
    assert files == expected


@pytest.mark.parametrize("name", SKILLS)
def test_nothing_of_another_app_is_in_it(name: str) -> None:
    skill = compile_tree(GOLDEN / name / "source").skill
    assert skill
    for path, content in render(skill).items():
        assert "faktoora" not in content.decode("utf-8").lower(), path


def test_a_skill_without_an_app_has_no_helper() -> None:
    assert set(rendered("house-style")) == {"SKILL.md"}
