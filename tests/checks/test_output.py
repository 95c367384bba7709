"""A skill too large, or a page too short, for registries is found before anything is written.

The pages of both findings show it.
"""

from __future__ import annotations

import pytest

from skillc.checks.output import file_too_large, skill_page_too_short
from skillc.checks.support.rendering import Rendering
from skillc.diagnostic import Severity
from skillc.load import Document

SOURCE = Document("skill.yaml", "")


def too_large(sizes: dict[str, int]) -> list[tuple[str, str]]:
    rendering = Rendering(SOURCE, {path: bytes(size) for path, size in sizes.items()})
    return [(problem.file, problem.message) for problem in file_too_large.check(rendering)]


def test_what_just_fits_is_accepted() -> None:
    assert too_large({"SKILL.md": 256_000, "references/book.md": 10_000_000}) == []


def test_what_is_larger_is_refused_with_both_figures() -> None:
    assert too_large({"SKILL.md": 256_001, "scripts/bookshelf.py": 10_000_001}) == [
        ("SKILL.md", "this file would have 256,001 bytes; at most 256,000 are allowed"),
        ("scripts/bookshelf.py", "this file would have 10,000,001 bytes; at most 10,000,000 are allowed"),
    ]


def test_the_whole_skill_is_limited_too() -> None:
    pages = {f"references/{number}.md": 10_000_000 for number in range(5)}
    message = "the skill would have 50,000,001 bytes; at most 50,000,000 are allowed"
    assert too_large(pages) == []
    assert too_large({**pages, "SKILL.md": 1}) == [("SKILL.md", message)]


@pytest.mark.parametrize(("words", "letters", "found"), [(45, 6, 0), (45, 5, 1), (44, 6, 1), (44, 1, 1)])
def test_a_page_shorter_than_registries_require_is_a_warning(words: int, letters: int, found: int) -> None:
    page = f"---\nname: shelf\ndescription: {'word ' * 100}\n---\n\n" + " ".join(["x" * letters] * words)
    problems = list(skill_page_too_short.check(Rendering(SOURCE, {"SKILL.md": page.encode()})))
    assert [problem.severity for problem in problems] == [Severity.WARNING] * found
