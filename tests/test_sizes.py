"""What is too large for those who take skills is refused before anything is written; the page of OUT009 shows it for SKILL.md."""

from __future__ import annotations

from skillc.sizes import too_large


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
