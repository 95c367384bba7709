"""The keyword `pattern` means in Python what it means in ECMAScript, or is refused as untranslatable."""

from __future__ import annotations

import warnings

import pytest

from skill_helper.schema.patterns import can_run_away, compiled_pattern
from skill_helper.schema.validation import problems_of

FINDS = [
    ("^abc$", "abc", True),
    ("^abc$", "abc\n", False),
    ("a.c", "a\u2028c", False),
    ("a.c", "a\rc", False),
    ("a.c", "a😀c", True),
    (r"^\d$", "٣", False),
    (r"^\w$", "é", False),
    (r"\bx", "éx", True),
    (r"^\s$", "\ufeff", True),
    (r"^\S$", "\u00a0", False),
    (r"^[\s,]+$", ",\u00a0", True),
    (r"^[\s\S]$", "\u2003", True),
    (r"^\cJ$", "\n", True),
    (r"^[\cJ]$", "\n", True),
    (r"^\u{1F432}$", "🐲", True),
    (r"^\ud83d\udc32$", "🐲", True),
    (r"^[\u00e4-\u00fc]\x41$", "öA", True),
    (r"^\0$", "\0", True),
    (r"^(?<year>\d{4})-\k<year>$", "2024-2024", True),
    (r"^(a)\1$", "aa", True),
    (r"^(?:a|b)+?(?=c)(?!d)c$", "abc", True),
    (r"(?<=€)\d(?<!9)", "€8", True),
    ("[]", "a", False),
    ("^[^]$", "\n", True),
    (r"^[\b]$", "\b", True),
    ("^[[[&&~~||-]+$", "[&~|-", True),
    ("^{}$", "{}", True),
    ("^a{,2}$", "a{,2}", True),
    ("^a{2}b{1,}c{1,2}?$", "aabc", True),
    ("^]$", "]", True),
    (r"^\/\.\-$", "/.-", True),
]

WITHOUT_TRANSLATION = [
    *(r"\p{Letter}", r"\A", r"\Z", r"[\Z]", r"[\B]", r"[\1]", r"\a", r"[\p]", "a\\", r"[a\]", r"\1", r"\k<no>"),
    *("(?i)a", "(?P<n>a)", "(?#c)", "(?>a)", "(?", "(?<1>a)", "(?<=a+)b", "(", ")", "[a", "[z-a]"),
    *("a++", "a{2}+", "a{2}{3}", "*a", "a{99999999999}"),
]


@pytest.mark.parametrize(("pattern", "text", "found"), FINDS)
def test_search_finds_what_ecmascript_finds(pattern: str, text: str, found: bool) -> None:  # noqa: FBT001 - a table of truth
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        compiled = compiled_pattern(pattern)
    assert compiled is not None
    assert bool(compiled.search(text)) is found


@pytest.mark.parametrize("pattern", WITHOUT_TRANSLATION)
def test_pattern_that_python_would_read_differently_has_no_translation(pattern: str) -> None:
    assert compiled_pattern(pattern) is None


@pytest.mark.parametrize("pattern", ["(a+)+$", "^(a|a)*$", r"([a-z]+\.)*x", "((a|b)c)+", "(?:(a)*b){2,}", "((a+))*?", "(a{1,3}){2,5}"])
def test_a_pattern_that_could_run_for_ever_is_not_run(pattern: str) -> None:
    assert can_run_away(pattern)
    assert problems_of("a" * 60 + "!", {"pattern": pattern}, {}) == []


@pytest.mark.parametrize("pattern", ["(a|b)?c", "(ab){2,}", "[(a+)+]+", r"\(a+\)+", "(a+){3}", "(a+)b+", "a+b*|c+", "(", ")+", "a\\"])
def test_other_patterns_are_run(pattern: str) -> None:
    assert not can_run_away(pattern)


def test_a_pattern_is_not_searched_in_a_very_long_text() -> None:
    slow = {"pattern": "^a*a*a*a*$"}
    assert problems_of("b", slow, {})
    assert problems_of("a" * 100_000 + "b", slow, {}) == []
