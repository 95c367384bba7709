"""What is found in patterns is so, and what passes means the same to the helper and to ECMAScript, which Node knows."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from skill_helper.schema.patterns import compiled_pattern
from skillc.checks.schema.pattern_read_differently import oddities
from skillc.checks.schema.pattern_runs_away import trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Search = Callable[[str, Sequence[str]], list[bool] | None]

NODE = """
require("readline").createInterface({input: process.stdin}).on("line", line => {
  const [pattern, texts] = JSON.parse(line);
  let found = null;
  try { const compiled = new RegExp(pattern, "u"); found = texts.map(text => compiled.test(text)); } catch {}
  console.log(JSON.stringify(found));
});
"""
ATOMS = [
    *("a", "b", "1", "é", "😀", "-", ".", "^", "$", "[ab]", "[^a]", "[a-c1]", "[a-]", "[]", "[^]", "[.]", "[$^]", "[a&&b]", "[[a]"),
    *(r"\d", r"\w", r"\s", r"\D", r"\W", r"\S", r"\b", r"\B", r"\n", r"\t", r"\0", r"\cJ", r"\x41", r"\u00e9", r"\u{1F600}", r"\.", r"\/"),
    *(r"[\d_]", r"[\s\S]", r"[^\s]", r"[\S]", r"[\W]", r"[\D]", r"[\b]", r"[\-a]", r"[\]\\]", r"\-", r"\@", r"[\:]", "{", "}", "]", "{,2}"),
    *("(?=a)", "(?!a)", "(?<=a)", "(?<!a)", r"\1", r"\k<n>", r"\A", r"\Z", "(?i)", r"\p{L}", "(?P<n>a)"),
]
QUANTIFIERS = ["", "", "", "*", "+", "?", "{2}", "{1,2}", "{0,1}", "*?", "+?", "??", "{1,}?", "++", "{,2}"]
FORMS = ["{0}", "({0})", "(?:{0})", "(?<n>{0})", "(?:{0}|{1})", "({0}|{1})"]
ATOM = st.builds(str.__add__, st.sampled_from(ATOMS), st.sampled_from(QUANTIFIERS))


def sequences(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(parts, min_size=1, max_size=3).map("".join)


def group(form: str, first: str, second: str, quantifier: str) -> str:
    return form.replace("{0}", first).replace("{1}", second) + quantifier


GROUP = st.builds(group, st.sampled_from(FORMS), sequences(ATOM), sequences(ATOM), st.sampled_from(QUANTIFIERS))
PATTERNS = sequences(st.one_of(ATOM, ATOM, GROUP))
TEXTS = st.lists(st.text(alphabet="ab1é😀\n\r\u2028\u00a0\ufeff _-A{2}],.^$/&[\0\b:@\\", max_size=5), min_size=8, max_size=8)


@pytest.fixture(scope="module")
def ecmascript() -> Iterator[Search]:
    """Return a function that tells whether ECMAScript finds a pattern in each of some texts; None when it is no pattern."""
    with subprocess.Popen(["node", "-e", NODE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as node:
        question, answer = node.stdin, node.stdout
        assert question
        assert answer

        def search(pattern: str, texts: Sequence[str]) -> list[bool] | None:
            question.write(json.dumps([pattern, texts]) + "\n")
            question.flush()
            found: list[bool] | None = json.loads(answer.readline())
            return found

        yield search
        question.close()


def helper(pattern: str, texts: Sequence[str]) -> list[bool]:
    compiled = compiled_pattern(pattern)
    assert compiled
    return [bool(compiled.search(text)) for text in texts]


@settings(max_examples=400, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))
@given(pattern=PATTERNS, texts=TEXTS)
def test_what_passes_means_the_same_in_ecmascript(pattern: str, texts: list[str], ecmascript: Search) -> None:
    assume(compiled_pattern(pattern) and not oddities(pattern) and not trouble(pattern))
    assert helper(pattern, texts) == ecmascript(pattern, texts)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        *(("^a{,2}$", "aa"), ("^{$", "{"), ("^a}$", "a}"), ("^]$", "]"), (r"^\-$", "-"), (r"^[\:]$", ":"), ("^(?=a)?a$", "a")),
        *(
            (r"^[\S]$", "\u00a0"),
            (r"^[^\S]$", "\u00a0"),
            (r"^(a)?\1$", ""),
            (r"^(a){0,1}\1$", ""),
            (r"^(?:(a)|b)\1$", "b"),
            (r"^(?!(a))\1$", ""),
        ),
        (r"^(?:(?<n>a)|b)\k<n>$", "b"),
    ],
)
def test_what_is_odd_is_an_error_in_ecmascript_or_means_something_else(pattern: str, text: str, ecmascript: Search) -> None:
    assert oddities(pattern)
    assert helper(pattern, [text]) != ecmascript(pattern, [text])


@pytest.mark.parametrize(
    "pattern", [r"^(['/])[a-z]*\1$", r"^(a|b)+$", r"^[\]\\\-]\/$", r"^[\\:]$", r"^a\{,2\}$", r"^\S[\s\S]*$", r"(?!\b)", "^(?=a)a$"]
)
def test_what_is_read_alike_passes(pattern: str) -> None:
    assert not oddities(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        *("(a+)+$", "^(a|aa)+$", "^([a-zA-Z]+)*$", r"^(\d+|\d+x)*$", "^((ab)*)*$", "(x{1,}y?)+"),
        *("^a*a*a*$", r"^a*\Ba*a*$", "^.*.*.*=", r"\s+\s+$", r"^\w+[a-z]*\d?[a-f]{2,}@", "a*a+b", r"x|^[ab]*a*[a-c]*!", r"\S+@\S+\.\S+$"),
    ],
)
def test_what_may_take_for_ever_is_found(pattern: str) -> None:
    assert trouble(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        *(
            "^[a-z]+$",
            "[0-9]+",
            r"^\S+@\S+\.\S+$",
            r"^[a-z]+\.[a-z]+\.[a-z]+$",
            r"^\s*\S+\s*$",
            r"^\s*\S*.*x",
            "^a*b*c*$",
            "^a+a+$",
            r"\s+$",
        ),
        *(
            "^a*a*a*",
            "^a*a*a*b?",
            "^a*a*a*|b",
            "^.*a.*b.*c",
            r"^(\d{3}){2}-(?:a|b)$",
            "^[a-z]{1,20}[a-z0-9]{1,20}[a-z]{1,20}$",
            "^a*(?=b)a*",
            "^x*x?x*$",
        ),
        *("(", "[a", r"\p{L}+\p{L}+\p{L}+$"),
    ],
)
def test_what_ends_soon_passes(pattern: str) -> None:
    assert not trouble(pattern)
