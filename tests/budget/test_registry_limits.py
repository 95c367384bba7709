"""What is too large, or too little, for those who take skills is said before anything is written; the pages of both findings show it."""

from __future__ import annotations

import pytest

from skillc.budget.registry_limits import too_large, too_little
from skillc.diagnostic import Severity


def found(sizes: dict[str, int]) -> list[tuple[str, str]]:
    return [(problem.file, problem.message) for problem in too_large({path: bytes(size) for path, size in sizes.items()})]


def test_what_just_fits_is_taken() -> None:
    assert found({"SKILL.md": 256_000, "references/book.md": 10_000_000}) == []


def test_what_is_larger_is_refused_with_both_figures() -> None:
    assert found({"SKILL.md": 256_001, "scripts/bookshelf.py": 10_000_001}) == [
        ("SKILL.md", "this file would have 256,001 bytes; at most 256,000 are allowed"),
        ("scripts/bookshelf.py", "this file would have 10,000,001 bytes; at most 10,000,000 are allowed"),
    ]


def test_all_files_together_are_limited_too() -> None:
    pages = {f"references/{number}.md": 10_000_000 for number in range(5)}
    assert found(pages) == []
    assert found({**pages, "SKILL.md": 1}) == [("SKILL.md", "the skill would have 50,000,001 bytes; at most 50,000,000 are allowed")]


@pytest.mark.parametrize(("words", "letters", "found"), [(45, 6, 0), (45, 5, 1), (44, 6, 1), (44, 1, 1)])
def test_a_page_that_says_less_than_registries_ask_for_is_a_warning(words: int, letters: int, found: int) -> None:
    page = f"---\nname: shelf\ndescription: {'word ' * 100}\n---\n\n" + " ".join(["x" * letters] * words)
    problems = list(too_little({"SKILL.md": page.encode()}))
    assert [problem.severity for problem in problems] == [Severity.WARNING] * found
