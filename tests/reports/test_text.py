"""Findings as a person reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from skillc.diagnostic import Diagnostic, Related, Severity, Span
from skillc.reports import Format, Report, rendered
from skillc.reports.counting import summary

HERE = Path()


def finding(column: int, end: int, *, severity: Severity = Severity.ERROR, hint: str = "") -> Diagnostic:
    return Diagnostic("ACT001", severity, "this is wrong", "a.yaml", Span(1, column, end), (), hint)


def text(*diagnostics: Diagnostic, source: str = "", root: Path = HERE, colour: bool = False) -> str:
    return rendered(Report(root, diagnostics, {"a.yaml": source}, colour), Format.TEXT)


def lines(source: str, column: int, end: int) -> list[str]:
    return text(finding(column, end), source=source).split("\n")[1:3]


def test_a_finding_is_a_place_a_line_a_caret_and_a_hint() -> None:
    assert text(finding(6, 9, hint="write it"), source="key: abc\nx: 1\n") == (
        "a.yaml:1:6 ACT001 this is wrong\n    key: abc\n         ^^^\n    hint: write it\n\n1 error in 1 file\n"
    )


def test_what_else_it_is_about_stands_between_the_place_and_the_hint() -> None:
    found = finding(6, 9, hint="write it").see(
        Related("the other key", "a.yaml", Span(2, 1, 2)), Related("a file", "b.yaml", Span(1, 1, 1))
    )
    assert text(found, source="key: abc\r\nx: 1\r\n").splitlines()[2:8] == [
        "         ^^^",
        "    a.yaml:2:1 the other key",
        "        x: 1",
        "        ^",
        "    b.yaml:1:1 a file",
        "    hint: write it",
    ]


def test_a_warning_says_that_it_is_one() -> None:
    found = text(finding(1, 2, severity=Severity.WARNING))
    assert found == "a.yaml:1:1 ACT001 warning: this is wrong\n\n1 warning in 1 file\n"


def test_the_named_folder_makes_the_places_clickable_from_elsewhere() -> None:
    found = finding(1, 2).see(Related("the other key", "b.yaml", Span(2, 1, 2)))
    assert text(found, root=Path("skills/shelf")).splitlines()[:2] == [
        "skills/shelf/a.yaml:1:1 ACT001 this is wrong",
        "    skills/shelf/b.yaml:2:1 the other key",
    ]


def test_colours_change_nothing_but_colours() -> None:
    found = finding(6, 9, hint="write it").see(Related("the other key", "a.yaml", Span(1, 1, 4)))
    plain, coloured = (text(found, source="key: abc\n", colour=colour) for colour in (False, True))
    assert "\x1b" not in plain
    assert "^^^\x1b[0m" in coloured
    for code in ("1", "1;31", "34", "36", "0"):
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured == plain


@pytest.mark.parametrize(
    ("source", "column", "end", "carets"),
    [
        ("\tkey: x", 7, 8, "    \t     ^"),
        ("書: x", 4, 5, "        ^"),
        ("a: 書名", 4, 6, "       ^^^^"),
        ("e\u0301: x", 5, 6, "       ^"),
        ("📚: x", 4, 5, "        ^"),
        ("👩\u200d🚀: x", 6, 7, "        ^"),
        ("👍🏽: x", 5, 6, "        ^"),
        ("🇩🇪: x", 5, 6, "        ^"),
        ("ﾊﾟ: x", 5, 6, "        ^"),
        ("key:", 5, 5, "        ^"),
        ("key: x", 6, 90, "         ^"),
        ("a: x\r\nb: y", 4, 5, "       ^"),
    ],
)
def test_carets_stand_under_what_is_meant(source: str, column: int, end: int, carets: str) -> None:
    assert lines(source, column, end) == [f"    {source.splitlines()[0]}", carets]


@pytest.mark.parametrize(("before", "width"), [("a", 140), ("書", 140), ("e\u0301", 140)])
def test_a_long_line_is_cut_around_the_place(before: str, width: int) -> None:
    column = 300 * len(before) + 1
    shown, carets = lines(before * 300 + "HERE" + "b" * 300, column, column + 4)
    assert shown.startswith(f"    …{before * 3}")
    assert shown.endswith("bbb…")
    cells = len(shown) - 4 - 2 + shown.count("書") - shown.count("\u0301")
    assert cells == width
    place = shown.index("HERE")
    assert carets == " " * (place + shown[:place].count("書") - shown[:place].count("\u0301")) + "^^^^"


def test_the_beginning_of_a_long_line_stays_where_it_is() -> None:
    assert lines("key: " + "a" * 300, 1, 4) == [f"    key: {'a' * 135}…", "    ^^^"]


def test_a_line_of_wide_characters_that_fits_is_not_cut() -> None:
    source = f"{'a' * 100}: 📚 x"
    assert lines(source, 105, 106) == [f"    {source}", " " * (4 + 105) + "^"]


def test_what_a_terminal_would_obey_is_made_visible() -> None:
    assert lines("a: \x1b[31m\u202ered", 1, 2)[0] == "    a: ␛[31m�red"


def test_not_even_a_file_name_reaches_a_terminal_as_a_command() -> None:
    found = Diagnostic("ACT001", Severity.ERROR, "a\x1b[2Jb", "c\x1b\n.yaml", Span(1, 1, 2), (), "d\u202e")
    assert text(found).splitlines()[:2] == ["c␛␊.yaml:1:1 ACT001 a␛[2Jb", "    hint: d\ufffd"]


@pytest.mark.parametrize("source", ["", "   \n"])
def test_a_line_that_shows_nothing_is_left_out(source: str) -> None:
    assert text(finding(1, 2), source=source) == "a.yaml:1:1 ACT001 this is wrong\n\n1 error in 1 file\n"


def test_errors_and_warnings_are_counted() -> None:
    found = [finding(1, 2), finding(2, 3), finding(1, 2, severity=Severity.WARNING)]
    assert summary(found) == "2 errors and 1 warning in 1 file"
    assert summary([]) == "no problems"
