"""The keyword `pattern` means in Python what it means in ECMAScript, or is refused as untranslatable."""

from __future__ import annotations

import warnings

import pytest

from skill_helper.schema.patterns import compiled_pattern
from skill_helper.schema.unchecked import unchecked_patterns
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


@pytest.mark.parametrize("pattern", ["(a+)+b", "^(a|a)*$", r"^[0-9]+(,[0-9]+)*$"])
def test_every_pattern_of_a_descriptor_is_run(pattern: str) -> None:
    assert [problem.keyword for problem in problems_of("c", {"pattern": pattern}, {})] == ["pattern"]


def test_of_an_untrusted_schema_only_harmless_patterns_are_run() -> None:
    schema = {"properties": {"slow": {"pattern": "(a+)+$"}, "quick": {"pattern": "^a+(,a+)*$"}}}
    value = {"slow": "a" * 60 + "!", "quick": "a,!"}
    assert [problem.pointer for problem in problems_of(value, schema, {}, trusted=False)] == ["/quick"]


def test_a_long_text_meets_harmless_patterns_only() -> None:
    harmless = {"pattern": "^[a-z]+(-[a-z]+)*$"}
    assert problems_of("a" * 100_000, harmless, {}) == []
    (problem,) = problems_of("a" * 1001, {"pattern": "^a*a*a*$"}, {})
    assert problem.message == "the text has 1001 characters; at most 1000 can be checked against the pattern ^a*a*a*$"
    assert problems_of("a" * 1001, {"pattern": "^a*a*a*$"}, {}, trusted=False) == []


def test_the_patterns_that_are_left_to_others_are_listed() -> None:
    slow = {"pattern": "(a+)+$"}
    schema = {
        "properties": {
            "a": slow,
            "b": {"items": {"properties": {"c": slow}}},
            "d": {"pattern": "^a$"},
            "e": {"$ref": "#/$defs/E"},
        },
        "additionalProperties": {"pattern": r"^\p{L}$"},
        "anyOf": [{"properties": {"f": slow}}, {"$ref": "#/$defs/Self"}, 17],
        "pattern": 5,
    }
    defs = {"E": {"allOf": [slow]}, "Self": {"anyOf": [{"$ref": "#/$defs/Self"}]}}
    assert unchecked_patterns(schema, defs) == {
        **dict.fromkeys(("a", "b[].c", "e", "f"), "(a+)+$"),
        "*": r"^\p{L}$",
    }
    assert unchecked_patterns(slow, {}) == {"": "(a+)+$"}
    assert unchecked_patterns(schema=True, defs={}) == {}
