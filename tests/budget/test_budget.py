"""`skillc budget`: what each part of the pages costs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from support.places import ROOT
from support.skillc_process import skillc

from skillc.budget.report import page_parts
from skillc.budget.tokens import estimated_tokens

if TYPE_CHECKING:
    from support.shelf import Shelf

PAGE = """---
name: shelf
---

# Shelf
A shelf.

```bash
# not a heading
```
## Books

Some.
"""


def test_a_page_falls_into_the_parts_under_its_headings() -> None:
    assert [(part.heading, part.line) for part in page_parts("SKILL.md", PAGE)] == [
        ("(frontmatter)", 1),
        ("Shelf", 5),
        ("Books", 11),
    ]
    assert [part.heading for part in page_parts("a.md", "# First\ntext\n")] == ["First"]
    assert [part.heading for part in page_parts("a.md", "text\n~~~\n# no\n~~~\n# Second\n")] == ["(top)", "Second"]


def test_the_parts_add_up_to_the_file() -> None:
    for page in (ROOT / "SKILL.md", *sorted((ROOT / "references").glob("*.md"))):
        text = page.read_text(encoding="utf-8")
        total = sum(part.tokens for part in page_parts(page.name, text))
        assert abs(total - estimated_tokens(text)) <= 0.02 * total


def test_the_report_as_data(shelf: Shelf) -> None:
    report = json.loads(skillc("budget", "--format", "json", folder=shelf.root).out)
    skill = next(file for file in report["files"] if file["path"] == "SKILL.md")
    assert (skill["tokenLimit"], skill["lineLimit"]) == (1500, 130)
    assert {"(frontmatter)", "Bookshelf", "Read", "Change"} <= {part["heading"] for part in skill["sections"]}
    costs = [part["tokens"] for part in report["biggest"]]
    assert costs == sorted(costs, reverse=True)
    assert costs[0] == max(part["tokens"] for file in report["files"] for part in file["sections"])


def test_the_report_for_people_names_limits_and_the_biggest_parts(shelf: Shelf) -> None:
    lines = skillc("budget", folder=shelf.root).out.splitlines()
    assert any(line.startswith("SKILL.md  about ") and " of 1,500 tokens" in line for line in lines)
    assert any("  SKILL.md:" in line for line in lines[lines.index("biggest") :])


def test_a_skill_over_its_budget_is_told_too(shelf: Shelf) -> None:
    shelf.edit("skill.yaml", "skill: {tokens: 1500", "skill: {tokens: 100")
    assert skillc("build", folder=shelf.root).code == 1
    done = skillc("budget", folder=shelf.root)
    assert done.code == 0
    assert " of 100 tokens" in done.out


def test_a_spoilt_skill_has_findings_and_no_budget(shelf: Shelf) -> None:
    shelf.edit("skill.yaml", "title:", "titel:")
    done = skillc("budget", folder=shelf.root)
    assert done.code == 1
    assert "FORM001" in done.out


def test_the_version_is_that_of_the_package(shelf: Shelf) -> None:
    done = skillc("--version", folder=shelf.root)
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    name, _, version = done.out.strip().partition(" ")
    assert (done.code, name) == (0, "skillc")
    assert f'version = "{version}"' in project
