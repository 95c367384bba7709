"""The estimate of tokens, against counts by npm gpt-tokenizer (o200k_base): tests/cases/tokens/<count>-<what>."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.o200k import o200k_tokens
from support.places import CASES, ROOT

from skillc.budget.tokens import estimated_tokens

OURS = [
    *(ROOT / name for name in ("SKILL.md", "README.md", "CONTRIBUTING.md", "SECURITY.md", "skill.yaml")),
    *(
        file
        for pattern in ("references/*.md", "docs/*.md", "actions/*/*.yaml", "scripts/*.py")
        for file in sorted(ROOT.glob(pattern))
    ),
    *sorted((ROOT / "tests" / "golden").glob("*/expected/**/*.md")),
]
COUNTED = sorted((CASES / "tokens").iterdir())


@pytest.mark.parametrize("case", COUNTED, ids=lambda case: case.name)
def test_the_estimate_is_within_8_percent(case: Path) -> None:
    counted = int(case.name.split("-", 1)[0])
    assert abs(estimated_tokens(case.read_text(encoding="utf-8")) - counted) <= 0.08 * counted


def test_the_estimate_is_within_10_percent_on_our_own_files() -> None:
    estimates = [estimated_tokens(file.read_text(encoding="utf-8")) for file in OURS]
    off = {
        file.name: estimate / count - 1
        for file, estimate, count in zip(OURS, estimates, o200k_tokens(OURS), strict=True)
    }
    assert {name: error for name, error in off.items() if abs(error) > 0.1} == {}


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("", 0),
        ("a", 1),
        ("hello world", 2),
        ("\n\n\n", 1),
        ("12345", 2),
        ("你好世界这是一个测试", 6),
        ("Привет, мир. Это проверка.", 9),
    ],
)
def test_short_texts(text: str, tokens: int) -> None:
    assert abs(estimated_tokens(text) - tokens) <= 2


def test_every_character_belongs_to_a_piece() -> None:
    text = "_x __y 'z' \u00a0\t\r\n 📚 ½ a_b-c 1a2 ªº\u0301"
    assert estimated_tokens(text) > 10
