"""What is found in patterns is so, and what passes means the same to the helper and to ECMAScript, which Node knows."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from skill_helper.schema.pattern_cost import is_harmless, parsed_pattern, worst_steps
from skill_helper.schema.patterns import compiled_pattern, translated_pattern
from skillc.checks.schema.pattern_read_differently import oddities
from skillc.checks.support.slow_texts import MOST_STEPS, _forms, _measured, slow_text
from skillc.checks.support.step_counter import StepCounter, UncountableError

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
    *(
        "a",
        "b",
        "1",
        "é",
        "😀",
        "-",
        ".",
        "^",
        "$",
        "[ab]",
        "[^a]",
        "[a-c1]",
        "[a-]",
        "[]",
        "[^]",
        "[.]",
        "[$^]",
        "[a&&b]",
        "[[a]",
    ),
    *(
        r"\d",
        r"\w",
        r"\s",
        r"\D",
        r"\W",
        r"\S",
        r"\b",
        r"\B",
        r"\n",
        r"\t",
        r"\0",
        r"\cJ",
        r"\x41",
        r"\u00e9",
        r"\u{1F600}",
        r"\.",
        r"\/",
    ),
    *(
        r"[\d_]",
        r"[\s\S]",
        r"[^\s]",
        r"[\S]",
        r"[\W]",
        r"[\D]",
        r"[\b]",
        r"[\-a]",
        r"[\]\\]",
        r"\-",
        r"\@",
        r"[\:]",
        "{",
        "}",
        "]",
        "{,2}",
    ),
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
TEXTS = st.lists(
    st.text(alphabet="ab1é😀\n\r\u2028\u00a0\ufeff _-A{2}],.^$/&[\0\b:@\\", max_size=5), min_size=8, max_size=8
)


@pytest.fixture(scope="module")
def ecmascript() -> Iterator[Search]:
    """Return a function that tells whether ECMAScript finds a pattern in each of some texts.

    None when it is no pattern.
    """
    with subprocess.Popen(
        ["node", "-e", NODE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as node:
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


@settings(max_examples=120, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))
@given(pattern=PATTERNS, texts=TEXTS)
def test_what_passes_means_the_same_in_ecmascript(pattern: str, texts: list[str], ecmascript: Search) -> None:
    assume(compiled_pattern(pattern) and not oddities(pattern) and not slow_text(pattern))
    assert helper(pattern, texts) == ecmascript(pattern, texts)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        *(
            ("^a{,2}$", "aa"),
            ("^{$", "{"),
            ("^a}$", "a}"),
            ("^]$", "]"),
            (r"^\-$", "-"),
            (r"^[\:]$", ":"),
            ("^(?=a)?a$", "a"),
        ),
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
def test_what_is_odd_is_an_error_in_ecmascript_or_means_something_else(
    pattern: str, text: str, ecmascript: Search
) -> None:
    assert oddities(pattern)
    assert helper(pattern, [text]) != ecmascript(pattern, [text])


@pytest.mark.parametrize(
    "pattern",
    [
        r"^(['/])[a-z]*\1$",
        r"^(a|b)+$",
        r"^[\]\\\-]\/$",
        r"^[\\:]$",
        r"^a\{,2\}$",
        r"^\S[\s\S]*$",
        r"(?!\b)",
        "^(?=a)a$",
    ],
)
def test_what_is_read_alike_passes(pattern: str) -> None:
    assert not oddities(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        *(
            "(a+)+$",
            "^(a|aa)+$",
            "^([a-zA-Z]+)*$",
            r"^(\d+|\d+x)*$",
            "^((ab)*)*$",
            "(x{1,}y?)+$",
            "^(a?b?c?)*$",
            "^(?:ab|cd|abcd)+$",
        ),
        *("^a*a*a*$", r"^a*\Ba*a*$", "^.*.*.*=", r"\s+\s+$", r"^\w+[a-z]*\d?[a-f]{2,}@", "a*a+b", r"x|^[ab]*a*[a-c]*!"),
        *(
            r"\S+@\S+\.\S+$",
            r"^\S+@\S+\.\S+$",
            "^(.*)*$",
            "(a{1,30}){1,30}$",
            "^(?:.*,)*x$",
            "^(?=a)(a+)+$",
            "^.*a.*b.*c",
        ),
    ],
)
def test_a_slow_pattern_is_proved_by_a_text(pattern: str) -> None:
    found = slow_text(pattern)
    assert found
    assert len(found.text) <= 1000
    tree = parsed_pattern(pattern)
    assert StepCounter(tree).steps(found.text) > MOST_STEPS
    assert not is_harmless(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        *(
            "^[a-z]+$",
            "[0-9]+",
            r"^[a-z]+\.[a-z]+\.[a-z]+$",
            r"^\s*\S+\s*$",
            "^a*b*c*$",
            "^a+a+$",
            r"\s+$",
            "^[0-9]+(,[0-9]+)*$",
        ),
        *(
            "^a*a*a*",
            "^a*a*a*|b",
            r"^(\d{3}){2}-(?:a|b)$",
            "^[a-z]{1,20}[a-z0-9]{1,20}[a-z]{1,20}$",
            "^a*(?=b)a*",
            "^x*x?x*$",
        ),
        *(
            "^(a|b)+$",
            "^(?:[a-z]+-)*[a-z]+$",
            "(",
            "[a",
            r"\p{L}+\p{L}+\p{L}+$",
            r"^(a)\1*\1*\1*$",
            "(?<=x)(a+)+$",
            "(a{9}){99}{99}",
        ),
    ],
)
def test_a_quick_pattern_passes(pattern: str) -> None:
    assert not slow_text(pattern)


QUIET = [
    *("a", "b", "é", "-", ".", "^", "$", "[ab]", "[^a]", r"\d", r"\w", r"\s", r"\b", r"\B", "(?=a)", "(?!a)"),
    *("", "", ""),
]
LOUD = ["", "", "*", "+", "?", "{2}", "{1,3}", "{0,1}", "*?", "+?", "{1,}"]
SIMPLE = sequences(
    st.builds(lambda atom, quantifier: atom + quantifier if atom else "", st.sampled_from(QUIET), st.sampled_from(LOUD))
)
NESTED = st.builds(group, st.sampled_from(FORMS[:2] + FORMS[4:]), SIMPLE, SIMPLE, st.sampled_from(LOUD))
COUNTED = sequences(
    st.one_of(SIMPLE, NESTED, st.builds(group, st.just("({0}{1})"), NESTED, SIMPLE, st.sampled_from(LOUD)))
)


@settings(max_examples=120, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))
@given(pattern=COUNTED, text=st.text(alphabet="ab1- \x80", max_size=9))
def test_counted_steps_are_those_of_a_search(pattern: str, text: str) -> None:
    """A match is found where `re` finds one, and no more steps are counted than the upper bound."""
    assume(compiled_pattern(pattern))
    try:
        counter = StepCounter(parsed_pattern(pattern))
    except UncountableError:
        return
    steps = counter.steps(text)
    assert (steps == 0) == helper(pattern, [text])[0]
    assert steps <= worst_steps(pattern, len(text))


HARMLESS = [
    *(
        "^a*a*$",
        "^[0-9]+(,[0-9]+)*$",
        "^[a-z0-9]+(?:-[a-z0-9]+)*$",
        "^(?:(?!--)[a-z-])+$",
        "^(?=.*[a-z])(?=.*[0-9]).{8,}$",
    ),
    *(
        r"^[^@\s]+@[^@\s]+\.[^@\s]+$",
        r"^(?:25[0-5]|1?\d?\d)(?:\.(?:25[0-5]|1?\d?\d)){3}$",
        r"^(?:[01]\d|2[0-3]):[0-5]\d$",
        "a+!",
    ),
    *(
        r"^[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?$",
        "^[a-z]{1,20}[a-z0-9]{1,20}[a-z]{1,20}$",
        r"^\s*\S+\s*$",
    ),
]
WATCH = """
import json, re, sys, time
for line in sys.stdin:
    pattern, texts = json.loads(line)
    begin = time.process_time()
    for text in texts:
        re.search(pattern, text, re.ASCII)
    print(round(time.process_time() - begin, 2), flush=True)
