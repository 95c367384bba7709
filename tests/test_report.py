"""Diagnostics as text."""

from __future__ import annotations

import pytest

from skillc.diagnostic import Diagnostic, Severity, Span
from skillc.report import report, summary


def finding(column: int, end: int, *, severity: Severity = Severity.ERROR, hint: str = "") -> Diagnostic:
    return Diagnostic("ACT001", severity, "this is wrong", "a.yaml", Span(1, column, end), (), hint)


def lines(text: str, column: int, end: int) -> list[str]:
    return report([finding(column, end)], {"a.yaml": text}).split("\n")[1:3]


def test_a_finding_is_a_place_a_line_a_caret_and_a_hint() -> None:
    assert report([finding(6, 9, hint="write it")], {"a.yaml": "key: abc\nx: 1\n"}) == (
        "a.yaml:1:6 ACT001 this is wrong\n    key: abc\n         ^^^\n    hint: write it\n\n1 error in 1 file\n"
    )


def test_a_warning_says_that_it_is_one() -> None:
    text = report([finding(1, 2, severity=Severity.WARNING)], {})
    assert text == "a.yaml:1:1 ACT001 warning: this is wrong\n\n1 warning in 1 file\n"


def test_a_prefix_makes_the_places_clickable_from_elsewhere() -> None:
    assert report([finding(1, 2)], {}, "skills/shelf/").startswith("skills/shelf/a.yaml:1:1 ")


@pytest.mark.parametrize(
    ("text", "column", "end", "carets"),
    [
        ("\tkey: x", 7, 8, "    \t     ^"),
        ("書: x", 4, 5, "        ^"),
        ("a: 書名", 4, 6, "       ^^^^"),
        ("e\u0301: x", 5, 6, "       ^"),
        ("📚: x", 4, 5, "        ^"),
        ("key:", 5, 5, "        ^"),
        ("key: x", 6, 90, "         ^"),
    ],
)
def test_carets_stand_under_what_is_meant(text: str, column: int, end: int, carets: str) -> None:
    assert lines(text, column, end) == [f"    {text}", carets]


def test_a_long_line_is_cut_around_the_place() -> None:
    text = "a" * 300 + "HERE" + "b" * 300
    shown, carets = lines(text, 301, 305)
    assert shown.startswith("    …aaa")
    assert shown.endswith("bbb…")
    assert len(shown) == 4 + 140 + 2
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "HERE"


def test_the_beginning_of_a_long_line_stays_where_it_is() -> None:
    assert lines("key: " + "a" * 300, 1, 4) == [f"    key: {'a' * 135}…", "    ^^^"]


def test_what_a_terminal_would_obey_is_made_visible() -> None:
    assert lines("a: \x1b[31m\u202ered", 1, 2)[0] == "    a: ␛[31m�red"


@pytest.mark.parametrize("text", ["", "   \n"])
def test_a_line_that_shows_nothing_is_left_out(text: str) -> None:
    assert report([finding(1, 2)], {"a.yaml": text}) == "a.yaml:1:1 ACT001 this is wrong\n\n1 error in 1 file\n"


def test_errors_and_warnings_are_counted() -> None:
    found = [finding(1, 2), finding(2, 3), finding(1, 2, severity=Severity.WARNING)]
    assert summary(found) == "2 errors and 1 warning in 1 file"
    assert summary([]) == "no problems"
