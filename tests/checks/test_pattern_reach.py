"""What a pattern is said never to reach, no text reaches: random patterns, tried on random texts."""

from __future__ import annotations

import random

import pytest

from skillc.checks.support.pattern_reach import can_fit, least_length
from skillc.shared import compiled_pattern

PIECES = [
    "a",
    "b",
    "^",
    "$",
    "\\n",
    "[ab]",
    "[^a]",
    "[\\n\\r]",
    "(",
    "(?:",
    "(?=",
    "(?!",
    ")",
    ")",
    "|",
    "*",
    "?",
    "+",
    "{2}",
    "{0,1}",
    "\\b",
    ".",
    "/",
]
TEXTS = ["", "a", "b", "ab", "ba", "aab", "a\n", "\n", "a\nb", "\nb", "abab", "/a/", "//", "aaaa", "\r\n"]


def random_patterns(seed: int) -> list[str]:
    chance = random.Random(seed)  # noqa: S311 - no secret
    found = ("".join(chance.choices(PIECES, k=chance.randint(1, 9))) for _ in range(3000))
    return [pattern for pattern in found if compiled_pattern(pattern)]


@pytest.mark.parametrize("seed", range(4))
def test_no_text_fits_a_pattern_that_none_can_fit(seed: int) -> None:
    patterns = random_patterns(seed)
    assert len(patterns) > 300
    assert any(not can_fit(pattern, with_line_breaks=True) for pattern in patterns)
    for pattern in patterns:
        compiled = compiled_pattern(pattern)
        assert compiled
        for text in TEXTS:
            if compiled.search(text):
                assert can_fit(pattern, with_line_breaks="\n" in text or "\r" in text), (pattern, text)
                assert least_length(pattern) <= len(text), (pattern, text)
