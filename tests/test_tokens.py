"""The estimate of tokens, against counts by npm gpt-tokenizer (o200k_base): tests/cases/tokens/<count>-<what>."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from shelf import CASES

from skillc.tokens import estimated_tokens

if TYPE_CHECKING:
    from pathlib import Path

COUNTED = sorted((CASES / "tokens").iterdir())


@pytest.mark.parametrize("case", COUNTED, ids=lambda case: case.name)
def test_the_estimate_is_within_8_percent(case: Path) -> None:
    counted = int(case.name.split("-", 1)[0])
    assert abs(estimated_tokens(case.read_text(encoding="utf-8")) - counted) <= 0.08 * counted


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