"""


def test_a_harmless_pattern_is_searched_quickly_in_every_likely_text() -> None:
    """In a process of its own, because a search cannot be interrupted."""
    harmless = list(HARMLESS)

    @settings(max_examples=25, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(pattern=st.one_of(COUNTED, COUNTED.map("^{}$".format)))
    def collect(pattern: str) -> None:
        if is_harmless(pattern):
            harmless.append(pattern)

    collect()
    cases = [(translated_pattern(pattern), likely_texts(pattern)) for pattern in dict.fromkeys(harmless)]
    assert set(HARMLESS) < set(harmless)
    assert all(map(is_harmless, HARMLESS))
    lines = "".join(json.dumps(case) + "\n" for case in cases)
    done = subprocess.run(
        [sys.executable, "-c", WATCH], input=lines, capture_output=True, text=True, timeout=300, check=True
    )
    slow = [(pattern, took) for (pattern, _), took in zip(cases, done.stdout.split(), strict=True) if float(took) > 2]
    assert slow == []


def likely_texts(pattern: str) -> list[str]:
    """Return texts of 1,000 characters that keep a search busy, if any does."""
    counter = StepCounter(parsed_pattern(pattern))
    texts = [_measured(counter, form, 120) for form in _forms(parsed_pattern(pattern))]
    worst = sorted(texts, key=lambda text: -text.steps)[:3]
    return [text._replace(times=900 // len(text.repeated)).text for text in worst]
